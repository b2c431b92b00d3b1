import type { ConnectResult } from '../../core/model/account.ts';
import type { SignInView } from '../../core/model/signIn.ts';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { connectResultText } from './connectTexts.ts';
import { SignInText } from './SignInWaiting.tsx';
import { TrackingId } from './TrackingId.tsx';

/** Where a test or an attempt to connect stands. */
export type Outcome = ConnectResult | { readonly kind: 'asking' } | { readonly kind: 'fault' };

/** See {@link ConnectOutcome}. */
export interface ConnectOutcomeProps {
  readonly outcome: Outcome | null;
  readonly service: string;
  /** The sign-in that is waited for, or null. */
  readonly signIn: SignInView | null;
}

/** What came of a test or an attempt to connect, beside the buttons that began it; read out as it comes. */
export function ConnectOutcome({ outcome, service, signIn }: ConnectOutcomeProps) {
  if (signIn !== null) {
    return (
      <div className="connect-outcome" role="status">
        <div className="outcome" data-tone="quiet">
          <SignInText signIn={signIn} service={service} />
        </div>
      </div>
    );
  }
  return (
    <div className="connect-outcome" role="status">
      {outcome === null ? null : (
        <div className="outcome" data-tone={toneOf(outcome)}>
          <OutcomeText outcome={outcome} service={service} />
          {outcome.kind === 'failed' && outcome.trackingId !== null ? <TrackingId id={outcome.trackingId} /> : null}
        </div>
      )}
    </div>
  );
}

function OutcomeText({ outcome, service }: { readonly outcome: Outcome; readonly service: string }) {
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  switch (outcome.kind) {
    case 'asking':
      return <p>{text('agenda:connect.testing', { service })}</p>;
    case 'fault':
      return <p>{text('agenda:connect.failed')}</p>;
    default:
      return <p>{connectResultText(outcome, service, now, format)}</p>;
  }
}

function toneOf(outcome: Outcome): 'quiet' | 'good' | 'bad' {
  const wasWanted = outcome.kind === 'notSignedIn' && ['cancelled', 'replaced'].includes(outcome.reason);
  if (outcome.kind === 'asking' || wasWanted) {
    return 'quiet';
  }
  return outcome.kind === 'connected' ? 'good' : 'bad';
}
