import { useState } from 'react';
import type { ScheduledDetails } from '../../../core/model/schedule.ts';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { text } from './schedulingTexts.ts';

/** See {@link MeetingFacts}. */
export interface MeetingFactsProps {
  readonly details: ScheduledDetails;
  readonly serviceName: string;
}

/** What a service tells of a meeting, each to be copied; what it does not tell is said. */
export function MeetingFacts({ details: { facts, plan, note }, serviceName }: MeetingFactsProps) {
  const { participants } = plan;
  return (
    <>
      <dl className="meeting-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{text(label)}</dt>
            <dd>
              <code>{value}</code>
            </dd>
            <dd className="meeting-copy">
              <CopyButton name={text('scheduling:card.copyNamed', { label: text(label) })} value={value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{text('scheduling:card.participants')}</dt>
          <dd>
            <Participants participants={participants} serviceName={serviceName} />
          </dd>
          {participants === null || participants.length === 0 ? null : (
            <dd className="meeting-copy">
              <CopyButton name={text('scheduling:card.copyParticipants')} value={participants.join(', ')} />
            </dd>
          )}
        </div>
      </dl>
      {note === null ? null : <p className="field-hint">{text(note.message, note.values)}</p>}
    </>
  );
}

function Participants({
  participants,
  serviceName,
}: Pick<ScheduledDetails['plan'], 'participants'> & { readonly serviceName: string }) {
  if (participants === null) {
    return text('scheduling:card.participantsUnknown', { service: serviceName });
  }
  if (participants.length === 0) {
    return text('scheduling:card.noParticipants');
  }
  return (
    <ul>
      {participants.map((address) => (
        <li key={address}>
          <bdi>{address}</bdi>
        </li>
      ))}
    </ul>
  );
}

function CopyButton({ name, value }: { readonly name: string; readonly value: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      look="link"
      aria-label={isCopied ? `${name}. ${text('scheduling:card.copied')}` : name}
      onClick={() => void foyerBridge.copyText({ text: value }).then(() => setCopied(true))}
    >
      {text(isCopied ? 'scheduling:card.copied' : 'scheduling:card.copy')}
    </Button>
  );
}
