import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';

/** Where the system cannot protect secrets: what that means, and the choice that only the user can make. */
export function KeyringNotice() {
  const keyring = useAgendaStore(({ foyer }) => foyer?.environment.keyring);
  if (keyring?.kind !== 'unprotected') {
    return null;
  }
  const isAllowed = keyring.isPlaintextAllowed;
  return (
    <section className="keyring" aria-label={text('agenda:keyring.title')}>
      <h3>{text('agenda:keyring.title')}</h3>
      <p>{text(isAllowed ? 'agenda:keyring.allowed' : 'agenda:keyring.memory')}</p>
      <Button onClick={() => void foyerBridge.allowPlaintextSecrets({ isAllowed: !isAllowed })}>
        {text(isAllowed ? 'agenda:keyring.forbid' : 'agenda:keyring.allow')}
      </Button>
    </section>
  );
}
