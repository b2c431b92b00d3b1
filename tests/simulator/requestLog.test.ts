import { describe, expect, it } from 'vitest';
import { basic, clockAt, requestMeetings, requestToken, start, tokenOf } from './pexipClient.ts';

describe('request log', () => {
  it('tells who asked what, when, and the outcome', async () => {
    const simulator = await start({ now: clockAt('2026-04-14T08:41:00Z').now });
    const token = await tokenOf(simulator);
    await requestMeetings(simulator, token, { limit: '100' }, { headers: { 'user-agent': 'Foyer/0.1.0' } });
    expect(simulator.pexip.requests()).toMatchObject([
      {
        origin: 'pexipAuth',
        method: 'POST',
        url: '/oauth/token',
        clientId: 'boardroom-7',
        authorization: 'basic',
        formFields: ['grant_type'],
        status: 200,
      },
      {
        at: Date.parse('2026-04-14T08:41:00Z'),
        service: 'pexip',
        origin: 'pexipApi',
        method: 'GET',
        url: '/v1/meetings?limit=100',
        clientId: 'boardroom-7',
        authorization: 'bearer',
        userAgent: 'Foyer/0.1.0',
        status: 200,
        faults: [],
      },
    ]);
  });

  it('keeps tracking ids under either spelling, or none', async () => {
    const simulator = await start();
    const token = await tokenOf(simulator);
    await requestMeetings(simulator, token, {}, { headers: { 'X-Tracking-Id': 'one', 'x-trackingid': 'two' } });
    await requestMeetings(simulator, token, {}, { headers: { 'x-trackingid': 'three' } });
    expect(simulator.pexip.requests().map(({ trackingIds }) => trackingIds)).toStrictEqual([
      {},
      { 'x-tracking-id': 'one', 'x-trackingid': 'two' },
      { 'x-trackingid': 'three' },
    ]);
  });

  it('keeps neither secrets nor tokens, wherever they come', async () => {
    const simulator = await start();
    const secret = 'boardroom-7-secret';
    const token = await tokenOf(simulator);
    await requestMeetings(simulator, token, { access_token: token, key: secret });
    await requestToken(simulator, secret, {
      headers: { authorization: basic(secret), 'user-agent': secret, 'x-trackingid': secret },
    });
    const log = JSON.stringify(simulator.pexip.requests());
    expect(log).not.toContain(secret);
    expect(log).not.toContain(token);
    expect(log).not.toContain(basic('boardroom-7').slice('Basic '.length));
  });

  it('names no client for unknown credentials, and keeps unknown paths', async () => {
    const simulator = await start();
    await requestMeetings(simulator, 'unknown');
    await fetch(`${simulator.endpoints.pexipApi}/v2/meetings`);
    expect(simulator.pexip.requests()).toMatchObject([
      { clientId: null, status: 401 },
      { url: '/v2/meetings', authorization: 'none', status: 404 },
    ]);
  });

  it('names the faults that took part, and can be cleared', async () => {
    const simulator = await start();
    simulator.pexip.setFault({ name: 'latency', milliseconds: 1 });
    simulator.pexip.setFault('unavailable');
    await requestMeetings(simulator, 'unknown');
    expect(simulator.pexip.requests()).toMatchObject([{ status: 503, faults: ['latency', 'unavailable'] }]);
    simulator.pexip.clearRequests();
    expect(simulator.pexip.requests()).toStrictEqual([]);
  });
});
