import { type Rectangle, screen } from 'electron';
import type { Clock } from '../clock.ts';
import type { AgendaWindow } from './agendaWindow.ts';
import { iconPoint, likelyTray, placePanel } from './panelPlace.ts';
import type { PendingAsks } from './pendingAsks.ts';

/** What the panel works with. */
export interface TrayPanelParts {
  readonly window: AgendaWindow;
  readonly asks: PendingAsks;
  readonly clock: Clock;
  /** Whether a press on the icon opens the panel, and not the window. */
  readonly isWanted: () => boolean;
}

/** The press on the icon that takes the focus from the panel is the one that was meant to close it; ms. */
const samePress = 500;

/** The agenda as a panel beside the tray: a press on the icon brings it, another one or one elsewhere takes it away. */
export class TrayPanel {
  readonly #parts: TrayPanelParts;
  #leftAt = Number.NEGATIVE_INFINITY;

  constructor(parts: TrayPanelParts) {
    this.#parts = parts;
  }

  /** The icon was pressed; `icon` is empty where the system does not say where it is. */
  toggle(icon: Rectangle): void {
    const { window, isWanted } = this.#parts;
    const wasJustLeft = this.#parts.clock.uptime() - this.#leftAt < samePress;
    if (window.panel !== null && (window.panel.isFocused() || wasJustLeft)) {
      window.tell('panelUnwanted', { isLeft: false });
    } else if (window.isOpen || !isWanted()) {
      window.show();
    } else if (!wasJustLeft) {
      this.#open(icon);
    }
  }

  /**
   * The page lost the focus, and nothing in it needs to stay. While an answer is awaited, the focus may be with a dialog of
   * the system: it is looked at again when that is over.
   */
  async leave(): Promise<void> {
    const { panel } = this.#parts.window;
    await this.#parts.asks.settled();
    if (panel !== null && !panel.isDestroyed() && !panel.isFocused()) {
      panel.destroy();
    }
  }

  close(): void {
    this.#parts.window.panel?.destroy();
  }

  #open(icon: Rectangle): void {
    const panel = this.#parts.window.openPanel(placeFor(icon));
    panel?.on('blur', () => {
      this.#leftAt = this.#parts.clock.uptime();
      this.#parts.window.tell('panelUnwanted', { isLeft: true });
    });
  }
}

/** On the screen that the icon is on. */
function placeFor(icon: Rectangle): Rectangle {
  const point = iconPoint(icon);
  if (point !== null) {
    const { workArea } = screen.getDisplayNearestPoint({ x: Math.round(point.x), y: Math.round(point.y) });
    return placePanel(point, workArea);
  }
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const tray = likelyTray(primary, others);
  return placePanel(tray.point, tray.screen.workArea);
}
