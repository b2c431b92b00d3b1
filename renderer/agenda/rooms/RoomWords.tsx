import { isInUse } from '../../../core/agendaView/roomsView.ts';
import type { RoomPhase, RoomView } from '../../../core/model/room.ts';
import { type ClockFace, clockText } from '../../../core/time/clockFace.ts';
import { durationOf } from '../../../core/time/duration.ts';
import type { TimeFormat } from '../../../core/time/timeFormat.ts';
import { durationText } from '../../common/durationText.ts';
import { text } from '../../common/texts.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { instantText } from '../instantText.ts';
import { Pieces } from '../Pieces.tsx';
import { useRoomsStore } from './roomsStore.ts';

/** See {@link RoomWords}. */
export interface RoomWordsProps {
  readonly room: RoomView;
  readonly phase: RoomPhase;
  /** The clock of a room that can be entered. */
  readonly face: ClockFace | null;
}

const lastHour = 3_600;

/** How a room is, what came of the latest thing done with it, and what its service has to say. */
export function RoomWords({ room, phase, face }: RoomWordsProps) {
  const feedback = useRoomsStore((state) => (state.feedback?.roomKey === room.key ? state.feedback : null));
  const isAsked = useRoomsStore(({ askedToEnd }) => askedToEnd === room.key);
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  if (isAsked) {
    return <p className="room-state">{questionText(room)}</p>;
  }
  const left = face === null || face.isOver ? '' : text('agenda:rooms.timeLeft', { time: timeText(face) });
  const isBad = feedback?.tone === 'bad';
  const state = feedback === null || isBad ? stateText(room, phase, left, now, format) : '';
  return (
    <>
      <p className="room-state">
        {left === '' ? null : (
          <span className="room-left">
            {left}
            {state === '' && (feedback === null || isBad) ? null : ' · '}
          </span>
        )}
        <Pieces pieces={[state]} />
        {feedback === null || isBad ? null : <span data-tone={feedback.tone}>{feedback.text}</span>}
      </p>
      {isBad ? (
        <p className="room-note" data-tone="bad">
          {feedback.text}
        </p>
      ) : (
        <Note room={room} />
      )}
    </>
  );
}

function Note({ room: { note } }: { readonly room: RoomView }) {
  const words = note === null ? '' : text(note.message, note.values);
  return words === '' ? null : (
    <p className="room-note" title={words}>
      {words}
    </p>
  );
}

function stateText(room: RoomView, phase: RoomPhase, left: string, now: number, format: TimeFormat): string {
  if (phase === 'expired' && room.expiresAt !== null) {
    return text('agenda:rooms.endedAt', {
      phase: text('agenda:rooms.phase.expired'),
      time: instantText(room.expiresAt, now, format),
    });
  }
  if (phase === 'expired' || phase === 'over') {
    return text('agenda:rooms.openedAt', {
      phase: text(`agenda:rooms.phase.${phase}`),
      time: instantText(room.createdAt, now, format),
    });
  }
  if (room.peopleCount !== null) {
    return text('agenda:rooms.people', { count: room.peopleCount });
  }
  return phase === 'open' && left !== '' ? '' : text(`agenda:rooms.phase.${phase}`);
}

function questionText(room: RoomView): string {
  return room.peopleCount !== null && isInUse(room)
    ? text('agenda:rooms.endQuestionCount', { count: room.peopleCount })
    : text('agenda:rooms.endQuestion');
}

function timeText({ seconds }: ClockFace): string {
  return seconds >= lastHour ? durationText(durationOf(seconds * 1_000)) : clockText(seconds);
}
