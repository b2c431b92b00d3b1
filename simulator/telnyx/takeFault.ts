import type { FaultBoard, FaultTaker } from '../faultBoard.ts';
import type { Fault, FaultPlace } from './fault.ts';

/** See {@link FaultTaker}. */
export type TakeFault = FaultTaker<Fault>;

/** The way to the faults of one place, and to those that are everywhere; the board's clients are rooms here. */
export function takerFor(
  board: FaultBoard<Fault, FaultPlace>,
  place: FaultPlace,
  roomId: string | null,
  taken: string[] = [],
): TakeFault {
  const here = board.takerFor(place, roomId, taken);
  const everywhere = board.takerFor('everywhere', roomId, taken);
  return (name, fits) => here(name, fits) ?? everywhere(name, fits);
}
