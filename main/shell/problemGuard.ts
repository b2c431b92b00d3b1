import { app, dialog, type WebContents } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import { describeError, type ProgramLog } from './programLog.ts';

/**
 * What happens to a bug: it is logged, and said once in a dialog that leaves the choice to the user. Later ones of the
 * same run are logged only, so that a repeating one cannot bury the screen.
 */
export class ProblemGuard {
  readonly #log: ProgramLog;
  readonly #translate: Translate;
  #wasShown = false;

  constructor(log: ProgramLog, translate: Translate) {
    this.#log = log;
    this.#translate = translate;
  }

  /** `isGuest`: whether contents show pages of others, whose crashes are not Foyer's and told by their window. */
  watch(isGuest: (contents: WebContents) => boolean): void {
    process.on('uncaughtException', this.report);
    process.on('unhandledRejection', this.report);
    app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
      if (reason !== 'clean-exit' && reason !== 'killed' && !isGuest(contents)) {
        this.report(new Error(`a window's process ended: ${reason} (${exitCode})`));
      }
    });
  }

  readonly report = (error: unknown): void => {
    this.#log.error('unexpected', error);
    if (!this.#wasShown) {
      this.#wasShown = true;
      void this.#show(error);
    }
  };

  async #show(error: unknown): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: this.#translate('shell:problem.title'),
      detail: this.#translate('shell:problem.detail', { error: describeError(error).split('\n')[0] ?? '' }),
      buttons: [this.#translate('shell:problem.goOn'), this.#translate('shell:problem.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) {
      app.quit();
    }
  }
}
