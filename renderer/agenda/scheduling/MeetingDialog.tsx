import { useEffect, useState } from 'react';
import type { ScheduledDetails, SchedulingFailure } from '../../../core/model/schedule.ts';
import { Button } from '../../common/Button.tsx';
import { Dialog } from '../../common/Dialog.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import type { MeetingDialog as MeetingDialogProps } from '../agendaStore.ts';
import { useTitleOf } from '../titles.ts';
import { closeDialog } from '../windowActions.ts';
import { CancelQuestion } from './CancelQuestion.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { ScheduleTroubleBar } from './ScheduleTroubleBar.tsx';
import { openChange } from './scheduleActions.ts';
import type { SchedulingAccount } from './schedulers.ts';
import { text, whenText } from './schedulingTexts.ts';
import { useScheduler } from './useScheduler.ts';
import './schedule.css';

/** All that a service has of a meeting: when, who, and what to hand on; from here it is changed and cancelled. */
export function MeetingDialog(props: MeetingDialogProps) {
  const account = useScheduler(props.accountId);
  const titleOf = useTitleOf();
  const isGone = account === undefined;
  useEffect(() => {
    if (isGone) {
      closeDialog();
    }
  }, [isGone]);
  return account === undefined ? null : (
    <Dialog title={titleOf(props.summary)} closeLabel={text('scheduling:close')} onClose={closeDialog}>
      <Card {...props} account={account} />
    </Dialog>
  );
}

function Card(props: MeetingDialogProps & { readonly account: SchedulingAccount }) {
  const { account, accountId, meetingId, said } = props;
  const { known, isLoading, ask } = useDetails(props);
  const [isAsking, setAsking] = useState(props.isAskedToCancel);
  const format = useTimeFormat();
  const details = known?.kind === 'details' ? known : null;
  const failure = known?.kind === 'failed' ? known : null;
  const { start, end, subject } = details?.plan ?? props.summary;
  return (
    <div className="meeting-card">
      {said === '' ? null : <p className="meeting-said">{said}</p>}
      <p className="meeting-when">{whenText(Date.parse(start), Date.parse(end), format)}</p>
      <p className="meeting-loading" role="status">
        {isLoading ? text('scheduling:loading', { service: account.serviceName }) : null}
      </p>
      {details === null ? null : <MeetingFacts details={details} serviceName={account.serviceName} />}
      <ScheduleTroubleBar trouble={failure} what="change" account={account} />
      {isAsking ? (
        <CancelQuestion
          account={account}
          meetingId={meetingId}
          summary={{ subject, start, end }}
          onKeep={() => setAsking(false)}
        />
      ) : (
        <div className="schedule-actions">
          {details === null ? null : (
            <Button onClick={() => openChange(accountId, details)}>{text('scheduling:card.change')}</Button>
          )}
          {failure === null ? null : <Button onClick={ask}>{text('scheduling:tryAgain')}</Button>}
          <Button look="quiet" onClick={() => setAsking(true)}>
            {text('scheduling:card.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Known = ScheduledDetails | SchedulingFailure | null;

/** What the service has of the meeting: asked for when the card opens, unless it is known. */
function useDetails({ accountId, meetingId, given }: MeetingDialogProps) {
  const [known, setKnown] = useState<Known>(given);
  const [isLoading, setLoading] = useState(given === null);
  useEffect(() => {
    let isCurrent = true;
    if (isLoading) {
      void foyerBridge.getMeetingDetails({ accountId, meetingId }).then((found) => {
        if (isCurrent) {
          setKnown(found);
          setLoading(false);
        }
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [isLoading, accountId, meetingId]);
  const ask = (): void => {
    setKnown(null);
    setLoading(true);
  };
  return { known, isLoading, ask };
}
