import { describe, expect, it } from 'vitest';
import { joinLink, makeRoom, open, plainToken, portalUrl, seatView, startStill } from './eightByEightClient.ts';

const minute = 60_000;

describe('the agent portal', () => {
  it('shows the login page without a token, and at /login', async () => {
    const { simulator } = await startStill();
    const base = simulator.endpoints.eightByEight;
    for (const page of [await open(`${base}/`), await open(`${base}/login`)]) {
      expect(page).toMatchObject({ status: 200, heading: 'Sign in', seat: undefined });
      expect(page.text).toContain('<label for="email">E-mail</label>');
    }
  });

  it.each([
    ['an unknown token', { token: 'eyJx.eyJx.x' }],
    ['an unknown user', { user: 'nobody@office.example' }],
    ['no user', { user: '' }],
  ])('shows the login page for %s, and leaves the token good', async (_, parameters) => {
    const { simulator } = await startStill();
    const { auth_token: token } = await makeRoom(simulator, { phone_number: '+6591230000' });
    expect((await open(portalUrl(simulator, token, parameters))).heading).toBe('Sign in');
    expect(simulator.eightByEight.sms()).toStrictEqual([]);
    expect((await open(portalUrl(simulator, token))).heading).toBe('Waiting for the guest');
  });

  it('takes the user with its @ raw or encoded, in any case', async () => {
    const { simulator } = await startStill();
    for (const user of ['agent@office.example', 'agent%40office.example', 'Agent@Office.example']) {
      const url = `${simulator.endpoints.eightByEight}/?user=${user}&token=${await plainToken(simulator)}`;
      expect((await open(url)).heading).toBe('Signed in');
    }
  });

  it('has menu and top bar unless embedded', async () => {
    const { simulator } = await startStill();
    const whole = await open(portalUrl(simulator, await plainToken(simulator)));
    expect(whole.text).toContain('<nav aria-label="Menu">');
    expect(whole.text).toContain('<header>');
    const embedded = await open(portalUrl(simulator, await plainToken(simulator), { mode: 'embedded' }));
    expect(embedded.text).not.toMatch(/<nav|<header/);
  });

  it('signs in once with a token; the same browser may load the page anew', async () => {
    const { simulator, clock } = await startStill();
    const { auth_token: token } = await makeRoom(simulator);
    const first = await open(portalUrl(simulator, token));
    expect((await open(portalUrl(simulator, token))).heading).toBe('Sign in');
    clock.advance(20 * minute);
    const again = await open(portalUrl(simulator, token), { headers: { cookie: first.cookie } });
    expect(again).toMatchObject({ heading: 'Waiting for the guest', seat: first.seat });
  });

  it('may let a token in twice, when told, but no second agent into a room', async () => {
    const { simulator } = await startStill({ eightByEight: { rules: { hasSingleUseTokens: false } } });
    const plain = await plainToken(simulator);
    await open(portalUrl(simulator, plain));
    expect((await open(portalUrl(simulator, plain))).heading).toBe('Signed in');
    const { auth_token: token } = await makeRoom(simulator);
    await open(portalUrl(simulator, token));
    expect(await open(portalUrl(simulator, token))).toMatchObject({ status: 409, heading: 'Call is full' });
  });

  it('shows the login page for a token that is too old', async () => {
    const { simulator, clock } = await startStill();
    const token = await plainToken(simulator);
    clock.advance(15 * minute);
    expect((await open(portalUrl(simulator, token))).heading).toBe('Sign in');
  });

  it('says so when the room has expired before the token', async () => {
    const { simulator, clock } = await startStill({ eightByEight: { rules: { tokenSeconds: 3600 } } });
    const { auth_token: token } = await makeRoom(simulator);
    clock.advance(15 * minute);
    expect(await open(portalUrl(simulator, token))).toMatchObject({ status: 410, heading: 'Invitation expired' });
  });

  it('knows no passwords', async () => {
    const { simulator } = await startStill();
    const body = new URLSearchParams({ email: 'agent@office.example', password: 'secret' });
    const page = await open(`${simulator.endpoints.eightByEight}/login`, { method: 'POST', body });
    expect(page.heading).toBe('Sign in');
    expect(page.text).toContain('knows no passwords');
  });
});

describe('the text message', () => {
  it('leaves when the agent signs in, not earlier and not twice', async () => {
    const { simulator, clock } = await startStill();
    const room = await makeRoom(simulator, { phone_number: '+6591230000', call_reference: 'ORD20260114' });
    expect(simulator.eightByEight.sms()).toStrictEqual([]);
    clock.advance(minute);
    const { cookie } = await open(portalUrl(simulator, room.auth_token));
    const sent = {
      at: clock.now(),
      to: '+6591230000',
      callId: '8100',
      reference: 'ORD20260114',
      guestLink: room.guest_link,
    };
    expect(simulator.eightByEight.sms()).toStrictEqual([sent]);
    await open(portalUrl(simulator, room.auth_token), { headers: { cookie } });
    expect(simulator.eightByEight.sms()).toStrictEqual([sent]);
  });

  it('never leaves for a room without a number', async () => {
    const { simulator } = await startStill();
    await open(portalUrl(simulator, (await makeRoom(simulator)).auth_token));
    expect(simulator.eightByEight.sms()).toStrictEqual([]);
  });
});

describe('the guest link', () => {
  it('asks for a name', async () => {
    const { simulator } = await startStill();
    const { guest_link: link } = await makeRoom(simulator);
    const lobby = await open(link);
    expect(lobby).toMatchObject({ status: 200, heading: 'Join the call' });
    expect(lobby.text).toContain('<label for="name">Your name</label>');
    expect(lobby.text).toContain('<button type="submit">Join</button>');
    expect(await joinLink(link, '  ')).toMatchObject({ status: 400, heading: 'Join the call' });
    expect(await joinLink(link, 'x'.repeat(61))).toMatchObject({ status: 400 });
    expect(simulator.eightByEight.rooms()).toMatchObject([{ state: 'open' }]);
  });

  it('waits for the agent, then both are in the call', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    const joined = await joinLink(room.guest_link);
    expect(joined.status).toBe(303);
    const waiting = await open(new URL(joined.location ?? '', room.guest_link).href, {
      headers: { cookie: joined.cookie },
    });
    expect(waiting.heading).toBe('Waiting for the agent');
    expect(await seatView(simulator, waiting)).toMatchObject({ state: 'waiting' });
    const agent = await open(portalUrl(simulator, room.auth_token));
    expect(agent.heading).toBe('In a call with Mara Lind');
    expect(await seatView(simulator, waiting)).toMatchObject({
      state: 'connected',
      heading: 'In a call with Iris Vega',
    });
  });

  it('connects the waiting agent by itself', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    const agent = await open(portalUrl(simulator, room.auth_token));
    expect(await seatView(simulator, agent)).toMatchObject({ state: 'waiting', heading: 'Waiting for the guest' });
    await joinLink(room.guest_link);
    expect(await seatView(simulator, agent)).toMatchObject({ state: 'connected' });
    expect(simulator.eightByEight.rooms()).toMatchObject([
      { state: 'connected', agent: 'Iris Vega', guest: 'Mara Lind' },
    ]);
  });

  it('writes a name as text', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    await joinLink(room.guest_link, '<img src=x onerror="y">');
    const { text } = await open(portalUrl(simulator, room.auth_token));
    expect(text).toContain('&lt;img src=x onerror=&quot;y&quot;&gt;');
    expect(text).not.toContain('<img');
  });

  it('refuses a third person, before and after the agent came', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    await joinLink(room.guest_link);
    expect(await open(room.guest_link)).toMatchObject({ status: 409, heading: 'Call is full' });
    await open(portalUrl(simulator, room.auth_token));
    expect(await joinLink(room.guest_link, 'Third')).toMatchObject({ status: 409, heading: 'Call is full' });
    expect(simulator.eightByEight.rooms()).toMatchObject([{ guest: 'Mara Lind', state: 'connected' }]);
  });

  it('expires 15 minutes after the room was made, to the millisecond, if nobody joined', async () => {
    const { simulator, clock } = await startStill();
    const { guest_link: link } = await makeRoom(simulator);
    clock.advance(15 * minute - 1);
    expect((await open(link)).heading).toBe('Join the call');
    clock.advance(1);
    expect(await open(link)).toMatchObject({ status: 410, heading: 'Link expired' });
    expect(await joinLink(link)).toMatchObject({ status: 410 });
    expect(simulator.eightByEight.rooms()).toMatchObject([{ state: 'expired' }]);
  });

  it('expires by the simulated clock, too', async () => {
    const { simulator } = await startStill();
    const { guest_link: link } = await makeRoom(simulator);
    simulator.eightByEight.setClockOffset(15 * minute);
    expect((await open(link)).heading).toBe('Link expired');
  });

  it.each(['agent', 'guest'])('does not expire once the %s is there', async (role) => {
    const { simulator, clock } = await startStill({ eightByEight: { rules: { tokenSeconds: 86_400 } } });
    const room = await makeRoom(simulator);
    const join = { agent: () => open(portalUrl(simulator, room.auth_token)), guest: () => joinLink(room.guest_link) };
    await (role === 'agent' ? join.agent() : join.guest());
    clock.advance(60 * minute);
    await (role === 'agent' ? join.guest() : join.agent());
    clock.advance(60 * minute);
    expect(simulator.eightByEight.rooms()).toMatchObject([{ state: 'connected', talkSeconds: 3600 }]);
  });

  it('says so when there is nothing behind it', async () => {
    const { simulator } = await startStill();
    const page = await open(`${simulator.endpoints.eightByEight}/guest/nothing`);
    expect(page).toMatchObject({ status: 404, heading: 'Link not found' });
  });
});

describe('a call', () => {
  it.each(['agent', 'guest'] as const)('is ended for both by the %s, who can then rate it', async (role) => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    const { cookie } = await joinLink(room.guest_link);
    const pages = {
      agent: await open(portalUrl(simulator, room.auth_token)),
      guest: await open(room.guest_link, { headers: { cookie } }),
    };
    expect(pages[role].text).toContain('data-end>End call</button>');
    await seatView(simulator, pages[role], '/rating', { stars: 4 });
    await seatView(simulator, pages[role], '/end', {});
    const ended = { state: 'ended', heading: 'Call ended', isRated: false };
    expect(await seatView(simulator, pages.agent)).toStrictEqual(ended);
    expect(await seatView(simulator, pages.guest)).toStrictEqual(ended);
    expect(await seatView(simulator, pages[role], '/rating', { stars: 5 })).toStrictEqual({ ...ended, isRated: true });
    expect(await open(room.guest_link)).toMatchObject({ status: 410, heading: 'Call ended' });
  });

  it('takes no rating that is none', async () => {
    const { simulator } = await startStill();
    const agent = await open(portalUrl(simulator, (await makeRoom(simulator)).auth_token));
    expect(await seatView(simulator, agent, '/rating', { stars: 6 })).toStrictEqual({ error: 'Not a rating' });
    expect(await seatView(simulator, { ...agent, seat: 'nobody' })).toStrictEqual({ error: 'No such seat' });
  });
});

describe('every page', () => {
  it('has nothing inline, runs its own script only, and tells nobody its address', async () => {
    const { simulator } = await startStill();
    const room = await makeRoom(simulator);
    for (const url of [room.guest_link, portalUrl(simulator, room.auth_token)]) {
      const response = await fetch(url);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(await response.text()).not.toMatch(/<style|style=|<script(?! type="module" src=)| on\w+=/);
    }
    for (const [file, type] of [
      ['page.css', 'text/css'],
      ['page.js', 'text/javascript'],
    ] as const) {
      const asset = await fetch(`${simulator.endpoints.eightByEight}/simulated/${file}`);
      expect([asset.status, asset.headers.get('content-type')]).toStrictEqual([200, `${type}; charset=utf-8`]);
    }
  });
});
