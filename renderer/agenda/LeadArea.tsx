import { OnDemand } from '../common/OnDemand.tsx';
import { selectView } from './agendaLayout.ts';
import { selectHasAgenda, useAgendaStore } from './agendaStore.ts';
import { BesideLead } from './BesideLead.tsx';
import { Lead } from './Lead.tsx';
import { Notices } from './Notices.tsx';
import { roomsHome } from './parts.ts';
import { StatusBar } from './StatusBar.tsx';

const noProps = {};

/** All above the list: what is wrong, what is next, and what else can be joined right now. */
export function LeadArea() {
  const hasAgenda = useAgendaStore(selectHasAgenda);
  return (
    <div className="lead-area" data-alone={!hasAgenda}>
      <StatusBar />
      <Notices />
      {hasAgenda ? <LeadingMeetings /> : <OnDemand part={roomsHome} props={noProps} />}
    </div>
  );
}

function LeadingMeetings() {
  const view = useAgendaStore(selectView);
  return (
    <>
      <Lead lead={view.lead} />
      {view.alongside.map((entry) => (
        <BesideLead key={entry.meeting.key} entry={entry} />
      ))}
      {view.running.map((entry) => (
        <BesideLead key={entry.meeting.key} entry={entry} />
      ))}
    </>
  );
}
