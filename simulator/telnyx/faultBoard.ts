import { type Fault, type FaultName, type FaultPlace, isSignallingFault } from './fault.ts';

/** A fault that is switched on, and where. */
export interface ActiveFault {
  readonly fault: Fault;
  /** Null for every place where it can act. */
  readonly endpoint: FaultPlace | null;
  /** Null for every room, also for calls that name none. */
  readonly roomId: string | null;
  /** How many more answers it takes part in; null until cleared. */
  readonly remaining: number | null;
}

type Named<Name extends FaultName> = Extract<Fault, { name: Name }>;

/**
 * Gives the fault of that name if it is on for the call at hand and `fits`, and uses up one of its times; else undefined.
 */
export type TakeFault = <Name extends FaultName>(
  name: Name,
  fits?: (fault: Named<Name>) => boolean,
) => Named<Name> | undefined;

/** The switches: at most one per fault name, endpoint and room. */
export interface FaultBoard {
  /** Switches a fault on, in place of an earlier one of the same name, endpoint and room. */
  set(active: ActiveFault): void;
  /** Switches all faults off, or those of one name. */
  clear(name?: FaultName): void;
  /** What is switched on, the latest last. */
  list(): readonly ActiveFault[];
  /** The way to the faults that are meant for one place and room; `onTaken` hears the name of each that is used. */
  takerFor(place: FaultPlace, roomId: string | null, onTaken?: (name: FaultName) => void): TakeFault;
}

/** Builds a board with everything switched off. */
export function createFaultBoard(): FaultBoard {
  let board: readonly ActiveFault[] = [];
  const use = (used: ActiveFault): void => {
    if (used.remaining === null) return;
    const remaining = used.remaining - 1;
    board = board.map((each) => (each === used ? { ...used, remaining } : each)).filter((each) => each.remaining !== 0);
  };
  return {
    set: (active) => {
      board = [...board.filter((each) => !isSameSwitch(each, active)), active];
    },
    clear: (name) => {
      board = name === undefined ? [] : board.filter((each) => each.fault.name !== name);
    },
    list: () => board,
    takerFor: (place, roomId, onTaken) => (name, fits) => {
      for (const active of board.toReversed()) {
        if (!isMeant(active, place, roomId)) continue;
        if (!isNamed(active.fault, name) || fits?.(active.fault) === false) continue;
        use(active);
        onTaken?.(name);
        return active.fault;
      }
      return undefined;
    },
  };
}

function isMeant(active: ActiveFault, place: FaultPlace, roomId: string | null): boolean {
  const actsHere = isSignallingFault(active.fault.name) === (place === 'signalling');
  const isHere = active.endpoint === null || active.endpoint === place;
  return actsHere && isHere && (active.roomId === null || active.roomId === roomId);
}

function isSameSwitch(one: ActiveFault, other: ActiveFault): boolean {
  return one.fault.name === other.fault.name && one.endpoint === other.endpoint && one.roomId === other.roomId;
}

function isNamed<Name extends FaultName>(fault: Fault, name: Name): fault is Named<Name> {
  return fault.name === name;
}
