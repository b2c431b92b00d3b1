import { useEffect, useRef, useState } from 'react';
import type { MeetingSummary } from '../../../core/model/schedule.ts';
import { Button } from '../../common/Button.tsx';
import { useTimeFormat } from '../agendaLayout.ts';
import { useTitleOf } from '../titles.ts';
import { ScheduleTroubleBar } from './ScheduleTroubleBar.tsx';
import { cancelMeeting } from './scheduleActions.ts';
import type { SchedulingAccount } from './schedulers.ts';
import type { ScheduleTrouble } from './scheduleStore.ts';
import { plainWhenText, text } from './schedulingTexts.ts';

/** See {@link CancelQuestion}. */
export interface CancelQuestionProps {
  readonly account: SchedulingAccount;
  readonly meetingId: string;
  readonly summary: MeetingSummary;
  readonly onKeep: () => void;
}

/** Asks before a meeting is cancelled; the focus begins on what changes nothing. */
export function CancelQuestion({ account, meetingId, summary, onKeep }: CancelQuestionProps) {
  const [isCancelling, setCancelling] = useState(false);
  const [trouble, setTrouble] = useState<ScheduleTrouble | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const format = useTimeFormat();
  const title = useTitleOf()(summary);
  useEffect(() => {
    group.current?.querySelector<HTMLElement>('[data-keep]')?.focus();
  }, []);
  const when = plainWhenText(Date.parse(summary.start), Date.parse(summary.end), format);
  const question = text('scheduling:card.cancelQuestion', { subject: title, when, service: account.serviceName });
  async function cancel(): Promise<void> {
    setCancelling(true);
    setTrouble(null);
    try {
      setTrouble(await cancelMeeting(account.accountId, meetingId, title));
    } catch (error) {
      setTrouble({ kind: 'fault' });
      throw error;
    } finally {
      setCancelling(false);
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs.
    <div ref={group} className="meeting-question" role="group" aria-label={question}>
      <p aria-hidden>{question}</p>
      <ScheduleTroubleBar trouble={trouble} what="cancel" account={account} />
      <div className="schedule-actions">
        <Button look="bad" isBusy={isCancelling} onClick={() => void cancel()}>
          {text(isCancelling ? 'scheduling:card.cancelling' : 'scheduling:card.cancelConfirm')}
        </Button>
        <Button data-keep onClick={onKeep}>
          {text('scheduling:card.keep')}
        </Button>
      </div>
    </div>
  );
}
