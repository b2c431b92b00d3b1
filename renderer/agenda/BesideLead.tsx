import { type AgendaEntry, isJoinable } from '../../core/agendaView/agendaEntry.ts';
import { durationOf } from '../../core/time/duration.ts';
import { Button } from '../common/Button.tsx';
import { durationText } from '../common/durationText.ts';
import { text } from '../common/texts.ts';
import { useOverlap, useRoomName, useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { feedbackText, joinMeeting } from './joinActions.ts';
import { overlapText } from './meetingTexts.ts';
import { Pieces } from './Pieces.tsx';
import { secondTimeText, useSecondZone } from './secondZone.ts';
import { useTitleOf } from './titles.ts';

/** See {@link BesideLead}. */
export interface BesideLeadProps {
  readonly entry: AgendaEntry;
}

/** A meeting that runs while another one leads, or that starts together with it: one line, ready to join. */
export function BesideLead({ entry }: BesideLeadProps) {
  const overlap = useOverlap(entry);
  const now = useAgendaStore((state) => state.now);
  const join = useAgendaStore((state) => (state.join?.meetingKey === entry.meeting.key ? state.join : null));
  const format = useTimeFormat();
  const room = useRoomName(entry.meeting.accountId);
  const titleOf = useTitleOf();
  const subject = titleOf(entry.meeting);
  const isRunning = entry.startsAt <= now;
  const secondZone = useSecondZone();
  const when = isRunning
    ? text('agenda:lead.endsIn', { duration: durationText(durationOf(entry.endsAt - now)) })
    : format.formatTime(entry.startsAt);
  const zoneText = secondTimeText(isRunning ? null : secondZone, entry.startsAt);
  return (
    <section className="beside" data-meeting={entry.meeting.key} data-running={isRunning} aria-label={subject}>
      <span className="beside-dot" />
      <p className="beside-text" title={subject}>
        <bdi className="beside-subject">{subject}</bdi>
        <span className="beside-details">
          {join === null ? (
            <Pieces
              pieces={[when, zoneText, room, isRunning || overlap === null ? '' : overlapText(overlap, titleOf)]}
            />
          ) : (
            feedbackText(join)
          )}
        </span>
      </p>
      {isJoinable(entry) ? <JoinBeside meetingKey={entry.meeting.key} subject={subject} /> : null}
    </section>
  );
}

function JoinBeside({ meetingKey, subject }: { readonly meetingKey: string; readonly subject: string }) {
  const isRejoin = useAgendaStore(({ joinedKeys }) => joinedKeys.has(meetingKey));
  return (
    <Button
      look="quiet"
      aria-label={text(isRejoin ? 'agenda:join.rejoinSubject' : 'agenda:join.joinSubject', { subject })}
      onClick={() => void joinMeeting(meetingKey, null)}
    >
      {text(isRejoin ? 'agenda:join.rejoin' : 'agenda:join.join')}
    </Button>
  );
}
