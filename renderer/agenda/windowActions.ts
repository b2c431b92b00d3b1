import { agendaTrouble } from '../../core/agendaView/agendaTrouble.ts';
import { countdownTo } from '../../core/time/countdown.ts';
import { durationText } from '../common/durationText.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { selectAccounts, useAgendaStore } from './agendaStore.ts';

const noteTime = 6_000;

let noteTimer: number | undefined;

/** Tells screen readers something, when they have finished what they are saying. */
export function announce(announcement: string): void {
  // The same words twice would not be noticed as a change.
  useAgendaStore.setState((state) => ({
    announcement: state.announcement === announcement ? `${announcement}\u00a0` : announcement,
  }));
}

/** Opens the search, with what was typed to get there. */
export function openSearch(query = ''): void {
  useAgendaStore.setState((state) => ({ query: state.query ?? query, menu: null }));
}

/** Closes the search; the list shows everything again. */
export function closeSearch(): void {
  useAgendaStore.setState({ query: null });
}

/** Opens the settings where they begin. */
export function openSettings(): void {
  useAgendaStore.setState({ dialog: { kind: 'settings', section: null, editAccountId: null }, menu: null });
}

/** Opens the settings at the connections; with an account's id, at the form of that account. */
export function openConnections(editAccountId: string | null): void {
  useAgendaStore.setState({ dialog: { kind: 'settings', section: 'services', editAccountId }, menu: null });
}

/** Shows how Foyer and all that it depends on are. */
export function openHealth(): void {
  useAgendaStore.setState({ dialog: { kind: 'health' }, menu: null });
}

/** Shows the keys. */
export function openKeys(): void {
  useAgendaStore.setState({ dialog: { kind: 'keys' }, menu: null });
}

/** Closes whatever dialog is open. */
export function closeDialog(): void {
  useAgendaStore.setState({ dialog: null });
}

/** Asks the services for their meetings now, and says so where that is not possible. */
export async function refresh(): Promise<void> {
  const result = await foyerBridge.refresh({});
  if (result.kind === 'limited') {
    note(text('agenda:refresh.limited', { duration: durationText(countdownTo(Date.parse(result.until), Date.now())) }));
  } else if (result.kind === 'nothingToRefresh') {
    note(text('agenda:refresh.nothing'));
  } else {
    announceWhenRefreshed();
  }
}

/** Says that all is up to date; what is not speaks for itself, in the bar above the agenda. */
function announceWhenRefreshed(): void {
  const stop = useAgendaStore.subscribe((state, before) => {
    if (before.foyer?.agenda.isRefreshing === true && state.foyer?.agenda.isRefreshing === false) {
      stop();
      if (agendaTrouble(selectAccounts(state)) === null) {
        announce(text('agenda:refresh.done'));
      }
    }
  });
}

/** Says something in the header for a moment. */
export function note(refreshNote: string): void {
  window.clearTimeout(noteTimer);
  useAgendaStore.setState({ refreshNote });
  announce(refreshNote);
  noteTimer = window.setTimeout(() => useAgendaStore.setState({ refreshNote: null }), noteTime);
}
