/** Time as the program sees it; passed in, so that a test can hold it. */
export interface Clock {
  /** The date, in ms since 1970: what meetings are compared with. A user or a time server may set it. */
  readonly wall: () => number;
  /** The system's uptime in ms: what waiting is measured with. Goes on over restarts of Foyer, never runs backwards. */
  readonly uptime: () => number;
  /** Runs something once in `delay` ms, unless the returned function is called before. */
  readonly after: (delay: number, run: () => void) => () => void;
}
