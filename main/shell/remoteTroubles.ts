import { type BrowserWindow, dialog } from 'electron';
import type { RemotePage } from '../../core/model/wayIn.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { RemoteTrouble } from './remoteRules.ts';

/** What can be done about a trouble. */
type Remedy = 'retry' | 'browser' | 'close' | 'stay';

const remedies: Readonly<Record<RemoteTrouble, readonly Remedy[]>> = {
  unreachable: ['retry', 'browser', 'close'],
  certificate: ['retry', 'browser', 'close'],
  crashed: ['retry', 'browser', 'close'],
  elsewhere: ['browser', 'stay'],
};

/** What the teller works with. */
export interface TroubleParts {
  readonly translate: Translate;
  readonly openExternal: (uri: string) => Promise<boolean>;
  readonly reload: () => void;
}

/** Tells why a page is not there and does what is chosen about it; `other` is the host that it leads to. */
export type TellTrouble = (trouble: RemoteTrouble, other?: string) => void;

/** Gives the way to tell troubles of a window: one at a time, and never again once the window is gone. */
export function createTroubleTeller(
  window: BrowserWindow,
  { url, host }: Pick<RemotePage, 'url'> & { readonly host: string },
  { translate, openExternal, reload }: TroubleParts,
): TellTrouble {
  const gone = new AbortController();
  window.once('closed', () => gone.abort());
  let isTelling = false;
  const tell = async (trouble: RemoteTrouble, other: string): Promise<void> => {
    const offered = remedies[trouble];
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: translate(`shell:remote.trouble.${trouble}.message`, { host, other }),
      detail: translate(`shell:remote.trouble.${trouble}.detail`, { host, other }),
      buttons: offered.map((remedy) => translate(`shell:remote.${remedy}`)),
      defaultId: 0,
      cancelId: offered.length - 1,
      noLink: true,
      signal: gone.signal,
    });
    const chosen = window.isDestroyed() ? 'stay' : offered[response];
    if (chosen === 'retry') {
      reload();
    } else if (chosen === 'close' || (chosen === 'browser' && (await openExternal(url)))) {
      window.destroy();
    }
  };
  return (trouble, other = '') => {
    if (isTelling || window.isDestroyed()) {
      return;
    }
    isTelling = true;
    void tell(trouble, other).finally(() => {
      isTelling = false;
    });
  };
}
