import { join } from 'node:path';
import { Menu, type NativeImage, nativeImage, nativeTheme, type Rectangle, screen, Tray } from 'electron';
import { menuTemplate, type OnTrayPress } from './menuTemplate.ts';
import type { TrayModel } from './trayModel.ts';
import { type TrayPicture, trayPicture } from './trayPicture.ts';

/** What the icon works with. */
export interface AppTrayParts {
  /** Where its pictures are. */
  readonly folder: string;
  readonly onPress: OnTrayPress;
  /** A press on the icon itself, and where it is; the system may not say. */
  readonly onClick: (icon: Rectangle) => void;
}

/**
 * The icon near the clock, drawn anew from its model: of that, only what changed. A press on the icon brings the agenda
 * where the system reports it; since Linux may not, the menu always holds the way back too.
 */
export class AppTray {
  readonly #parts: AppTrayParts;
  readonly #images = new Map<string, NativeImage>();
  readonly #drawn = new Map<string, string>();
  #tray: Tray | null = null;
  #menu: Menu | null = null;
  #isMenuOpen = false;
  #model: TrayModel | null = null;

  constructor(parts: AppTrayParts) {
    this.#parts = parts;
  }

  draw(model: TrayModel): void {
    this.#model = model;
    const { platform } = process;
    const scale = platform === 'win32' ? screen.getPrimaryDisplay().scaleFactor : 1;
    const picture = trayPicture(model, { platform, isDark: nativeTheme.shouldUseDarkColors, scale });
    const tray = this.#tray ?? this.#create(this.#imageOf(picture));
    this.#once('picture', picture, () => tray.setImage(this.#imageOf(picture)));
    this.#once('title', model.title, () => tray.setTitle(model.title, { fontType: 'monospacedDigit' }));
    this.#once('tooltip', model.tooltip, () => tray.setToolTip(model.tooltip));
    if (!this.#isMenuOpen) {
      this.#once('menu', model.groups, () => this.#setMenu(tray, model));
    }
  }

  remove(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#drawn.clear();
  }

  /** Does something whenever a value is another one than the last time. */
  #once(what: string, value: unknown, run: () => void): void {
    const text = JSON.stringify(value);
    if (this.#drawn.get(what) !== text) {
      this.#drawn.set(what, text);
      run();
    }
  }

  #create(image: NativeImage): Tray {
    const tray = new Tray(image);
    tray.on('click', ({ ctrlKey }, icon) => {
      // On a Mac, this is how people without a second button ask for the menu.
      if (process.platform === 'darwin' && ctrlKey) {
        this.#popUp(tray);
      } else {
        this.#parts.onClick(icon);
      }
    });
    if (process.platform === 'darwin') {
      tray.on('right-click', () => this.#popUp(tray));
    }
    this.#tray = tray;
    // There is no title yet, and no other system has a place for one.
    this.#drawn.set('title', JSON.stringify(''));
    return tray;
  }

  /** On macOS, a menu that the icon has would take every press: it is opened by hand. */
  #setMenu(tray: Tray, { groups }: TrayModel): void {
    const menu = Menu.buildFromTemplate(menuTemplate(groups, this.#parts.onPress));
    this.#menu = menu;
    if (process.platform !== 'linux') {
      this.#followOpening(menu);
    }
    if (process.platform !== 'darwin') {
      // On Linux a changed menu shows only after it was set again as a whole.
      tray.setContextMenu(menu);
    }
  }

  /** A menu does not change under the pointer; it does when it is closed. Linux tells of the opening only. */
  #followOpening(menu: Menu): void {
    menu.on('menu-will-show', () => {
      this.#isMenuOpen = true;
    });
    menu.on('menu-will-close', () => {
      this.#isMenuOpen = false;
      // What was pressed is told after the closing: the menu must still be there.
      setImmediate(() => {
        if (this.#model !== null && this.#tray !== null) {
          this.draw(this.#model);
        }
      });
    });
  }

  #popUp(tray: Tray): void {
    if (this.#menu !== null) {
      tray.popUpContextMenu(this.#menu);
    }
  }

  #imageOf(picture: TrayPicture): NativeImage {
    const key = JSON.stringify(picture);
    const image = this.#images.get(key) ?? this.#read(picture);
    this.#images.set(key, image);
    return image;
  }

  #read({ file, square }: TrayPicture): NativeImage {
    const image = nativeImage.createFromPath(join(this.#parts.folder, file));
    return square === null
      ? image
      : image.crop({ x: square.place * square.size, y: 0, width: square.size, height: square.size });
  }
}
