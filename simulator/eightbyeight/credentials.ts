import type { Context } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import type { Account } from './account.ts';
import { failure, undocumented } from './answer.ts';
import type { EightByEightWorld } from './eightByEightWorld.ts';
import type { Endpoint, TakeFault } from './fault.ts';
import { respond } from './respond.ts';

/** Finds the account whose API key an `Authorization: Bearer` header carries; null if there is none. */
export function accountOfKey(world: EightByEightWorld, header: string | undefined): Account | null {
  const key = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
  return [...world.accounts.values()].find(({ apiKey }) => apiKey === key) ?? null;
}

/** Finds the account whose live token an `x-token` header carries, as it is; null if there is none. */
export function accountOfToken(world: EightByEightWorld, header: string | undefined): Account | null {
  const issued = header === undefined ? null : world.tokens.find(header);
  if (issued === null || issued.expiresAt <= world.clock.now()) return null;
  return world.accounts.get(issued.accountId) ?? null;
}

/** One call of the API, which only an enabled account may make. */
export interface ApiCall {
  readonly endpoint: Endpoint;
  readonly account: Account | null;
  readonly answer: (account: Account, take: TakeFault) => Answer | Promise<Answer>;
}

/**
 * Answers a call of the API: 401 without an account, 403 if the product is not enabled for it. The content type is
 * published as required everywhere, also where nothing is sent; that it is missed is the simulator's choice.
 */
export function respondToAccount(
  world: EightByEightWorld,
  context: Context<LoggedEnvironment>,
  call: ApiCall,
): Promise<Response> {
  const { endpoint, account } = call;
  const contentType = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  return respond(world, context, {
    endpoint,
    clientId: account?.id ?? null,
    answer: (take) => {
      if (account === null) return failure(world.clock, 401);
      if (!account.isEnabled) return failure(world.clock, 403);
      if (contentType !== 'application/json') return undocumented(world.clock, 'Content-Type must be application/json');
      return call.answer(account, take);
    },
  });
}
