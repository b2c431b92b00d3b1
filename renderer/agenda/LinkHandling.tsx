import { useState } from 'react';
import type { LinkRegistration } from '../../core/model/links.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import './linkHandling.css';

/** Who opens links, once the system was asked. */
export type KnownRegistration = LinkRegistration & { readonly kind: Exclude<LinkRegistration['kind'], 'unknown'> };

/** Null until the system was asked. */
export function useRegistration(): KnownRegistration | null {
  const registration = useAgendaStore(({ foyer }) => foyer?.links.registration);
  return registration !== undefined && isKnown(registration) ? registration : null;
}

function isKnown(registration: LinkRegistration): registration is KnownRegistration {
  return registration.kind !== 'unknown';
}

/** Who opens `foyer:` links on this machine, and the press that makes it Foyer, or not Foyer any more. */
export function LinkHandling({ registration: { kind, canStop } }: { readonly registration: KnownRegistration }) {
  const [isFailed, setFailed] = useState(false);
  const isOurs = kind === 'ours';
  const hasButton = isOurs ? canStop : kind !== 'unavailable';
  async function change(): Promise<void> {
    setFailed(!(await foyerBridge.handleLinks({ isWanted: !isOurs })));
  }
  return (
    <div className="link-handling">
      <p role="status">{text(`agenda:linkSettings.${kind}`)}</p>
      {isFailed ? (
        <p className="link-handling-failed" role="alert">
          {text('agenda:linkSettings.failed')}
        </p>
      ) : null}
      {hasButton ? (
        <Button look={isOurs ? 'quiet' : 'plain'} onClick={() => void change()}>
          {text(isOurs ? 'agenda:linkSettings.stop' : 'agenda:linkSettings.open')}
        </Button>
      ) : null}
    </div>
  );
}
