import { app, dialog } from 'electron';
import { createMainTranslator } from '../texts.ts';
import { describeError } from './programLog.ts';
import { redact } from './redact.ts';

/** The program could not be built, so there is nothing to go on with: says why, and ends. */
export function showStartProblem(error: unknown): void {
  const translate = createMainTranslator();
  const [reason = ''] = describeError(error).split('\n');
  const detail = translate('shell:problem.startDetail', { folder: app.getPath('userData'), error: redact(reason) });
  dialog.showErrorBox(translate('shell:problem.startTitle'), detail);
  app.exit(1);
}
