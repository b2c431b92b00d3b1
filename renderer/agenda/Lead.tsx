import type { AgendaEntry } from '../../core/agendaView/agendaEntry.ts';
import type { AgendaLead } from '../../core/agendaView/agendaView.ts';
import { countdownTo } from '../../core/time/countdown.ts';
import { durationOf } from '../../core/time/duration.ts';
import { durationText } from '../common/durationText.ts';
import { text } from '../common/texts.ts';
import { useOverlap, useRoomName, useTimeFormat } from './agendaLayout.ts';
import { selectChanges, selectReminders, useAgendaStore } from './agendaStore.ts';
import { JoinActions } from './JoinActions.tsx';
import { endText, movedText, organizerText, overlapText, reminderText } from './meetingTexts.ts';
import { NothingLeads } from './NothingLeads.tsx';
import { Pieces } from './Pieces.tsx';
import { secondTimeText, useSecondZone } from './secondZone.ts';
import { useTitleOf } from './titles.ts';

/** See {@link Lead}. */
export interface LeadProps {
  readonly lead: AgendaLead;
}

/** The one big thing: the next meeting and how to get in, or how long there is none. */
export function Lead({ lead }: LeadProps) {
  if (lead.kind === 'nothing') {
    return <NothingLeads />;
  }
  return (
    <section className="lead" data-kind={lead.kind} aria-label={text('agenda:lead.region')}>
      {lead.kind === 'next' || lead.kind === 'running' ? <DueMeeting entry={lead.entry} /> : <FreeTime lead={lead} />}
    </section>
  );
}

function DueMeeting({ entry }: { readonly entry: AgendaEntry }) {
  const overlap = useOverlap(entry);
  const now = useAgendaStore((state) => state.now);
  const changes = useAgendaStore(selectChanges);
  const reminders = useAgendaStore(selectReminders);
  const format = useTimeFormat();
  const room = useRoomName(entry.meeting.accountId);
  const secondZone = useSecondZone();
  const { meeting } = entry;
  const titleOf = useTitleOf();
  const subject = titleOf(meeting);
  const left = countdownTo(entry.startsAt, now);
  const isRunning = left.unit === 'now';
  return (
    <>
      <p className="lead-when">
        {isRunning ? null : <span className="spoken">{text('agenda:lead.startsIn')} </span>}
        <span className="lead-count">{durationText(left)}</span>
        <span>
          {isRunning
            ? text('agenda:lead.endsIn', { duration: durationText(durationOf(entry.endsAt - now)) })
            : format.formatTimeRange(entry.startsAt, entry.endsAt)}
        </span>
        {isRunning || secondZone === null ? null : (
          <span className="lead-zone">{secondTimeText(secondZone, entry.startsAt)}</span>
        )}
      </p>
      <h2 className="lead-subject" dir="auto" title={subject}>
        {subject}
      </h2>
      <p className="lead-details">
        <Pieces
          pieces={[
            isRunning ? format.formatTimeRange(entry.startsAt, entry.endsAt) : '',
            organizerText(meeting),
            room,
            endText(entry, format),
          ]}
        />
        {meeting.badge === null ? null : <span className="badge">{meeting.badge}</span>}
      </p>
      <p className="lead-details">
        <Pieces
          pieces={[
            reminderText(meeting, reminders),
            movedText(meeting.key, changes, now, format),
            overlap === null ? '' : overlapText(overlap, titleOf),
          ]}
        />
      </p>
      <JoinActions entry={entry} look="go" />
    </>
  );
}

type FreeLead = Extract<AgendaLead, { readonly kind: 'free' | 'freeToday' }>;

function FreeTime({ lead }: { readonly lead: FreeLead }) {
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const secondZone = useSecondZone();
  const { startsAt, meeting } = lead.entry;
  const titleOf = useTitleOf();
  const subject = titleOf(meeting);
  const time = format.formatTime(startsAt);
  return (
    <>
      <p className="lead-when">
        <span className="lead-count">{text('agenda:lead.free')}</span>
        {lead.kind === 'free' ? <span>{text('agenda:lead.freeUntil', { time })}</span> : null}
      </p>
      <h2 className="lead-subject">
        {lead.kind === 'free'
          ? text('agenda:lead.nothingFor', { duration: durationText(durationOf(startsAt - now)) })
          : text('agenda:lead.freeToday')}
      </h2>
      <p className="lead-details" dir="auto">
        <Pieces
          pieces={[thenText(lead, subject, time, format.formatDay(startsAt)), secondTimeText(secondZone, startsAt)]}
        />
      </p>
      <JoinActions entry={lead.entry} look="plain" />
    </>
  );
}

function thenText(lead: FreeLead, subject: string, time: string, day: string): string {
  if (lead.kind === 'free') {
    return text('agenda:lead.then', { subject, time });
  }
  return lead.daysAhead === 1
    ? text('agenda:lead.nextTomorrow', { subject, time })
    : text('agenda:lead.nextOn', { subject, day, time });
}
