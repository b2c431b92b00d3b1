import type { SettingChange } from '../../core/model/setting.ts';
import {
  type ShortcutAction,
  type ShortcutChange,
  type ShortcutStatus,
  type ShortcutsSlice,
  shortcutActions,
} from '../../core/model/shortcuts.ts';
import { readAccelerator } from '../../core/shortcuts/accelerator.ts';
import type { Platform } from '../../core/shortcuts/keys.ts';

/** Electron's `globalShortcut`, as far as it is needed. */
export interface KeyRegistry {
  readonly register: (accelerator: string, onPressed: () => void) => boolean;
  readonly isRegistered: (accelerator: string) => boolean;
  readonly unregister: (accelerator: string) => void;
}

/** What the keeper works with. */
export interface ShortcutKeeperParts {
  readonly keys: KeyRegistry;
  readonly platform: Platform;
  /** Whether the desktop decides about keys by itself, later and without telling (Wayland). */
  readonly isDecidedElsewhere: boolean;
  /** The setting of an action; empty for none. */
  readonly chosen: (action: ShortcutAction) => string;
  readonly choose: (action: ShortcutAction, accelerator: string) => SettingChange;
  readonly onPressed: (action: ShortcutAction) => void;
  /** What `shortcuts` tells is different now. */
  readonly onChanged: () => void;
}

interface Held {
  readonly accelerator: string;
  readonly status: ShortcutStatus;
}

const isWorking = (held: Held | undefined): boolean => held?.status === 'active' || held?.status === 'unproven';

/** Keeps the keys that work everywhere in line with the settings, and knows which of them do work. */
export class ShortcutKeeper {
  readonly #parts: ShortcutKeeperParts;
  readonly #held = new Map<ShortcutAction, Held>();
  /** Keys that have arrived once, wherever it is decided. */
  readonly #proven = new Set<string>();
  #isRecording = false;

  constructor(parts: ShortcutKeeperParts) {
    this.#parts = parts;
  }

  /** How each shortcut stands. */
  get shortcuts(): ShortcutsSlice['shortcuts'] {
    const viewed = shortcutActions.map((action) => {
      const { accelerator, status } = this.#held.get(action) ?? { accelerator: null, status: 'unset' };
      return [action, { accelerator, status }];
    });
    return Object.fromEntries(viewed) as ShortcutsSlice['shortcuts'];
  }

  /** Whether asking again may help: another program had the keys, and may be gone. */
  get hasTaken(): boolean {
    return [...this.#held.values()].some(({ status }) => status === 'taken');
  }

  /** Registers what the settings say, and nothing else. Call it at the start, and when they have changed. */
  readonly align = (): void => {
    if (this.#isRecording) {
      return;
    }
    for (const action of shortcutActions) {
      const wanted = this.#wanted(action);
      const held = this.#held.get(action);
      if (held !== undefined && (held.accelerator !== wanted || !isWorking(held))) {
        this.#drop(action);
      }
    }
    // Keys are free before others ask for them: two actions may have changed places.
    for (const action of shortcutActions) {
      const wanted = this.#wanted(action);
      if (wanted !== null && !this.#held.has(action)) {
        this.#held.set(action, { accelerator: wanted, status: this.#register(action, wanted) });
      }
    }
    this.#parts.onChanged();
  };

  /** Gives an action other keys, or none. What is refused leaves everything as it was. */
  set(action: ShortcutAction, keys: string | null): ShortcutChange {
    this.record(false);
    if (keys === null) {
      return this.#choose(action, '');
    }
    const read = readAccelerator(keys, this.#parts.platform);
    if (read.kind === 'refused') {
      return read;
    }
    if (shortcutActions.some((other) => other !== action && this.#wanted(other) === read.text)) {
      return { kind: 'refused', reason: 'duplicate' };
    }
    const held = this.#held.get(action);
    if (held?.accelerator === read.text && isWorking(held)) {
      return { kind: 'changed' };
    }
    return this.#replace(action, read.text);
  }

  /** While somebody presses the keys that they want, the keys that they have do nothing and reach the window. */
  record(isRecording: boolean): void {
    if (isRecording === this.#isRecording) {
      return;
    }
    this.#isRecording = isRecording;
    if (isRecording) {
      this.#release();
    } else {
      this.#held.clear();
      this.align();
    }
  }

  /** Gives all keys back to the system. */
  stop(): void {
    this.#release();
    this.#held.clear();
  }

  #replace(action: ShortcutAction, accelerator: string): ShortcutChange {
    this.#drop(action);
    const status = this.#register(action, accelerator);
    if (status === 'taken' || status === 'unsupported') {
      this.align();
      return { kind: 'refused', reason: status };
    }
    this.#held.set(action, { accelerator, status });
    return this.#choose(action, accelerator);
  }

  #choose(action: ShortcutAction, accelerator: string): ShortcutChange {
    const change = this.#parts.choose(action, accelerator);
    this.align();
    return change === 'changed' ? { kind: 'changed' } : { kind: 'refused', reason: 'managed' };
  }

  /** What the settings say in normal form; what cannot be a shortcut is none. */
  #wanted(action: ShortcutAction): string | null {
    const chosen = this.#parts.chosen(action);
    const read = chosen === '' ? null : readAccelerator(chosen, this.#parts.platform);
    return read?.kind === 'accelerator' ? read.text : null;
  }

  #register(action: ShortcutAction, accelerator: string): ShortcutStatus {
    const { keys, isDecidedElsewhere } = this.#parts;
    const isOurs = [...this.#held.values()].some((held) => held.accelerator === accelerator && isWorking(held));
    if (isOurs) {
      return 'taken';
    }
    const isTaken = !(keys.register(accelerator, () => this.#press(action)) && keys.isRegistered(accelerator));
    if (isDecidedElsewhere && !this.#proven.has(accelerator)) {
      return isTaken ? 'unsupported' : 'unproven';
    }
    return isTaken ? 'taken' : 'active';
  }

  #press(action: ShortcutAction): void {
    const held = this.#held.get(action);
    if (held?.status === 'unproven') {
      this.#proven.add(held.accelerator);
      this.#held.set(action, { ...held, status: 'active' });
      this.#parts.onChanged();
    }
    this.#parts.onPressed(action);
  }

  #drop(action: ShortcutAction): void {
    const held = this.#held.get(action);
    if (held !== undefined && isWorking(held)) {
      this.#parts.keys.unregister(held.accelerator);
    }
    this.#held.delete(action);
  }

  #release(): void {
    for (const held of this.#held.values()) {
      if (isWorking(held)) {
        this.#parts.keys.unregister(held.accelerator);
      }
    }
  }
}
