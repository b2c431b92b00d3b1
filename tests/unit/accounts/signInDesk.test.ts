import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SignInDesk, type SignInDeskParts, type SignInOrder } from '../../../main/accounts/signInDesk.ts';
import { services } from '../../../main/services/registry.ts';
import type { SignInFace } from '../../../main/services/service.ts';
import type { SignInGrant, Tokens } from '../../../main/services/signInFlow.ts';
import { type FakeTime, settle, startFakeTime } from '../../helpers/fakeTime.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

const tokens: Tokens = { kind: 'tokens', accessToken: 'access', refreshToken: 'refresh', lifetime: 1_000 };

let time: FakeTime;
let done: string[];
let grants: SignInGrant[];
let exchanged: ReturnType<SignInFace['exchange']>;
let opensBrowser: boolean;

beforeEach(() => {
  time = startFakeTime();
  done = [];
  grants = [];
  exchanged = Promise.resolve(tokens);
  opensBrowser = true;
});

afterEach(() => vi.useRealTimers());

function buildDesk(parts: Partial<SignInDeskParts> = {}): SignInDesk {
  let count = 0;
  return new SignInDesk({
    clock: time.clock,
    openBrowser: async (url) => {
      done.push(`open ${url}`);
      return opensBrowser;
    },
    copyText: async (text) => void done.push(`copy ${text}`),
    listen: async ({ redirectUri }) => {
      done.push(`listen ${redirectUri}`);
      return () => void done.push('stop');
    },
    randomText: () => `random${++count}`,
    challengeOf: async (verifier) => `hash of ${verifier}`,
    onChanged: () => undefined,
    onAnswered: () => void done.push('answered'),
    onStray: () => void done.push('stray'),
    ...parts,
  });
}

/** A service like the one that people sign in to, with a sign-in of its own. */
function order(face: Partial<SignInFace> = {}, port = ''): SignInOrder {
  const [model] = services.filter(({ signIn }) => signIn !== undefined);
  if (model === undefined) {
    throw new Error('nobody signs in to any service');
  }
  const signIn: SignInFace = {
    hasPkce: true,
    issuerOf: () => 'https://sign-in.example',
    addressOf: (_access, { redirectUri, state, challenge }) => `https://a.example/${redirectUri} ${state} ${challenge}`,
    exchange: async (_access, grant) => {
      grants.push(grant);
      return exchanged;
    },
    renew: async () => tokens,
    signOut: async () => undefined,
    ...face,
  };
  const view = { ...model.view, id: 'some' };
  const fields = { apiKey: 'key', [model.view.signIn?.portField ?? '']: port };
  const account = { id: 'account-1', serviceId: 'some', name: 'Mine', fields };
  const request = () => Promise.reject(new Error('no network'));
  const access = { account, secrets: {}, endpoints: {}, request, readCalendar: noCalendars };
  return { service: { ...model, view, signIn }, access, isNew: true };
}

const place = 'app.foyer.desktop:/oauth/some';

describe('signing in', () => {
  test('sends PKCE where the service knows it, and its verifier with the code', async () => {
    const desk = buildDesk();
    const outcome = desk.signIn(order());
    await settle();
    expect(done).toEqual([`open https://a.example/${place} random1 hash of random2`]);
    expect(desk.view()).toEqual({
      serviceId: 'some',
      accountId: null,
      phase: 'waiting',
      isBrowserOpen: true,
      endsAt: '2026-04-14T08:51:00.000Z',
    });
    expect(desk.answer(`${place}?code=c0de&state=random1`)).toBe('accepted');
    expect(desk.view()?.phase).toBe('exchanging');
    expect(await outcome).toEqual(tokens);
    expect(grants).toEqual([{ code: 'c0de', redirectUri: place, verifier: 'random2' }]);
    expect(desk.view()).toBeNull();
  });

  test('with a token at once asks for it without PKCE, and takes it as long as it says or the service does', async () => {
    const implicit = { isChosen: () => true, lifetime: 5_000 };
    const desk = buildDesk();
    const first = desk.signIn(order({ implicit }));
    await settle();
    expect(done).toEqual([`open https://a.example/${place} random1 null`]);
    expect(desk.answer(`${place}?code=c0de&state=random1`)).toBe('told');
    expect(await first).toEqual({ kind: 'notSignedIn', reason: 'badAnswer' });
    const second = desk.signIn(order({ implicit }));
    await settle();
    expect(desk.answer(`${place}#access_token=t0ken&state=random2`)).toBe('accepted');
    expect(await second).toEqual({ kind: 'tokens', accessToken: 't0ken', refreshToken: null, lifetime: 5_000 });
    expect(desk.answer(`${place}#access_token=t0ken&state=random2`)).toBe('again');
    const third = desk.signIn(order({ implicit }));
    await settle();
    desk.answer(`${place}#access_token=t0ken&expires_in=60&state=random3`);
    expect(await third).toMatchObject({ lifetime: 60_000 });
    expect(grants).toEqual([]);
  });

  test('sends none where the service does not', async () => {
    const desk = buildDesk();
    void desk.signIn(order({ hasPkce: false }));
    await settle();
    expect(done).toEqual([`open https://a.example/${place} random1 null`]);
  });

  test('goes nowhere when the challenge cannot be made', async () => {
    const desk = buildDesk({ challengeOf: () => Promise.reject(new Error('no hashes')) });
    await expect(desk.signIn(order())).rejects.toThrow('no hashes');
    expect(done).toEqual([]);
    expect(desk.view()).toBeNull();
  });

  test('ends by itself after ten minutes, and listens no longer', async () => {
    const desk = buildDesk();
    const outcome = desk.signIn(order({}, '8123'));
    await time.advance(599_000);
    expect(desk.view()?.phase).toBe('waiting');
    await time.advance(2_000);
    expect(await outcome).toEqual({ kind: 'notSignedIn', reason: 'timedOut' });
    expect(done.at(-1)).toBe('stop');
    expect(desk.answer('http://127.0.0.1:8123/oauth/some?code=c0de&state=random1')).toBe('again');
    expect(grants).toEqual([]);
  });

  test('that comes back after the machine slept through its end is too late', async () => {
    const desk = buildDesk();
    const outcome = desk.signIn(order());
    await settle();
    time.skip(600_000);
    expect(desk.answer(`${place}?code=c0de&state=random1`)).toBe('told');
    expect(await outcome).toEqual({ kind: 'notSignedIn', reason: 'timedOut' });
  });

  test('without a browser leaves the address to be copied', async () => {
    opensBrowser = false;
    const desk = buildDesk();
    expect(await desk.copyAddress()).toBe(false);
    void desk.signIn(order());
    await settle();
    expect(desk.view()?.isBrowserOpen).toBe(false);
    expect(await desk.copyAddress()).toBe(true);
    expect(done[1]).toBe(`copy https://a.example/${place} random1 hash of random2`);
  });

  test('that is cancelled while the tokens are asked for keeps none', async () => {
    const gate = Promise.withResolvers<Tokens>();
    exchanged = gate.promise;
    const desk = buildDesk();
    const outcome = desk.signIn(order());
    await settle();
    desk.answer(`${place}?code=c0de&state=random1`);
    desk.cancel();
    gate.resolve(tokens);
    expect(await outcome).toEqual({ kind: 'notSignedIn', reason: 'cancelled' });
    await settle();
    expect(desk.view()).toBeNull();
  });

  test('for an account that is removed meanwhile ends, and for no other', async () => {
    const desk = buildDesk();
    const outcome = desk.signIn({ ...order(), isNew: false });
    await settle();
    desk.forget('account-2');
    expect(desk.view()).toMatchObject({ accountId: 'account-1' });
    desk.forget('account-1');
    expect(await outcome).toEqual({ kind: 'notSignedIn', reason: 'cancelled' });
  });

  test('that is replaced before it listened leaves nobody listening', async () => {
    const gate = Promise.withResolvers<void>();
    const desk = buildDesk({
      listen: async () => {
        await gate.promise;
        return () => void done.push('stop');
      },
    });
    const first = desk.signIn(order({}, '8123'));
    await settle();
    void desk.signIn(order());
    expect(await first).toEqual({ kind: 'notSignedIn', reason: 'replaced' });
    gate.resolve();
    await settle();
    expect(done.map((line) => line.split(' ')[0]).toSorted()).toEqual(['open', 'stop']);
  });

  test('for which the service has a bug of ours ends, and the bug is told', async () => {
    exchanged = Promise.reject(new Error('a bug'));
    exchanged.catch(() => undefined);
    const desk = buildDesk();
    const outcome = desk.signIn(order());
    await settle();
    desk.answer(`${place}?code=c0de&state=random1`);
    await expect(outcome).rejects.toThrow('a bug');
    expect(desk.view()).toBeNull();
  });

  test('tells of an answer that nobody waits for, but of none while somebody does', async () => {
    const desk = buildDesk();
    desk.answer(`${place}?code=c0de&state=random1`);
    expect(done).toEqual(['stray']);
    void desk.signIn(order());
    await settle();
    desk.answer(`${place}?code=c0de&state=wrong`);
    expect(done.filter((line) => line === 'stray')).toHaveLength(1);
  });
});
