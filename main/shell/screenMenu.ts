import { type BrowserWindow, Menu, type MenuItemConstructorOptions, nativeImage } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import type { ScreenSource } from '../../preload/callChannels.ts';

/** What the menu is made of. */
export interface ScreenMenu {
  readonly sources: readonly ScreenSource[];
  /** Who will see it. */
  readonly host: string;
  readonly translate: Translate;
}

const pictureHeight = 32;
const longestName = 60;
/** A menu may be gone (ms) before it says what was chosen in it. */
const choosingTakes = 200;

/** Asks in a menu of the window which screen or window is shown; null when it is none, or the menu was left. */
export function askForScreen(window: BrowserWindow, menu: ScreenMenu): Promise<ScreenSource | null> {
  return new Promise((resolve) => {
    const leave = (): void => void setTimeout(() => resolve(null), choosingTakes);
    Menu.buildFromTemplate(screenItems(menu, resolve)).popup({ window, callback: leave });
    window.once('closed', () => resolve(null));
  });
}

/** The entries of the menu: screens, windows, and nothing. */
export function screenItems(
  { sources, host, translate }: ScreenMenu,
  onChosen: (source: ScreenSource | null) => void,
): MenuItemConstructorOptions[] {
  const itemsOf = (kind: ScreenSource['kind']): MenuItemConstructorOptions[] =>
    sources
      .filter((source) => source.kind === kind)
      .map((source) => ({
        label: asLabel(source.name),
        icon: nativeImage.createFromDataURL(source.picture).resize({ height: pictureHeight }),
        click: () => onChosen(source),
      }));
  const groups: readonly MenuItemConstructorOptions[][] = [
    [{ label: translate('shell:remote.show', { host }), enabled: false }],
    itemsOf('screen'),
    itemsOf('window'),
    [{ label: translate('shell:remote.showNothing'), click: () => onChosen(null) }],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}

/** A single & would mark an access key; names of windows are as long as pages like. */
function asLabel(name: string): string {
  const letters = Array.from(name);
  const short = letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name;
  return short.replaceAll('&', '&&');
}
