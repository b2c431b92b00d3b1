import type { Clock } from '../../clock.ts';

/** Times in which nobody gets through to the signalling. */
export interface Outage {
  /** Begins now; null is every room. A second one for the same room takes the first one's place. */
  begin(roomId: string | null, seconds: number): void;
  isOn(roomId: string): boolean;
}

/** Builds one that has not begun. */
export function createOutage(clock: Clock): Outage {
  const endings = new Map<string | null, number>();
  return {
    begin: (roomId, seconds) => {
      endings.set(roomId, clock.steady() + seconds * 1000);
    },
    isOn: (roomId) => [roomId, null].some((each) => clock.steady() < (endings.get(each) ?? 0)),
  };
}
