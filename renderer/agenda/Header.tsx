import LinkIcon from 'lucide-react/icons/link-2';
import RefreshIcon from 'lucide-react/icons/rotate-cw';
import SearchIcon from 'lucide-react/icons/search';
import SettingsIcon from 'lucide-react/icons/settings-2';
import { shownAsOf } from '../../core/agendaView/agendaTrouble.ts';
import type { AccountView } from '../../core/model/account.ts';
import { IconButton } from '../common/IconButton.tsx';
import { listText, text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { agendaAccounts, selectHasAgenda, selectServices, useAgendaStore } from './agendaStore.ts';
import { instantText } from './instantText.ts';
import { openLinkField } from './offerActions.ts';
import { openSearch, openSettings, refresh } from './windowActions.ts';

const mostRoomsNamed = 3;

/** Today's date, whose meetings are shown and how fresh they are (or who can open rooms), and what can be done with the whole. */
export function Header() {
  const now = useAgendaStore((state) => state.now);
  const hasAgenda = useAgendaStore(selectHasAgenda);
  const format = useTimeFormat();
  return (
    <header className="header">
      <div className="header-titles">
        <h1>{format.formatDay(now)}</h1>
        <Source />
      </div>
      {hasAgenda ? <AgendaButtons /> : null}
      <IconButton icon={LinkIcon} label={text('agenda:header.link')} onClick={() => openLinkField()} />
      <IconButton icon={SettingsIcon} label={text('agenda:header.settings')} onClick={openSettings} />
    </header>
  );
}

function AgendaButtons() {
  const isRefreshing = useAgendaStore(({ foyer }) => foyer?.agenda.isRefreshing ?? false);
  return (
    <>
      <IconButton icon={SearchIcon} label={text('agenda:header.search')} onClick={() => openSearch()} />
      <IconButton
        icon={RefreshIcon}
        label={text('agenda:header.refresh')}
        isBusy={isRefreshing}
        className="refresh"
        onClick={() => void refresh()}
      />
    </>
  );
}

function Source() {
  const accounts = useAgendaStore(({ foyer }) => foyer?.accounts);
  const services = useAgendaStore(selectServices);
  const note = useAgendaStore((state) => state.refreshNote);
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  if (accounts === undefined) {
    return <p className="header-source">{'\u00a0'}</p>;
  }
  const listing = agendaAccounts(accounts, services);
  const shown = listing.length === 0 ? accounts : listing;
  const asOf = shownAsOf(listing);
  if (note !== null) {
    return <p className="header-source">{note}</p>;
  }
  return (
    <p className="header-source" title={shown.map((account) => account.name).join(', ')}>
      <bdi className="header-rooms">{roomsText(shown)}</bdi>
      {asOf === null ? null : (
        <span className="header-age"> · {text('agenda:header.asOf', { time: instantText(asOf, now, format) })}</span>
      )}
    </p>
  );
}

function roomsText(accounts: readonly AccountView[]): string {
  const names = accounts.map((account) => account.name);
  if (names.length <= mostRoomsNamed) {
    return listText(names);
  }
  const rooms = names.slice(0, mostRoomsNamed - 1).join(', ');
  return text('agenda:header.roomsAndMore', { rooms, count: names.length - mostRoomsNamed + 1 });
}
