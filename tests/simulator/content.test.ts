import { describe, expect, it } from 'vitest';
import type { FaultInput } from '../../simulator/pexip/fault.ts';
import type { SimulatedMeeting } from '../../simulator/pexip/simulatedMeeting.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { clockAt, listMeetings, requestMeetings, start, tokenOf } from './pexipClient.ts';

const withVideo: SimulatedMeeting = {
  id: 'with-video',
  subject: 'Budget review',
  organizerName: 'Iris Vega',
  organizerEmail: 'iris.vega@corp.example',
  startTime: '2026-03-02T23:30:00Z',
  endTime: '2026-03-03T00:15:00Z',
  alias: '112233445@video.corp.example',
};
const { alias: _, ...withoutAlias } = withVideo;
const withoutVideo: SimulatedMeeting = { ...withoutAlias, id: 'without-video' };

async function startWith(...faults: readonly FaultInput[]): Promise<Simulator> {
  const simulator = await start({ now: clockAt('2026-03-02T09:00:00Z').now });
  simulator.pexip.setMeetings('boardroom-7', [withVideo, withoutVideo]);
  for (const fault of faults) simulator.pexip.setFault(fault);
  return simulator;
}

async function bodyOf(simulator: Simulator): Promise<Record<string, unknown>> {
  return (await requestMeetings(simulator, await tokenOf(simulator))).json();
}

describe('what a list of meetings can look like', () => {
  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
  ] as const)('noAlias as %s', async (as, expected) => {
    const [first, second] = await listMeetings(await startWith({ name: 'noAlias', as }));
    expect(first?.alias).toBe(withVideo.alias);
    expect(second?.alias).toBe(expected);
    expect(second !== undefined && 'alias' in second).toBe(as !== 'missing');
  });

  it.each([
    [120, '2026-03-03T01:30:00+02:00'],
    [-210, '2026-03-02T20:00:00-03:30'],
    [0, '2026-03-02T23:30:00+00:00'],
  ])('offsetTimes of %d minutes', async (minutes, expected) => {
    const [meeting] = await listMeetings(await startWith({ name: 'offsetTimes', minutes }));
    expect(meeting?.startTime).toBe(expected);
    expect(Date.parse(String(meeting?.startTime))).toBe(Date.parse(withVideo.startTime));
  });

  it('fractionalSeconds, alone and with an offset', async () => {
    const simulator = await startWith({ name: 'fractionalSeconds' });
    expect((await listMeetings(simulator))[0]?.startTime).toBe('2026-03-02T23:30:00.0000000Z');
    simulator.pexip.setFault('offsetTimes');
    expect((await listMeetings(simulator))[0]?.startTime).toBe('2026-03-03T01:30:00.0000000+02:00');
  });

  it('extraFields at every level, the good ones untouched', async () => {
    const body = await bodyOf(await startWith({ name: 'extraFields' }));
    expect(Object.keys(body)).toContain('links');
    expect(body).toMatchObject({ metadata: { count: 2, revision: expect.anything() } });
    expect(body).toMatchObject({ meetings: [{ ...withVideo, isPrivate: false }, withoutVideo] });
  });

  it('missingMeetings leaves metadata alone', async () => {
    expect(Object.keys(await bodyOf(await startWith({ name: 'missingMeetings' })))).toStrictEqual(['metadata']);
  });

  it('wrongTypes among the good ones', async () => {
    const body = await bodyOf(await startWith({ name: 'wrongTypes' }));
    const meetings: unknown = body.meetings;
    if (!Array.isArray(meetings)) throw new Error('no list came');
    expect(body).toMatchObject({ metadata: { count: meetings.length } });
    expect(meetings).toContainEqual(withVideo);
    expect(meetings).toContainEqual(withoutVideo);
    expect(meetings).toContain(null);
    expect(meetings).toContainEqual(expect.objectContaining({ id: 42 }));
    expect(meetings).toContainEqual(expect.objectContaining({ alias: expect.any(Number) }));
    expect(meetings).toContainEqual(expect.objectContaining({ startTime: 'tomorrow at nine' }));
  });
});

describe('clock of the servers', () => {
  it('dates every answer, ahead or behind', async () => {
    const simulator = await startWith();
    const token = await tokenOf(simulator);
    expect((await requestMeetings(simulator, token)).headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT');
    simulator.pexip.setClockOffset(-600_000);
    expect((await requestMeetings(simulator, token)).headers.get('date')).toBe('Mon, 02 Mar 2026 08:50:00 GMT');
  });

  it('decides which meetings are over, and leaves tokens and limits alone', async () => {
    const simulator = await startWith();
    simulator.pexip.setLimits({ calls: 1 });
    const token = await tokenOf(simulator);
    expect((await requestMeetings(simulator, token)).status).toBe(200);
    simulator.pexip.setClockOffset(24 * 3_600_000);
    expect((await requestMeetings(simulator, token)).status).toBe(429);
    simulator.pexip.resetCounts();
    const response = await requestMeetings(simulator, token);
    expect(await response.json()).toStrictEqual({ metadata: { count: 0 }, meetings: [] });
  });
});
