import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { html } from '../markup.ts';
import type { Agent } from './account.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import { noticePage, pageAnswer } from './page.ts';
import { respond } from './respond.ts';
import { type Room, stateOf, takeSeat } from './room.ts';
import type { SeatPlace } from './roomStore.ts';
import { seatHeader, seatOf } from './seatCookie.ts';
import { seatMain, viewOf } from './seatView.ts';
import type { IssuedToken } from './tokenStore.ts';

/** The agent portal: `GET /?user=&token=[&mode=embedded]` (8x8, iframe integration) and the page for password logins. */
export function portalRoutes(world: EightByEightWorld): Hono<LoggedEnvironment> {
  const routes = new Hono<LoggedEnvironment>();
  routes.get('/', (context) => {
    const parameters = new URL(context.req.url).searchParams;
    const issued = world.tokens.find(parameters.get('token') ?? '');
    return respond(world, context, {
      endpoint: 'portal',
      clientId: issued?.accountId ?? null,
      answer: () => openPortal(world, context, issued, parameters),
    });
  });
  const login = (context: Context<LoggedEnvironment>, message: string) =>
    respond(world, context, { endpoint: 'portal', clientId: null, answer: () => loginPage(message) });
  routes.get('/login', (context) => login(context, ''));
  routes.post('/login', (context) => login(context, 'The simulator knows no passwords: open an invitation instead.'));
  return routes;
}

function openPortal(
  world: EightByEightWorld,
  context: Context<LoggedEnvironment>,
  issued: IssuedToken | null,
  parameters: URLSearchParams,
): Answer {
  const login = parameters.get('user')?.toLowerCase();
  const agent = world.agents.find((each) => each.login.toLowerCase() === login);
  if (issued === null || agent === undefined) return loginPage('');
  const isEmbedded = parameters.get('mode') === 'embedded';
  const held = issued.seat !== null && issued.seat.id === seatOf(context, 'agent') ? issued.seat : null;
  if (held !== null) return portalPage(world, { seat: held, room: issued.room }, agent, isEmbedded);
  const isUsedUp = issued.seat !== null && world.rules.hasSingleUseTokens;
  if (isUsedUp || issued.expiresAt <= world.clock.now()) return loginPage('');
  const refusal = issued.room === null ? null : refusalOf(world, issued.room);
  return refusal ?? portalPage(world, signIn(world, issued, agent), agent, isEmbedded);
}

function refusalOf(world: EightByEightWorld, room: Room): Answer | null {
  const state = stateOf(room, world.clock.now(), world.rules.roomSeconds);
  if (state === 'expired') return noticePage(410, 'Invitation expired', 'Nobody joined this call in time.');
  if (state === 'ended') return noticePage(410, 'Call ended', 'This call is over.');
  return room.agent === null ? null : noticePage(409, 'Call is full', 'An agent is in this call already.');
}

/** Takes the agent's seat. Only now does the guest get the text message (8x8, Video Interaction API, `phone_number`). */
function signIn(world: EightByEightWorld, issued: IssuedToken, agent: Agent): SeatPlace {
  const { room } = issued;
  const seat = world.rooms.addSeat('agent', agent.name, room);
  issued.seat = seat;
  if (room === null) return { seat, room };
  const at = world.clock.now();
  takeSeat(room, seat, at);
  const { callId, reference, guestLink, phoneNumber } = room;
  if (phoneNumber !== null) world.sms = [...world.sms, { at, to: phoneNumber, callId, reference, guestLink }];
  return { seat, room };
}

function portalPage(world: EightByEightWorld, place: SeatPlace, agent: Agent, isEmbedded: boolean): Answer {
  const frame = html`<header><span>8x8 Video Interaction (simulated)</span> <span>${agent.login}</span></header>
<nav aria-label="Menu"><ul><li>Invitations</li><li>Call log</li></ul></nav>`;
  return pageAnswer({
    title: viewOf(world, place).heading,
    main: seatMain(world, place),
    headers: seatHeader('agent', place.seat.id, '/'),
    ...(isEmbedded ? {} : { frame }),
  });
}

function loginPage(message: string): Answer {
  return pageAnswer({
    title: 'Sign in',
    main: html`<main>
<h1>Sign in</h1>
<p role="alert">${message}</p>
<form method="post" action="/login">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
</main>`,
  });
}
