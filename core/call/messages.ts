/** One entry among the messages of a call. */
export type CallMessage =
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly senderId: string;
      readonly name: string;
      /** Ms since the epoch. */
      readonly at: number;
      readonly text: string;
      readonly isOwn: boolean;
      readonly delivery: 'sending' | 'sent' | 'failed';
    }
  /** One was out of the call: what was said meanwhile is not here. */
  | { readonly kind: 'gap'; readonly id: string; readonly at: number };

/** What becomes of a text that somebody wants to send. */
export type DraftCheck =
  | { readonly kind: 'empty' }
  /** `over` is how many characters have to go. */
  | { readonly kind: 'tooLong'; readonly over: number }
  | { readonly kind: 'fine'; readonly text: string };

/** So long (UTF-16 units) a message may be that is sent: it must fit into one packet of the data channel's, however it is written. */
export const longestMessage = 2_000;
/** Of what others send so much is shown; other clients may have another limit. */
const longestShown = 8_000;
/** Older ones go. */
const mostKept = 500;
/** Messages of one person within this time (ms) stand under one name. */
const groupedFor = 5 * 60_000;

/** Judges a text before it is sent; white space around it is no part of it. */
export function checkDraft(draft: string): DraftCheck {
  const text = draft.trim();
  if (text === '') {
    return { kind: 'empty' };
  }
  return text.length > longestMessage
    ? { kind: 'tooLong', over: text.length - longestMessage }
    : { kind: 'fine', text };
}

/** Reads what came from somebody else; null for what is no text. */
export function readMessageText(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'text') {
    return null;
  }
  if (!('payload' in message) || typeof message.payload !== 'string') {
    return null;
  }
  const text = message.payload.trim();
  return text === '' ? null : shorten(text, longestShown);
}

/** The messages with one more; a gap counts once, and only after something was said. */
export function addMessage(messages: readonly CallMessage[], added: CallMessage): readonly CallMessage[] {
  const last = messages.at(-1);
  if (added.kind === 'gap' && (last === undefined || last.kind === 'gap')) {
    return messages;
  }
  return [...messages, added].slice(-mostKept);
}

/** Whether a message needs no name and time of its own. */
export function isContinued(before: CallMessage | undefined, message: CallMessage): boolean {
  return (
    before?.kind === 'said' &&
    message.kind === 'said' &&
    before.senderId === message.senderId &&
    before.isOwn === message.isOwn &&
    message.at - before.at < groupedFor
  );
}

/** The text, or its beginning with an ellipsis; no character is cut in two. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const cut = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}
