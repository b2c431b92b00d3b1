import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMessage,
  type CallMessage,
  checkDraft,
  isContinued,
  longestMessage,
  readMessageText,
  shorten,
} from '../../../core/call/messages.ts';

function said(more: Partial<Extract<CallMessage, { kind: 'said' }>> = {}): CallMessage {
  return {
    kind: 'said',
    id: 'a',
    senderId: 'ana',
    name: 'Ana',
    at: 0,
    text: 'hello',
    isOwn: false,
    delivery: 'sent',
    ...more,
  };
}

const gap: CallMessage = { kind: 'gap', id: 'gap', at: 1 };

describe('a draft', () => {
  test.each(['', '  \n\t '])('%j is empty', (draft) => expect(checkDraft(draft)).toEqual({ kind: 'empty' }));

  test('goes without the white space around it', () =>
    expect(checkDraft(' a\n b \n')).toEqual({ kind: 'fine', text: 'a\n b' }));

  test('is refused by as much as it is too long', () => {
    expect(checkDraft('x'.repeat(longestMessage)).kind).toBe('fine');
    expect(checkDraft('x'.repeat(longestMessage + 3))).toEqual({ kind: 'tooLong', over: 3 });
  });
});

describe('what somebody else sent', () => {
  test.each([
    [{ type: 'text', payload: ' hi ' }, 'hi'],
    [{ type: 'text', payload: '<b>hi</b>', meta: {} }, '<b>hi</b>'],
    [{ type: 'text', payload: '  ' }, null],
    [{ type: 'image', payload: 'hi' }, null],
    [{ type: 'text', payload: 4 }, null],
    [{ payload: 'hi' }, null],
    ['hi', null],
    [null, null],
  ])('%j reads as %j', (message, text) => expect(readMessageText(message)).toBe(text));

  test('is never read as anything but a text of bounded length', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(readMessageText(message)?.length ?? 0).toBeLessThanOrEqual(8_000);
      }),
    );
    expect(readMessageText({ type: 'text', payload: 'x'.repeat(100_000) })).toHaveLength(8_000);
  });
});

test('a shortened text is short enough and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
      const short = shorten(text, longest);
      expect(short.length).toBeLessThanOrEqual(longest);
      expect(short).toBe(short.toWellFormed());
      expect(short === text || short.endsWith('…')).toBe(true);
    }),
  );
});

describe('the list', () => {
  test('keeps the newest 500', () => {
    let messages: readonly CallMessage[] = [];
    for (let id = 0; id < 520; id += 1) {
      messages = addMessage(messages, said({ id: String(id) }));
    }
    expect(messages).toHaveLength(500);
    expect(messages.at(-1)?.id).toBe('519');
  });

  test('a gap is told once, and not before anything was said', () => {
    expect(addMessage([], gap)).toEqual([]);
    const once = addMessage([said()], gap);
    expect(once).toHaveLength(2);
    expect(addMessage(once, { ...gap, id: 'other' })).toBe(once);
  });

  test.each([
    ['soon after', said({ at: 1_000 }), true],
    ['long after', said({ at: 300_000 }), false],
    ['by somebody else', said({ senderId: 'ben' }), false],
    ['by oneself', said({ isOwn: true }), false],
    ['after a gap', gap, false],
  ])('%s: needs no name of its own: %#', (_when, message, isShort) => {
    expect(isContinued(said(), message)).toBe(isShort);
    expect(isContinued(undefined, message)).toBe(false);
  });
});
