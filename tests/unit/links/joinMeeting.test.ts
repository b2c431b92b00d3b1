import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { type JoinParts, MeetingJoiner } from '../../../main/links/joinMeeting.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';

const account: Account = {
  id: 'room-1',
  serviceId: 'pexip',
  name: 'Boardroom',
  fields: { clientId: 'room', node: 'join.corp.example' },
};

let done: string[];
let remembered: string | null;

beforeEach(() => {
  done = [];
  remembered = null;
});

function joiner(meeting: Meeting | undefined, parts: Partial<JoinParts> = {}): MeetingJoiner {
  return new MeetingJoiner({
    findMeeting: (key) => (key === meeting?.key ? meeting : undefined),
    findAccount: (id) => (id === account.id ? account : undefined),
    handledSchemes: async () => new Set(['pexip', 'sip']),
    rememberedWay: () => remembered,
    rememberWay: (serviceId, wayId) => {
      done.push(`remember ${serviceId} ${wayId}`);
    },
    mayGo: async () => true,
    hasRemotePages: () => true,
    openPage: async (uri) => {
      done.push(`open ${uri}`);
      return true;
    },
    openInFoyer: ({ url, origins }) => done.push(`show ${url} at ${origins}`) > 0,
    copyText: async (text) => {
      done.push(`copy ${text}`);
    },
    ...parts,
  });
}

const meeting = buildMeeting({ address: 'a@b.example' });

test('who wants to know is told of each meeting that somebody got into, and of no other', async () => {
  const heard: string[] = [];
  const one = joiner(meeting, { openPage: async (uri) => uri.startsWith('pexip') });
  one.onJoined(({ key }) => heard.push(key));
  await one.join(meeting.key, 'web');
  await one.join(meeting.key, 'copy');
  await one.join('gone', null);
  expect(heard).toEqual([]);
  await one.join(meeting.key, null);
  expect(heard).toEqual([meeting.key]);
  const copier = joiner(meeting, {
    handledSchemes: async () => new Set(),
    findAccount: () => ({ ...account, fields: {} }),
  });
  copier.onJoined(({ key }) => heard.push(`copied ${key}`));
  expect((await copier.join(meeting.key, null)).kind).toBe('copied');
  expect(heard).toEqual([meeting.key, `copied ${meeting.key}`]);
});

describe('joining', () => {
  test('opens the best way, and remembers nothing that was not chosen', async () => {
    expect(await joiner(meeting).join(meeting.key, null)).toEqual({ kind: 'opened', label: 'services:pexip.ways.app' });
    expect(done).toEqual(['open pexip://a@b.example']);
  });

  test('opens a chosen way, and remembers it for the service', async () => {
    expect((await joiner(meeting).join(meeting.key, 'web')).kind).toBe('opened');
    expect(done).toEqual(['open https://join.corp.example/webapp3/m/a@b.example', 'remember pexip web']);
  });

  test('shows a page in a window of Foyer’s own when that was chosen, and remembers it', async () => {
    expect(await joiner(meeting).join(meeting.key, 'web-in-foyer')).toEqual({
      kind: 'opened',
      label: 'services:pexip.ways.webInFoyer',
    });
    const shown = 'show https://join.corp.example/webapp3/m/a@b.example at https://join.corp.example';
    expect(done).toEqual([shown, 'remember pexip web-in-foyer']);
    remembered = 'web-in-foyer';
    await joiner(meeting).join(meeting.key, null);
    expect(done.slice(2)).toEqual([shown]);
    expect(await joiner(meeting, { openInFoyer: () => false }).join(meeting.key, null)).toMatchObject({
      kind: 'refused',
    });
  });

  test('takes the remembered way at the next press, and shows it first', async () => {
    remembered = 'sip';
    await joiner(meeting).join(meeting.key, null);
    expect(done).toEqual(['open sip:a@b.example']);
    const ways = await joiner(meeting).waysInto(meeting.key);
    expect(ways.map(({ id, isPreferred }) => `${id} ${isPreferred}`)).toEqual([
      'sip true',
      'app false',
      'web false',
      'web-in-foyer false',
      'copy false',
    ]);
  });

  test('copies when asked to, without making it the way for ever', async () => {
    expect(await joiner(meeting).join(meeting.key, 'copy')).toEqual({ kind: 'copied', text: 'a@b.example' });
    expect(done).toEqual(['copy a@b.example']);
  });

  test('copies at a plain press when the machine can do nothing else', async () => {
    const bare = { ...account, fields: { clientId: 'room' } };
    const parts = { findAccount: () => bare, handledSchemes: async () => new Set<string>() };
    expect((await joiner(meeting, parts).join(meeting.key, null)).kind).toBe('copied');
  });

  test('says that nothing took the link, and does not remember a way that leads nowhere', async () => {
    const parts = { openPage: async () => false };
    for (const wayId of [null, 'web']) {
      expect(await joiner(meeting, parts).join(meeting.key, wayId)).toEqual({
        kind: 'refused',
        message: 'services:join.cannotOpen',
      });
    }
    expect(done).toEqual([]);
  });

  test.each([
    ['that is gone', undefined, null, 'services:join.gone'],
    ['without an address', buildMeeting({ address: null }), null, 'services:join.noAddress'],
    ['with an unsafe address', buildMeeting({ address: 'a@b/../c' }), null, 'services:join.unsafeAddress'],
    ['with an unsafe address, by the app', buildMeeting({ address: 'a@b/../c' }), 'app', 'services:join.unsafeAddress'],
    ['by a way that does not exist', meeting, 'teleport', 'services:join.cannotOpen'],
    ['of a room that was removed', buildMeeting({ accountId: 'gone' }), null, 'services:join.cannotOpen'],
  ])('a meeting %s is refused with the reason, and opens nothing', async (_name, found, wayId, message) => {
    expect(await joiner(found).join(found?.key ?? 'gone', wayId)).toEqual({ kind: 'refused', message });
    expect(done).toEqual([]);
  });

  test('an unsafe address can still be copied, since nothing is started by that', async () => {
    const unsafe = buildMeeting({ address: 'a@b/../c' });
    expect(await joiner(unsafe).join(unsafe.key, 'copy')).toEqual({ kind: 'copied', text: 'a@b/../c' });
    expect(await joiner(unsafe).waysInto(unsafe.key)).toMatchObject([{ id: 'copy', isPreferred: true }]);
  });

  test('a meeting of an invite is joined by its links, the first before the others, without a word on unsafe addresses', async () => {
    const links = [
      { url: 'https://zoom.us/j/91234567890?pwd=1', badge: 'Zoom' },
      { url: 'sip:1@corp.example', badge: 'SIP' },
      { url: 'pexip:1@corp.example', badge: 'Pexip' },
    ];
    const invited = buildMeeting({ accountId: 'invites', address: links[0]?.url ?? null, links });
    const parts = { handledSchemes: async () => new Set(['sip']) };
    expect((await joiner(invited, parts).waysInto(invited.key)).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'link-0 web',
      'link-1 sip',
      'copy copy',
    ]);
    expect(await joiner(invited, parts).join(invited.key, null)).toEqual({
      kind: 'opened',
      label: 'services:links.web',
    });
    expect(done).toEqual(['open https://zoom.us/j/91234567890?pwd=1']);
  });

  test('which link of an invite was taken is not remembered: that of another meeting leads elsewhere', async () => {
    const links = ['1', '2'].map((id) => ({ url: `https://zoom.us/j/9123456789${id}`, badge: 'Zoom' }));
    const listed = buildMeeting({ address: links[0]?.url ?? null, links });
    expect(await joiner(listed).join(listed.key, 'link-1')).toMatchObject({ kind: 'opened' });
    expect(done).toEqual(['open https://zoom.us/j/91234567892']);
  });

  test('a meeting that is gone has no ways in', async () => {
    expect(await joiner(undefined).waysInto('gone')).toEqual([]);
  });
});

describe('a way that is asked for at the press', () => {
  const mine: Account = { id: 'room-1', serviceId: 'joinme', name: 'Mine', fields: {} };
  const parts = { findAccount: () => mine };

  test('opens what the service answers, once for two presses at once', async () => {
    const asked: string[] = [];
    const gate = Promise.withResolvers<void>();
    const enter: JoinParts['enter'] = async ({ key }, wayId) => {
      asked.push(`${key} ${wayId}`);
      await gate.promise;
      return { kind: 'page', url: 'https://present.example/?token=t0ken' };
    };
    const desk = joiner(meeting, { ...parts, enter });
    const presses = [desk.join(meeting.key, null), desk.join(meeting.key, 'start')];
    gate.resolve();
    const results = await Promise.all(presses);
    expect(results.map(({ kind }) => kind)).toEqual(['opened', 'opened']);
    expect(JSON.stringify(results)).not.toContain('t0ken');
    expect(asked).toEqual([`${meeting.key} start`]);
    expect(done).toEqual(['open https://present.example/?token=t0ken']);
  });

  test('says why the service did not answer, and asks again at the next press', async () => {
    let count = 0;
    const failed = {
      kind: 'failed',
      status: { kind: 'limited' },
      detail: null,
      retryAfter: null,
      trackingId: null,
    } as const;
    const enter = async () => {
      count += 1;
      return failed;
    };
    const desk = joiner(meeting, { ...parts, enter });
    expect(await desk.join(meeting.key, null)).toEqual({ kind: 'refused', message: 'services:rooms.enterLimited' });
    await desk.join(meeting.key, null);
    expect(count).toBe(2);
    expect(done).toEqual([]);
  });

  test('says so of a meeting that is no more', async () => {
    const status = { kind: 'notSetUp' } as const;
    const gone = { kind: 'failed', status, detail: null, retryAfter: null, trackingId: null } as const;
    const desk = joiner(meeting, { ...parts, enter: async () => gone });
    expect(await desk.join(meeting.key, null)).toEqual({ kind: 'refused', message: 'services:join.gone' });
  });

  test('leads nowhere when nobody can be asked', async () => {
    const desk = joiner(meeting, { ...parts, enter: async () => null });
    expect(await desk.join(meeting.key, null)).toEqual({ kind: 'refused', message: 'services:join.cannotOpen' });
  });
});
