import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPageOpener } from '../../../main/links/pageOpener.ts';

vi.mock('electron', () => ({ shell: {} }));

const command = 'firefox -P "the work" {url}';
let done: unknown[] = [];

function opener(canRun = true) {
  return createPageOpener({
    commandOf: (serviceId) => (serviceId === 'joinme' ? command : undefined),
    openExternal: async (uri) => done.push(['system', uri]) > 0,
    standIns: [],
    onCommandFailed: (failed) => done.push(['failed', failed]),
    run: async (program, args) => {
      done.push([program, ...args]);
      return canRun;
    },
  });
}

beforeEach(() => {
  done = [];
});

describe('a page', () => {
  test('of a service with a command is opened with that, without a shell', async () => {
    expect(await opener()('https://join.me/1;rm -rf ~', 'joinme')).toBe(true);
    expect(done).toEqual([['firefox', '-P', 'the work', 'https://join.me/1;rm%20-rf%20~']]);
  });

  test('of another service, or of none, opens as the system has it', async () => {
    await opener()('https://pexip.example/', 'pexip');
    await opener()('https://pexip.example/', null);
    expect(done).toEqual([
      ['system', 'https://pexip.example/'],
      ['system', 'https://pexip.example/'],
    ]);
  });

  test('opens as usual when the command cannot be run, and the user is told', async () => {
    expect(await opener(false)('https://join.me/1', 'joinme')).toBe(true);
    expect(done.slice(1)).toEqual([
      ['failed', command],
      ['system', 'https://join.me/1'],
    ]);
  });
});

test.each([
  'pexip:room@corp.example',
  'sip:1@corp.example',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://x.example/',
])('%s is never given to a command', async (uri) => {
  await opener()(uri, 'joinme');
  expect(done).toEqual([['system', uri]]);
});
