import { html, type Markup } from '../markup.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import { type Room, type Seat, stateOf } from './room.ts';
import type { SeatPlace } from './roomStore.ts';

/** What a person's page shows at the moment. */
export interface SeatView {
  /** `signedIn` is an agent without a room. */
  readonly state: 'signedIn' | 'waiting' | 'connected' | 'ended';
  readonly heading: string;
  /** Whether this person has rated the call, or cannot because nobody came. */
  readonly isRated: boolean;
}

/** The view of one seat. */
export function viewOf(world: EightByEightWorld, { seat, room }: SeatPlace): SeatView {
  if (room === null) return { state: 'signedIn', heading: 'Signed in', isRated: true };
  const roomState = stateOf(room, world.clock.now(), world.rules.roomSeconds);
  const other = seat.role === 'agent' ? 'guest' : 'agent';
  if (roomState === 'connected') {
    return { state: 'connected', heading: `In a call with ${room[other]?.name ?? `the ${other}`}`, isRated: false };
  }
  if (roomState === 'ended') return { state: 'ended', heading: 'Call ended', isRated: isRated(room, seat) };
  return { state: 'waiting', heading: `Waiting for the ${other}`, isRated: false };
}

function isRated(room: Room, { role }: Seat): boolean {
  return room.connectedAt === null || (role === 'agent' ? room.agentRating : room.guestRating) !== null;
}

/** The main part of a page with a seat: all its states, of which the script shows one after the other. */
export function seatMain(world: EightByEightWorld, place: SeatPlace): Markup {
  const { state, heading, isRated: hasRated } = viewOf(world, place);
  const attribute = (isHidden: boolean) => (isHidden ? html`hidden` : html``);
  const stars = ['1', '2', '3', '4', '5'].map(
    (count) => html`<button type="button" data-stars="${count}" aria-label="${count} of 5">${count}</button>`,
  );
  return html`<main data-seat="${place.seat.id}" data-state="${state}">
<div role="status"><h1>${heading}</h1></div>
<p data-while="signedIn" ${attribute(state !== 'signedIn')}>There is no invitation to join.</p>
<p data-while="waiting" ${attribute(state !== 'waiting')}>You are connected as soon as both are here.</p>
<p data-while="connected" ${attribute(state !== 'connected')}><button type="button" data-end>End call</button></p>
<fieldset data-rating ${attribute(hasRated || state !== 'ended')}>
<legend>Rate this call</legend>
${stars}
</fieldset>
<p role="alert"></p>
</main>`;
}
