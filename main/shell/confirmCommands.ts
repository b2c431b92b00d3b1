import { BrowserWindow, dialog } from 'electron';
import type { Choices } from '../../core/model/choices.ts';
import type { Translate } from '../../core/texts/translator.ts';

/** The commands that were not there before. */
export function newCommands(before: Choices['openWith'], after: unknown): readonly string[] {
  const known = new Set(Object.values(before));
  const commands = typeof after === 'object' && after !== null ? Object.values(after) : [];
  return commands
    .filter((command): command is string => typeof command === 'string')
    .filter((command) => command.trim() !== '' && !known.has(command));
}

/**
 * Asks, in a dialog of the system's, whether programs may be run that a window or a file named: a page must not be able to
 * choose them by itself.
 */
export async function confirmCommands(commands: readonly string[], translate: Translate): Promise<boolean> {
  if (commands.length === 0) {
    return true;
  }
  const options = {
    type: 'question' as const,
    message: translate('shell:commands.title'),
    detail: `${commands.join('\n')}\n\n${translate('shell:commands.detail')}`,
    buttons: [translate('shell:commands.allow'), translate('shell:commands.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 0;
}
