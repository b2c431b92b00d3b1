import { expect, test } from 'vitest';
import { type Arrival, LinkInbox } from '../../../main/links/linkInbox.ts';

const arrival = (text: string): Arrival => ({ args: ['foyer', text], folder: '/', origin: 'again' });

test('what comes early waits, what comes late does not, and nothing is handed on twice', () => {
  const inbox = new LinkInbox();
  const taken: (string | undefined)[] = [];
  expect(inbox.put(arrival('one'))).toBe(false);
  expect(inbox.put(arrival('two'))).toBe(false);
  inbox.follow(({ args }) => taken.push(args[1]));
  expect(taken).toEqual(['one', 'two']);
  expect(inbox.put(arrival('three'))).toBe(true);
  expect(taken).toEqual(['one', 'two', 'three']);
});

test('what comes while the early ones are handed on comes after them', () => {
  const inbox = new LinkInbox();
  const taken: (string | undefined)[] = [];
  inbox.put(arrival('one'));
  inbox.follow(({ args }) => {
    taken.push(args[1]);
    if (args[1] === 'one') {
      inbox.put(arrival('two'));
    }
  });
  expect(taken).toEqual(['one', 'two']);
});

test('a flood before the start takes no memory', () => {
  const inbox = new LinkInbox();
  let count = 0;
  for (let sent = 0; sent < 10_000; sent += 1) {
    inbox.put(arrival(String(sent)));
  }
  inbox.follow(() => {
    count += 1;
  });
  expect(count).toBe(20);
});
