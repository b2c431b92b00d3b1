import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { FaultInput, FaultName } from '../../../simulator/webcal/fault.ts';
import { subscribe, toldBy } from './webcalAccount.ts';

const words = (name: string): string => `services:webcal.troubles.${name}.title`;

describe('what is wrong with an address is told apart', () => {
  test.each<[FaultName | FaultInput, string, string]>([
    ['unauthorized', 'refused', words('signIn')],
    ['forbidden', 'refused', words('signIn')],
    ['notFound', 'notSetUp', words('gone')],
    ['gone', 'notSetUp', words('gone')],
    ['htmlBody', 'unreadable', words('page')],
    ['emptyBody', 'unreadable', words('notACalendar')],
    ['cutFile', 'unreadable', words('cutShort')],
    ['hugeFile', 'notSetUp', words('tooLarge')],
    [{ name: 'redirected', to: 'http' }, 'notSetUp', words('insecure')],
    [{ name: 'redirected', to: 'mail' }, 'notSetUp', words('leadsAstray')],
    [{ name: 'redirected', to: 'itself' }, 'notSetUp', words('roundabout')],
    [{ name: 'redirected', to: 'page' }, 'unreadable', words('page')],
    ['connectionReset', 'unreachable', words('unreachable')],
    ['connectionCut', 'unreachable', words('unreachable')],
    ['notModified', 'serverError', 'serverError'],
    ['serverError', 'serverError', 'serverError'],
    ['rateLimited', 'limited', 'limited'],
  ])(
    '%o is %s',
    async (fault, kind, told) => {
      const { simulator, fetch } = await subscribe();
      simulator.webcal.setFault(fault);
      const failed = await fetch();
      expect(failed).toMatchObject({ kind: 'failed', status: { kind }, serviceTime: null });
      expect(toldBy(failed)).toEqual([told]);
    },
    30_000,
  );

  test('an address that was never one, and one of nobody', async () => {
    expect(toldBy(await (await subscribe({ address: 'https://127.0.0.1:9/calendar.ics' })).fetch())).toEqual([
      words('unreachable'),
    ]);
    const { simulator, fetch } = await subscribe();
    simulator.webcal.removeCalendar(Object.keys(simulator.webcal.calendars())[0] ?? '');
    expect(toldBy(await fetch())).toEqual([words('gone')]);
  });

  test('a server that does not answer in time', async () => {
    const { simulator, fetch } = await subscribe({ patience: 300 });
    simulator.webcal.setFault('hang');
    expect(toldBy(await fetch())).toEqual([words('unreachable')]);
  });

  test('a redirect is followed five times and no more', async () => {
    const { simulator, fetch, asked } = await subscribe();
    simulator.webcal.setFault({ name: 'redirected', to: 'itself' }, { times: 5 });
    expect(toldBy(await fetch())).toContain('Dentist');
    asked();
    simulator.webcal.setFault({ name: 'redirected', to: 'itself' });
    await fetch();
    expect(asked()).toEqual([302, 302, 302, 302, 302, 302]);
  });

  test('whoever wants to be left alone is, in seconds or until a date', async () => {
    for (const form of ['seconds', 'httpDate'] as const) {
      const { simulator, fetch } = await subscribe();
      simulator.webcal.setFault({ name: 'rateLimited', retryAfter: { form, seconds: 1_800 } });
      const failed = await fetch();
      const retryAfter = failed.kind === 'failed' ? failed.retryAfter : null;
      expect(retryAfter).toBeGreaterThan(1_795_000);
      expect(retryAfter).toBeLessThanOrEqual(1_800_000);
      simulator.webcal.clearFaults();
      simulator.webcal.setFault({ name: 'unavailable', retryAfter: { form, seconds: 60 } });
      expect(await fetch()).toMatchObject({ status: { kind: 'serverError', httpStatus: 503 } });
    }
  });

  test('a trouble takes nothing away: the next good answer is what it would have been', async () => {
    const { simulator, fetch, asked } = await subscribe();
    const good = await fetch();
    for (const fault of ['serverError', 'htmlBody', 'cutFile', 'connectionCut'] as const) {
      // The file is sent whole, or there would be nothing to spoil.
      simulator.webcal.setRules({ validators: 'none' });
      simulator.webcal.setFault(fault);
      expect((await fetch()).kind).toBe('failed');
      simulator.webcal.clearFaults();
      expect(await fetch()).toEqual(good);
    }
    expect(asked().length).toBe(9);
  });
});

describe('a server that pours', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  test('is left in the middle of it', async () => {
    let sent = 0;
    const pour = (response: ServerResponse): void => {
      sent += 65_536;
      if (sent < 500_000_000 && !response.destroyed) {
        response.write('a'.repeat(65_536), () => pour(response));
      }
    };
    const port = await new Promise<number>((resolve) => {
      server = createServer((_request, response) => pour(response)).listen(0, '127.0.0.1', () => {
        const address = server?.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const origin = `http://127.0.0.1:${port}`;
    const { fetch } = await subscribe({ address: `${origin}/calendar.ics`, standIn: origin });
    expect(toldBy(await fetch())).toEqual([words('tooLarge')]);
    expect(sent).toBeLessThan(60_000_000);
  }, 30_000);
});
