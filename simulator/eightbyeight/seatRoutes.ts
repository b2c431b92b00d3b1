import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import { pageScript, pageStyle } from './pageAssets.ts';
import { endRoom, type Room } from './room.ts';
import type { SeatPlace } from './roomStore.ts';
import { viewOf } from './seatView.ts';

const ratingBody = z.strictObject({ stars: z.int().check(z.gte(1), z.lte(5)) });

/** What the pages need from each other: no part of the real service, unlogged, and without faults. */
export function seatRoutes(world: EightByEightWorld): Hono<LoggedEnvironment> {
  const routes = new Hono<LoggedEnvironment>().basePath('/simulated');
  routes.get('/page.css', (context) => context.body(pageStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  routes.get('/page.js', (context) =>
    context.body(pageScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  const answer = (context: Context<LoggedEnvironment>, act: (place: SeatPlace) => void) => {
    const place = world.rooms.seatPlace(context.req.param('id') ?? '');
    if (place === null) return context.json({ error: 'No such seat' }, 404);
    act(place);
    return context.json(viewOf(world, place));
  };
  routes.get('/seats/:id', (context) => answer(context, () => undefined));
  routes.post('/seats/:id/end', (context) =>
    answer(context, ({ room }) => {
      if (room !== null) endRoom(room, world.clock.now());
    }),
  );
  routes.post('/seats/:id/rating', async (context) => {
    const parsed = ratingBody.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) return context.json({ error: 'Not a rating' }, 400);
    return answer(context, ({ seat, room }) => {
      if (room !== null && room.finishedAt !== null) rate(room, seat.role, String(parsed.data.stars));
    });
  });
  return routes;
}

function rate(room: Room, role: 'agent' | 'guest', stars: string): void {
  if (role === 'agent') room.agentRating = stars;
  else room.guestRating = stars;
}
