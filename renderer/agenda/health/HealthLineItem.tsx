import type { HealthFact, HealthLine } from '../../../core/model/health.ts';
import type { MessageKey } from '../../../core/texts/catalog.ts';
import { Button } from '../../common/Button.tsx';
import { TrackingId } from '../TrackingId.tsx';
import { healthText } from './healthTexts.ts';
import { StateIcon } from './StateIcon.tsx';

/** See {@link HealthLineItem}. */
export interface HealthLineItemProps {
  readonly line: HealthLine;
  readonly write: (said: HealthLine['title']) => string;
  /** What the line offers to do is being done. */
  readonly isBusy: boolean;
  /** What came of it; empty when there is nothing to say. */
  readonly outcome: string;
  readonly onAct: (action: NonNullable<HealthLine['action']>) => void;
}

/** One thing that was looked at: how it is, what is known of it, and what to do. */
export function HealthLineItem({ line, write, isBusy, outcome, onAct }: HealthLineItemProps) {
  const { state, title, summary, facts, advice, action, trackingId } = line;
  const name = write(title);
  return (
    <li className="health-line" data-line={line.id}>
      <StateIcon state={state} />
      <div className="health-texts">
        <h4 dir="auto" tabIndex={-1}>
          {name}
        </h4>
        <p>{write(summary)}</p>
        {advice === null ? null : <p className="health-advice">{write(advice)}</p>}
        <HealthFacts facts={facts} write={write} />
        {trackingId === null ? null : <TrackingId id={trackingId} />}
        {action === null ? null : (
          <div className="health-action">
            <Button isBusy={isBusy} aria-label={actionLabel(action.kind, name)} onClick={() => onAct(action)}>
              {healthText(`health:actions.${action.kind}`)}
            </Button>
            <p role="status">{outcome}</p>
          </div>
        )}
      </div>
    </li>
  );
}

/** Things that are known, with their names. */
export function HealthFacts({
  facts,
  write,
}: { readonly facts: readonly HealthFact[] } & Pick<HealthLineItemProps, 'write'>) {
  return facts.length === 0 ? null : (
    <dl className="health-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{healthText(label)}</dt>
          <dd dir="auto">{write(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Several accounts may have the same button. */
function actionLabel(kind: NonNullable<HealthLine['action']>['kind'], name: string): string | undefined {
  const key: MessageKey = 'health:actions.editAccountNamed';
  return kind === 'editAccount' ? healthText(key, { name }) : undefined;
}
