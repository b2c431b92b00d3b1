import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { Account } from './account.ts';
import { success, undocumented } from './answer.ts';
import { accountOfKey, respondToAccount } from './credentials.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import type { TakeFault } from './fault.ts';
import { parseTokenOrder } from './tokenOrder.ts';

/** `POST /api/v1/tokens`, also with two slashes in front as one of the published samples spells it. */
export function tokenRoutes(world: EightByEightWorld): Hono<LoggedEnvironment> {
  const handle = async (context: Context<LoggedEnvironment>): Promise<Response> => {
    const text = await context.req.text();
    const { origin } = new URL(context.req.url);
    return respondToAccount(world, context, {
      endpoint: 'tokens',
      account: accountOfKey(world, context.req.header('authorization')),
      answer: (account, take) => issueToken(world, account, { text, origin }, take),
    });
  };
  return new Hono<LoggedEnvironment>().post('/api/v1/tokens', handle).post('//api/v1/tokens', handle);
}

interface TokenRequest {
  readonly text: string;
  /** The simulator's own address, as the caller spells it. */
  readonly origin: string;
}

function issueToken(world: EightByEightWorld, account: Account, request: TokenRequest, take: TakeFault): Answer {
  const order = parseTokenOrder(request.text);
  if ('problem' in order) return undocumented(world.clock, order.problem, { isPhoneNumber: order.isPhoneNumber });
  const now = world.clock.now();
  const { createsRoom, reference, phoneNumber } = order;
  const guestBase = world.rules.guestBase ?? request.origin;
  const room = createsRoom
    ? world.rooms.create({ accountId: account.id, reference, phoneNumber, guestBase, createdAt: now })
    : null;
  const { token } = world.tokens.issue(account.id, room, now + world.rules.tokenSeconds * 1000);
  const body =
    room === null
      ? { auth_token: token }
      : { call_reference: room.reference, guest_link: room.guestLink, auth_token: token };
  return success(spoiled(body, take));
}

function spoiled(body: Readonly<Record<string, unknown>>, take: TakeFault): Readonly<Record<string, unknown>> {
  const missing = take('missingField', ({ field }) => field in body)?.field;
  const fields = Object.entries(body).filter(([name]) => name !== missing);
  const typed = take('wrongTypes') ? fields.map(([name]) => [name, 17] as const) : fields;
  const extra = take('extraFields') ? { expires_in: 900, room: { id: 'r7', features: [null] } } : {};
  return { ...Object.fromEntries(typed), ...extra };
}
