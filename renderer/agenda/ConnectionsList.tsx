import PlusIcon from 'lucide-react/icons/plus';
import { useEffect, useRef, useState } from 'react';
import type { AccountView } from '../../core/model/account.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { selectAccounts, selectServices, useAgendaStore } from './agendaStore.ts';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import { KeyringNotice } from './KeyringNotice.tsx';
import { announce, openHealth } from './windowActions.ts';

/** See {@link ConnectionsList}. */
export interface ConnectionsListProps {
  /** The account that was just changed: the focus returns to it, or (empty) to the list. Null leaves the focus alone. */
  readonly returnTo: string | null;
  readonly onEdit: (accountId: string) => void;
  readonly onAdd: () => void;
}

/** The connected accounts with how each of them is. */
export function ConnectionsList({ returnTo, onEdit, onAdd }: ConnectionsListProps) {
  const accounts = useAgendaStore(selectAccounts);
  const list = useRef<HTMLDivElement>(null);
  const count = accounts.length;
  useEffect(() => {
    if (returnTo !== null) {
      focusConnection(list.current, returnTo);
    }
  }, [returnTo]);
  useEffect(() => {
    // The buttons of a removed account take the focus with them.
    if (count > 0 && document.activeElement === document.body) {
      focusConnection(list.current, null);
    }
  }, [count]);
  return (
    <div ref={list}>
      <KeyringNotice />
      <ul className="connections">
        {accounts.map((account) => (
          <li key={account.id} className="connection" data-account={account.id}>
            <Connection account={account} onEdit={() => onEdit(account.id)} />
          </li>
        ))}
      </ul>
      <div className="connection-actions">
        <Button onClick={onAdd} className="add-connection">
          <PlusIcon className="icon" aria-hidden />
          {text('agenda:connections.add')}
        </Button>
        <Button look="quiet" onClick={openHealth}>
          {text('agenda:connections.health')}
        </Button>
      </div>
    </div>
  );
}

function focusConnection(list: HTMLElement | null, accountId: string | null): void {
  const found = accountId === null ? null : list?.querySelector(`[data-account="${accountId}"]`);
  const button =
    (found ?? list?.querySelector('.connection'))?.querySelector('button') ?? list?.querySelector('.add-connection');
  if (button instanceof HTMLElement) {
    button.focus();
  }
}

function Connection({ account, onEdit }: { readonly account: AccountView; readonly onEdit: () => void }) {
  const [isRemoving, setRemoving] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const { name } = account;
  function keep(): void {
    setRemoving(false);
    removeButton.current?.focus();
  }
  return (
    <>
      <div className="connection-header">
        <h3 dir="auto">{name}</h3>
        <div className="connection-actions">
          <Button look="quiet" aria-label={text('agenda:connections.editNamed', { name })} onClick={onEdit}>
            {text('agenda:connections.edit')}
          </Button>
          <Button
            ref={removeButton}
            look="quiet"
            aria-label={text('agenda:connections.removeNamed', { name })}
            aria-expanded={isRemoving}
            onClick={() => setRemoving(!isRemoving)}
          >
            {text('agenda:connections.remove')}
          </Button>
        </div>
      </div>
      <ConnectionStatus account={account} />
      {isRemoving ? <RemoveQuestion account={account} onKeep={keep} /> : null}
    </>
  );
}

function RemoveQuestion({ account, onKeep }: { readonly account: AccountView; readonly onKeep: () => void }) {
  const { id, name, serviceId } = account;
  const keepButton = useRef<HTMLButtonElement>(null);
  const listsMeetings = useAgendaStore((state) =>
    selectServices(state).some((service) => service.id === serviceId && service.hasAgenda),
  );
  const label = text(listsMeetings ? 'agenda:connections.removeQuestion' : 'agenda:connections.removeHostQuestion', {
    name,
  });
  useEffect(() => keepButton.current?.focus(), []);
  async function remove(): Promise<void> {
    await foyerBridge.removeAccount({ accountId: id });
    announce(text('agenda:connections.removed', { name }));
  }
  return (
    <fieldset className="connection-question" aria-label={label}>
      <p>{label}</p>
      <div className="connection-actions">
        <Button look="bad" onClick={() => void remove()}>
          {text('agenda:connections.removeConfirm')}
        </Button>
        <Button ref={keepButton} onClick={onKeep}>
          {text('agenda:connections.keep')}
        </Button>
      </div>
    </fieldset>
  );
}
