import { lazy, Suspense, useEffect, useRef } from 'react';
import { useAgendaStore } from './agendaStore.ts';
import { Header } from './Header.tsx';
import { handleKey } from './keyboard.ts';
import { LeadArea } from './LeadArea.tsx';
import { MeetingList } from './MeetingList.tsx';
import { SearchField } from './SearchField.tsx';

// Not part of the first picture, so not part of the first script.
const FirstRun = lazy(async () => ({ default: (await import('./FirstRun.tsx')).FirstRun }));
const RoomsDialog = lazy(async () => ({ default: (await import('./RoomsDialog.tsx')).RoomsDialog }));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));
const WaysMenu = lazy(async () => ({ default: (await import('./WaysMenu.tsx')).WaysMenu }));

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
      {isFirstRun ? (
        <Suspense>
          <FirstRun />
        </Suspense>
      ) : (
        <Agenda />
      )}
      <Overlays />
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
      </main>
    </div>
  );
}

function Overlays() {
  const dialog = useAgendaStore((state) => state.dialog);
  const menu = useAgendaStore((state) => state.menu);
  return (
    <Suspense>
      {dialog?.kind === 'rooms' ? <RoomsDialog editAccountId={dialog.editAccountId} /> : null}
      {dialog?.kind === 'keys' ? <KeysDialog /> : null}
      {menu === null ? null : <WaysMenu key={menu.meetingKey} meetingKey={menu.meetingKey} anchor={menu.anchor} />}
    </Suspense>
  );
}
