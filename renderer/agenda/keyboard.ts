import { selectView } from './agendaLayout.ts';
import { isFirstRun, selectHasAgenda, selectIsFirstRun, selectRooms, useAgendaStore } from './agendaStore.ts';
import { copyAddress, joinMeeting, openWaysMenu } from './joinActions.ts';
import { type ListMove, leaveList, moveInList } from './listMovement.ts';
import { openLinkField } from './offerActions.ts';
import { enterSchedule } from './scheduling/entrances.ts';
import { canSchedule } from './scheduling/schedulers.ts';
import { closeSearch, openKeys, openSearch, openSettings, refresh } from './windowActions.ts';

const moves: Readonly<Record<string, ListMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};

/** What a key does anywhere in the agenda; dialogs, menus and fields keep theirs. */
export function handleKey(event: KeyboardEvent): void {
  const { foyer, dialog, menu } = useAgendaStore.getState();
  if (event.defaultPrevented || event.isComposing || foyer === null) {
    return;
  }
  const hasCommandKey = event.ctrlKey || event.metaKey;
  const isHandled = hasCommandKey || event.key === 'F5' ? handleCommand(event) : false;
  const isFree =
    !isFirstRun(foyer) && dialog === null && menu === null && foyer.links.card === null && foyer.offer === null;
  if (isHandled || (isFree && !hasCommandKey && !event.altKey && handlePlainKey(event))) {
    event.preventDefault();
  }
}

function handleCommand(event: KeyboardEvent): boolean {
  const state = useAgendaStore.getState();
  const key = event.key.toLowerCase();
  if (key === 'f5' || key === 'r') {
    if (selectHasAgenda(state)) {
      void refresh();
    }
    return true;
  }
  if (state.dialog !== null || state.foyer?.links.card !== null || state.foyer.offer !== null) {
    return false;
  }
  if (key === ',') {
    openSettings();
    return true;
  }
  return !selectIsFirstRun(state) && handleAgendaCommand(key, event);
}

function handleAgendaCommand(key: string, event: KeyboardEvent): boolean {
  switch (key) {
    case 'f':
      if (selectHasAgenda(useAgendaStore.getState())) {
        openSearch();
      }
      return true;
    case 'l':
      openLinkField();
      return true;
    case 'n':
      return !event.repeat && (event.shiftKey ? scheduleByKey() : openRoomByKey());
    case 'c':
      return copySelected();
    default:
      return false;
  }
}

/** Opens a room with the service used last. False where no service that is connected has rooms. */
export function openRoomByKey(): boolean {
  const [accountId] = selectRooms(useAgendaStore.getState()).hostAccountIds;
  if (accountId === undefined) {
    return false;
  }
  void import('./rooms/roomActions.ts').then(({ openRoomAndGoThere }) => openRoomAndGoThere(accountId));
  return true;
}

/** Shows the form for a meeting. False where nobody can schedule one. */
function scheduleByKey(): boolean {
  const { foyer } = useAgendaStore.getState();
  if (foyer === null || !canSchedule(foyer)) {
    return false;
  }
  void enterSchedule(null);
  return true;
}

function copySelected(): boolean {
  const { position } = useAgendaStore.getState();
  if (position === null || window.getSelection()?.isCollapsed === false || isField(document.activeElement)) {
    return false;
  }
  void copyAddress(position.meetingKey);
  return true;
}

function handlePlainKey(event: KeyboardEvent): boolean {
  if (event.key === '?' && !isField(event.target)) {
    openKeys();
    return true;
  }
  return selectHasAgenda(useAgendaStore.getState()) && handleAgendaKey(event);
}

function handleAgendaKey(event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    return handleEscape();
  }
  if (isField(event.target)) {
    return event.key === 'ArrowDown' || event.key === 'Enter' ? moveFromField() : false;
  }
  const move = moves[event.key];
  if (move !== undefined) {
    moveInList(move);
    return true;
  }
  switch (event.key) {
    case 'Enter':
      return !(event.target instanceof HTMLButtonElement) && !event.repeat && joinSelected();
    case '/':
      openSearch();
      return true;
    case '.':
    case 'ContextMenu':
      return openSelectedMenu();
    case 'F10':
      return event.shiftKey && openSelectedMenu();
    default:
      return startSearchWith(event.key);
  }
}

function handleEscape(): boolean {
  const { query, position } = useAgendaStore.getState();
  if (query !== null && query !== '') {
    useAgendaStore.setState({ query: '' });
    return true;
  }
  if (query !== null) {
    closeSearch();
    return true;
  }
  if (position !== null) {
    leaveList();
    return true;
  }
  return false;
}

function moveFromField(): boolean {
  useAgendaStore.setState({ position: null });
  moveInList('down');
  return true;
}

function joinSelected(): boolean {
  const state = useAgendaStore.getState();
  const { lead } = selectView(state);
  const leading = lead.kind === 'nothing' || state.query ? undefined : lead.entry.meeting.key;
  const meetingKey = state.position?.meetingKey ?? leading;
  if (meetingKey === undefined) {
    return false;
  }
  void joinMeeting(meetingKey, null);
  return true;
}

function openSelectedMenu(): boolean {
  const { position } = useAgendaStore.getState();
  const anchor = document.querySelector('[role="row"][aria-selected="true"] [aria-haspopup="menu"]');
  if (position === null || !(anchor instanceof HTMLElement)) {
    return false;
  }
  openWaysMenu(position.meetingKey, anchor);
  return true;
}

/** Letters and digits start a search; a space does not, since it presses buttons. */
function startSearchWith(key: string): boolean {
  if (!/^[\p{L}\p{N}]$/u.test(key)) {
    return false;
  }
  openSearch(key);
  return true;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
