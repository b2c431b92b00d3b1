import { selectRows } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { goToMeeting } from './listMovement.ts';

/** Leads to a meeting: to its place in the list, or to the Join of one that leads. */
export function showMeeting(meetingKey: string): void {
  useAgendaStore.setState({ query: null, dialog: null, menu: null });
  if (selectRows(useAgendaStore.getState()).some(({ key }) => key === meetingKey)) {
    goToMeeting(meetingKey);
    return;
  }
  const card = document.querySelector(`[data-meeting="${CSS.escape(meetingKey)}"]`);
  card?.scrollIntoView({ block: 'nearest' });
  card?.querySelector<HTMLElement>('button')?.focus();
}
