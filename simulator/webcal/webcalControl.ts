import { createFaultSwitches, type FaultSwitches } from '../faultSwitches.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { type Endpoint, type Fault, type FaultInput, parseFault } from './fault.ts';
import type { ServerRules, WebcalWorld } from './webcalWorld.ts';

/** Steers the simulated server of calendars; faults sit on `calendar` unless told, a client is a token. */
export interface WebcalControl extends FaultSwitches<Fault, FaultInput, Endpoint> {
  /** Lengths of the calendars, by token. */
  calendars(): Readonly<Record<string, number>>;
  /** Publishes a calendar file, in place of an earlier one with the same token. A token that is no part of a path throws a RangeError. */
  setCalendar(token: string, text: string): void;
  removeCalendar(token: string): void;
  rules(): ServerRules;
  setRules(changes: Partial<ServerRules>): void;
  /** The requests received so far, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Builds the controls of a world; `service` is its name in the request log. */
export function createWebcalControl(world: WebcalWorld, service: string): WebcalControl {
  return {
    ...createFaultSwitches(world.faults, {
      parse: parseFault,
      defaultEndpoint: 'calendar',
      defaultTimes: () => null,
    }),
    calendars: () => Object.fromEntries([...world.calendars].map(([token, { text }]) => [token, text.length])),
    setCalendar: (token, text) => {
      if (!/^[\w-]{1,100}$/.test(token)) throw new RangeError(`No token: ${token}`);
      world.calendars.set(token, { text, changedAt: world.clock.now() });
    },
    removeCalendar: (token) => {
      world.calendars.delete(token);
    },
    rules: () => world.rules,
    setRules: (changes) => {
      world.rules = { ...world.rules, ...changes };
    },
    requests: () => world.log.list(service),
    clearRequests: () => world.log.clear(service),
  };
}
