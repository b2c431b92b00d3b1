import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../simulator/simulator.ts';
import { clockAt, requestMeetings, requestToken, start, tokenOf } from './pexipClient.ts';

async function statuses(simulator: Simulator, token: string, count: number): Promise<readonly number[]> {
  const result: number[] = [];
  for (let call = 0; call < count; call += 1) result.push((await requestMeetings(simulator, token)).status);
  return result;
}

const ten = Array.from({ length: 10 }, () => 200);

describe('calls of one client', () => {
  it('are ten in any sixty seconds, also across the minute', async () => {
    const clock = clockAt('2026-04-14T08:41:00Z');
    const simulator = await start({ now: clock.now });
    const token = await tokenOf(simulator);
    expect(await statuses(simulator, token, 5)).toStrictEqual(ten.slice(5));
    clock.advance(50_000);
    expect(await statuses(simulator, token, 6)).toStrictEqual([...ten.slice(5), 429]);
    clock.advance(9_999);
    expect(await statuses(simulator, token, 1)).toStrictEqual([429]);
    clock.advance(1);
    expect(await statuses(simulator, token, 6)).toStrictEqual([...ten.slice(5), 429]);
  });

  it('are counted per client, not per token', async () => {
    const simulator = await start();
    await statuses(simulator, await tokenOf(simulator), 10);
    expect(await statuses(simulator, await tokenOf(simulator), 1)).toStrictEqual([429]);
    expect(await statuses(simulator, await tokenOf(simulator, 'library'), 1)).toStrictEqual([200]);
  });

  it('do not include tokens unless told', async () => {
    const simulator = await start();
    for (let call = 0; call < 11; call += 1) expect((await requestToken(simulator)).status).toBe(200);
    simulator.pexip.setLimits({ counted: ['token', 'meetings'], calls: 2 });
    await requestToken(simulator);
    await requestToken(simulator);
    expect((await requestToken(simulator)).status).toBe(429);
  });

  it('can be limited otherwise, and forgotten', async () => {
    const clock = clockAt('2026-04-14T08:41:00Z');
    const simulator = await start({ now: clock.now, pexip: { limits: { calls: 1, windowMs: 1000 } } });
    const token = await tokenOf(simulator);
    expect(await statuses(simulator, token, 2)).toStrictEqual([200, 429]);
    clock.advance(1000);
    expect(await statuses(simulator, token, 2)).toStrictEqual([200, 429]);
    simulator.pexip.resetCounts();
    expect(await statuses(simulator, token, 1)).toStrictEqual([200]);
    expect(simulator.pexip.limits()).toMatchObject({ calls: 1, windowMs: 1000, clientsPerAddress: 500 });
  });

  it('come with Retry-After only when told, in either form', async () => {
    const clock = clockAt('2026-04-14T08:41:00Z');
    const simulator = await start({ now: clock.now, pexip: { limits: { calls: 1 } } });
    const token = await tokenOf(simulator);
    await requestMeetings(simulator, token);
    clock.advance(15_000);
    expect((await requestMeetings(simulator, token)).headers.get('retry-after')).toBeNull();
    simulator.pexip.setLimits({ retryAfter: 'seconds' });
    expect((await requestMeetings(simulator, token)).headers.get('retry-after')).toBe('45');
    simulator.pexip.setLimits({ retryAfter: 'httpDate' });
    const date = (await requestMeetings(simulator, token)).headers.get('retry-after');
    expect(date).toBe('Tue, 14 Apr 2026 08:42:00 GMT');
  });
});

describe('clients behind one address', () => {
  it('are five hundred; the next one gets 429', async () => {
    const simulator = await start();
    const ids = Array.from({ length: 501 }, (_, index) => `unit-${index}`);
    const results: number[] = [];
    for (const id of ids) {
      simulator.pexip.addClient({ id, secret: `${id}-secret`, name: id });
      results.push((await requestMeetings(simulator, await tokenOf(simulator, id))).status);
    }
    expect(results.slice(0, 500).every((status) => status === 200)).toBe(true);
    expect(results[500]).toBe(429);
    expect((await requestMeetings(simulator, await tokenOf(simulator, 'unit-0'))).status).toBe(200);
  });
});
