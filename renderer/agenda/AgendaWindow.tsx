import { useEffect, useRef } from 'react';
import { OnDemand } from '../common/OnDemand.tsx';
import { useAgendaStore } from './agendaStore.ts';
import { Header } from './Header.tsx';
import { handleKey } from './keyboard.ts';
import { LeadArea } from './LeadArea.tsx';
import { MeetingList } from './MeetingList.tsx';
import { firstRun, keysDialog, roomsDialog, waysMenu } from './parts.ts';
import { SearchField } from './SearchField.tsx';

const noProps = {};

/** The agenda window: the first run until a room is connected, then the agenda and what opens over it. */
export function AgendaWindow() {
  const isFirstRun = useAgendaStore(({ foyer }) => foyer?.accounts.length === 0);
  const announcement = useAgendaStore((state) => state.announcement);
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  return (
    <>
      {isFirstRun ? <OnDemand part={firstRun} props={noProps} /> : <Agenda />}
      <OpenDialog />
      <p className="spoken" role="status">
        {announcement}
      </p>
    </>
  );
}

function Agenda() {
  const isSearching = useAgendaStore(({ query }) => query !== null);
  const hasQuery = useAgendaStore(({ query }) => query !== null && query.trim() !== '');
  const scroller = useRef<HTMLElement>(null);
  return (
    <div className="agenda">
      {isSearching ? <SearchField /> : <Header />}
      <main className="agenda-scroller" ref={scroller}>
        {hasQuery ? null : <LeadArea />}
        <MeetingList scroller={scroller} />
        <OpenMenu />
      </main>
    </div>
  );
}

function OpenMenu() {
  const menu = useAgendaStore((state) => state.menu);
  return menu === null ? null : <OnDemand part={waysMenu} key={menu.meetingKey} props={menu} />;
}

function OpenDialog() {
  const dialog = useAgendaStore((state) => state.dialog);
  return (
    <>
      {dialog?.kind === 'rooms' ? (
        <OnDemand part={roomsDialog} props={{ editAccountId: dialog.editAccountId }} />
      ) : null}
      {dialog?.kind === 'keys' ? <OnDemand part={keysDialog} props={noProps} /> : null}
    </>
  );
}
