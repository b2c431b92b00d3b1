import { app, dialog } from 'electron';
import { resolveLanguage } from '../../core/texts/languages.ts';
import { SpokenLanguage } from '../../core/texts/spokenLanguage.ts';
import { createMainTranslator, loadMainTexts } from '../texts.ts';
import { describeError } from './programLog.ts';
import { redact } from './redact.ts';

/** The program could not be built, so there is nothing to go on with: says why, and ends. */
export async function showStartProblem(error: unknown): Promise<void> {
  const spoken = new SpokenLanguage();
  const translate = createMainTranslator(spoken);
  const language = resolveLanguage('system', app.getPreferredSystemLanguages());
  await spoken.speak(language, loadMainTexts).catch(() => undefined);
  const [reason = ''] = describeError(error).split('\n');
  const detail = translate('shell:problem.startDetail', { folder: app.getPath('userData'), error: redact(reason) });
  dialog.showErrorBox(translate('shell:problem.startTitle'), detail);
  app.exit(1);
}
