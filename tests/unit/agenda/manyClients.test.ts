import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRateLimiter } from '../../../simulator/pexip/rateLimiter.ts';
import { createFakePexip, type FakePexip } from '../../helpers/fakePexip.ts';
import { createFakeProfile } from '../../helpers/fakeProfile.ts';
import { buildDraft, buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => vi.useRealTimers());

/** Five hundred machines of one office, each with its own room. */
async function openOffice(time: FakeTime, pexip: FakePexip): Promise<readonly FakeProgram[]> {
  const office: FakeProgram[] = [];
  for (let machine = 0; machine < 500; machine += 1) {
    const program = buildFakeProgram({
      profile: createFakeProfile(),
      fetch: pexip.fetch,
      clock: time.clock,
      random: Math.random,
    });
    await program.accounts.save(buildDraft({ fields: { clientId: `room-${machine}` } }));
    office.push(program);
  }
  return office;
}

function busiestSecond(pexip: FakePexip, from: number): number {
  const seconds = Map.groupBy(
    pexip.calls.filter(({ at }) => at >= from),
    ({ at }) => Math.floor(at / 1_000),
  );
  return Math.max(...[...seconds.values()].map((calls) => calls.length));
}

describe('five hundred clients behind one address', () => {
  test('come back after an outage without being limited, and not all at once', async () => {
    const time = startFakeTime();
    const limiter = createRateLimiter(
      { steady: time.now, now: time.now, offset: () => 0, setOffset: () => undefined },
      { counted: ['token', 'meetings'] },
    );
    let limited = 0;
    const pexip = createFakePexip(({ endpoint, clientId }) => {
      const isLimited = limiter.check(endpoint, clientId, '198.51.100.7') !== null;
      limited += Number(isLimited);
      return isLimited;
    });
    const office = await openOffice(time, pexip);
    const states = () => new Set(office.map(({ desk }) => desk.views()[0]?.status.kind));
    await time.advance(90_000);
    expect(states()).toEqual(new Set(['current']));

    Object.assign(pexip, { token: { status: 503 }, meetings: { status: 503 } });
    await time.advance(10 * 60_000);
    expect(states()).toEqual(new Set(['serverError']));

    const back = time.now();
    Object.assign(pexip, { token: 'good', meetings: 'good' });
    await time.advance(11 * 60_000);
    expect(states()).toEqual(new Set(['current']));
    expect(busiestSecond(pexip, back)).toBeLessThan(50);
    for (const { desk } of office) {
      desk.setPresence({ isOnline: false });
      desk.setPresence({ isOnline: true });
    }
    await time.advance(20_000);
    for (const { desk } of office) {
      desk.refresh();
    }
    await settle();
    await time.advance(60_000);
    expect(states()).toEqual(new Set(['current']));
    expect(limited).toBe(0);
    expect(pexip.calls.filter(({ at }) => at >= back).length).toBeGreaterThan(2_000);
  }, 60_000);
});
