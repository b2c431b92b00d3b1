import { describe, expect, it } from 'vitest';
import type { SimulatedMeeting } from '../../simulator/pexip/simulatedMeeting.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { clockAt, listMeetings, meetingsOf, requestMeetings, start, tokenOf } from './pexipClient.ts';

const now = '2026-03-02T09:10:00Z';

function meeting(id: string, startTime: string, endTime: string, alias?: string): SimulatedMeeting {
  return {
    id,
    subject: `Subject of ${id}`,
    organizerName: 'Iris Vega',
    organizerEmail: 'iris.vega@corp.example',
    startTime,
    endTime,
    ...(alias === undefined ? {} : { alias }),
  };
}

const day = [
  meeting('later', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'),
  meeting('over', '2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', 'a@b.example'),
  meeting('running', '2026-03-02T10:00:00+01:00', '2026-03-02T10:45:00+01:00', '112233445@video.corp.example'),
  meeting('next week', '2026-03-09T09:00:00Z', '2026-03-09T09:30:00Z'),
];

async function startWithDay(): Promise<Simulator> {
  const simulator = await start({ now: clockAt(now).now });
  simulator.pexip.setMeetings('boardroom-7', day);
  return simulator;
}

async function idsFor(query: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  return (await listMeetings(await startWithDay(), query)).map(({ id }) => id);
}

describe('list of meetings', () => {
  it('has metadata and the seven documented fields, times in UTC', async () => {
    const simulator = await startWithDay();
    const response = await requestMeetings(simulator, await tokenOf(simulator), { limit: '1' });
    expect(response.status).toBe(200);
    expect(await response.json()).toStrictEqual({
      metadata: { count: 1 },
      meetings: [
        {
          id: 'running',
          subject: 'Subject of running',
          organizerName: 'Iris Vega',
          organizerEmail: 'iris.vega@corp.example',
          startTime: '2026-03-02T09:00:00Z',
          endTime: '2026-03-02T09:45:00Z',
          alias: '112233445@video.corp.example',
        },
      ],
    });
  });

  it('leaves out the alias of a meeting without video', async () => {
    const [, later] = await listMeetings(await startWithDay());
    expect(later).not.toHaveProperty('alias');
  });

  it('gives what is not over, earliest first, without a window', async () => {
    expect(await idsFor({})).toStrictEqual(['running', 'later', 'next week']);
  });

  it.each([
    ['2026-03-02T08:30:00Z', '2026-03-02T09:30:00Z', ['over', 'running']],
    ['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z', ['running']],
    ['2026-03-02T10:59:00+01:00', '2026-03-02T11:00:00.500+01:00', ['later']],
    ['2026-03-03T00:00:00Z', '2026-03-04T00:00:00Z', []],
  ])('gives what overlaps the window %s to %s', async (startTime, endTime, expected) => {
    expect(await idsFor({ startTime, endTime })).toStrictEqual(expected);
  });

  it('answers an empty calendar with an empty list', async () => {
    const simulator = await startWithDay();
    simulator.pexip.setMeetings('boardroom-7', []);
    const response = await requestMeetings(simulator, await tokenOf(simulator));
    expect(await response.json()).toStrictEqual({ metadata: { count: 0 }, meetings: [] });
  });

  it('gives ten unless told, at most a hundred', async () => {
    const simulator = await startWithDay();
    const many = Array.from({ length: 150 }, (_, index) => ({ ...day[0], id: `meeting ${index}` }));
    simulator.pexip.setMeetings(
      'boardroom-7',
      many.map((each) => ({ ...meeting('', '2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z'), ...each })),
    );
    const token = await tokenOf(simulator);
    expect(await meetingsOf(await requestMeetings(simulator, token))).toHaveLength(10);
    const full = await requestMeetings(simulator, token, { limit: '100' });
    expect(await full.json()).toMatchObject({ metadata: { count: 100 } });
  });

  it.each(['', 'true', '1', 'yes'])('gives ids only for idsOnly=%j', async (idsOnly) => {
    expect(await listMeetings(await startWithDay(), { idsOnly, limit: '2' })).toStrictEqual([
      { id: 'running' },
      { id: 'later' },
    ]);
  });

  it.each(['false', '0'])('gives everything for idsOnly=%s', async (idsOnly) => {
    expect((await listMeetings(await startWithDay(), { idsOnly }))[0]).toHaveProperty('subject');
  });
});

describe('refusals', () => {
  it.each([
    ['limit 0', { limit: '0' }],
    ['limit 101', { limit: '101' }],
    ['a limit that is no integer', { limit: '2.5' }],
    ['an empty limit', { limit: '' }],
    ['a start alone', { startTime: now }],
    ['an end alone', { endTime: now }],
    ['a date without time', { startTime: '2026-03-02', endTime: '2026-03-03' }],
    ['a time without offset', { startTime: '2026-03-02T09:00:00', endTime: '2026-03-02T10:00:00' }],
    ['a day that does not exist', { startTime: '2026-02-30T09:00:00Z', endTime: '2026-03-02T10:00:00Z' }],
    ['an offset whose plus became a space', { startTime: '2026-03-02T09:00:00 01:00', endTime: now }],
    ['an end before the start', { startTime: '2026-03-02T10:00:00Z', endTime: '2026-03-02T09:00:00Z' }],
  ])('answers %s with 400, marked as its own choice', async (_, query: Record<string, string>) => {
    const simulator = await startWithDay();
    const response = await requestMeetings(simulator, await tokenOf(simulator), query);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-simulator-choice')).not.toBeNull();
  });

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer sim-unknown' }],
    ['another scheme', { authorization: 'Basic abc' }],
  ])('answers %s with 401', async (_, headers: Record<string, string>) => {
    const { endpoints } = await start();
    const response = await fetch(`${endpoints.pexipApi}/v1/meetings`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('answers a client without mailbox with 404', async () => {
    const simulator = await start();
    expect((await requestMeetings(simulator, await tokenOf(simulator, 'spare-unit'))).status).toBe(404);
  });
});

describe('rooms', () => {
  it('shows each client its own calendar', async () => {
    const simulator = await startWithDay();
    const library = await meetingsOf(await requestMeetings(simulator, await tokenOf(simulator, 'library')));
    expect(library.map(({ subject }) => subject)).toContain('Catalogue walkthrough');
  });

  it('can be added, with calendars of their own', async () => {
    const simulator = await startWithDay();
    simulator.pexip.addClient({ id: 'attic', secret: 'attic-secret', name: 'Attic', meetings: day.slice(0, 1) });
    const attic = await meetingsOf(await requestMeetings(simulator, await tokenOf(simulator, 'attic')));
    expect(attic.map(({ id }) => id)).toStrictEqual(['later']);
    expect(simulator.pexip.clients()).toContainEqual({
      id: 'attic',
      name: 'Attic',
      hasMailbox: true,
      meetingCount: 1,
    });
  });

  it('refuses calendars of unknown clients and misshapen meetings', async () => {
    const { pexip } = await start();
    expect(() => pexip.setMeetings('nobody', [])).toThrow(RangeError);
    expect(() => pexip.setMeetings('library', [meeting('x', 'tomorrow', 'later')])).toThrow(RangeError);
    expect(() => pexip.meetings('nobody')).toThrow(RangeError);
  });
});
