import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AccountStatus } from '../../../core/model/account.ts';
import { TokenKeeper, withTokens } from '../../../main/accounts/tokenKeeper.ts';
import { readFolder, readMachine } from '../../../main/health/machineFacts.ts';
import { parseServerInformation } from '../../../main/health/notificationHost.ts';
import { ProblemMemory } from '../../../main/health/problemMemory.ts';
import { sendTestAlert, type TestAlertParts } from '../../../main/health/testAlert.ts';
import { buildAccount, now, trackingId } from '../../helpers/fakeHealth.ts';
import { startFakeTime } from '../../helpers/fakeTime.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('the last problem of an account', () => {
  const accountThatIs = (status: AccountStatus, id: string | null = null) =>
    buildAccount({ status, trackingId: id }).account;

  test('is remembered when it has passed, with the moment it was last seen at', () => {
    const memory = new ProblemMemory();
    memory.follow([accountThatIs({ kind: 'serverError', httpStatus: 503 }, 'a')], now - 120_000);
    memory.follow([accountThatIs({ kind: 'serverError', httpStatus: 503 }, trackingId)], now - 60_000);
    memory.follow([accountThatIs({ kind: 'serverError', httpStatus: 503 }, trackingId)], now - 30_000);
    memory.follow([accountThatIs({ kind: 'current' })], now);
    expect(memory.lastOf('room-1')).toEqual({
      status: { kind: 'serverError', httpStatus: 503 },
      trackingId,
      at: new Date(now - 60_000).toISOString(),
    });
  });

  test.each(['waiting', 'current', 'offline'] as const)('is none while it is %s', (kind) => {
    const memory = new ProblemMemory();
    memory.follow([accountThatIs({ kind })], now);
    expect(memory.lastOf('room-1')).toBeNull();
  });

  test('is forgotten with the account', () => {
    const memory = new ProblemMemory();
    memory.follow([accountThatIs({ kind: 'refused' })], now);
    memory.follow([], now);
    expect(memory.lastOf('room-1')).toBeNull();
  });
});

describe('who shows notifications', () => {
  test.each([
    ["('dunst', 'knopwob', '1.9.2 (2023-04-20)', '1.2')\n", 'dunst 1.9.2 (2023-04-20)'],
    ['ssss "gnome-shell" "GNOME" "47.3" "1.2"\n', 'gnome-shell 47.3'],
    [
      'method return time=1.2 sender=:1.5\n   string "Plasma"\n   string "KDE"\n   string "6.2"\n   string "1.2"\n',
      'Plasma 6.2',
    ],
    ['', null],
    ['nonsense', null],
  ])('is read out of %j', (answer, host) => {
    expect(parseServerInformation(answer)).toBe(host);
  });
});

describe('a test alert', () => {
  /** A system that says something of each notification, or nothing. */
  function alertOn(isSupported: boolean, said: readonly unknown[] | null, shown: object[] = []) {
    class SystemNotification {
      static isSupported = (): boolean => isSupported;
      readonly #listeners = new Map<unknown, (...values: readonly unknown[]) => void>();
      readonly #options: object;
      constructor(options: object) {
        this.#options = options;
      }
      once(event: string, listener: (...values: readonly unknown[]) => void): void {
        this.#listeners.set(event, listener);
      }
      show(): void {
        shown.push(this.#options);
        if (said !== null) {
          this.#listeners.get(said[0])?.({}, said[1]);
        }
      }
    }
    const Notification = SystemNotification as unknown as TestAlertParts['Notification'];
    const time = startFakeTime();
    return { time, sent: sendTestAlert({ Notification, clock: time.clock, title: 'Test', body: 'So it looks' }) };
  }

  test('is sent when the system took it', async () => {
    const shown: object[] = [];
    expect(await alertOn(true, ['show'], shown).sent).toEqual({ kind: 'sent' });
    expect(shown).toEqual([{ title: 'Test', body: 'So it looks' }]);
  });

  test('failed with the reason that the system gave', async () => {
    expect(await alertOn(true, ['failed', 'not allowed']).sent).toEqual({ kind: 'failed', reason: 'not allowed' });
  });

  test('is not waited for without end', async () => {
    const { time, sent } = alertOn(true, null);
    await time.advance(10_000);
    expect(await sent).toEqual({ kind: 'unanswered' });
  });

  test('is not tried where nothing shows any', async () => {
    const shown: object[] = [];
    expect(await alertOn(false, ['show'], shown).sent).toEqual({ kind: 'unsupported' });
    expect(shown).toEqual([]);
  });
});

describe('the age of tokens', () => {
  test('counts from when they came, and is none without any', () => {
    const parts = { renew: vi.fn(), signOut: vi.fn(), keep: vi.fn(), wall: () => now };
    const tokens = { kind: 'tokens', accessToken: 'a', refreshToken: null, lifetime: 3_600_000 } as const;
    expect(new TokenKeeper({ ...parts, secrets: withTokens({}, tokens, now) }).age).toEqual({
      since: '2026-11-22T18:02:44.000Z',
      until: '2026-11-22T19:02:44.000Z',
    });
    expect(new TokenKeeper({ ...parts, secrets: { apiSecret: 'x' } }).age).toBeNull();
  });
});

describe('the machine', () => {
  test('is told by names that people know', async () => {
    const parts = {
      version: '0.1.0',
      isPackaged: true,
      versions: process.versions,
      systemVersion: '15.6.1',
      environment: { XDG_CURRENT_DESKTOP: 'GNOME', XDG_SESSION_TYPE: 'wayland' },
    };
    expect(await readMachine({ ...parts, platform: 'darwin' })).toMatchObject({ desktop: null, session: null });
    expect((await readMachine({ ...parts, platform: 'darwin' })).system).toMatch(/^macOS 15\.6\.1 \(\w+\)$/);
    expect(await readMachine({ ...parts, platform: 'linux' })).toMatchObject({ desktop: 'GNOME', session: 'wayland' });
  });

  test('a folder that is not there yet is as good as the one that it is made in', async () => {
    expect(await readFolder('/nowhere/logs', '/nowhere')).toEqual({ path: '/nowhere/logs', isWritable: false });
    expect((await readFolder('/tmp/not-there-yet', '/tmp')).isWritable).toBe(true);
  });
});
