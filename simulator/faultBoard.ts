/** A fault as far as the board goes; each service has its own union of them. */
export interface NamedFault {
  readonly name: string;
}

/** The faults of a union by their names. */
type FaultsByName<Fault extends NamedFault> = {
  readonly [Name in Fault['name']]: Extract<Fault, { readonly name: Name }>;
};

/** A fault that is switched on, and where. */
export interface ActiveFault<Fault extends NamedFault, Endpoint extends string> {
  readonly fault: Fault;
  readonly endpoint: Endpoint;
  /** Null for every client, also for callers that are not known. */
  readonly clientId: string | null;
  /** How many more answers it takes part in; null until cleared. */
  readonly remaining: number | null;
}

/**
 * Gives the fault of that name if it is on for the caller at hand and `fits`, and uses up one of its times; else undefined.
 */
export type FaultTaker<Fault extends NamedFault> = <Name extends keyof FaultsByName<Fault>>(
  name: Name,
  fits?: (fault: FaultsByName<Fault>[Name]) => boolean,
) => FaultsByName<Fault>[Name] | undefined;

/** The switches: at most one per fault name, endpoint and client. */
export interface FaultBoard<Fault extends NamedFault, Endpoint extends string> {
  /** Switches a fault on, in place of an earlier one of the same name, endpoint and client. */
  set(active: ActiveFault<Fault, Endpoint>): void;
  /** Switches all faults off, or those of one name. */
  clear(name?: Fault['name']): void;
  /** What is switched on, the latest last. */
  list(): readonly ActiveFault<Fault, Endpoint>[];
  /** The way to the faults that are meant for one caller of one endpoint; what is taken adds its name to `taken`. */
  takerFor(endpoint: Endpoint, clientId: string | null, taken: string[]): FaultTaker<Fault>;
}

/** Builds a board with everything switched off. */
export function createFaultBoard<Fault extends NamedFault, Endpoint extends string>(): FaultBoard<Fault, Endpoint> {
  type Active = ActiveFault<Fault, Endpoint>;
  let board: readonly Active[] = [];
  const use = (used: Active): void => {
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
    takerFor: (endpoint, clientId, taken) => (name, fits) => {
      for (const active of board.toReversed()) {
        const isMeant = active.endpoint === endpoint && (active.clientId === null || active.clientId === clientId);
        if (!isMeant || !isNamed(active.fault, name) || fits?.(active.fault) === false) continue;
        use(active);
        taken.push(name);
        return active.fault;
      }
      return undefined;
    },
  };
}

function isSameSwitch<Active extends ActiveFault<NamedFault, string>>(one: Active, other: Active): boolean {
  return one.fault.name === other.fault.name && one.endpoint === other.endpoint && one.clientId === other.clientId;
}

function isNamed<Fault extends NamedFault, Name extends keyof FaultsByName<Fault>>(
  fault: Fault,
  name: Name,
): fault is Fault & FaultsByName<Fault>[Name] {
  return fault.name === name;
}
