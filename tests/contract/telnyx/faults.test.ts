import { describe, expect, test } from 'vitest';
import type { FaultInput, FaultName } from '../../../simulator/telnyx/fault.ts';
import { faultNames } from '../../../simulator/telnyx/fault.ts';
import { callIn, createHost, hosted, openAccount } from './telnyxAccount.ts';

/** What a fault on a list, on a creation and on a token comes to. */
interface Outcome {
  readonly read: object;
  readonly create: object;
}

const failed = (status: object): object => ({ kind: 'failed', status });
const broken = failed({ kind: 'serverError', httpStatus: 500 });
const unreadable = failed({ kind: 'unreadable' });
const unreachable = failed({ kind: 'unreachable' });
const made = { kind: 'created' };
const uncertain = { kind: 'uncertain' };
const good = { kind: 'rooms' };

const outcomes: Readonly<Partial<Record<FaultName, Outcome>>> = {
  latency: { read: unreachable, create: uncertain },
  connectionReset: { read: unreachable, create: uncertain },
  hang: { read: unreachable, create: uncertain },
  answerLost: { read: unreachable, create: uncertain },
  connectionCut: { read: unreachable, create: uncertain },
  invalidJson: both(failed({ kind: 'serverError', httpStatus: 400 })),
  unauthorized: both(failed({ kind: 'refused' })),
  forbidden: both(failed({ kind: 'refused' })),
  notFound: both(failed({ kind: 'notSetUp' })),
  unprocessable: both(failed({ kind: 'serverError', httpStatus: 422 })),
  alreadyEnded: both(failed({ kind: 'serverError', httpStatus: 422 })),
  rateLimited: both(failed({ kind: 'limited' })),
  serverError: { read: broken, create: uncertain },
  badGateway: { read: failed({ kind: 'serverError', httpStatus: 502 }), create: uncertain },
  unavailable: both(failed({ kind: 'serverError', httpStatus: 503 })),
  gatewayTimeout: { read: failed({ kind: 'serverError', httpStatus: 504 }), create: uncertain },
  errorShape: { read: good, create: made },
  emptyBody: { read: unreadable, create: uncertain },
  htmlBody: { read: unreadable, create: uncertain },
  truncatedJson: { read: unreadable, create: uncertain },
  extraFields: { read: good, create: made },
  fieldsMissing: { read: good, create: made },
  wrongTypes: { read: good, create: made },
  emptyListHasOnePage: { read: good, create: made },
  actionsNeedNoKey: { read: good, create: made },
};

function both(outcome: object): Outcome {
  return { read: outcome, create: outcome };
}

/** What strikes in calls; tests/e2e/call*.e2e.ts have these. */
const inCalls: ReadonlySet<FaultName> = new Set([
  'upgradeRefused',
  'upgradeHangs',
  'refused',
  'unanswered',
  'socketClosed',
  'noMix',
  'noMedia',
  'noMessages',
  'refreshedTokenRejected',
]);
const restFaults = faultNames.filter((name) => !inCalls.has(name));

test('every fault of the REST API is in the table', () => {
  expect(Object.keys(outcomes).toSorted()).toEqual([...restFaults].toSorted());
});

describe.each(restFaults)('%s', (name) => {
  const outcome = outcomes[name];

  test('on everything: a state of its own, and never a second room', async () => {
    const { host, simulator, asked } = await openAccount();
    simulator.telnyx.setFault(name);
    expect(await host.list?.()).toMatchObject(outcome?.read ?? {});
    simulator.telnyx.resetCounts();
    // A host that was told to wait would not ask at all.
    const fresh = createHost(simulator.telnyxEndpoints, simulator.telnyx.apiKey);
    expect(await fresh.create({})).toMatchObject(outcome?.create ?? {});
    const tries = asked().filter((line) => line.startsWith('POST'));
    expect(tries.length).toBe(1);
    expect(simulator.telnyx.rooms().length).toBeLessThanOrEqual(1);
  });

  test('once, on a creation: what can be found out afterwards is', async () => {
    const { host, simulator, asked } = await openAccount();
    simulator.telnyx.setFault(name, { endpoint: 'createRoom', times: 1 });
    const outcomeOfOnce = await host.create({});
    const count = simulator.telnyx.rooms().length;
    expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(count).toBeLessThanOrEqual(1);
    expect(outcomeOfOnce.kind === 'created').toBe(count === 1);
  });

  test('in a call nothing is thrown', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    const person = simulator.telnyx.addParticipant(id, 'ana');
    simulator.telnyx.setFault(name);
    const call = callIn(host, id);
    const kinds = [
      await call.mintPass(),
      await call.look(),
      await call.moderate('mute', { id: person.id, context: '' }),
      (await host.look?.(hosted(id), 'open')) ?? { kind: 'none' },
      await call.endForAll(),
    ].map(({ kind }) => kind);
    expect(
      kinds.filter((kind) => !['failed', 'pass', 'callSight', 'done', 'gone', 'sight', 'ended'].includes(kind)),
    ).toEqual([]);
  }, 20_000);
});

const shapes: readonly FaultInput[] = (['bare', 'message', 'empty', 'published'] as const).map((as) => ({
  name: 'errorShape',
  as,
}));

describe('the shapes of an error', () => {
  test.each(shapes)('$as: the status decides, the words are quoted where there are any', async (fault) => {
    const { host, simulator } = await openAccount();
    simulator.telnyx.setFault(fault);
    simulator.telnyx.setFault('forbidden');
    const answer = await host.probe();
    expect(answer).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
    const detail = answer.kind === 'failed' ? answer.detail : null;
    expect(detail === null).toBe('as' in fault && fault.as === 'empty');
  });
});

describe('limits', () => {
  test.each(['seconds', 'httpDate'] as const)('a wait told as %s is kept to', async (form) => {
    const { host, simulator } = await openAccount();
    simulator.telnyx.setFault({ name: 'rateLimited', retryAfter: { form, seconds: 20 } });
    const answer = await host.probe();
    const wait = answer.kind === 'failed' ? answer.retryAfter : null;
    expect(wait).toBeGreaterThan(18_000);
    expect(wait).toBeLessThanOrEqual(21_000);
  });

  test('when the last call is used up, nothing more is sent until the window starts anew', async () => {
    const { host, simulator, asked } = await openAccount({ telnyx: { limits: { medium: 2, windowMs: 60_000 } } });
    await host.probe();
    await host.probe();
    const held = await host.probe();
    expect(held).toMatchObject({ kind: 'failed', status: { kind: 'limited' } });
    expect(held.kind === 'failed' ? held.retryAfter : 0).toBeGreaterThan(10_000);
    expect(asked()).toEqual(['GET /rooms 200', 'GET /rooms 200']);
    // The other classes of calls have limits of their own.
    const { id } = simulator.telnyx.addRoom();
    expect(await callIn(host, id).look()).toMatchObject({ kind: 'callSight' });
  });

  test('a call held by our own limit is a limit too', async () => {
    const { host, asked } = await openAccount({ budget: { take: () => 5_000, wait: () => 5_000 } });
    expect(await host.create({})).toMatchObject({ status: { kind: 'limited' }, retryAfter: 5_000 });
    expect(asked()).toEqual([]);
  });
});
