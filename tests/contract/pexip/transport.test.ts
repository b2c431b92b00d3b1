import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { FetchedAgenda } from '../../../main/services/service.ts';
import { createSource, week } from './pexipRoom.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const giveToken: Handler = (_request, response) => void response.end('{"access_token":"sim","token_type":"bearer"}');

async function fetchFrom(meetings: Handler, token = giveToken, patience = 10_000): Promise<FetchedAgenda> {
  const endpoints = { pexipAuth: await serve(token), pexipApi: await serve(meetings) };
  return createSource(endpoints, { limits: { patience, longestBody: 100_000 } }).fetchMeetings(week);
}

const impatient = 300;

const page = (count: number): string =>
  JSON.stringify({
    meetings: Array.from({ length: count }, (_, index) => ({
      id: `meeting-${index}`,
      startTime: week.to,
      endTime: week.to,
    })),
  });

describe('an answer from anywhere', () => {
  test.each([301, 302, 303, 307, 308])(
    'with %d is not followed: no credential goes where it points',
    async (status) => {
      let strangers = 0;
      const stranger = await serve((_request, response) => {
        strangers += 1;
        response.end('{"access_token":"evil","meetings":[]}');
      });
      const redirect: Handler = (_request, response) => void response.writeHead(status, { location: stranger }).end();
      expect(await fetchFrom(redirect)).toMatchObject({ status: { kind: 'unreachable' } });
      expect(await fetchFrom(giveToken, redirect)).toMatchObject({ status: { kind: 'unreachable' } });
      expect(strangers).toBe(0);
    },
  );

  test.each([201, 204, 206, 304, 400, 402, 405, 408, 418, 451, 501, 502, 504, 599])(
    'with the undocumented status %d is the service’s trouble, and named',
    async (httpStatus) => {
      const failed = await fetchFrom((_request, response) => void response.writeHead(httpStatus).end());
      expect(failed).toMatchObject({ kind: 'failed', status: { kind: 'serverError', httpStatus } });
    },
  );

  test.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['999999999', 999_999_999_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['soon', null],
    ['', null],
    ['1.5e300', null],
    ['99999999999999999999', null],
  ])('with Retry-After %o means a wait of %o', async (header, wait) => {
    const failed = await fetchFrom(
      (_request, response) => void response.writeHead(429, { 'retry-after': header }).end(),
    );
    expect(failed).toMatchObject({ kind: 'failed', status: { kind: 'limited' }, retryAfter: wait });
  });

  test('that never comes is given up in time', async () => {
    const started = performance.now();
    expect(await fetchFrom(() => undefined, giveToken, impatient)).toMatchObject({ status: { kind: 'unreachable' } });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('that stops in the middle is given up in time, and never half believed', async () => {
    const failed = await fetchFrom(
      (_request, response) => {
        // What came so far would be good JSON.
        response.writeHead(200, { 'content-length': 5_000 });
        response.write(page(2));
      },
      giveToken,
      impatient,
    );
    expect(failed).toMatchObject({ status: { kind: 'unreachable' } });
  });

  test('that comes in drops is given up in time', async () => {
    let drops: NodeJS.Timeout | undefined;
    const failed = await fetchFrom(
      (_request, response) => {
        drops = setInterval(() => response.write(' '), 20);
      },
      giveToken,
      impatient,
    );
    clearInterval(drops);
    expect(failed).toMatchObject({ status: { kind: 'unreachable' } });
  });

  test('that is longer than any list of meetings is not read to its end', async () => {
    let sent = 0;
    const failed = await fetchFrom((_request, response) => {
      const pour = (): void => {
        sent += 65_536;
        if (sent < 500_000_000 && !response.destroyed) {
          response.write('x'.repeat(65_536), pour);
        }
      };
      pour();
    });
    expect(failed).toMatchObject({ status: { kind: 'unreadable' } });
    expect(sent).toBeLessThan(20_000_000);
  });

  test('in any odd but right encoding is read', async () => {
    const text = JSON.stringify({
      meetings: [{ id: 'ä', subject: 'Überblick 👋', startTime: week.to, endTime: week.to }],
    });
    const fetched = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      for (const byte of Buffer.from(text)) {
        response.write(Buffer.from([byte]));
      }
      response.end();
    });
    expect(fetched).toMatchObject({ kind: 'meetings', meetings: [{ subject: 'Überblick 👋' }] });
  });

  test('that is no list of meetings is unreadable', async () => {
    for (const body of ['', 'null', '[]', '{', '"text"', '{"meetings":{}}', '\0\0', '<html>']) {
      expect(await fetchFrom((_request, response) => void response.end(body))).toMatchObject({
        status: { kind: 'unreadable' },
      });
    }
  });

  test.each(['{}', '{"access_token":""}', '{"access_token":"a b"}', '{"access_token":"a\\r\\nx: y"}', '[]', 'null'])(
    'that is no token (%s) is unreadable, and nothing is sent with it',
    async (body) => {
      let asked = 0;
      const meetings: Handler = (_request, response) => {
        asked += 1;
        response.end(page(0));
      };
      const failed = await fetchFrom(meetings, (_request, response) => void response.end(body));
      expect(failed).toMatchObject({ status: { kind: 'unreadable' } });
      expect(asked).toBe(0);
    },
  );

  test('from nowhere is unreachable', async () => {
    const source = createSource({ pexipAuth: 'http://127.0.0.1:9', pexipApi: 'http://127.0.0.1:9' });
    expect(await source.fetchMeetings(week)).toMatchObject({ status: { kind: 'unreachable' }, serviceTime: null });
  });
});
