// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised by rows that are placed one by one.
// biome-ignore-all lint/a11y/useFocusableInteractive: of a grid's row, its cells take the focus.
import Ellipsis from 'lucide-react/icons/ellipsis';
import { type AgendaEntry, isJoinable, isSoon } from '../../core/agendaView/agendaEntry.ts';
import { durationOf } from '../../core/time/duration.ts';
import { Button } from '../common/Button.tsx';
import { durationText } from '../common/durationText.ts';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { useOverlap, useRoomName, useTimeFormat } from './agendaLayout.ts';
import { selectChanges, selectReminders, useAgendaStore } from './agendaStore.ts';
import { feedbackText, joinMeeting, openWaysMenu } from './joinActions.ts';
import { lastStopOf, selectMeeting } from './listMovement.ts';
import { endText, movedText, organizerText, overlapText, reminderText } from './meetingTexts.ts';
import { Pieces } from './Pieces.tsx';
import { RowZone } from './RowZone.tsx';
import type { RowPlace } from './rowMetrics.ts';
import { useTitleOf } from './titles.ts';

/** See {@link MeetingRow}. */
export interface MeetingRowProps {
  readonly entry: AgendaEntry;
  readonly place: RowPlace;
  readonly rowIndex: number;
  readonly isSelected: boolean;
  /** Which of its stops the Tab key reaches; null in all rows but one. */
  readonly tabStop: number | null;
}

/** One meeting of the list, with the two things that can be done with it. */
export function MeetingRow({ entry, place, rowIndex, isSelected, ...rest }: MeetingRowProps) {
  const isHidden = useAgendaStore((state) => selectReminders(state).hiddenKeys.includes(entry.meeting.key));
  const isLit = useAgendaStore(({ now }) => isSoon(entry, now)) && !isHidden;
  // Unlit, they are not seen before the pointer or the keyboard comes: too late for the first picture.
  const hasActions = useAgendaStore(({ isPainted }) => isPainted || isLit);
  const tabStop = rest.tabStop === null ? null : Math.min(rest.tabStop, lastStopOf(entry));
  const meetingKey = entry.meeting.key;
  return (
    <div
      role="row"
      className="row"
      style={place}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      data-soon={isLit}
      data-off={!isJoinable(entry)}
      data-hidden={isHidden}
      onPointerDown={() => selectMeeting({ meetingKey, stop: 0 })}
      onFocus={(event) => selectMeeting({ meetingKey, stop: stopOf(event.target) })}
      onDoubleClick={() => void joinMeeting(meetingKey, null)}
      onContextMenu={(event) => {
        const more = event.currentTarget.querySelector('[aria-haspopup="menu"]');
        if (more instanceof HTMLElement) {
          event.preventDefault();
          openWaysMenu(meetingKey, more);
        }
      }}
    >
      <div role="gridcell" className="row-meeting" data-stop={0} tabIndex={tabStop === 0 ? 0 : -1}>
        <RowTime entry={entry} />
        <RowZone startsAt={entry.startsAt} />
        <RowText entry={entry} />
      </div>
      {hasActions ? <RowActions entry={entry} tabStop={tabStop} /> : null}
    </div>
  );
}

function stopOf(target: Element): number {
  const stop = target.getAttribute('data-stop');
  return stop === null ? 0 : Number(stop);
}

function RowTime({ entry }: { readonly entry: AgendaEntry }) {
  const format = useTimeFormat();
  return (
    <span className="row-time">
      {format.formatTime(entry.startsAt)} <small>{durationText(durationOf(entry.endsAt - entry.startsAt))}</small>
    </span>
  );
}

function RowText({ entry }: { readonly entry: AgendaEntry }) {
  const overlap = useOverlap(entry);
  const changes = useAgendaStore(selectChanges);
  const now = useAgendaStore((state) => state.now);
  const join = useAgendaStore((state) => (state.join?.meetingKey === entry.meeting.key ? state.join : null));
  const format = useTimeFormat();
  const room = useRoomName(entry.meeting.accountId);
  const titleOf = useTitleOf();
  const subject = titleOf(entry.meeting);
  const reminders = useAgendaStore(selectReminders);
  const pieces = [
    reminderText(entry.meeting, reminders),
    isJoinable(entry) ? '' : text('agenda:meeting.noAddress'),
    organizerText(entry.meeting),
    room,
    endText(entry, format),
    movedText(entry.meeting.key, changes, now, format),
    overlap === null ? '' : overlapText(overlap, titleOf),
  ];
  return (
    <span className="row-text">
      <span className="row-subject" title={subject}>
        <bdi>{subject}</bdi>
        {entry.meeting.badge === null ? null : <span className="badge">{entry.meeting.badge}</span>}
      </span>{' '}
      <span className="row-details" data-tone={join?.result.kind}>
        {join === null ? <Pieces pieces={pieces} /> : feedbackText(join)}
      </span>
    </span>
  );
}

function RowActions({ entry, tabStop }: { readonly entry: AgendaEntry; readonly tabStop: number | null }) {
  const meetingKey = entry.meeting.key;
  const isRejoin = useAgendaStore(({ joinedKeys }) => joinedKeys.has(meetingKey));
  const titleOf = useTitleOf();
  const subject = titleOf(entry.meeting);
  return (
    <>
      <div role="gridcell" className="row-more">
        <IconButton
          icon={Ellipsis}
          data-stop={1}
          tabIndex={tabStop === 1 ? 0 : -1}
          label={text('agenda:join.moreFor', { subject })}
          aria-haspopup="menu"
          onClick={(event) => openWaysMenu(meetingKey, event.currentTarget)}
        />
      </div>
      {isJoinable(entry) ? (
        <div role="gridcell" className="row-join">
          <Button
            data-stop={2}
            tabIndex={tabStop === 2 ? 0 : -1}
            aria-label={text(isRejoin ? 'agenda:join.rejoinSubject' : 'agenda:join.joinSubject', { subject })}
            onClick={() => void joinMeeting(meetingKey, null)}
          >
            {text(isRejoin ? 'agenda:join.rejoin' : 'agenda:join.join')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
