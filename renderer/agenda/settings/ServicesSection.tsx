import { useState } from 'react';
import type { ServiceView } from '../../../core/model/service.ts';
import { selectAccounts, selectServices, useAgendaStore } from '../agendaStore.ts';
import { ConnectForm } from '../ConnectForm.tsx';
import { ConnectionsList } from '../ConnectionsList.tsx';
import { ServiceChoice } from '../ServiceChoice.tsx';
import { ServicePitch } from '../ServicePitch.tsx';
import { SectionFrame, type WayBack } from './SectionFrame.tsx';
import { SettingsItems } from './SettingsItems.tsx';
import type { SettingsItem } from './settingsItems.ts';
import { text } from './settingsText.ts';

type ServicesView =
  | { readonly kind: 'list'; readonly returnTo: string | null }
  | { readonly kind: 'edit'; readonly accountId: string }
  | { readonly kind: 'choose'; readonly returnTo: string | null }
  | { readonly kind: 'add'; readonly service: ServiceView };

/** See {@link ServicesSection}. */
export interface ServicesSectionProps {
  /** The account whose form it begins with; null for the list. */
  readonly editAccountId: string | null;
  /** What stands below the list of connections. */
  readonly items: readonly SettingsItem[];
  /** From the list, back to the sections. */
  readonly back: WayBack;
}

/** All connected accounts, and the forms to change them and add others. */
export function ServicesSection({ editAccountId, items, back }: ServicesSectionProps) {
  const accounts = useAgendaStore(selectAccounts);
  const services = useAgendaStore(selectServices);
  const [wanted, setView] = useState<ServicesView>(
    editAccountId === null ? { kind: 'list', returnTo: null } : { kind: 'edit', accountId: editAccountId },
  );
  const account = wanted.kind === 'edit' ? accounts.find(({ id }) => id === wanted.accountId) : undefined;
  const view: ServicesView =
    wanted.kind === 'edit' && account === undefined ? { kind: 'list', returnTo: null } : wanted;
  const showList = (): void => setView({ kind: 'list', returnTo: view.kind === 'edit' ? view.accountId : '' });
  return (
    <SectionFrame
      title={titleOf(view, account?.name)}
      back={view.kind === 'list' ? back : wayBack(view, services.length > 1, setView, showList)}
    >
      <View view={view} services={services} onView={setView} onList={showList} />
      {view.kind === 'list' ? <SettingsItems items={items} onOpen={() => undefined} /> : null}
    </SectionFrame>
  );
}

interface ViewProps {
  readonly view: ServicesView;
  readonly services: readonly ServiceView[];
  readonly onView: (view: ServicesView) => void;
  readonly onList: () => void;
}

function wayBack(
  view: ServicesView,
  hasChoice: boolean,
  onView: ViewProps['onView'],
  onList: ViewProps['onList'],
): WayBack {
  return view.kind === 'add' && hasChoice
    ? {
        label: text('agenda:connections.backToServices'),
        onBack: () => onView({ kind: 'choose', returnTo: view.service.id }),
        isNarrowOnly: false,
      }
    : { label: text('agenda:connections.back'), onBack: onList, isNarrowOnly: false };
}

function View({ view, services, onView, onList }: ViewProps) {
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
          onChoose={(id) => onView(formOf(services.find((service) => service.id === id)))}
        />
      );
    case 'add':
      return (
        <>
          <ServicePitch service={view.service} isNamed />
          <ConnectForm service={view.service} account={null} onSaved={onList} />
        </>
      );
  }
}

/** Where adding begins: with a choice where there is one. */
function firstOf(services: readonly ServiceView[]): ServicesView {
  return services.length > 1 ? { kind: 'choose', returnTo: null } : formOf(services[0]);
}

function formOf(service: ServiceView | undefined): ServicesView {
  return service === undefined ? { kind: 'list', returnTo: null } : { kind: 'add', service };
}

function titleOf(view: ServicesView, accountName: string | undefined): string {
  switch (view.kind) {
    case 'choose':
      return text('agenda:connections.addTitle');
    case 'add':
      return text('agenda:firstRun.connectTitle', { service: text(view.service.name) });
    default:
      return accountName === undefined
        ? text('settings:sections.services')
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
