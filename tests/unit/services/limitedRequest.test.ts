import { describe, expect, test, vi } from 'vitest';
import { createLimitedRequest, type ServiceAnswer } from '../../../main/services/limitedRequest.ts';

const budget = { take: () => 0, wait: () => 0 };
const once = { method: 'POST', url: 'https://a.example/', headers: {}, body: '{}', isOnce: true } as const;

async function answerTo(fail: () => Promise<Response>): Promise<ServiceAnswer> {
  return createLimitedRequest(fail, budget, { patience: 50, longestBody: 1_000 })(once);
}

function nodeError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('of the system'), { code }) });
}

describe('a request without an answer', () => {
  test.each([
    new Error('net::ERR_INTERNET_DISCONNECTED'),
    new Error('net::ERR_NAME_NOT_RESOLVED'),
    new Error('net::ERR_CONNECTION_REFUSED'),
    new Error('net::ERR_CERT_AUTHORITY_INVALID'),
    new Error('net::ERR_PROXY_CONNECTION_FAILED'),
    nodeError('ECONNREFUSED'),
    nodeError('ENOTFOUND'),
  ])('never arrived: %s', async (error) => {
    expect(await answerTo(() => Promise.reject(error))).toEqual({ kind: 'unreachable', mayHaveArrived: false });
  });

  test.each([
    new Error('net::ERR_CONNECTION_RESET'),
    new Error('net::ERR_CONNECTION_CLOSED'),
    new Error('net::ERR_EMPTY_RESPONSE'),
    new Error('net::ERR_NETWORK_CHANGED'),
    new Error('net::ERR_TIMED_OUT'),
    new Error('net::ERR_TUNNEL_CONNECTION_FAILED'),
    new Error('anything else'),
    nodeError('ECONNRESET'),
    nodeError('UND_ERR_SOCKET'),
  ])('may have arrived: %s', async (error) => {
    expect(await answerTo(() => Promise.reject(error))).toEqual({ kind: 'unreachable', mayHaveArrived: true });
  });

  test('in time, or whose answer breaks off, may have arrived', async () => {
    const never = new Promise<Response>(() => undefined);
    expect(await answerTo(() => never)).toEqual({ kind: 'unreachable', mayHaveArrived: true });
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('net::ERR_CONNECTION_RESET')),
    });
    expect(await answerTo(async () => new Response(broken))).toEqual({ kind: 'unreachable', mayHaveArrived: true });
  });
});

test('what must not be done twice goes its own way, and only that', async () => {
  const usual = vi.fn(async () => new Response('usual'));
  const single = vi.fn(async () => new Response('single'));
  const request = createLimitedRequest(usual, budget, undefined, single);
  expect(await request(once)).toMatchObject({ text: 'single' });
  expect(await request({ ...once, isOnce: false })).toMatchObject({ text: 'usual' });
  expect([usual.mock.calls.length, single.mock.calls.length]).toEqual([1, 1]);
});
