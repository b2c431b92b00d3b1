import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDiagnostics } from '../../../main/health/diagnostics.ts';
import { HealthDesk } from '../../../main/health/healthDesk.ts';
import { healthReport } from '../../../main/health/healthReport.ts';
import { readLastLines } from '../../../main/health/readLog.ts';
import { buildAccount, buildFacts, now, trackingId, translate } from '../../helpers/fakeHealth.ts';

const home = '/home/iris';
const log = [
  '[2026-11-22 18:02:44.123] [info]  Foyer 0.1.0 on Electron 42.3.0 started, 2 accounts',
  `[2026-11-22 18:02:45.001] [info]  GET otj.example answered 503 in 120 ms, tracking id ${trackingId}`,
  '[2026-11-22 18:02:46.001] [error] unexpected: Error: no\n    at go (file:///home/iris/foyer/out/main/index.js:1:2)',
];

function diagnose(parts: Parameters<typeof buildFacts>[0] = {}, lines: readonly string[] = log): string {
  return writeDiagnostics(healthReport(buildFacts(parts)), { translate, home, log: lines });
}

describe('diagnostics', () => {
  test('tell what helps', () => {
    const token = { since: '2026-11-22T17:32:44.000Z', until: null };
    const refused = buildAccount({ status: { kind: 'refused' }, trackingId }, { token });
    const text = diagnose({ accounts: [refused] });
    expect(text).toContain('Foyer diagnostics, 2026-11-22T18:02:44.000Z');
    expect(text).toContain('Chromium: 142.0.7444.52');
    expect(text).toContain('System: Debian GNU/Linux 13 (trixie), Linux 6.12.48 (x64)');
    expect(text).toContain('- Boardroom 7 [Does not work]: Pexip does not accept the credentials.');
    expect(text).toContain(`To quote to support: ${trackingId}`);
    expect(text).toContain('Last answer: 2026-11-22T18:02:00.000Z');
    expect(text).toContain('Folder: ~/.config/Foyer/logs');
    expect(text).toContain('Secret: encrypted by the system');
    expect(text).toContain('Token: 30 min old');
    expect(text).toContain('Log, the last 3 lines');
    expect(text).toContain(log[0]);
    expect(text).toContain(log[1]);
    expect(text).toContain('at go (file://~/foyer/out/main/index.js:1:2)');
    expect(text).not.toContain('iris');
  });

  test('tell no secret, wherever it stands', () => {
    const account = buildAccount({ name: 'Iris Vega <iris.vega@corp.example> +41 44 555 66 77 pin 445566' });
    const lines = ['opened https://meet.example/open-sesame', 'Authorization: Bearer open-sesame'];
    const text = diagnose({ accounts: [account] }, lines);
    for (const secret of ['iris.vega', '555 66', '445566', 'open-sesame']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('https://meet.example/***');
  });

  test('say so where there is no log', () => {
    expect(diagnose({}, [])).toMatch(/Log: empty$/);
  });

  test('leave out the name of a user of Windows, too', () => {
    const text = writeDiagnostics(
      healthReport(buildFacts({ profile: { path: 'C:\\Users\\Iris V\\AppData\\Roaming\\Foyer', isWritable: true } })),
      { translate, home: 'C:\\Users\\Iris V', log: ['at file:///C:/Users/Iris%20V/foyer/main.js:1:2'] },
    );
    expect(text).toContain('Folder: ~\\AppData\\Roaming\\Foyer');
    expect(text).not.toContain('Iris');
  });
});

test('a report made after a test alert says what came of it', async () => {
  const desk = new HealthDesk({
    translate,
    home,
    wall: () => now,
    lookAround: async (lastTest) => buildFacts({ alerts: { isSupported: true, host: undefined, lastTest } }),
    readLog: async () => log,
    sendAlert: async () => ({ kind: 'failed', reason: 'not allowed' }),
    openLogs: async () => true,
  });
  expect((await desk.report()).state).toBe('good');
  expect(await desk.sendTestAlert()).toEqual({ kind: 'failed', reason: 'not allowed' });
  expect((await desk.report()).state).toBe('trouble');
  expect(await desk.diagnostics()).toContain('Your system refused the test alert: not allowed');
});

describe('the end of a log', () => {
  test('is read in whole lines, however long the log is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-log-'));
    const path = join(folder, 'main.log');
    const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index} ${'ä'.repeat(30)}`);
    await writeFile(path, `${lines.join('\n')}\n`);
    expect(await readLastLines(path, 3)).toEqual(lines.slice(-3));
    const many = await readLastLines(path, 100_000);
    expect(many).toEqual(lines.slice(-many.length));
    expect(many.length).toBeGreaterThan(500);
    await rm(folder, { recursive: true });
  });

  test('is empty where there is none', async () => {
    expect(await readLastLines('/nowhere/main.log', 3)).toEqual([]);
  });
});
