import { useEffect, useRef } from 'react';
import { OnDemand } from '../common/OnDemand.tsx';
import { Announcement } from './Announcement.tsx';
import { selectHasAgenda, selectIsFirstRun, selectRooms, useAgendaStore } from './agendaStore.ts';
import { Header } from './Header.tsx';
import { handleKey } from './keyboard.ts';
import { LeadArea } from './LeadArea.tsx';
import { MeetingList } from './MeetingList.tsx';
import { OpenMenu } from './OpenMenu.tsx';
import { followDropsAndPastes } from './offerActions.ts';
import {
  firstRun,
  healthDialog,
  keysDialog,
  linkCard,
  meetingDialog,
  newRoomDialog,
  offerDialog,
  roomsDialog,
  roomsFooter,
  scheduleDialog,
  settingsDialog,
} from './parts.ts';
import { SearchField } from './SearchField.tsx';
import { canSchedule } from './scheduling/schedulers.ts';

const noProps = {};

/** The agenda window: the first run until an account is connected, then the agenda and what opens over it. */
export function AgendaWindow() {
  const isFirstRun = useAgendaStore(selectIsFirstRun);
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  useEffect(followDropsAndPastes, []);
  return (
    <>
      {isFirstRun ? <OnDemand part={firstRun} props={noProps} /> : <Agenda />}
      <OpenDialog />
      <Offered />
      <WaitingLink />
      <Announcement />
    </>
  );
}

function Agenda() {
  const isSearching = useAgendaStore(({ query }) => query !== null);
  const hasQuery = useAgendaStore(({ query }) => query !== null && query.trim() !== '');
  const hasMenu = useAgendaStore(({ dialog }) => dialog === null);
  const scroller = useRef<HTMLElement>(null);
  return (
    <div className="agenda">
      {isSearching ? <SearchField /> : <Header />}
      <main className="agenda-scroller" ref={scroller}>
        {hasQuery ? null : <LeadArea />}
        <MeetingList scroller={scroller} />
        {hasMenu ? <OpenMenu /> : null}
      </main>
      <RoomsPlace />
    </div>
  );
}

/** Room is kept for the rooms from the first picture on; their code comes after it, unless there is one to be drawn. */
function RoomsPlace() {
  const isWanted = useAgendaStore((state) => {
    const { hostAccountIds, rooms } = selectRooms(state);
    const isOfUse = hostAccountIds.length > 0 || rooms.length > 0 || (state.foyer !== null && canSchedule(state.foyer));
    return selectHasAgenda(state) && isOfUse;
  });
  const isPainted = useAgendaStore((state) => state.isPainted);
  if (!isWanted) {
    return null;
  }
  return (
    <div className="rooms-place">
      {isPainted || roomsFooter.component() !== undefined ? <OnDemand part={roomsFooter} props={noProps} /> : null}
    </div>
  );
}

/** What was dropped, pasted or opened, or the field for a link. */
function Offered() {
  const offer = useAgendaStore(({ foyer }) => foyer?.offer ?? null);
  const hasField = useAgendaStore(({ dialog }) => dialog?.kind === 'link');
  return offer === null && !hasField ? null : <OnDemand part={offerDialog} props={{ offer }} />;
}

/** Over everything else, as the last thing that was asked for. */
function WaitingLink() {
  const card = useAgendaStore(({ foyer }) => foyer?.links.card ?? null);
  return card === null ? null : <OnDemand part={linkCard} key={card.id} props={{ card }} />;
}

function OpenDialog() {
  const dialog = useAgendaStore((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
    case 'link':
      return null;
    case 'settings':
      return <OnDemand part={settingsDialog} props={{ place: dialog }} />;
    case 'keys':
      return <OnDemand part={keysDialog} props={noProps} />;
    case 'health':
      return <OnDemand part={healthDialog} props={noProps} />;
    case 'rooms':
      return <OnDemand part={roomsDialog} props={dialog} />;
    case 'newRoom':
      return <OnDemand part={newRoomDialog} key={dialog.accountId} props={dialog} />;
    case 'schedule':
      return <OnDemand part={scheduleDialog} props={noProps} />;
    case 'meeting':
      return <OnDemand part={meetingDialog} key={dialog.meetingId} props={dialog} />;
  }
}
