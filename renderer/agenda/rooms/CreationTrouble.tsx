import CloseIcon from 'lucide-react/icons/x';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { text } from '../../common/texts.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { TrackingId } from '../TrackingId.tsx';
import { openConnections } from '../windowActions.ts';
import { creationDetail, creationTitle, needsEdit, toneOf } from './creationTexts.ts';
import { hostOf } from './hosts.ts';
import { dismissOutcome, openRoom } from './roomActions.ts';
import { type CreationOutcome, useRoomsStore } from './roomsStore.ts';
import { useIsOpening } from './useRooms.ts';

/** See {@link CreationTrouble}. */
export interface CreationTroubleProps {
  /** Whether a form is around it, whose button tries again with what it holds then. */
  readonly isInForm?: boolean;
}

/** Why there is no room, and what to do about it; nothing while all is well. Read out as it comes. */
export function CreationTrouble({ isInForm = false }: CreationTroubleProps) {
  const outcome = useRoomsStore((state) => state.outcome);
  return (
    <div className="creation-trouble" role="status">
      {outcome === null ? null : <Outcome outcome={outcome} isInForm={isInForm} />}
    </div>
  );
}

interface OutcomeProps {
  readonly outcome: CreationOutcome;
  readonly isInForm: boolean;
}

function Outcome({ outcome, isInForm }: OutcomeProps) {
  const { result, accountId } = outcome;
  const service = useAgendaStore((state) => hostOf(state, accountId)?.serviceName ?? '');
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const title = creationTitle(result, service, now, format);
  const detail = creationDetail(result, service);
  return (
    <div className="bar" data-tone={toneOf(result)}>
      <div className="bar-text">
        <p>
          {result.kind === 'uncertain' ? <b>{title}</b> : title}
          {detail === '' ? null : ` ${detail}`}
        </p>
        {result.kind === 'failed' && result.trackingId !== null ? <TrackingId id={result.trackingId} /> : null}
        <OutcomeActions outcome={outcome} isInForm={isInForm} />
      </div>
      {result.kind === 'uncertain' ? null : (
        <IconButton icon={CloseIcon} label={text('agenda:newRoom.dismiss')} onClick={dismissOutcome} />
      )}
    </div>
  );
}

function OutcomeActions({ outcome, isInForm }: OutcomeProps) {
  const isOpening = useIsOpening();
  const isTooEarly = useAgendaStore(({ now }) => {
    const retryAt = outcome.result.kind === 'failed' ? outcome.result.retryAt : null;
    return retryAt !== null && Date.parse(retryAt) > now;
  });
  const { result, accountId, fields } = outcome;
  if (needsEdit(result)) {
    return (
      <p className="outcome-actions">
        <Button look="link" onClick={() => openConnections(accountId)}>
          {text('agenda:newRoom.edit')}
        </Button>
      </p>
    );
  }
  return (
    <p className="outcome-actions">
      {isTooEarly || isInForm ? null : (
        <Button look="link" isBusy={isOpening} onClick={() => void openRoom(accountId, fields)}>
          {text('agenda:newRoom.tryAgain')}
        </Button>
      )}
      {result.kind === 'uncertain' ? (
        <Button look="link" onClick={dismissOutcome}>
          {text('agenda:newRoom.leaveIt')}
        </Button>
      ) : null}
    </p>
  );
}
