import { useEffect, useRef } from 'react';
import { readDraft } from '../../../core/scheduling/readDraft.ts';
import { Button } from '../../common/Button.tsx';
import { useTimeFormat } from '../agendaLayout.ts';
import { selectMeetings, useAgendaStore } from '../agendaStore.ts';
import { closeDialog, openConnections } from '../windowActions.ts';
import type { SchedulingAccount } from './schedulers.ts';
import { type ScheduleTrouble, useScheduleStore } from './scheduleStore.ts';
import { failureText, text } from './schedulingTexts.ts';

/** See {@link ScheduleTroubleBar}. */
export interface ScheduleTroubleBarProps {
  readonly trouble: ScheduleTrouble | null;
  readonly what: 'schedule' | 'change' | 'cancel';
  readonly account: SchedulingAccount;
}

/** Why it is not known that it was done, and what to do about that; nothing while all is well. Read out as it comes. */
export function ScheduleTroubleBar({ trouble, what, account }: ScheduleTroubleBarProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble !== null) {
      place.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
    }
  }, [trouble]);
  return (
    <div ref={place} className="schedule-trouble" role="status">
      {trouble === null ? null : <Trouble trouble={trouble} what={what} account={account} />}
    </div>
  );
}

function Trouble({ trouble, what, account }: ScheduleTroubleBarProps & { readonly trouble: ScheduleTrouble }) {
  const isFound = useIsFound(trouble, what, account);
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const service = account.serviceName;
  if (trouble.kind === 'uncertain') {
    return (
      <div className="bar" data-tone={isFound ? 'info' : 'warn'}>
        <div className="bar-text">
          <p>{text(isFound ? 'scheduling:uncertain.found' : `scheduling:uncertain.${what}`, { service })}</p>
          <Button look="link" onClick={closeDialog}>
            {text('scheduling:uncertain.look')}
          </Button>
        </div>
      </div>
    );
  }
  const needsSignIn = trouble.kind === 'failed' && ['refused', 'secretLost'].includes(trouble.status.kind);
  return (
    <div className="bar" data-tone="bad">
      <div className="bar-text">
        <p>{trouble.kind === 'fault' ? text('scheduling:failed.fault') : failureText(trouble, service, now, format)}</p>
        {needsSignIn ? (
          <Button look="link" onClick={() => openConnections(account.accountId)}>
            {text('scheduling:failed.connections')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Whether what may have been scheduled is in the agenda by now. */
function useIsFound(
  trouble: ScheduleTrouble,
  what: ScheduleTroubleBarProps['what'],
  { accountId, view }: SchedulingAccount,
): boolean {
  const draft = useScheduleStore((state) => state.draft);
  const meetings = useAgendaStore(selectMeetings);
  if (trouble.kind !== 'uncertain' || what !== 'schedule' || draft === null) {
    return false;
  }
  const reading = readDraft(draft, { ...view, now: 0, isTwelveHour: false });
  return (
    reading.kind === 'plan' &&
    meetings.some(
      (meeting) =>
        meeting.accountId === accountId &&
        meeting.subject === reading.plan.subject &&
        meeting.start === reading.plan.start &&
        meeting.end === reading.plan.end,
    )
  );
}
