import type { Offer, OfferedInvite } from '../../core/model/offer.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { announce, closeDialog, note } from './windowActions.ts';

/** Characters of the largest text that is handed over; main says so of files beyond its own, smaller limit. */
const longestText = 40_000_000;

/** Opens the field for a link. */
export function openLinkField(): void {
  useAgendaStore.setState({ dialog: { kind: 'link' }, menu: null });
}

/** Shows what a text leads to. */
export function offerText(given: string): Promise<void> {
  return foyerBridge.offerText({ text: given.slice(0, longestText) });
}

/** Puts away the offer, and the field that it came from. */
export function closeOffer(offer: Offer | null): void {
  if (useAgendaStore.getState().dialog?.kind === 'link') {
    closeDialog();
  }
  if (offer !== null) {
    void foyerBridge.closeOffer({ offerId: offer.id });
  }
}

/** Takes an invite out of the agenda again. */
export async function removeInvite(meetingKey: string): Promise<void> {
  await foyerBridge.removeInvite({ meetingKey });
  announce(text('agenda:offer.removed'));
}

/** Saves a meeting as a calendar file, where the user says. */
export async function saveMeeting(meetingKey: string): Promise<void> {
  const outcome = await foyerBridge.saveMeeting({ meetingKey });
  if (outcome !== 'cancelled') {
    note(text(outcome === 'saved' ? 'agenda:ways.saved' : 'agenda:ways.notSaved'));
  }
}

/** Puts a meeting on the clipboard as the text of a calendar file. */
export async function copyMeeting(meetingKey: string): Promise<void> {
  const isCopied = await foyerBridge.copyMeeting({ meetingKey });
  note(text(isCopied ? 'agenda:ways.calendarCopied' : 'agenda:ways.gone'));
}

/** What is said of an invite. */
export function changeText({ change }: OfferedInvite): string {
  return text(`agenda:offer.${change}`);
}

/** Takes in what is dropped on the window or pasted outside of a field. Returns the way to stop. */
export function followDropsAndPastes(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('paste', takePaste, { signal });
  document.addEventListener('dragover', allowDrop, { signal });
  document.addEventListener('dragleave', leaveDrop, { signal });
  document.addEventListener('drop', takeDrop, { signal });
  return () => stop.abort();
}

function takePaste(event: ClipboardEvent): void {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!isField && event.clipboardData !== null) {
    event.preventDefault();
    takeTransfer(event.clipboardData);
  }
}

function allowDrop(event: DragEvent): void {
  event.preventDefault();
  if (event.dataTransfer !== null) {
    event.dataTransfer.dropEffect = 'copy';
  }
  document.body.dataset['drop'] = 'over';
}

function leaveDrop(event: DragEvent): void {
  if (event.relatedTarget === null) {
    delete document.body.dataset['drop'];
  }
}

function takeDrop(event: DragEvent): void {
  event.preventDefault();
  delete document.body.dataset['drop'];
  if (event.dataTransfer !== null) {
    takeTransfer(event.dataTransfer);
  }
}

/** Files one after the other; without any, the address or the text. */
function takeTransfer(transfer: DataTransfer): void {
  const files = [...transfer.files];
  if (files.length === 0) {
    void offerText(transfer.getData('text/uri-list') || transfer.getData('text/plain'));
  } else {
    void takeFiles(files);
  }
}

async function takeFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    await offerText(await file.text());
  }
}
