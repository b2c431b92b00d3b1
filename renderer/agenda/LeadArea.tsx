import { selectView } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { BesideLead } from './BesideLead.tsx';
import { Lead } from './Lead.tsx';
import { Notices } from './Notices.tsx';
import { StatusBar } from './StatusBar.tsx';

/** All above the list: what is wrong, what is next, and what else can be joined right now. */
export function LeadArea() {
  const view = useAgendaStore(selectView);
  return (
    <div className="lead-area">
      <StatusBar />
      <Notices />
      <Lead lead={view.lead} />
      {view.alongside.map((entry) => (
        <BesideLead key={entry.meeting.key} entry={entry} />
      ))}
      {view.running.map((entry) => (
        <BesideLead key={entry.meeting.key} entry={entry} />
      ))}
    </div>
  );
}
