import type { Net, PowerMonitor } from 'electron';
import type { Presence } from '../../core/agenda/pollPlan.ts';
import type { Clock } from '../clock.ts';

/** How often to look for the network while it is away; nothing tells the main process of its return. */
const networkCheckEvery = 15_000;

/** Follows sleep, lock and network, and reports what changed. */
export class PresenceWatch {
  readonly #net: Pick<Net, 'isOnline'>;
  readonly #clock: Clock;
  readonly #onChange: (change: Partial<Presence>) => void;
  #cancelCheck: (() => void) | null = null;

  constructor(net: Pick<Net, 'isOnline'>, clock: Clock, onChange: (change: Partial<Presence>) => void) {
    this.#net = net;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  watch(powerMonitor: PowerMonitor): void {
    powerMonitor.on('suspend', () => this.#onChange({ isAsleep: true }));
    powerMonitor.on('resume', () => this.#onChange({ isAsleep: false }));
    powerMonitor.on('lock-screen', () => this.#onChange({ isAway: true }));
    powerMonitor.on('unlock-screen', () => this.#onChange({ isAway: false, isAsleep: false }));
  }

  /** Looks at the network now, and again from time to time while there is none. Call it when a request got no answer. */
  checkNetwork(): void {
    const isOnline = this.#net.isOnline();
    this.#cancelCheck?.();
    this.#cancelCheck = isOnline ? null : this.#clock.after(networkCheckEvery, () => this.checkNetwork());
    this.#onChange({ isOnline });
  }
}
