import { afterEach, describe, expect, it } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { parseSimulatorCommand } from '../../../simulator/simulatorCommand.ts';
import { faultNames } from '../../../simulator/webcal/fault.ts';
import { calendarText, event, officeCalendar, officeToken } from '../../../simulator/webcal/officeCalendar.ts';
import { calendarPath } from '../../../simulator/webcal/webcalWorld.ts';

const running: Simulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

async function start(options?: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator(options);
  running.push(simulator);
  return simulator;
}

function get(simulator: Simulator, headers: Record<string, string> = {}, path = calendarPath(officeToken)) {
  return fetch(`${simulator.endpoints.webcal}${path}`, { headers, redirect: 'manual' });
}

function control(simulator: Simulator, method: string, path: string, body?: unknown): Promise<Response> {
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json' };
  return fetch(`${simulator.controlUrl}/webcal${path}`, { method, headers, ...payload });
}

describe('a published calendar', () => {
  it('is a file with a tag and a date, by which it is not sent twice', async () => {
    const now = Date.parse('2026-04-14T08:41:00Z');
    const simulator = await start({ now: () => now });
    const first = await get(simulator);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await first.text()).toBe(officeCalendar(now));
    const etag = first.headers.get('etag') ?? '';
    expect((await get(simulator, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(simulator, { 'if-none-match': '"other"' })).status).toBe(200);
    const since = first.headers.get('last-modified') ?? '';
    expect((await get(simulator, { 'if-modified-since': since })).status).toBe(304);
    expect((await get(simulator, { 'if-modified-since': since, 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(simulator, {}, calendarPath('unknown'))).status).toBe(404);
  });

  it('comes gzipped to whoever takes it so', async () => {
    const simulator = await start();
    expect((await get(simulator, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
    expect((await get(simulator, { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
    simulator.webcal.setRules({ compresses: false, validators: 'none' });
    const plain = await get(simulator, { 'accept-encoding': 'gzip' });
    expect(['content-encoding', 'etag', 'last-modified'].map((name) => plain.headers.get(name))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('leads on, breaks off, grows or is gone as told', async () => {
    const simulator = await start();
    const whole = (await (await get(simulator)).text()).length;
    const outcomes = { moved: `/moved/${officeToken}/basic.ics`, itself: calendarPath(officeToken), page: '/sign-in' };
    for (const [to, location] of Object.entries(outcomes) as ['moved' | 'itself' | 'page', string][]) {
      simulator.webcal.setFault({ name: 'redirected', to, status: 301 });
      const answer = await get(simulator);
      expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
    }
    simulator.webcal.clearFaults();
    simulator.webcal.setFault('cutFile', { times: 1 });
    expect((await (await get(simulator)).text()).length).toBe(Math.floor(whole / 2));
    simulator.webcal.setFault({ name: 'hugeFile', megabytes: 3 }, { times: 1 });
    expect((await (await get(simulator)).text()).length).toBeGreaterThan(3_000_000);
    simulator.webcal.setFault('gone');
    expect((await get(simulator)).status).toBe(410);
    expect((await get(simulator, {}, `/moved/${officeToken}/basic.ics`)).status).toBe(200);
  });
});

describe('control API', () => {
  it('publishes, lists and removes calendars', async () => {
    const simulator = await start();
    const text = calendarText(event('one', Date.now(), 30, 'One', []));
    expect((await control(simulator, 'PUT', '/calendars/mine', { text })).status).toBe(204);
    expect(await (await get(simulator, {}, calendarPath('mine'))).text()).toBe(text);
    const { calendars } = (await (await control(simulator, 'GET', '/calendars')).json()) as { calendars: object };
    expect(calendars).toMatchObject({ mine: text.length });
    expect((await control(simulator, 'DELETE', '/calendars/mine')).status).toBe(204);
    expect((await get(simulator, {}, calendarPath('mine'))).status).toBe(404);
    expect((await control(simulator, 'PUT', '/calendars/a%2Fb', { text })).status).toBe(400);
  });

  it('changes rules, and shows requests without what lets anybody read', async () => {
    const simulator = await start();
    await control(simulator, 'PATCH', '/rules', { validators: 'etag' });
    expect(await (await control(simulator, 'GET', '/rules')).json()).toEqual({ validators: 'etag', compresses: true });
    await get(simulator);
    expect(simulator.webcal.requests()).toMatchObject([
      { url: calendarPath('[secret]'), clientId: 'calendar', status: 200 },
    ]);
    simulator.webcal.clearRequests();
    expect(simulator.webcal.requests()).toEqual([]);
  });

  it.each(faultNames)('takes %s by its name alone', async (name) => {
    const simulator = await start();
    expect((await control(simulator, 'POST', '/faults', { fault: name })).status).toBe(200);
    expect(simulator.webcal.faults()).toMatchObject([{ fault: { name }, endpoint: 'calendar' }]);
  });
});

describe('on the command line', () => {
  it('faults and the port are set', () => {
    expect(
      parseSimulatorCommand(['--port-webcal', '4', '--fault=webcal:gone', '--fault=webcal:moved:hang']),
    ).toMatchObject({
      ports: { webcal: 4 },
      webcalFaults: [
        { name: 'gone', endpoint: 'calendar' },
        { name: 'hang', endpoint: 'moved' },
      ],
    });
    expect(parseSimulatorCommand(['--fault', 'webcal:elsewhere:gone'])).toMatchObject({ kind: 'refused' });
  });
});
