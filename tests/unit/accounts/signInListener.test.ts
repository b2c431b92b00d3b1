import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type ListenParts, listenForSignIn, type StopListening } from '../../../main/accounts/signInListener.ts';

const port = 49_321;
const redirectUri = `http://127.0.0.1:${port}/oauth/some`;

let stop: StopListening | null = null;

afterEach(() => stop?.());

async function listen(flow: ListenParts['flow']): Promise<readonly string[]> {
  const arrived: string[] = [];
  stop = await listenForSignIn({
    redirectUri,
    flow,
    onAnswer: (url) => {
      arrived.push(url);
      return url.includes('state=right') ? 'accepted' : 'stray';
    },
    pageFor: (verdict) => ({ language: 'en', title: `<${verdict}>`, text: 'a & b' }),
  });
  expect(stop).not.toBeNull();
  return arrived;
}

function handOver(given: string, origin = `http://127.0.0.1:${port}`): Promise<Response> {
  return fetch(redirectUri, { method: 'POST', headers: { origin }, body: new URLSearchParams({ given }) });
}

test('a code is taken from the address', async () => {
  const arrived = await listen('code');
  const answer = await fetch(`${redirectUri}?code=c0de&state=right`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<h1>&lt;accepted></h1>');
  expect((await handOver('access_token=t0ken&state=right')).status).toBe(405);
  expect(arrived).toEqual([`${redirectUri}?code=c0de&state=right`]);
});

test('what is behind the # is handed over by the page, whose one script is known to its policy', async () => {
  const arrived = await listen('token');
  const page = await fetch(redirectUri);
  const text = await page.text();
  expect(arrived).toEqual([]);
  expect(text).toContain('&lt;handOver>');
  const script = /<script>([\s\S]*)<\/script>/.exec(text)?.[1] ?? '';
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  // The address is clean before anything else is done.
  expect(script.indexOf('replaceState')).toBeLessThan(script.indexOf('fetch('));

  const answer = await handOver('access_token=t0ken&state=right');
  expect(await answer.json()).toEqual({ title: '<accepted>', text: 'a & b' });
  expect(arrived).toEqual([`${redirectUri}#access_token=t0ken&state=right`]);
});

test('an error that comes in the address itself is told, too', async () => {
  const arrived = await listen('token');
  await fetch(`${redirectUri}?error=access_denied&state=right`);
  expect(arrived).toEqual([`${redirectUri}?error=access_denied&state=right`]);
});

test('nobody else hands anything over', async () => {
  const arrived = await listen('token');
  expect((await handOver('access_token=t0ken&state=right', 'https://evil.example')).status).toBe(403);
  expect((await handOver('access_token=t0ken&state=right', 'null')).status).toBe(403);
  const foreign = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: 'evil.example', origin: `http://127.0.0.1:${port}` };
    const sent = request({ host: '127.0.0.1', port, path: '/oauth/some', method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end('given=state%3Dright');
  });
  expect(foreign).toBe(404);
  await expect(handOver('x'.repeat(100_000))).rejects.toThrow();
  expect(arrived).toEqual([]);
});

test('a port that somebody else has is told', async () => {
  await listen('code');
  expect(
    await listenForSignIn({
      redirectUri,
      flow: 'code',
      onAnswer: () => 'stray',
      pageFor: () => ({ language: 'en', title: '', text: '' }),
    }),
  ).toBeNull();
});
