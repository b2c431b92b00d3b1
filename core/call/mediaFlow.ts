/** Whether picture and sound get through, as it stands after the last look. */
export interface MediaFlow {
  /** Packets received so far on all connections. */
  readonly packets: number;
  /** Looks in a row at which nothing came although something should have. */
  readonly quietLooks: number;
}

/** What one look shows. */
export interface MediaLook {
  readonly packets: number;
  /** Whether somebody else sends a picture or sound. */
  readonly isExpected: boolean;
  /** Whether any connection for media stands. */
  readonly isConnected: boolean;
}

/** Nothing was looked at yet. */
export const unseenFlow: MediaFlow = { packets: 0, quietLooks: 0 };
/** After so many quiet looks media is stuck: a picture that is late once is no trouble. */
const quietLooksLimit = 4;

/** How it stands after one more look. Looks are counted, not seconds: a machine that slept has not been looking. */
export function nextMediaFlow(before: MediaFlow, { packets, isExpected, isConnected }: MediaLook): MediaFlow {
  const isQuiet = !isConnected || (isExpected && packets <= before.packets);
  return { packets, quietLooks: isQuiet ? before.quietLooks + 1 : 0 };
}

/** Whether it is time to say so. */
export function isStuck({ quietLooks }: MediaFlow): boolean {
  return quietLooks >= quietLooksLimit;
}
