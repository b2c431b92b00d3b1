import type { RoomPhase } from '../../../core/model/room.ts';
import type { ClockFace } from '../../../core/time/clockFace.ts';

/** See {@link RoomMark}. */
export interface RoomMarkProps {
  readonly face: ClockFace | null;
  readonly phase: RoomPhase;
  /** Whether nobody is in it, as far as is known. */
  readonly isEmpty: boolean;
}

/** A room at a glance: a ring of the time it has left, or a dot where its life has no end. */
export function RoomMark({ face, phase, isEmpty }: RoomMarkProps) {
  if (face === null) {
    return <span className="room-dot" data-phase={phase} data-empty={isEmpty} />;
  }
  return (
    <svg className="room-ring" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13" />
      <circle
        className="room-ring-left"
        cx="16"
        cy="16"
        r="13"
        pathLength={1_000}
        strokeDasharray={`${Math.round(face.part * 1_000)} 1000`}
      />
    </svg>
  );
}
