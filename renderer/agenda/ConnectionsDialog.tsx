import BackIcon from 'lucide-react/icons/arrow-left';
import { useEffect, useState } from 'react';
import type { PresetAccount } from '../../core/model/choices.ts';
import type { ServiceView } from '../../core/model/service.ts';
import { Dialog } from '../common/Dialog.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { selectAccounts, selectIsFirstRun, selectServices, useAgendaStore } from './agendaStore.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { ConnectionsList } from './ConnectionsList.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';
import { ServicePitch } from './ServicePitch.tsx';
import { closeDialog } from './windowActions.ts';
import './connections.css';

type ConnectionsView =
  | { readonly kind: 'list'; readonly returnTo: string | null }
  | { readonly kind: 'edit'; readonly accountId: string }
  | { readonly kind: 'choose'; readonly returnTo: string | null }
  | { readonly kind: 'add'; readonly service: ServiceView; readonly preset: PresetAccount | null };

/** All connected accounts, and the forms to change them and add others. */
export function ConnectionsDialog({ editAccountId }: { readonly editAccountId: string | null }) {
  const accounts = useAgendaStore(selectAccounts);
  const services = useAgendaStore(selectServices);
  const [wanted, setView] = useState<ConnectionsView>(
    editAccountId === null ? { kind: 'list', returnTo: null } : { kind: 'edit', accountId: editAccountId },
  );
  const account = wanted.kind === 'edit' ? accounts.find(({ id }) => id === wanted.accountId) : undefined;
  const view: ConnectionsView =
    wanted.kind === 'edit' && account === undefined ? { kind: 'list', returnTo: null } : wanted;
  const showList = (): void => setView({ kind: 'list', returnTo: view.kind === 'edit' ? view.accountId : null });
  const isFirst = useAgendaStore(selectIsFirstRun);
  useEffect(() => {
    // The first run has all of this in the window itself.
    if (isFirst) {
      closeDialog();
    }
  }, [isFirst]);
  return (
    <Dialog
      title={titleOf(view, account?.name)}
      closeLabel={text('agenda:connections.close')}
      onClose={closeDialog}
      before={<Back view={view} hasChoice={services.length > 1} onView={setView} onList={showList} />}
    >
      <View view={view} services={services} onView={setView} onList={showList} />
    </Dialog>
  );
}

interface ViewProps {
  readonly view: ConnectionsView;
  readonly onView: (view: ConnectionsView) => void;
  readonly onList: () => void;
}

function Back({ view, hasChoice, onView, onList }: ViewProps & { readonly hasChoice: boolean }) {
  if (view.kind === 'list') {
    return null;
  }
  if (view.kind === 'add' && hasChoice) {
    const back = (): void => onView({ kind: 'choose', returnTo: view.service.id });
    return <IconButton icon={BackIcon} label={text('agenda:connections.backToServices')} onClick={back} />;
  }
  return <IconButton icon={BackIcon} label={text('agenda:connections.back')} onClick={onList} />;
}

function View({ view, services, onView, onList }: ViewProps & { readonly services: readonly ServiceView[] }) {
  switch (view.kind) {
    case 'list':
      return (
        <ConnectionsList
          returnTo={view.returnTo}
          onEdit={(accountId) => onView({ kind: 'edit', accountId })}
          onAdd={() => onView(firstOf(services))}
        />
      );
    case 'edit':
      return <EditForm accountId={view.accountId} onSaved={onList} />;
    case 'choose':
      return (
        <ServiceChoice
          services={services}
          returnTo={view.returnTo ?? services[0]?.id ?? null}
          onChoose={(id, preset) =>
            onView(
              formOf(
                services.find((service) => service.id === id),
                preset,
              ),
            )
          }
        />
      );
    case 'add':
      return (
        <>
          <ServicePitch service={view.service} isNamed />
          <ConnectForm service={view.service} account={null} preset={view.preset} onSaved={onList} />
        </>
      );
  }
}

/** Where adding begins: with a choice where there is one. */
function firstOf(services: readonly ServiceView[]): ConnectionsView {
  return services.length > 1 ? { kind: 'choose', returnTo: null } : formOf(services[0], null);
}

function formOf(service: ServiceView | undefined, preset: PresetAccount | null): ConnectionsView {
  return service === undefined ? { kind: 'list', returnTo: null } : { kind: 'add', service, preset };
}

function titleOf(view: ConnectionsView, accountName: string | undefined): string {
  switch (view.kind) {
    case 'choose':
      return text('agenda:connections.addTitle');
    case 'add':
      return text('agenda:firstRun.connectTitle', { service: text(view.service.name) });
    default:
      return accountName === undefined
        ? text('agenda:connections.title')
        : text('agenda:connections.editTitle', { name: accountName });
  }
}

function EditForm({ accountId, onSaved }: { readonly accountId: string; readonly onSaved: () => void }) {
  const account = useAgendaStore((state) => selectAccounts(state).find((candidate) => candidate.id === accountId));
  const service = useAgendaStore((state) =>
    selectServices(state).find((candidate) => candidate.id === account?.serviceId),
  );
  return account === undefined || service === undefined ? null : (
    <ConnectForm service={service} account={account} onSaved={onSaved} />
  );
}
