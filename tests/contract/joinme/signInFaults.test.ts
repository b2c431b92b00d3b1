import { describe, expect, test } from 'vitest';
import { buildJoinmeDraft, connect, openDesk } from './joinmeAccount.ts';

const loopback = { apiKey: 'foyer-joinme-loopback-key', apiSecret: 'foyer-joinme-loopback-secret', port: '49217' };

describe('signing in', () => {
  test('with a key that the service does not know leads to a page, in whatever form, and goes on waiting', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('jsonErrorPage', { endpoint: 'authorize' });
    const saving = desk.accounts.save(buildJoinmeDraft({ fields: { apiKey: 'no-such-key' } }));
    await expect.poll(() => desk.asked()).toEqual(['GET /oauth2 500']);
    expect(await (await fetch(desk.opened[0] ?? '')).json()).toMatchObject({ Message: 'InternalServerError' });
    expect(desk.signIn.view()).toMatchObject({ phase: 'waiting' });
    desk.signIn.cancel();
    expect(await saving).toEqual({ kind: 'notSignedIn', reason: 'cancelled' });
    expect(desk.accounts.accounts).toEqual([]);
  });

  test('takes a code that comes back behind the #, where the own scheme brings it', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('resultElsewhere', { endpoint: 'authorize' });
    expect(await connect(desk)).toMatchObject({ serviceId: 'joinme' });
    expect(desk.verdicts).toEqual(['accepted']);
  });

  test('goes on waiting for a code behind the # of a page of this computer, which no browser sends', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('resultElsewhere', { endpoint: 'authorize' });
    const saving = desk.accounts.save(buildJoinmeDraft({ fields: loopback }));
    await expect.poll(() => desk.asked()).toEqual(['GET /oauth2 302']);
    expect(desk.signIn.view()).toMatchObject({ phase: 'waiting' });
    desk.signIn.cancel();
    expect(await saving).toEqual({ kind: 'notSignedIn', reason: 'cancelled' });
  });

  test('waits for a slow service', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault({ name: 'latency', milliseconds: 150 }, { endpoint: 'auth' });
    desk.simulator.joinme.setFault({ name: 'latency', milliseconds: 150 }, { endpoint: 'api' });
    expect(await connect(desk)).toMatchObject({ serviceId: 'joinme' });
  });

  test('with a service that is too slow to give tokens keeps nothing', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault({ name: 'latency', milliseconds: 900 }, { endpoint: 'token' });
    expect(await desk.accounts.save(buildJoinmeDraft())).toMatchObject({
      kind: 'failed',
      status: { kind: 'unreachable' },
    });
    expect(desk.profile.secrets.size).toBe(0);
  });
});
