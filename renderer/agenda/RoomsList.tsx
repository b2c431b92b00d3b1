import PlusIcon from 'lucide-react/icons/plus';
import { useState } from 'react';
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
  readonly onEdit: (accountId: string) => void;
  readonly onAdd: () => void;
}

/** The connected rooms with how each of them is. */
export function RoomsList({ onEdit, onAdd }: RoomsListProps) {
  const accounts = useAgendaStore(selectAccounts);
  return (
    <>
      <KeyringNotice />
      <ul className="rooms">
        {accounts.map((account) => (
          <li key={account.id} className="room">
            <Room account={account} onEdit={() => onEdit(account.id)} />
          </li>
        ))}
      </ul>
      <Button onClick={onAdd}>
        <PlusIcon className="icon" aria-hidden />
        {text('agenda:rooms.add')}
      </Button>
    </>
  );
}

function Room({ account, onEdit }: { readonly account: AccountView; readonly onEdit: () => void }) {
  const [isRemoving, setRemoving] = useState(false);
  const { name } = account;
  return (
    <>
      <div className="room-texts">
        <h3 dir="auto">{name}</h3>
        <RoomStatus account={account} />
      </div>
      {isRemoving ? (
        <RemoveQuestion account={account} onKeep={() => setRemoving(false)} />
      ) : (
        <div className="room-actions">
          <Button aria-label={text('agenda:rooms.editRoom', { name })} onClick={onEdit}>
            {text('agenda:rooms.edit')}
          </Button>
          <Button look="quiet" aria-label={text('agenda:rooms.removeRoom', { name })} onClick={() => setRemoving(true)}>
            {text('agenda:rooms.remove')}
          </Button>
        </div>
      )}
    </>
  );
}

function RemoveQuestion({ account, onKeep }: { readonly account: AccountView; readonly onKeep: () => void }) {
  const { id, name } = account;
  async function remove(): Promise<void> {
    await foyerBridge.removeAccount({ accountId: id });
    announce(text('agenda:rooms.removed', { name }));
  }
  return (
    <div className="room-question" role="group" aria-label={text('agenda:rooms.removeRoom', { name })}>
      <p>{text('agenda:rooms.removeQuestion', { name })}</p>
      <div className="room-actions">
        {/* biome-ignore lint/a11y/noAutofocus: the question takes the place of the button that had the focus. */}
        <Button autoFocus onClick={onKeep}>
          {text('agenda:rooms.keep')}
        </Button>
        <Button look="bad" onClick={() => void remove()}>
          {text('agenda:rooms.removeConfirm')}
        </Button>
      </div>
    </div>
  );
}
