import type { Net, PowerMonitor } from 'electron';
import type { Presence } from '../../core/agenda/pollPlan.ts';
import type { Clock } from '../clock.ts';

/** How often to look for the network while it is away; nothing tells the main process of its return. */
const networkCheckEvery = 15_000;

/** Told of what changed in who is there. */
export type OnPresence = (change: Partial<Presence>) => void;

/** What the watch asks of Electron's `powerMonitor`. */
export type PowerSource = Pick<PowerMonitor, 'on' | 'isOnBatteryPower'>;

/** Follows sleep, lock, power and network, and tells what changed. */
export class PresenceWatch {
  readonly #net: Pick<Net, 'isOnline'>;
  readonly #clock: Clock;
  readonly #listeners = new Set<OnPresence>();
  #presence: Presence = { isOnline: true, isAsleep: false, isAway: false, isOnBattery: false };
  #cancelCheck: (() => void) | null = null;

  constructor(net: Pick<Net, 'isOnline'>, clock: Clock) {
    this.#net = net;
    this.#clock = clock;
  }

  /** How things stand, as far as the system tells. */
  get presence(): Presence {
    return this.#presence;
  }

  /** Has a listener called with each change. Returns the way to stop. */
  readonly onChange = (listener: OnPresence): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Which of these a system tells differs: Linux says nothing of lock and battery (Electron's documentation). */
  watch(power: PowerSource): void {
    power.on('suspend', () => this.#change({ isAsleep: true }));
    power.on('resume', () => this.#change({ isAsleep: false }));
    power.on('lock-screen', () => this.#change({ isAway: true }));
    power.on('unlock-screen', () => this.#change({ isAway: false, isAsleep: false }));
    power.on('on-battery', () => this.#change({ isOnBattery: true }));
    power.on('on-ac', () => this.#change({ isOnBattery: false }));
    if (power.isOnBatteryPower()) {
      this.#change({ isOnBattery: true });
    }
  }

  /** The machine was asleep, as its clocks show, whether or not the system told. */
  noteSleep(): void {
    this.#change({ isAsleep: true });
    this.#change({ isAsleep: false });
  }

  /** A window saw the network go. */
  noteOffline(): void {
    this.#change({ isOnline: false });
  }

  /** Looks at the network now, and again from time to time while there is none. Call it when a request got no answer. */
  checkNetwork(): void {
    const isOnline = this.#net.isOnline();
    this.#cancelCheck?.();
    this.#cancelCheck = isOnline ? null : this.#clock.after(networkCheckEvery, () => this.checkNetwork());
    this.#change({ isOnline });
  }

  #change(change: Partial<Presence>): void {
    this.#presence = { ...this.#presence, ...change };
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}
