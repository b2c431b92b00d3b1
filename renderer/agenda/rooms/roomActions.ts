import { isInUse } from '../../../core/agendaView/roomsView.ts';
import type { RoomCreation, RoomEnding, RoomView } from '../../../core/model/room.ts';
import type { JoinResult } from '../../../preload/channels.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { text } from '../../common/texts.ts';
import { selectRooms, useAgendaStore } from '../agendaStore.ts';
import { announce, closeDialog } from '../windowActions.ts';
import { hostOf } from './hosts.ts';
import { focusNewRoomButton } from './roomFocus.ts';
import { type RoomFeedback, useRoomsStore } from './roomsStore.ts';

const feedbackTime = 8_000;
// A second press within this time is the same press.
const pressGuard = 600;

let feedbackTimer: number | undefined;
let enteredAt = Number.NEGATIVE_INFINITY;

/**
 * Opens a room, once however often it is pressed, and gives its key; null when there is none, which is told where the
 * rooms are. Nothing is ever tried again from here.
 */
export async function openRoom(
  accountId: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  if (useRoomsStore.getState().isOpening || selectRooms(useAgendaStore.getState()).openingFor !== null) {
    return null;
  }
  useRoomsStore.setState({ isOpening: true, outcome: null });
  announce(text('agenda:newRoom.opening'));
  try {
    return settle(await foyerBridge.createRoom({ accountId, fields }), accountId, fields);
  } catch (error) {
    useRoomsStore.setState({ outcome: { accountId, fields, result: { kind: 'fault' } } });
    throw error;
  } finally {
    useRoomsStore.setState({ isOpening: false });
  }
}

/** Opens a room by a key, from anywhere: the focus then waits on its Join. */
export async function openRoomAndGoThere(accountId: string): Promise<void> {
  const before = document.activeElement;
  const focusKey = await openRoom(accountId);
  if (focusKey !== null && document.activeElement === before) {
    useRoomsStore.setState({ focusKey });
  }
}

/** Opens another room like one that has ended, as far as this window knows of it, and puts it in its place. */
export async function makeAgain(room: RoomView): Promise<void> {
  const roomKey = await openRoom(room.accountId, wishesAgain(room));
  if (roomKey !== null) {
    useRoomsStore.setState(({ replacedKeys }) => ({
      replacedKeys: new Set(replacedKeys).add(room.key),
      focusKey: roomKey,
    }));
  }
}

/** What was asked for, without what tells a room from others: two of one reference would be taken for each other. */
function wishesAgain({ accountId, key }: RoomView): Readonly<Record<string, string>> {
  const codes =
    hostOf(useAgendaStore.getState(), accountId)?.newRoom.fields.filter(({ kind }) => kind === 'code') ?? [];
  const asked = Object.entries(useRoomsStore.getState().askedFor.get(key) ?? {});
  return Object.fromEntries(asked.filter(([name]) => !codes.some((code) => code.name === name)));
}

/** Shows the form with what may be said about a new room. */
export function openNewRoomDialog(accountId: string): void {
  useRoomsStore.setState({ outcome: null });
  useAgendaStore.setState({ dialog: { kind: 'newRoom', accountId, problems: [] }, menu: null });
}

/** Shows all rooms; with those that an account's service has already, if it is given. */
export function openRooms(findingFor: string | null): void {
  useAgendaStore.setState({ dialog: { kind: 'rooms', findingFor }, menu: null });
}

/** Puts aside what was said about a room that was not made. */
export function dismissOutcome(): void {
  useRoomsStore.setState({ outcome: null });
  if (useAgendaStore.getState().dialog?.kind === 'newRoom') {
    closeDialog();
  }
  focusNewRoomButton();
}

/** Gets into a room: by a way in, or (null) the preferred one. */
export async function enterRoom(roomKey: string, wayId: string | null): Promise<void> {
  if (performance.now() - enteredAt < pressGuard) {
    return;
  }
  enteredAt = performance.now();
  await showResult(roomKey, text('agenda:join.opening'), async () =>
    joinFeedback(await foyerBridge.enterRoom({ roomKey, wayId })),
  );
}

const copiedTexts = {
  link: 'agenda:rooms.linkCopied',
  invite: 'agenda:rooms.inviteCopied',
  calendar: 'agenda:rooms.calendarCopied',
} as const;

/** Puts a room on the clipboard: its link, its invite, or that as the text of a calendar file. */
export async function copyRoom(roomKey: string, what: keyof typeof copiedTexts): Promise<void> {
  await showResult(roomKey, '', async () => {
    const result = await foyerBridge.copyRoom({ roomKey, what });
    return result.kind === 'copied' ? { tone: 'good', text: text(copiedTexts[what]) } : joinFeedback(result);
  });
}

/** Saves an invite for calendars. */
export async function saveInvite(roomKey: string): Promise<void> {
  await showResult(roomKey, '', async () => {
    const result = await foyerBridge.saveRoomInvite({ roomKey });
    if (result === 'cancelled') {
      return null;
    }
    return result === 'saved'
      ? { tone: 'good', text: text('agenda:rooms.saved') }
      : { tone: 'bad', text: text('agenda:rooms.notSaved') };
  });
}

/** Ends a room; asks first when it would end something for others. */
export async function endRoom(room: RoomView): Promise<void> {
  const roomKey = room.key;
  if (isInUse(room) && useRoomsStore.getState().askedToEnd !== roomKey) {
    useRoomsStore.setState({ askedToEnd: roomKey });
    return;
  }
  useRoomsStore.setState({ askedToEnd: null });
  await showResult(roomKey, text('agenda:rooms.ending'), async () => {
    const result = await foyerBridge.endRoom({ roomKey });
    if (result.kind === 'failed') {
      return { tone: 'bad', text: notEndedText(room.accountId, result) };
    }
    announce(text('agenda:rooms.ended', { title: room.title }));
    return null;
  });
  focusNewRoomButton();
}

/** Leaves a room open that was about to be ended. */
export function keepRoom(): void {
  useRoomsStore.setState(({ askedToEnd }) => ({ askedToEnd: null, focusKey: askedToEnd }));
}

/** Takes one room that has ended out of the list, or (null) all of them. */
export async function forgetRoom(room: RoomView | null): Promise<void> {
  await foyerBridge.forgetRooms({ roomKey: room?.key ?? null });
  announce(room === null ? text('agenda:rooms.cleared') : text('agenda:rooms.removed', { title: room.title }));
  focusNewRoomButton();
}

function settle(result: RoomCreation, accountId: string, fields: Readonly<Record<string, string>>): string | null {
  switch (result.kind) {
    case 'created':
      if (useAgendaStore.getState().dialog?.kind === 'newRoom') {
        closeDialog();
      }
      useRoomsStore.setState(({ askedFor }) => ({ askedFor: new Map(askedFor).set(result.roomKey, fields) }));
      show({
        roomKey: result.roomKey,
        tone: 'good',
        text: text(result.isLinkCopied ? 'agenda:rooms.linkCopied' : 'agenda:rooms.ready'),
      });
      announce(text(result.isLinkCopied ? 'agenda:rooms.createdCopied' : 'agenda:rooms.created'));
      return result.roomKey;
    case 'invalid':
      useAgendaStore.setState({ dialog: { kind: 'newRoom', accountId, problems: result.problems }, menu: null });
      return null;
    default:
      useRoomsStore.setState({ outcome: { accountId, fields, result } });
      return null;
  }
}

type Said = Omit<RoomFeedback, 'roomKey'>;

/** Shows what comes of something done with a room; while it is awaited `waiting`, unless that is empty. */
async function showResult(roomKey: string, waiting: string, run: () => Promise<Said | null>): Promise<void> {
  show(waiting === '' ? null : { roomKey, tone: 'quiet', text: waiting });
  try {
    const said = await run();
    show(said === null ? null : { roomKey, ...said });
    if (said !== null) {
      announce(said.text);
    }
  } catch (error) {
    show({ roomKey, tone: 'bad', text: text('agenda:join.failed') });
    throw error;
  }
}

function show(feedback: RoomFeedback | null): void {
  window.clearTimeout(feedbackTimer);
  useRoomsStore.setState({ feedback });
  if (feedback?.tone === 'good') {
    feedbackTimer = window.setTimeout(() => useRoomsStore.setState({ feedback: null }), feedbackTime);
  }
}

function joinFeedback(result: JoinResult): Said {
  switch (result.kind) {
    case 'opened':
      return { tone: 'good', text: text('agenda:join.opened', { way: text(result.label) }) };
    case 'copied':
      return { tone: 'good', text: text('agenda:join.copied', { text: result.text }) };
    case 'refused':
      return { tone: 'bad', text: text(result.message) };
  }
}

type FailedEnding = Extract<RoomEnding, { readonly kind: 'failed' }>;

/** Why a room of an account was not ended. */
export function notEndedText(accountId: string, { status, detail }: FailedEnding): string {
  const service = hostOf(useAgendaStore.getState(), accountId)?.serviceName ?? '';
  const isNamed = status.kind === 'offline' || status.kind === 'refused' || status.kind === 'limited';
  const reason = text(`agenda:rooms.notEnded.${isNamed ? status.kind : 'other'}`, { service });
  return detail === null ? reason : `${reason} ${text('agenda:newRoom.says', { service, detail })}`;
}
