import PlusIcon from 'lucide-react/icons/plus';
import { useEffect, useRef, useState } from 'react';
import type { AccountView } from '../../core/model/account.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { selectAccounts, useAgendaStore } from './agendaStore.ts';
import { KeyringNotice } from './KeyringNotice.tsx';
import { RoomStatus } from './RoomStatus.tsx';
import { announce } from './windowActions.ts';

/** See {@link RoomsList}. */
export interface RoomsListProps {
  /** The room that was just changed: the focus returns to it. */
  readonly returnTo: string | null;
  readonly onEdit: (accountId: string) => void;
  readonly onAdd: () => void;
}

/** The connected rooms with how each of them is. */
export function RoomsList({ returnTo, onEdit, onAdd }: RoomsListProps) {
  const accounts = useAgendaStore(selectAccounts);
  const list = useRef<HTMLDivElement>(null);
  const count = accounts.length;
  useEffect(() => {
    focusRoom(list.current, returnTo);
  }, [returnTo]);
  useEffect(() => {
    // The buttons of a removed room take the focus with them.
    if (count > 0 && document.activeElement === document.body) {
      focusRoom(list.current, null);
    }
  }, [count]);
  return (
    <div ref={list}>
      <KeyringNotice />
      <ul className="rooms">
        {accounts.map((account) => (
          <li key={account.id} className="room" data-account={account.id}>
            <Room account={account} onEdit={() => onEdit(account.id)} />
          </li>
        ))}
      </ul>
      <Button onClick={onAdd} className="add-room">
        <PlusIcon className="icon" aria-hidden />
        {text('agenda:rooms.add')}
      </Button>
    </div>
  );
}

function focusRoom(list: HTMLElement | null, accountId: string | null): void {
  const room = accountId === null ? null : list?.querySelector(`[data-account="${accountId}"]`);
  const button = (room ?? list?.querySelector('.room'))?.querySelector('button') ?? list?.querySelector('.add-room');
  if (button instanceof HTMLElement) {
    button.focus();
  }
}

function Room({ account, onEdit }: { readonly account: AccountView; readonly onEdit: () => void }) {
  const [isRemoving, setRemoving] = useState(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  const { name } = account;
  function keep(): void {
    setRemoving(false);
    removeButton.current?.focus();
  }
  return (
    <>
      <div className="room-header">
        <h3 dir="auto">{name}</h3>
        <div className="room-actions">
          <Button look="quiet" aria-label={text('agenda:rooms.editRoom', { name })} onClick={onEdit}>
            {text('agenda:rooms.edit')}
          </Button>
          <Button
            ref={removeButton}
            look="quiet"
            aria-label={text('agenda:rooms.removeRoom', { name })}
            aria-expanded={isRemoving}
            onClick={() => setRemoving(!isRemoving)}
          >
            {text('agenda:rooms.remove')}
          </Button>
        </div>
      </div>
      <RoomStatus account={account} />
      {isRemoving ? <RemoveQuestion account={account} onKeep={keep} /> : null}
    </>
  );
}

function RemoveQuestion({ account, onKeep }: { readonly account: AccountView; readonly onKeep: () => void }) {
  const { id, name } = account;
  const keepButton = useRef<HTMLButtonElement>(null);
  const label = text('agenda:rooms.removeQuestion', { name });
  useEffect(() => keepButton.current?.focus(), []);
  async function remove(): Promise<void> {
    await foyerBridge.removeAccount({ accountId: id });
    announce(text('agenda:rooms.removed', { name }));
  }
  return (
    <fieldset className="room-question" aria-label={label}>
      <p>{label}</p>
      <div className="room-actions">
        <Button look="bad" onClick={() => void remove()}>
          {text('agenda:rooms.removeConfirm')}
        </Button>
        <Button ref={keepButton} onClick={onKeep}>
          {text('agenda:rooms.keep')}
        </Button>
      </div>
    </fieldset>
  );
}
