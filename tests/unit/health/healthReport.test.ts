import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeHealthText } from '../../../core/health/writeHealthText.ts';
import type { AccountStatus } from '../../../core/model/account.ts';
import type { HealthLine, HealthReport, HealthText } from '../../../core/model/health.ts';
import { noShortcuts, type ShortcutStatus } from '../../../core/model/shortcuts.ts';
import type { HealthFacts } from '../../../main/health/healthFacts.ts';
import { healthReport } from '../../../main/health/healthReport.ts';
import { services } from '../../../main/services/registry.ts';
import { buildAccount, buildFacts, now, trackingId, translate } from '../../helpers/fakeHealth.ts';

const formats = {
  instant: (instant: string) => instant.slice(11, 16),
  length: (length: number) => `${length / 60_000} min`,
};
const write = (text: HealthText): string => writeHealthText(text, translate, formats);
const linesOf = (report: HealthReport): readonly HealthLine[] => report.sections.flatMap(({ lines }) => lines);

function lineOf(facts: Partial<HealthFacts>, id: string): HealthLine {
  const line = linesOf(healthReport(buildFacts(facts))).find((candidate) => candidate.id === id);
  if (line === undefined) {
    throw new RangeError(`no line ${id}`);
  }
  return line;
}

const factsOf = (line: HealthLine): Record<string, string> =>
  Object.fromEntries(line.facts.map(({ label, value }) => [translate(label), write(value)]));

describe('where all is well', () => {
  test('nothing asks for attention, and everything is looked at', () => {
    const report = healthReport(buildFacts());
    expect(report.state).toBe('good');
    expect(linesOf(report).map(({ id, advice }) => [id, advice])).toEqual([
      ['account-room-1', null],
      ['alerts', null],
      ['links', null],
      ['keyring', null],
      ['tray', null],
      ['shortcuts', null],
      ['start-at-login', null],
      ['profile', null],
      ['logs', null],
    ]);
    expect(report.about.map(({ value }) => write(value))).toContain('142.0.7444.52');
  });

  test('an account says when it answered, when it is asked next, how old its token is, and that the clock is right', () => {
    const token = { since: '2026-11-22T17:32:44.000Z', until: null };
    const line = lineOf({ accounts: [buildAccount({}, { token })] }, 'account-room-1');
    expect(write(line.title)).toBe('Boardroom 7');
    expect(write(line.summary)).toBe('Pexip answers.');
    expect(factsOf(line)).toEqual({
      Service: 'Pexip',
      'Last answer': '18:02',
      'Next try': '18:03',
      Token: '30 min old',
      Clock: 'right to within two minutes',
      Secret: 'encrypted by the system',
    });
  });

  test('a problem that has passed is told with its id, and asks for nothing', () => {
    const lastProblem = {
      at: '2026-11-22T17:40:00.000Z',
      status: { kind: 'serverError', httpStatus: 503 } as const,
      trackingId,
    };
    const line = lineOf({ accounts: [buildAccount({}, { lastProblem })] }, 'account-room-1');
    expect(line).toMatchObject({ state: 'good', trackingId, advice: null });
    expect(factsOf(line)['Last problem']).toBe('17:40: error of the service (503)');
  });

  test('an account that only opens rooms has no next try', () => {
    const line = lineOf({ accounts: [buildAccount({ serviceId: 'telnyx', nextAttemptAt: null })] }, 'account-room-1');
    expect(write(line.summary)).toBe('Telnyx is ready to open rooms.');
    expect(Object.keys(factsOf(line))).toEqual(['Service', 'Last answer', 'Secret']);
  });
});

describe('where something is wrong', () => {
  test.each([
    ['refused', 'trouble'],
    ['notSetUp', 'trouble'],
    ['secretLost', 'trouble'],
    ['unreachable', 'attention'],
    ['offline', 'attention'],
    ['unreadable', 'attention'],
    ['limited', 'attention'],
  ] as const)('an account that is %s is %s', (kind, state) => {
    const line = lineOf({ accounts: [buildAccount({ status: { kind }, trackingId })] }, 'account-room-1');
    expect(line).toMatchObject({ state, trackingId });
    expect(line.action).toEqual(state === 'trouble' ? { kind: 'editAccount', accountId: 'room-1' } : null);
  });

  test("a service's own words go before those for all services", () => {
    const words = { title: 'services:pexip.name', advice: 'services:telnyx.name' } as const;
    const line = lineOf({ accounts: [buildAccount({ status: { kind: 'refused', words } })] }, 'account-room-1');
    expect([write(line.summary), line.advice && write(line.advice)]).toEqual(['Pexip', 'Telnyx']);
  });

  test('a wrong clock is told by how much', () => {
    const ahead = lineOf({ accounts: [buildAccount({ clockSkew: 300_000 })] }, 'account-room-1');
    expect(ahead.state).toBe('attention');
    expect(write(ahead.summary)).toBe('This computer’s clock is 5 min ahead of Pexip’s.');
    const behind = lineOf({ accounts: [buildAccount({ clockSkew: -300_000 })] }, 'account-room-1');
    expect(factsOf(behind)['Clock']).toBe('5 min behind');
  });

  test.each([
    [{ isSupported: false, host: 'dunst', lastTest: null }, 'trouble'],
    [{ isSupported: true, host: null, lastTest: null }, 'trouble'],
    [{ isSupported: true, host: undefined, lastTest: null }, 'good'],
    [
      { isSupported: true, host: 'dunst', lastTest: { at: '2026-11-22T18:00:00.000Z', outcome: { kind: 'sent' } } },
      'good',
    ],
    [
      {
        isSupported: true,
        host: undefined,
        lastTest: { at: '2026-11-22T18:00:00.000Z', outcome: { kind: 'failed', reason: 'not allowed' } },
      },
      'trouble',
    ],
    [
      {
        isSupported: true,
        host: undefined,
        lastTest: { at: '2026-11-22T18:00:00.000Z', outcome: { kind: 'unanswered' } },
      },
      'attention',
    ],
  ] as const)('alerts with %j are %s, and can be tried', (alerts, state) => {
    expect(lineOf({ alerts }, 'alerts')).toMatchObject({ state, action: { kind: 'sendTestAlert' } });
  });

  test('alerts that nobody wants are no surprise later', () => {
    const choices = { ...buildFacts().choices, reminderNotification: false, reminderWindow: 'off' } as const;
    expect(lineOf({ choices }, 'alerts').state).toBe('attention');
  });

  test.each([
    ['other', { kind: 'handleLinks' }],
    ['none', { kind: 'handleLinks' }],
    ['unavailable', null],
  ] as const)('links that open with %s', (kind, action) => {
    expect(lineOf({ links: { kind, canStop: false } }, 'links')).toMatchObject({ state: 'attention', action });
  });

  test('keys that another program has are named', () => {
    const taken = { accelerator: 'Control+Alt+J', status: 'taken' } as const;
    const line = lineOf(
      { shortcuts: { ...noShortcuts, shortcuts: { ...noShortcuts.shortcuts, open: taken } } },
      'shortcuts',
    );
    expect(write(line.summary)).toBe('Another program has taken Control+Alt+J.');
  });

  test('entries of a policy that make no sense are named, with where they are', () => {
    const place = '/etc/foyer/policy.json';
    const problems = [{ place, key: 'logLevl', reason: 'unknownKey' }] as const;
    const line = lineOf({ policy: { places: [place], problems } }, 'policy');
    expect(write(line.summary)).toBe('1 entry of your organization’s policy makes no sense: logLevl');
    expect(factsOf(line)).toEqual({ From: place });
  });

  test('a folder that takes nothing is trouble', () => {
    const report = healthReport(buildFacts({ profile: { path: '/x', isWritable: false } }));
    expect(report.state).toBe('trouble');
  });
});

const kinds = [
  'waiting',
  'current',
  'offline',
  'unreachable',
  'unreadable',
  'limited',
  'refused',
  'notSetUp',
  'secretLost',
] as const;
const status: fc.Arbitrary<AccountStatus> = fc.oneof(
  fc.constantFrom(...kinds).map((kind) => ({ kind })),
  fc.nat(599).map((httpStatus) => ({ kind: 'serverError' as const, httpStatus })),
);
const instant = fc.option(fc.nat(10_000_000).map((before) => new Date(now - before).toISOString()));
const account = fc.record({
  status,
  parts: fc.record({
    serviceId: fc.constantFrom('unknown', ...services.map(({ view }) => view.id)),
    lastSuccessAt: instant,
    nextAttemptAt: instant,
    clockSkew: fc.option(fc.integer({ min: -9_000_000, max: 9_000_000 })),
    secretStorage: fc.constantFrom('encrypted', 'unprotected', 'memory'),
  }),
  past: fc.option(fc.record({ status, at: fc.constant('2026-11-22T17:40:00.000Z'), trackingId: fc.option(fc.uuid()) })),
  token: fc.option(fc.record({ since: instant, until: instant })),
});
const shortcut = fc
  .record({
    accelerator: fc.constantFrom('Control+J', 'Alt+K'),
    status: fc.constantFrom<ShortcutStatus>('unset', 'active', 'taken', 'unproven', 'unsupported'),
  })
  .map(({ accelerator, status: known }) => ({ accelerator: known === 'unset' ? null : accelerator, status: known }));
const facts = fc
  .record({
    accounts: fc.array(account, { maxLength: 4 }),
    links: fc.constantFrom('unknown', 'ours', 'other', 'none', 'unavailable'),
    keyring: fc.record({
      kind: fc.constantFrom('unknown', 'protected', 'unprotected'),
      backend: fc.constant('basic_text'),
      isPlaintextAllowed: fc.boolean(),
    }),
    hasTrayHost: fc.boolean(),
    shortcuts: fc.record({ joinNext: shortcut, open: shortcut, newRoom: shortcut, mute: shortcut }),
    startAtLogin: fc.constantFrom('on', 'off', 'needsApproval', 'switchedOffBySystem', 'unavailable'),
    places: fc.array(fc.constantFrom('/etc/foyer/policy.json', 'HKLM'), { maxLength: 2 }),
    problemKeys: fc.array(fc.option(fc.constantFrom('theme', 'x')), { maxLength: 3 }),
    isWritable: fc.boolean(),
  })
  .map(({ accounts, links, shortcuts, places, problemKeys, isWritable, ...rest }) =>
    buildFacts({
      ...rest,
      accounts: accounts.map(({ parts, past, token, ...known }, index) =>
        buildAccount({ ...parts, ...known, id: `account-${index}` }, { lastProblem: past, token }),
      ),
      links: { kind: links, canStop: false },
      shortcuts: { shortcuts, commands: null },
      policy: { places, problems: problemKeys.map((key) => ({ place: 'HKLM', key, reason: 'unknownKey' as const })) },
      profile: { path: '/x', isWritable },
    }),
  );

test('whatever is found, all of it can be said, what is not good comes with what to do, and the worst is on top', () => {
  fc.assert(
    fc.property(facts, (found) => {
      const report = healthReport(found);
      const lines = linesOf(report);
      const texts = lines.flatMap(({ title, summary, advice, facts: known }) => [
        title,
        summary,
        ...(advice === null ? [] : [advice]),
        ...known.map(({ value }) => value),
      ]);
      for (const text of texts) {
        const written = write(text);
        expect(written).not.toMatch(/\{\{|^(health|agenda|services):|^$/);
      }
      expect(lines.every(({ state, advice }) => (state === 'good') === (advice === null))).toBe(true);
      const worst = ['trouble', 'attention', 'good'].find((state) => lines.some((line) => line.state === state));
      expect(report.state).toBe(worst);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    }),
  );
});
