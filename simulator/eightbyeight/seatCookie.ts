import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { LoggedEnvironment } from '../logRequests.ts';

const agentCookie = 'simulated-agent';
const guestCookie = 'simulated-guest';

/** The seats that the asking browser holds: so that loading a page anew is no second person. */
export function seatOf(context: Context<LoggedEnvironment>, role: 'agent' | 'guest'): string | null {
  return getCookie(context, role === 'agent' ? agentCookie : guestCookie) ?? null;
}

/** The header that gives a seat to the asking browser: for one guest link, or for the portal. */
export function seatHeader(role: 'agent' | 'guest', seatId: string, path: string): Readonly<Record<string, string>> {
  const name = role === 'agent' ? agentCookie : guestCookie;
  return { 'set-cookie': `${name}=${seatId}; Path=${path}; HttpOnly; SameSite=Lax` };
}
