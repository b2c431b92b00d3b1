import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callbackAddress } from '../../../core/signIn/callbackAddress.ts';
import type { SignInRequest } from '../../../main/accounts/signInAnswer.ts';
import { isUnderWay, type SignInEvent, type SignInState, stepSignIn } from '../../../main/accounts/signInState.ts';

const redirectUri = callbackAddress('joinme', '');
const issuer = 'https://sign-in.example';

function request(state = 'right', more: Partial<SignInRequest> = {}): SignInRequest {
  return { serviceId: 'joinme', flow: 'code', clientId: 'key', issuer, state, redirectUri, endsAt: 1_000, ...more };
}

const waiting = (more: Partial<SignInRequest> = {}): SignInState => ({
  kind: 'waiting',
  request: request('right', more),
});

function answer(state: SignInState, url: string, now = 0) {
  return stepSignIn(state, { kind: 'answered', url, now });
}

describe('an answer', () => {
  test.each([
    ['on the own scheme', '', `${redirectUri}?code=c0de&state=right`],
    ['on a port', '8123', 'http://127.0.0.1:8123/oauth/joinme?code=c0de&state=right'],
    ['with more parameters', '', `${redirectUri}?code=c0de&state=right&session_state=x`],
    ['with the right issuer', '', `${redirectUri}?code=c0de&state=right&iss=${encodeURIComponent(issuer)}`],
  ])('to what was asked is accepted: %s', (_name, port, url) => {
    const before = waiting({ redirectUri: callbackAddress('joinme', port) });
    expect(answer(before, url)).toMatchObject({
      verdict: 'accepted',
      state: { kind: 'exchanging', granted: { code: 'c0de' } },
    });
  });

  test.each([
    ['a wrong state', `${redirectUri}?code=c0de&state=wrong`],
    ['no state', `${redirectUri}?code=c0de`],
    ['an empty state', `${redirectUri}?code=c0de&state=`],
    ['two states', `${redirectUri}?code=c0de&state=right&state=right`],
    ['an error without a state', `${redirectUri}?error=access_denied`],
    ['the path of another service', 'app.foyer.desktop:/oauth/other?code=c0de&state=right'],
    ['a path below', `${redirectUri}/more?code=c0de&state=right`],
    ['another host', 'app.foyer.desktop://oauth/joinme?code=c0de&state=right'],
    ['another scheme', 'foyer:/oauth/joinme?code=c0de&state=right'],
    ['a page in place of the scheme', 'http://127.0.0.1:8123/oauth/joinme?code=c0de&state=right'],
    ['too many letters', `${redirectUri}?code=c0de&state=right&more=${'x'.repeat(8_000)}`],
    ['no address at all', 'code=c0de&state=right'],
  ])('with %s is not ours: it is ignored, and the sign-in goes on', (_name, url) => {
    const before = waiting();
    expect(answer(before, url)).toEqual({ state: before, verdict: 'stray' });
  });

  test.each([
    ['no from the person', '?error=access_denied&state=right', 'declined'],
    ['no, behind the #', '#error=access_denied&state=right', 'declined'],
    ['an error of the service', '?error=server_error&state=right', 'serviceError'],
    ['an error beside a code', '?error=access_denied&code=c0de&state=right', 'declined'],
    ['a foreign issuer', '?code=c0de&state=right&iss=https%3A%2F%2Fother.example', 'badAnswer'],
    ['no code', '?state=right', 'badAnswer'],
    ['an empty code', '?code=&state=right', 'badAnswer'],
    ['a code that could be none', '?code=a%0Ab&state=right', 'badAnswer'],
    ['a token of another flow', '#access_token=t0ken&token_type=bearer&state=right', 'badAnswer'],
    ['a token of another flow beside a code', '?code=c0de&access_token=t0ken&state=right', 'badAnswer'],
    ['a signed answer of another flow', '?response=x&state=right', 'badAnswer'],
  ])('with the right state and %s ends the sign-in, and says why', (_name, rest, reason) => {
    expect(answer(waiting(), `${redirectUri}${rest}`)).toMatchObject({
      verdict: 'told',
      state: { kind: 'failed', reason },
    });
  });

  test.each([
    ['with its life', 'expires_in=86400&', 86_400_000],
    ['without', '', null],
  ])('with a token, where that was asked for, is accepted: %s', (_name, life, lifetime) => {
    const url = `${redirectUri}#access_token=t0ken&token_type=Bearer&${life}state=right`;
    expect(answer(waiting({ flow: 'token' }), url)).toEqual({
      verdict: 'accepted',
      state: {
        kind: 'exchanging',
        request: request('right', { flow: 'token' }),
        granted: { kind: 'token', token: 't0ken', lifetime },
      },
    });
  });

  test.each([
    ['a code', '?code=c0de&state=right', 'badAnswer'],
    ['a token where servers and histories keep it', '?access_token=t0ken&state=right', 'badAnswer'],
    ['a token beside something that was sent', '?x=1#access_token=t0ken&state=right', 'stray'],
    ['a token and a code', '#access_token=t0ken&code=c0de&state=right', 'badAnswer'],
    ['two tokens', '#access_token=t0ken&access_token=other&state=right', 'badAnswer'],
    ['an empty token', '#access_token=&state=right', 'badAnswer'],
    ['a token that could be none', '#access_token=a%0Ab&state=right', 'badAnswer'],
    ['a token of another kind', '#access_token=t0ken&token_type=mac&state=right', 'badAnswer'],
    ['a life that makes no sense', '#access_token=t0ken&expires_in=-1&state=right', 'badAnswer'],
    ['a token of somebody else', '#access_token=t0ken&iss=https%3A%2F%2Fother.example&state=right', 'badAnswer'],
    ['no from the person', '#error=access_denied&state=right', 'declined'],
    ['no from the person, sent', '?error=access_denied&state=right', 'declined'],
    ['a token for another state', '#access_token=t0ken&state=wrong', 'stray'],
    ['a token without a state', '#access_token=t0ken', 'stray'],
  ])('with %s, where a token was asked for, never signs in', (_name, rest, outcome) => {
    const before = waiting({ flow: 'token' });
    const { verdict, state } = answer(before, `${redirectUri}${rest}`);
    if (outcome === 'stray') {
      expect({ verdict, state }).toEqual({ verdict: 'stray', state: before });
    } else {
      expect({ verdict, state }).toMatchObject({ verdict: 'told', state: { kind: 'failed', reason: outcome } });
    }
  });

  test('is good once', () => {
    const url = `${redirectUri}?code=c0de&state=right`;
    const first = answer(waiting(), url).state;
    expect(answer(first, url)).toEqual({ state: first, verdict: 'again' });
    const signedIn = stepSignIn(first, { kind: 'exchanged', request: requestOf(first), isGood: true }).state;
    expect(signedIn.kind).toBe('signedIn');
    expect(answer(signedIn, url)).toEqual({ state: signedIn, verdict: 'again' });
  });

  test('that nobody waits for is a stray', () => {
    expect(answer({ kind: 'idle' }, `${redirectUri}?code=c0de&state=right`).verdict).toBe('stray');
  });

  test('after the time is too late, whether or not the timer came first', () => {
    expect(answer(waiting(), `${redirectUri}?code=c0de&state=right`, 1_000)).toMatchObject({
      verdict: 'told',
      state: { kind: 'failed', reason: 'timedOut' },
    });
  });
});

function requestOf(state: SignInState): SignInRequest {
  if (state.kind === 'idle') {
    throw new Error('there is no request');
  }
  return state.request;
}

/** Events of up to three sign-ins, hostile answers among them, in any order. */
const requests = [
  request('one'),
  request('two', { flow: 'token' }),
  request('three', { redirectUri: callbackAddress('joinme', '8123') }),
];
const anyRequest = fc.constantFrom(...requests);
const anyAnswer = fc
  .record({
    place: fc.constantFrom(redirectUri, callbackAddress('joinme', '8123'), callbackAddress('other', ''), 'nonsense:'),
    mark: fc.constantFrom('?', '#', ''),
    code: fc.constantFrom('code=a', 'code=b', 'code=', 'error=access_denied', 'access_token=t', ''),
    state: fc.oneof(fc.constantFrom('one', 'two', 'three', '', 'one&state=two'), fc.string()),
    more: fc.constantFrom('', '&iss=https://other.example', '&code=z', '&response=x'),
  })
  .map(({ place, mark, code, state, more }) => `${place}${mark}${code}&state=${state}${more}`);
const anyEvent: fc.Arbitrary<SignInEvent> = fc.oneof(
  fc.record({ kind: fc.constant('begun' as const), request: anyRequest }),
  fc.record({ kind: fc.constant('answered' as const), url: anyAnswer, now: fc.integer({ min: 0, max: 1_200 }) }),
  fc.record({
    kind: fc.constant('exchanged' as const),
    request: anyRequest,
    isGood: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('ended' as const),
    request: anyRequest,
    reason: fc.constantFrom('cancelled' as const, 'timedOut' as const),
  }),
);

/** A code came out of an answer: it must be the answer to what was waited for. */
function checkAccepted(before: SignInState, event: SignInEvent, after: SignInState): void {
  const asked = requestOf(before);
  const { url, now } = event.kind === 'answered' ? event : { url: '', now: Number.NaN };
  const arrived = new URL(url);
  const parameters = arrived.search === '' ? new URLSearchParams(arrived.hash.slice(1)) : arrived.searchParams;
  expect(before.kind).toBe('waiting');
  expect(now).toBeLessThan(asked.endsAt);
  expect(url.startsWith(asked.redirectUri)).toBe(true);
  expect(parameters.getAll('state')).toEqual([asked.state]);
  const granted =
    asked.flow === 'code'
      ? { kind: 'code', code: parameters.get('code') }
      : { kind: 'token', token: parameters.get('access_token'), lifetime: null };
  expect(after).toEqual({ kind: 'exchanging', request: asked, granted });
  expect(asked.flow === 'token' && arrived.search !== '').toBe(false);
}

function checkStep(before: SignInState, event: SignInEvent): SignInState {
  const { state: after, verdict } = stepSignIn(before, event);
  if (verdict === 'accepted') {
    checkAccepted(before, event, after);
  } else if (verdict !== 'told' && event.kind === 'answered') {
    expect(after).toBe(before);
  }
  const begins = isUnderWay(after) && !isUnderWay(before);
  const succeeds = after.kind === 'signedIn' && before.kind !== 'signedIn';
  const exchanges = after.kind === 'exchanging' && before.kind !== 'exchanging';
  expect([begins, event.kind]).toEqual([event.kind === 'begun' && !isUnderWay(before), event.kind]);
  expect(exchanges).toBe(verdict === 'accepted');
  expect(!succeeds || (before.kind === 'exchanging' && before.request === requestOf(after))).toBe(true);
  return after;
}

test('whatever happens in whatever order, a code is only taken from the answer to the one request that is waited for', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      events.reduce(checkStep, { kind: 'idle' } as SignInState);
    }),
    { numRuns: 2_000 },
  );
});
