import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { html } from '../markup.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import { noticePage, pageAnswer } from './page.ts';
import { respond } from './respond.ts';
import { type Room, stateOf, takeSeat } from './room.ts';
import type { SeatPlace } from './roomStore.ts';
import { seatHeader, seatOf } from './seatCookie.ts';
import { seatMain, viewOf } from './seatView.ts';

const longestName = 60;

/** `GET /guest/CODE`: a lobby that asks for a name, then the call (8x8, customer interface). */
export function guestRoutes(world: EightByEightWorld): Hono<LoggedEnvironment> {
  const routes = new Hono<LoggedEnvironment>();
  const path = '/guest/:code' as const;
  routes.get(path, (context) => {
    const room = world.rooms.withCode(context.req.param('code'));
    return respondToGuest(world, context, room, () => openLink(world, context, room));
  });
  routes.post(path, async (context) => {
    const room = world.rooms.withCode(context.req.param('code'));
    const form = new URLSearchParams(await context.req.text());
    world.log.complete(context.get('requestId'), { formFields: form.has('name') ? ['name'] : [] });
    return respondToGuest(world, context, room, () => join(world, context, room, form.get('name') ?? ''));
  });
  return routes;
}

function respondToGuest(
  world: EightByEightWorld,
  context: Context<LoggedEnvironment>,
  room: Room | null,
  answer: () => Answer,
): Promise<Response> {
  return respond(world, context, { endpoint: 'guest', clientId: room?.accountId ?? null, answer });
}

function openLink(world: EightByEightWorld, context: Context<LoggedEnvironment>, room: Room | null): Answer {
  const held = heldPlace(context, room);
  if (held !== null) return pageAnswer({ title: viewOf(world, held).heading, main: seatMain(world, held) });
  return refusalOf(world, room) ?? lobbyPage(200, '');
}

function join(world: EightByEightWorld, context: Context<LoggedEnvironment>, room: Room | null, name: string): Answer {
  if (room === null) return unknownLink();
  const path = `/guest/${room.code}`;
  if (heldPlace(context, room) !== null) return { status: 303, headers: { location: path }, body: null };
  const refusal = refusalOf(world, room);
  if (refusal !== null) return refusal;
  const displayName = name.trim();
  if (displayName === '' || displayName.length > longestName) return lobbyPage(400, 'Please enter your name.');
  const seat = joinAsGuest(world, room, displayName);
  return { status: 303, headers: { ...seatHeader('guest', seat.id, path), location: path }, body: null };
}

/** Takes the guest's seat; throws a RangeError if the room is not open to a guest any more. */
export function joinAsGuest(world: EightByEightWorld, room: Room, name: string): SeatPlace['seat'] {
  if (refusalOf(world, room) !== null) throw new RangeError('The room takes no guest');
  const seat = world.rooms.addSeat('guest', name, room);
  takeSeat(room, seat, world.clock.now());
  return seat;
}

/** The guest's place, if the asking browser holds it. */
function heldPlace(context: Context<LoggedEnvironment>, room: Room | null): SeatPlace | null {
  const seat = room?.guest ?? null;
  return seat !== null && seat.id === seatOf(context, 'guest') ? { seat, room } : null;
}

/** Why nobody else can come in by a link; null if a guest can. A room is one agent and one guest, no third. */
function refusalOf(world: EightByEightWorld, room: Room | null): Answer | null {
  if (room === null) return unknownLink();
  const state = stateOf(room, world.clock.now(), world.rules.roomSeconds);
  if (state === 'expired')
    return noticePage(410, 'Link expired', 'Nobody joined this call in time. Ask for a new link.');
  if (state === 'ended') return noticePage(410, 'Call ended', 'This call is over.');
  return room.guest === null ? null : noticePage(409, 'Call is full', 'Two people are in this call already.');
}

function unknownLink(): Answer {
  return noticePage(404, 'Link not found', 'There is no call behind this link.');
}

function lobbyPage(status: number, message: string): Answer {
  return pageAnswer({
    status,
    title: 'Join the call',
    main: html`<main>
<h1>Join the call</h1>
<p role="alert">${message}</p>
<form method="post">
<label for="name">Your name</label>
<input id="name" name="name" autocomplete="name" maxlength="${String(longestName)}" required>
<button type="submit">Join</button>
</form>
</main>`,
  });
}
