import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { buildJoinmeDraft, connect, iris, openDesk, redirectOf, week } from './joinmeAccount.ts';

const loopback = { apiKey: 'foyer-joinme-loopback-key', apiSecret: 'foyer-joinme-loopback-secret', port: '49217' };

describe('signing in', () => {
  test('on the own scheme keeps what came of it, secrets apart, and the agenda is there', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    expect(desk.verdicts).toEqual(['accepted']);
    expect(new URL(desk.opened[0] ?? '').searchParams.get('redirect_uri')).toBe('app.foyer.desktop:/oauth/joinme');
    expect(account.fields).toEqual({ apiKey: 'foyer-joinme-key', port: '', implicit: '', person: iris });
    expect(desk.profile.secrets.get(account.id)).toMatchObject({
      apiSecret: 'foyer-joinme-secret',
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
    const stored = JSON.stringify(desk.profile.accounts.value);
    for (const secret of Object.values(desk.profile.secrets.get(account.id) ?? {})) {
      expect(stored).not.toContain(secret);
    }
    expect(desk.signIn.view()).toBeNull();
  });

  test('on a port listens only while somebody is waited for, and only for that', async () => {
    const desk = await openDesk();
    const { browse } = desk;
    const pages: string[] = [];
    desk.browse = async (address) => {
      const place = new URL('http://127.0.0.1:49217/');
      for (const path of ['/', '/oauth/other', '/oauth/joinme/more']) {
        pages.push(String((await fetch(new URL(path, place))).status));
      }
      pages.push(String((await fetch(new URL('/oauth/joinme', place), { method: 'POST' })).status));
      const stray = await fetch(new URL('/oauth/joinme?code=c0de&state=wrong', place));
      pages.push(String(stray.status), await stray.text(), stray.headers.get('content-security-policy') ?? '');
      await browse(address);
    };
    await connect(desk, buildJoinmeDraft({ fields: loopback }));
    expect(pages.slice(0, 5)).toEqual(['404', '404', '404', '405', '400']);
    expect(pages[5]).toContain('a &lt; b');
    expect(pages[6]).toContain("default-src 'none'");
    expect(desk.strays()).toBe(0);
    await expect(fetch('http://127.0.0.1:49217/oauth/joinme')).rejects.toThrow();
  });

  test('at a port of somebody else says so', async () => {
    const desk = await openDesk();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(49_217, '127.0.0.1', resolve));
    expect(await desk.accounts.save(buildJoinmeDraft({ fields: loopback }))).toEqual({
      kind: 'notSignedIn',
      reason: 'portTaken',
    });
    await new Promise((resolve) => other.close(resolve));
    expect(desk.opened).toEqual([]);
  });

  test.each([
    ['a no', { name: 'redirectError' }, 'declined'],
    ['another error', { name: 'redirectError', error: 'server_error' }, 'serviceError'],
    ['nothing in it', 'resultMissing', 'badAnswer'],
  ] as const)('that comes back with %s is told, and nothing is kept', async (_name, fault, reason) => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault(fault, { endpoint: 'authorize' });
    expect(await desk.accounts.save(buildJoinmeDraft())).toEqual({ kind: 'notSignedIn', reason });
    expect(desk.profile.secrets.size).toBe(0);
    expect(desk.accounts.accounts).toEqual([]);
  });

  test.each(['missing', 'other'] as const)(
    'with a state that is %s goes on waiting, and can be cancelled',
    async (as) => {
      const desk = await openDesk();
      desk.simulator.joinme.setFault({ name: 'stateSpoiled', as }, { endpoint: 'authorize' });
      const saving = desk.accounts.save(buildJoinmeDraft());
      await expect.poll(() => desk.verdicts).toEqual(['stray']);
      expect(desk.signIn.view()).toMatchObject({ phase: 'waiting', serviceId: 'joinme', accountId: null });
      expect(desk.strays()).toBe(0);
      desk.signIn.cancel();
      expect(await saving).toEqual({ kind: 'notSignedIn', reason: 'cancelled' });
      expect(desk.asked()).not.toContain('POST /token 200');
    },
  );

  test('takes its answer once: what comes again does nothing, and what nobody waits for is told', async () => {
    const desk = await openDesk();
    let location: string | null = null;
    desk.browse = async (address) => {
      location = await redirectOf(address);
      desk.signIn.answer(location ?? '');
    };
    await connect(desk);
    expect(desk.signIn.answer(location ?? '')).toBe('again');
    expect(desk.strays()).toBe(0);
    expect(desk.signIn.answer('app.foyer.desktop:/oauth/joinme?code=c0de&state=never')).toBe('stray');
    expect(desk.strays()).toBe(1);
    expect(desk.asked().filter((line) => line.startsWith('POST /token'))).toHaveLength(1);
  });

  test('once more ends the one that was waited for', async () => {
    const desk = await openDesk();
    const { browse } = desk;
    desk.browse = async () => undefined;
    const first = desk.accounts.save(buildJoinmeDraft());
    await expect.poll(() => desk.opened).toHaveLength(1);
    desk.browse = browse;
    const second = desk.accounts.save(buildJoinmeDraft());
    expect(await first).toEqual({ kind: 'notSignedIn', reason: 'replaced' });
    expect(await second).toMatchObject({ kind: 'connected' });
    expect(desk.signIn.answer((await redirectOf(desk.opened[0] ?? '')) ?? '')).toBe('stray');
    expect(desk.accounts.accounts).toHaveLength(1);
  });

  test('with a code that is too old says so', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setRules({ codeSeconds: 0 });
    expect(await desk.accounts.save(buildJoinmeDraft())).toEqual({ kind: 'notSignedIn', reason: 'codeRefused' });
  });

  test.each([
    ['a wrong secret', 'refused'],
    ['a server fault', 'serverError'],
    ['no answer', 'unreachable'],
    ['no JSON', 'unreadable'],
    ['throttling', 'limited'],
  ] as const)('says what is wrong when the exchange meets %s', async (name, status) => {
    const desk = await openDesk();
    const faults = {
      'a server fault': 'serverError',
      'no answer': 'connectionReset',
      'no JSON': 'htmlBody',
      throttling: 'rateLimited',
    } as const;
    if (name !== 'a wrong secret') {
      desk.simulator.joinme.setFault(faults[name], { endpoint: 'token' });
    }
    const fields = { apiSecret: name === 'a wrong secret' ? 'wrong-secret' : 'foyer-joinme-secret' };
    expect(await desk.accounts.save(buildJoinmeDraft({ fields }))).toMatchObject({
      kind: 'failed',
      status: { kind: status },
    });
    expect(desk.profile.secrets.size).toBe(0);
  });

  test('does with two tokens and nothing else', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('minimalAnswer', { endpoint: 'token' });
    const account = await connect(desk);
    const until = Date.parse(desk.profile.secrets.get(account.id)?.['accessUntil'] ?? '');
    expect(until - Date.now()).toBeGreaterThan(23 * 3_600_000);
  });
});

describe('an account that is signed in', () => {
  test('is renewed after a restart, and the new refresh token is kept', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    const before = desk.profile.secrets.get(account.id);
    desk.simulator.joinme.expireTokens();
    const { source } = await desk.restart();
    desk.asked();
    expect(await source?.fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
    expect(desk.asked().slice(0, 3)).toEqual(['GET /meetings 401', 'POST /token 200', 'GET /meetings 200']);
    const after = desk.profile.secrets.get(account.id);
    expect(after?.['refreshToken']).not.toBe(before?.['refreshToken']);
    expect(after).toMatchObject({ apiSecret: 'foyer-joinme-secret', refreshToken: expect.any(String) });
    desk.simulator.joinme.expireTokens();
    expect(await (await desk.restart()).source?.fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
  });

  test('is renewed before it is asked for with a token that is too old', async () => {
    let ahead = 0;
    const desk = await openDesk({ wall: () => Date.now() + ahead });
    await connect(desk);
    desk.asked();
    ahead = 24 * 3_600_000;
    await desk.source().fetchMeetings(week());
    expect(desk.asked()[0]).toBe('POST /token 200');
  });

  test.each(['stay', 'omitted'] as const)('keeps its refresh token when renewals let it %s', async (refreshTokens) => {
    const desk = await openDesk();
    desk.simulator.joinme.setRules({ refreshTokens });
    const account = await connect(desk);
    const before = desk.profile.secrets.get(account.id)?.['refreshToken'];
    desk.simulator.joinme.expireTokens();
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
    expect(desk.profile.secrets.get(account.id)?.['refreshToken']).toBe(before);
  });

  test('is renewed once for agenda and rooms together', async () => {
    const desk = await openDesk();
    await connect(desk);
    desk.simulator.joinme.expireTokens();
    desk.asked();
    await Promise.all([desk.source().fetchMeetings(week()), desk.host().probe()]);
    expect(desk.asked().filter((line) => line === 'POST /token 200')).toHaveLength(1);
  });

  test.each([
    ['the API, with 401', { name: 'staleToken' }],
    ['the API, with 403', { name: 'staleToken', status: 403 }],
    ['the proxy', { name: 'accountInactive' }],
  ] as const)('whose new token is refused by %s is not asked for again and again', async (_name, fault) => {
    const desk = await openDesk();
    await connect(desk);
    desk.simulator.joinme.setFault(fault);
    desk.asked();
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
    expect(desk.asked()).toHaveLength(3);
    await desk.source().fetchMeetings(week());
    expect(desk.asked()).toHaveLength(1);
  });

  test('whose sign-in has ended is refused, and signing in again mends it under the same id', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    desk.simulator.joinme.revokeTokens();
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ status: { kind: 'refused' } });
    const draft = buildJoinmeDraft({ accountId: account.id, name: account.name, fields: { apiSecret: '' } });
    expect(await desk.accounts.signIn(draft)).toMatchObject({ kind: 'connected', account: { id: account.id } });
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
  });

  test.each(['queriesPerSecond', 'rate'] as const)('keeps its tokens while it is throttled (%s)', async (as) => {
    const desk = await openDesk();
    const account = await connect(desk);
    const before = desk.profile.secrets.get(account.id);
    desk.simulator.joinme.setFault({ name: 'throttled', as, retryAfter: { form: 'seconds', seconds: 90 } });
    desk.asked();
    expect(await desk.source().fetchMeetings(week())).toMatchObject({
      status: { kind: 'limited' },
      retryAfter: 90_000,
    });
    expect(desk.asked()).toEqual(['GET /meetings 403']);
    expect(desk.profile.secrets.get(account.id)).toEqual(before);
  });

  test('is renamed without signing in, and its tokens stay in use', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    const renamed = buildJoinmeDraft({ accountId: account.id, name: 'Mine', fields: { apiSecret: '' } });
    expect(await desk.accounts.save(renamed)).toMatchObject({ kind: 'connected' });
    expect(desk.opened).toHaveLength(1);
    desk.simulator.joinme.expireTokens();
    expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
    expect(desk.profile.secrets.get(account.id)?.['accessToken']).toBeDefined();
  });

  test('signs out when it is removed, and leaves nothing behind', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    desk.asked();
    await desk.accounts.remove(account.id);
    await expect.poll(() => desk.asked()).toEqual(['POST /expireaccess 200']);
    expect(desk.profile.secrets.size).toBe(0);
  });
});
