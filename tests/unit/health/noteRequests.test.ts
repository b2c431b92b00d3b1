import { describe, expect, test } from 'vitest';
import { requestNoter } from '../../../main/health/noteRequests.ts';

interface Noted {
  readonly level: 'debug' | 'info';
  readonly text: string;
}

function observe(fetch: typeof globalThis.fetch): { readonly fetch: typeof globalThis.fetch; readonly noted: Noted[] } {
  const noted: Noted[] = [];
  let now = 0;
  const note =
    (level: Noted['level']) =>
    (text: string): void =>
      void noted.push({ level, text });
  const uptime = (): number => {
    now += 120;
    return now;
  };
  return { noted, fetch: requestNoter({ debug: note('debug'), info: note('info') }, uptime)(fetch) };
}

const id = '3f2c5a9e-8d41-4b7e-9a10-5d2f6c7b8e90';
const secret = 'open-sesame';

describe('of a request is noted', () => {
  test('that it went well, for whoever looks closely', async () => {
    const { fetch, noted } = observe(async () => new Response('{"access_token":"open-sesame"}'));
    const answer = await fetch(
      new Request(`https://api.example/v1/meetings?code=${secret}`, {
        method: 'POST',
        body: secret,
        headers: { authorization: `Bearer ${secret}`, 'x-tracking-id': id },
      }),
    );
    expect(await answer.text()).toContain('access_token');
    expect(noted).toEqual([{ level: 'debug', text: `POST api.example answered 200 in 120 ms, tracking id ${id}` }]);
  });

  test('what the service said no with', async () => {
    const { fetch, noted } = observe(async () => new Response(secret, { status: 503 }));
    await fetch('https://api.example/r/open-sesame', { headers: { 'X-TrackingId': id } });
    expect(noted).toEqual([{ level: 'info', text: `GET api.example answered 503 in 120 ms, tracking id ${id}` }]);
  });

  test.each([
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'ERR_NAME_NOT_RESOLVED'],
    [new TypeError('fetch failed', { cause: Object.assign(new Error(secret), { code: 'ECONNRESET' }) }), 'ECONNRESET'],
    [Object.assign(new Error(secret), { name: 'TimeoutError' }), 'TimeoutError'],
    ['nothing', 'unknown'],
  ])('why no answer came: %s', async (error, name) => {
    const { fetch, noted } = observe(() => Promise.reject(error));
    await expect(fetch(`https://user:${secret}@api.example/`)).rejects.toBe(error);
    expect(noted).toEqual([{ level: 'info', text: `GET api.example got no answer (${name}) in 120 ms` }]);
  });
});
