/** What the clocks of a machine say at one moment. */
export interface ClockReading {
  /** The date, in ms since 1970, as somebody set it. */
  readonly wall: number;
  /** Ms since the machine was started, times of sleep included; nobody sets it. */
  readonly uptime: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** What happened between two readings, apart from time going by. */
export interface ClockJump {
  /** By how much the date was set on (ms; back when negative); 0 if it was not. */
  readonly movedBy: number;
  readonly hasNewZone: boolean;
  /** How long (ms) nothing ran: the machine slept, or was too busy to run anything; 0 if it was not. */
  readonly sleptFor: number;
}

/** More than clocks differ by themselves: an uptime may be told in full seconds, and time servers turn clocks gently. */
const leastMove = 2_000;
/** More than a busy machine keeps a timer waiting. */
const leastSleep = 10_000;

/** Compares two readings, of which the second was due `dueIn` ms after the first; null when nothing happened. */
export function findClockJump(before: ClockReading, now: ClockReading, dueIn: number): ClockJump | null {
  const elapsed = now.uptime - before.uptime;
  const moved = now.wall - before.wall - elapsed;
  const jump: ClockJump = {
    movedBy: Math.abs(moved) >= leastMove ? moved : 0,
    hasNewZone: now.timeZone !== before.timeZone,
    sleptFor: elapsed - dueIn >= leastSleep ? elapsed - dueIn : 0,
  };
  return jump.movedBy === 0 && !jump.hasNewZone && jump.sleptFor === 0 ? null : jump;
}
