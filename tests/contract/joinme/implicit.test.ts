import { expect, test } from 'vitest';
import { buildJoinmeDraft, connect, type JoinmeDesk, openDesk, redirectOf, week } from './joinmeAccount.ts';

const withoutSecret = { apiSecret: '', implicit: 'true' };
const loopback = { ...withoutSecret, apiKey: 'foyer-joinme-loopback-key', port: '49217' };

/** As a browser does: the page that it comes back to is fetched without what is behind the #, and its script hands that over. */
async function browseToPort(address: string): Promise<void> {
  const location = new URL((await redirectOf(address)) ?? '');
  const page = await (await fetch(location)).text();
  expect(page).toContain('<script>');
  const body = new URLSearchParams({ given: location.hash.slice(1) });
  await fetch(location, { method: 'POST', headers: { origin: location.origin }, body });
}

function secretsOf(desk: JoinmeDesk, accountId: string): Readonly<Record<string, string>> {
  return desk.profile.secrets.get(accountId) ?? {};
}

test('a token comes at once on the own scheme, without the secret, and nothing is exchanged', async () => {
  const desk = await openDesk();
  const account = await connect(desk, buildJoinmeDraft({ fields: withoutSecret }));
  expect(new URL(desk.opened[0] ?? '').searchParams.get('response_type')).toBe('token');
  expect(desk.verdicts).toEqual(['accepted']);
  expect(Object.keys(secretsOf(desk, account.id)).toSorted()).toEqual(['accessSince', 'accessToken', 'accessUntil']);
  expect(desk.simulator.joinme.tokens()).toMatchObject([{ kind: 'access', flow: 'implicit' }]);
  expect(desk.asked().filter((line) => line.startsWith('POST /token'))).toEqual([]);
  const until = Date.parse(secretsOf(desk, account.id)['accessUntil'] ?? '');
  expect(Math.abs(until - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
  expect(desk.accounts.endingSignIns()).toEqual([
    { accountId: account.id, name: account.name, endsAt: new Date(until).toISOString() },
  ]);
  expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
});

test('a token comes at once on a port, handed over by the page', async () => {
  const desk = await openDesk();
  desk.browse = browseToPort;
  const account = await connect(desk, buildJoinmeDraft({ fields: loopback }));
  expect(secretsOf(desk, account.id)['accessToken']).toBeDefined();
  await expect(fetch('http://127.0.0.1:49217/oauth/joinme')).rejects.toThrow();
});

test('an answer with nothing but the token is taken for a day', async () => {
  const desk = await openDesk();
  desk.simulator.joinme.setFault('minimalAnswer', { endpoint: 'authorize' });
  const account = await connect(desk, buildJoinmeDraft({ fields: withoutSecret }));
  const until = Date.parse(secretsOf(desk, account.id)['accessUntil'] ?? '');
  expect(Math.abs(until - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
});

test('a token where a query would have kept it is not taken', async () => {
  const desk = await openDesk();
  desk.simulator.joinme.setFault('resultElsewhere', { endpoint: 'authorize' });
  const outcome = await desk.accounts.save(buildJoinmeDraft({ fields: withoutSecret }));
  expect(outcome).toEqual({ kind: 'notSignedIn', reason: 'badAnswer' });
});

test('the secret is asked for as long as this is not chosen, and again when it is not any more', async () => {
  const desk = await openDesk();
  const missing = { kind: 'invalid', problems: [{ field: 'apiSecret' }] };
  expect(await desk.accounts.save(buildJoinmeDraft({ fields: { apiSecret: '' } }))).toMatchObject(missing);
  const { id, name } = await connect(desk, buildJoinmeDraft({ fields: withoutSecret }));
  const back = { accountId: id, name, fields: { apiSecret: '', implicit: '' } };
  expect(await desk.accounts.save(buildJoinmeDraft(back))).toMatchObject(missing);
});

test('choosing it for an account that was signed in otherwise means signing in, and leaves nothing to renew', async () => {
  const desk = await openDesk();
  const { id, name } = await connect(desk);
  expect(secretsOf(desk, id)['refreshToken']).toBeDefined();
  expect(desk.accounts.endingSignIns()).toEqual([]);
  const draft = buildJoinmeDraft({ accountId: id, name, fields: withoutSecret });
  expect(await desk.accounts.save(draft)).toMatchObject({ kind: 'connected', account: { id } });
  expect(desk.opened).toHaveLength(2);
  expect(secretsOf(desk, id)['refreshToken']).toBeUndefined();
  expect(desk.accounts.endingSignIns()).toHaveLength(1);
});

test('when it has ended the account is refused without a request, and signing in again mends it', async () => {
  let ahead = 0;
  const desk = await openDesk({ wall: () => Date.now() + ahead });
  const { id, name } = await connect(desk, buildJoinmeDraft({ fields: withoutSecret }));
  ahead = 24 * 3_600_000;
  desk.asked();
  expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
  expect(desk.asked()).toEqual([]);
  const draft = buildJoinmeDraft({ accountId: id, name, fields: withoutSecret });
  expect(await desk.accounts.signIn(draft)).toMatchObject({ kind: 'connected', account: { id } });
  expect(await desk.source().fetchMeetings(week())).toMatchObject({ kind: 'meetings' });
});

test('removing the account asks the service for nothing that takes the secret', async () => {
  const desk = await openDesk();
  const { id } = await connect(desk, buildJoinmeDraft({ fields: withoutSecret }));
  desk.asked();
  await desk.accounts.remove(id);
  expect(desk.asked()).toEqual([]);
  expect(desk.profile.secrets.size).toBe(0);
});
