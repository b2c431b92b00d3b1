import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { busiestMinute, createFakePexip, type FakeAnswer, type FakePexip } from '../../helpers/fakePexip.ts';
import { createFakeProfile, type FakeProfile } from '../../helpers/fakeProfile.ts';
import { buildDraft, buildFakeProgram, type FakeProgram } from '../../helpers/fakeProgram.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => vi.useRealTimers());

interface World {
  readonly time: FakeTime;
  readonly pexip: FakePexip;
  readonly profile: FakeProfile;
  readonly random: () => number;
  program: FakeProgram;
}

/** Something that happens to the program; named, so that a counterexample can be read. */
interface Event {
  readonly name: string;
  readonly run: (world: World) => unknown;
}

function event(name: string, run: Event['run']): Event {
  return { name, run };
}

async function startAnew(world: World): Promise<void> {
  world.time.endRun();
  world.program = buildFakeProgram({
    profile: world.profile,
    fetch: world.pexip.fetch,
    clock: world.time.clock,
    random: world.random,
  });
  await world.program.start();
}

const plain: readonly Event[] = [
  event('press refresh', ({ program }) => void program.desk.refresh()),
  event('suspend', ({ program }) => program.desk.setPresence({ isAsleep: true })),
  event('resume', ({ program }) => program.desk.setPresence({ isAsleep: false })),
  event('lock', ({ program }) => program.desk.setPresence({ isAway: true })),
  event('unlock', ({ program }) => program.desk.setPresence({ isAway: false, isAsleep: false })),
  event('network lost', ({ program }) => program.desk.setPresence({ isOnline: false })),
  event('network back', ({ program }) => program.desk.setPresence({ isOnline: true })),
  event('quit and start', (world) => {
    world.program.desk.stop();
    return startAnew(world);
  }),
  event('crash and start', startAnew),
  event('reboot', (world) => {
    world.time.reboot();
    return startAnew(world);
  }),
];

const clientIds = fc.constantFrom('room-a', 'room-b');

function edit(how: 'test' | 'save', clientId: string, secret: string, isNew: boolean): Event {
  return event(`${how} ${isNew ? 'new' : 'own'} ${clientId} with ${secret}`, ({ program }) => {
    const own = program.accounts.accounts.find(({ fields }) => fields['clientId'] === clientId);
    const accountId = isNew ? null : (own?.id ?? null);
    // Not waited for: people press again before an answer comes. A draft of an account that is gone is refused.
    program.accounts[how](buildDraft({ accountId, fields: { clientId, clientSecret: secret } })).catch(() => null);
  });
}

const answers: fc.Arbitrary<FakeAnswer> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<FakeAnswer>('good', 'fullPages') },
  fc.constantFrom<FakeAnswer>('hang', 'reset', 'slow', 'html'),
  fc.constantFrom(400, 401, 403, 404, 429, 500, 503).map((status) => ({ status })),
  fc
    .record({ status: fc.constantFrom(429, 503), seconds: fc.integer({ min: 0, max: 200 }) })
    .map(({ status, seconds }) => ({ status, retryAfter: String(seconds) })),
);

const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...plain) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map((times) => repeat(times)) },
  {
    weight: 4,
    arbitrary: fc
      .oneof(fc.nat({ max: 5_000 }), fc.nat({ max: 90_000 }))
      .map((ms) => event(`${ms} ms`, ({ time }) => time.advance(ms))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ token: answers, meetings: answers })
      .map((health) => event(JSON.stringify(health), ({ pexip }) => void Object.assign(pexip, health))),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('test', 'save'), clientIds, fc.constantFrom('right', 'wrong'), fc.boolean())
      .map(([how, clientId, secret, isNew]) => edit(how, clientId, secret, isNew)),
  },
  fc.nat({ max: 600_000 }).map((ms) => event(`asleep for ${ms} ms`, ({ time }) => time.skip(ms))),
  fc.integer({ min: -1e7, max: 1e7 }).map((ms) => event(`date ${ms} ms off`, ({ time }) => time.setDateAhead(ms))),
  clientIds.map((clientId) =>
    event(`remove ${clientId}`, ({ program }) => {
      const own = program.accounts.accounts.find(({ fields }) => fields['clientId'] === clientId);
      return own && program.accounts.remove(own.id);
    }),
  ),
);

/** Somebody leans on the key. */
function repeat(times: number): Event {
  return event(`${times} presses, one in 3.1 s`, async ({ program, time }) => {
    for (let press = 0; press < times; press += 1) {
      program.desk.refresh();
      await time.advance(3_100);
    }
  });
}

async function live(lived: readonly Event[], random: () => number): Promise<World> {
  const time = startFakeTime();
  const profile = createFakeProfile();
  const pexip = createFakePexip();
  const program = buildFakeProgram({ profile, fetch: pexip.fetch, clock: time.clock, random });
  const world: World = { time, pexip, profile, random, program };
  for (const clientId of ['room-a', 'room-b']) {
    await world.program.accounts.save(buildDraft({ name: clientId, fields: { clientId } }));
  }
  for (const { run } of lived) {
    await run(world);
    await settle();
  }
  expect(world.program.bugs).toEqual([]);
  vi.useRealTimers();
  return world;
}

describe('calls to the service', () => {
  test('are never more than ten of one client in any minute, whatever happens', async () => {
    let busiest = 0;
    const lives = fc.array(events, { minLength: 5, maxLength: 60, size: 'max' });
    await fc.assert(
      fc.asyncProperty(lives, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (lived, luck) => {
        const world = await live(lived, () => luck.next().value ?? 0);
        const busy = busiestMinute(world.pexip.calls);
        busiest = Math.max(busiest, busy);
        expect(busy).toBeLessThanOrEqual(10);
      }),
      { numRuns: 80 },
    );
    // The limit was really reached, so it was the limiter that held it.
    expect(busiest).toBe(10);
  }, 60_000);

  test('go on after a reboot, also when the limit had been reached before it', async () => {
    const world = await live([repeat(12), ...plain.filter(({ name }) => name === 'reboot')], () => 0.5);
    const before = world.pexip.calls.length;
    vi.useFakeTimers({ now: world.time.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    await startAnew(world);
    await world.time.advance(200_000);
    expect(world.pexip.calls.length).toBeGreaterThan(before + 2);
  });
});
