import { addMessage, type CallMessage, checkDraft, shorten } from '../../core/call/messages.ts';
import { callState, say, setCallState } from './callStore.ts';
import { text } from './texts.ts';

/** As much of a message is said for a moment while the messages are closed. */
const longestSaid = 140;

/** Somebody else wrote. */
export function receiveMessage(senderId: string, name: string, said: string): void {
  const shown = name === '' ? text('call:stage.guest') : name;
  add({ ...spoken(said), senderId, name: shown, isOwn: false, delivery: 'sent' });
  if (callState().panel !== 'messages') {
    setCallState(({ unread }) => ({ unread: unread + 1 }));
    say('call:messages.said', { name: shown, said: shorten(said, longestSaid) });
  }
}

/** One is in the call again: what was written meanwhile went to the others only. */
export function markGap(): void {
  add({ kind: 'gap', id: crypto.randomUUID(), at: Date.now() });
}

/** Sends the draft to everybody, unless it is empty or too long. */
export function sendDraft(send: (written: string) => Promise<void>): void {
  const draft = checkDraft(callState().draft);
  if (draft.kind === 'fine') {
    const message = { ...spoken(draft.text), senderId: '', name: '', isOwn: true, delivery: 'sending' } as const;
    add(message);
    setCallState({ draft: '' });
    void deliver(message, send);
  }
}

/** Sends one that did not arrive once more. */
export async function deliver(
  { id, text: written }: Extract<CallMessage, { kind: 'said' }>,
  send: (written: string) => Promise<void>,
): Promise<void> {
  const mark = (delivery: 'sending' | 'sent' | 'failed'): void =>
    setCallState(({ messages }) => ({
      messages: messages.map((each) => (each.kind === 'said' && each.id === id ? { ...each, delivery } : each)),
    }));
  mark('sending');
  try {
    await send(written);
    mark('sent');
  } catch {
    mark('failed');
  }
}

function add(message: CallMessage): void {
  setCallState(({ messages }) => ({ messages: addMessage(messages, message) }));
}

function spoken(said: string) {
  return { kind: 'said', id: crypto.randomUUID(), at: Date.now(), text: said } as const;
}
