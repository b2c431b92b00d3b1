import BackIcon from 'lucide-react/icons/arrow-left';
import { useEffect, useState } from 'react';
import { Dialog } from '../common/Dialog.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { selectAccounts, selectServices, useAgendaStore } from './agendaStore.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { RoomsList } from './RoomsList.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';
import { closeDialog } from './windowActions.ts';
import './rooms.css';

type RoomsView =
  | { readonly kind: 'list'; readonly returnTo: string | null }
  | { readonly kind: 'edit'; readonly accountId: string }
  | { readonly kind: 'add'; readonly serviceId: string | null };

/** All connected rooms, and the forms to change them and add others. */
export function RoomsDialog({ editAccountId }: { readonly editAccountId: string | null }) {
  const accounts = useAgendaStore(selectAccounts);
  const [view, setView] = useState<RoomsView>(
    editAccountId === null ? { kind: 'list', returnTo: null } : { kind: 'edit', accountId: editAccountId },
  );
  const showList = (): void => setView({ kind: 'list', returnTo: view.kind === 'edit' ? view.accountId : null });
  const account = view.kind === 'edit' ? accounts.find((candidate) => candidate.id === view.accountId) : undefined;
  const isList = view.kind === 'list' || (view.kind === 'edit' && account === undefined);
  useEffect(() => {
    // Without rooms there is nothing to manage: the first run takes over.
    if (accounts.length === 0) {
      closeDialog();
    }
  }, [accounts.length]);
  return (
    <Dialog
      title={titleOf(view, account?.name)}
      closeLabel={text('agenda:rooms.close')}
      onClose={closeDialog}
      before={isList ? null : <IconButton icon={BackIcon} label={text('agenda:rooms.back')} onClick={showList} />}
    >
      {isList ? (
        <RoomsList
          returnTo={view.kind === 'list' ? view.returnTo : null}
          onEdit={(accountId) => setView({ kind: 'edit', accountId })}
          onAdd={() => setView({ kind: 'add', serviceId: null })}
        />
      ) : null}
      {account === undefined ? null : <EditRoom accountId={account.id} onSaved={showList} />}
      {view.kind === 'add' ? (
        <AddRoom
          serviceId={view.serviceId}
          onChoose={(serviceId) => setView({ kind: 'add', serviceId })}
          onSaved={showList}
        />
      ) : null}
    </Dialog>
  );
}

function titleOf(view: RoomsView, accountName: string | undefined): string {
  if (view.kind === 'add') {
    return text('agenda:rooms.addTitle');
  }
  return accountName === undefined ? text('agenda:rooms.title') : text('agenda:rooms.editTitle', { name: accountName });
}

function EditRoom({ accountId, onSaved }: { readonly accountId: string; readonly onSaved: () => void }) {
  const account = useAgendaStore((state) => selectAccounts(state).find((candidate) => candidate.id === accountId));
  const service = useAgendaStore((state) =>
    selectServices(state).find((candidate) => candidate.id === account?.serviceId),
  );
  return account === undefined || service === undefined ? null : (
    <ConnectForm service={service} account={account} onSaved={onSaved} />
  );
}

interface AddRoomProps {
  readonly serviceId: string | null;
  readonly onChoose: (serviceId: string) => void;
  readonly onSaved: () => void;
}

function AddRoom({ serviceId, onChoose, onSaved }: AddRoomProps) {
  const services = useAgendaStore(selectServices);
  const service = services.find((candidate) => candidate.id === serviceId) ?? services[0];
  return service === undefined ? null : (
    <>
      <ServiceChoice services={services} chosenId={service.id} onChoose={onChoose} />
      <ConnectForm key={service.id} service={service} account={null} onSaved={onSaved} />
    </>
  );
}
