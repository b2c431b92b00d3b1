import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayItem, TrayMark, TrayModel } from './trayModel.ts';

/** What happens when an entry of the tray is pressed. */
export type OnTrayPress = (press: NonNullable<TrayItem['press']>) => void;

/**
 * The icon near the clock, drawn anew from its model whenever that changed. A press on the icon opens the window where
 * the system reports it; since Linux may not, the menu always holds the way back too.
 */
export class AppTray {
  readonly #folder: string;
  readonly #onPress: OnTrayPress;
  #tray: Tray | null = null;
  #drawn = '';

  constructor(folder: string, onPress: OnTrayPress) {
    this.#folder = folder;
    this.#onPress = onPress;
  }

  draw(model: TrayModel): void {
    const description = JSON.stringify([model, nativeTheme.shouldUseDarkColors]);
    if (description === this.#drawn) {
      return;
    }
    this.#drawn = description;
    const image = nativeImage.createFromPath(join(this.#folder, imageName(model.mark)));
    this.#tray ??= this.#create(image);
    this.#tray.setImage(image);
    this.#tray.setToolTip(model.tooltip);
    // On Linux a changed menu shows only after it was set again as a whole.
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#template(model)));
  }

  remove(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#drawn = '';
  }

  #create(image: Electron.NativeImage): Tray {
    const tray = new Tray(image);
    // macOS opens the menu on a press by itself.
    if (process.platform !== 'darwin') {
      tray.on('click', () => this.#onPress({ kind: 'open' }));
    }
    return tray;
  }

  #template(model: TrayModel): MenuItemConstructorOptions[] {
    const groups = model.groups.map((group) => group.map((item) => this.#item(item)));
    return groups.flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
  }

  #item({ label, press }: TrayItem): MenuItemConstructorOptions {
    // A single & would mark an access key.
    const text = label.replaceAll('&', '&&');
    return press === null ? { label: text, enabled: false } : { label: text, click: () => this.#onPress(press) };
  }
}

/** macOS colours template images itself; elsewhere the panel is as light or dark as the system. */
function imageName(mark: TrayMark): string {
  if (process.platform === 'darwin') {
    return `${mark}Template.png`;
  }
  const ground = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  return `${mark}-on-${ground}.${process.platform === 'win32' ? 'ico' : 'png'}`;
}
