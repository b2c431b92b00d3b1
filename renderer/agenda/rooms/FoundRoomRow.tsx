import PinIcon from 'lucide-react/icons/pin';
import EndIcon from 'lucide-react/icons/trash-2';
import { useEffect, useRef, useState } from 'react';
import { isInUse } from '../../../core/agendaView/roomsView.ts';
import type { FoundRoomView } from '../../../core/model/room.ts';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { text } from '../../common/texts.ts';
import { moveInCards } from './cardMovement.ts';
import { endFoundRoom, joinFoundRoom, keepFoundRoom } from './foundRoomActions.ts';
import { RoomMark } from './RoomMark.tsx';
import { peopleText } from './roomPeople.ts';

/** See {@link FoundRoomRow}. */
export interface FoundRoomRowProps {
  readonly accountId: string;
  readonly room: FoundRoomView;
  /** It was ended. */
  readonly onGone: (roomId: string) => void;
}

type Step = 'idle' | 'asking' | 'working';

/** One room that is at its service: who is in it, and what can be done with it. */
export function FoundRoomRow({ accountId, room, onGone }: FoundRoomRowProps) {
  const [step, setStep] = useState<Step>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const { roomId, title } = room;
  async function run(action: () => Promise<string | null>): Promise<void> {
    setStep('working');
    setProblem(null);
    try {
      setProblem(await action());
    } catch (error) {
      setProblem(text('agenda:join.failed'));
      throw error;
    } finally {
      setStep('idle');
    }
  }
  async function end(): Promise<void> {
    await run(async () => {
      const reason = await endFoundRoom(accountId, room);
      if (reason === null) {
        onGone(roomId);
      }
      return reason;
    });
  }
  return (
    <li className="room-card" onKeyDown={moveInCards}>
      <RoomMark face={null} phase={room.phase} isEmpty={!isInUse(room)} />
      <div className="room-texts">
        <h4 className="room-title" title={title}>
          <bdi>{title}</bdi>
        </h4>
        <p className="room-state" title={peopleText(room)}>
          {step === 'asking' ? questionText(room) : stateText(room)}
        </p>
        {problem === null ? null : (
          <p className="room-note" data-tone="bad" role="status">
            {problem}
          </p>
        )}
      </div>
      {step === 'asking' ? (
        <EndQuestion onEnd={() => void end()} onKeep={() => setStep('idle')} />
      ) : (
        <div className="room-actions">
          <Button
            className="room-join"
            isBusy={step === 'working'}
            aria-label={text('agenda:rooms.joinNamed', { title })}
            onClick={() => void run(() => joinFoundRoom(accountId, room))}
          >
            {text('agenda:rooms.join')}
          </Button>
          <IconButton
            icon={PinIcon}
            label={text('agenda:foundRooms.keep', { title })}
            isBusy={step === 'working'}
            onClick={() => void run(() => keepFoundRoom(accountId, room))}
          />
          {room.canEnd ? (
            <IconButton
              icon={EndIcon}
              label={text('agenda:foundRooms.end', { title })}
              isBusy={step === 'working'}
              onClick={() => setStep('asking')}
            />
          ) : null}
        </div>
      )}
    </li>
  );
}

interface EndQuestionProps {
  readonly onEnd: () => void;
  readonly onKeep: () => void;
}

/** Always asked: the room may be somebody else's. */
function EndQuestion({ onEnd, onKeep }: EndQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div className="room-actions" data-question>
      <Button look="bad" onClick={onEnd}>
        {text('agenda:rooms.endConfirm')}
      </Button>
      <Button ref={keep} onClick={onKeep}>
        {text('agenda:rooms.endKeep')}
      </Button>
    </div>
  );
}

function stateText(room: FoundRoomView): string {
  return peopleText(room) || text(`agenda:rooms.phase.${room.phase}`);
}

function questionText(room: FoundRoomView): string {
  if (!isInUse(room)) {
    return text('agenda:foundRooms.endQuestion');
  }
  return room.peopleCount === null
    ? text('agenda:rooms.endQuestion')
    : text('agenda:rooms.endQuestionCount', { count: room.peopleCount });
}
