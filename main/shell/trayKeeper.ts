import { Notification, nativeTheme } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import { createTimeFormat } from '../../core/time/timeFormat.ts';
import type { Clock } from '../clock.ts';
import { AppTray, type OnTrayPress } from './appTray.ts';
import { onSliceReplaced, type StateStore } from './stateStore.ts';
import { hasTrayHost } from './trayHost.ts';
import { trayChangesAt, trayModel } from './trayModel.ts';

/** What keeping the tray takes. */
export interface TrayKeeperParts {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly translate: Translate;
  readonly folder: string;
  readonly onPress: OnTrayPress;
  readonly wasToldAboutTray: () => boolean;
  readonly onToldAboutTray: () => void;
}

/** Minutes go by without news, but the tray is not looked at that often. */
const longestWait = 15 * 60_000;

/** Keeps the tray true to the state, and knows whether there is a tray at all. */
export class TrayKeeper {
  readonly #parts: TrayKeeperParts;
  readonly #tray: AppTray;
  #cancelRedraw: (() => void) | null = null;
  /** Notifications that are not referred to are collected, and with them what a press on them does. */
  #told: Notification | null = null;

  constructor(parts: TrayKeeperParts) {
    this.#parts = parts;
    this.#tray = new AppTray(parts.folder, parts.onPress);
  }

  start(): void {
    this.#draw();
    nativeTheme.on('updated', () => this.#draw());
    onSliceReplaced(this.#parts.store, ({ slice }) => {
      if (slice === 'agenda' || slice === 'accounts' || slice === 'environment') {
        this.#draw();
      }
    });
  }

  /** Whether somebody shows the icon now; on Linux that may change while the program runs. */
  lookForHost(): Promise<boolean> {
    return hasTrayHost(process.platform);
  }

  /** Says, once in the life of a profile, where the program went when its window was closed. */
  tellOnce(): void {
    if (this.#parts.wasToldAboutTray() || !Notification.isSupported()) {
      return;
    }
    const { translate } = this.#parts;
    this.#told = new Notification({
      title: translate('shell:notices.keptInTrayTitle'),
      body: translate('shell:notices.keptInTray'),
    });
    this.#told.on('click', () => this.#parts.onPress({ kind: 'open' }));
    this.#told.show();
    this.#parts.onToldAboutTray();
  }

  stop(): void {
    this.#cancelRedraw?.();
    this.#tray.remove();
  }

  #draw(): void {
    const { agenda, accounts, services, environment } = this.#parts.store.getState();
    const now = this.#parts.clock.wall();
    const { translate, clock } = this.#parts;
    const format = createTimeFormat({ locale: environment.locale, isTwelveHour: environment.isTwelveHour });
    this.#tray.draw(trayModel({ meetings: agenda.meetings, accounts, services, now, format, translate }));
    this.#cancelRedraw?.();
    const changesIn = (trayChangesAt({ meetings: agenda.meetings, now }) ?? Number.POSITIVE_INFINITY) - now;
    this.#cancelRedraw = clock.after(Math.min(Math.max(changesIn, 1_000), longestWait), () => this.#draw());
  }
}
