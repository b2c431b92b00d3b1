import { join } from 'node:path';
import { session, WebContentsView } from 'electron';
import type { Clock } from '../clock.ts';
import { appUrl } from '../shell/appScheme.ts';

/** The sounds there are; see `assets/sounds`. */
export type ReminderSound = 'chime' | 'knock';

/** No sound lasts longer (ms), with the time it takes to begin. */
const longestSound = 8_000;
const partition = 'sounds';

/**
 * Plays a sound, on every system by the same means: a page without a window, which is the sound itself and nothing else. Its
 * process is there while it plays (Electron cannot play in the main process) and ends with it. Notifications are silent:
 * of the systems, only macOS would play a sound of ours.
 */
export class SoundPlayer {
  readonly #folder: string;
  readonly #canPlay: boolean;
  readonly #clock: Pick<Clock, 'after'>;
  /** A view that nothing refers to is collected, and its page with it. */
  #playing: { readonly view: WebContentsView; readonly stop: () => void } | null = null;
  #isServed = false;

  /** `folder` holds the sounds; without `canPlay` it stays silent. */
  constructor(folder: string, clock: Pick<Clock, 'after'>, canPlay = true) {
    this.#canPlay = canPlay;
    this.#folder = folder;
    this.#clock = clock;
  }

  /** Plays from the beginning, in the place of one that plays already. */
  readonly play = (sound: ReminderSound): void => {
    this.stop();
    if (!this.#canPlay) {
      return;
    }
    this.#serve();
    const view = new WebContentsView({
      webPreferences: {
        partition,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        javascript: false,
        spellcheck: false,
        disableDialogs: true,
        navigateOnDragDrop: false,
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
      },
    });
    const { webContents } = view;
    const stop = (): void => {
      cancel();
      if (this.#playing?.view === view) {
        this.#playing = null;
      }
      if (!webContents.isDestroyed()) {
        webContents.close();
      }
    };
    const cancel = this.#clock.after(longestSound, stop);
    this.#playing = { view, stop };
    webContents.on('media-paused', stop);
    webContents.on('render-process-gone', stop);
    // Chromium takes what it was asked for as failed, and asks again for the player that it puts in its place.
    webContents.loadURL(appUrl(`${sound}.wav`)).catch(() => undefined);
  };

  /** Silence. */
  stop(): void {
    this.#playing?.stop();
  }

  #serve(): void {
    if (this.#isServed) {
      return;
    }
    this.#isServed = true;
    const { protocol } = session.fromPartition(partition, { cache: false });
    const scheme = new URL(appUrl('')).protocol.slice(0, -1);
    protocol.registerFileProtocol(scheme, ({ url }, respond) => {
      const [, sound] = /^\/(chime|knock)\.wav$/.exec(new URL(url).pathname) ?? [];
      respond(
        sound === undefined
          ? { error: -6 }
          : {
              path: join(this.#folder, `${sound}.wav`),
              mimeType: 'audio/wav',
              headers: { 'content-security-policy': "default-src 'none'; media-src 'self'" },
            },
      );
    });
  }
}
