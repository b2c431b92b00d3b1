import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { readControlBody } from './controlRequest.ts';
import type { ActiveFault, FaultBoard, NamedFault } from './faultBoard.ts';
import type { ServerEnvironment } from './origin.ts';

/** Where and how often a fault strikes. */
export interface FaultScope<Endpoint extends string> {
  /** The service's main endpoint unless told; a fault for two is set twice. */
  readonly endpoint?: Endpoint | undefined;
  /** One client; every caller unless told. */
  readonly clientId?: string | undefined;
  /** For how many answers it takes part in; until cleared unless told. */
  readonly times?: number | undefined;
}

/** The switches of one service's faults. */
export interface FaultSwitches<Fault extends NamedFault, FaultInput, Endpoint extends string> {
  /** Switches a fault on, in place of one with the same name, endpoint and client. Throws a RangeError if it is none. */
  setFault(fault: Fault['name'] | FaultInput, scope?: FaultScope<Endpoint>): void;
  /** Switches all faults off, or those of one name. */
  clearFaults(name?: Fault['name']): void;
  faults(): readonly ActiveFault<Fault, Endpoint>[];
}

/** What a service says about its faults. */
export interface FaultRules<Fault extends NamedFault, Endpoint extends string> {
  /** Completes a fault given by its name or as an object; null if there is no such fault. */
  readonly parse: (input: unknown) => Fault | null;
  readonly defaultEndpoint: Endpoint;
  /** How often a fault strikes unless told; null until cleared. */
  readonly defaultTimes: (fault: Fault) => number | null;
}

/** Builds the switches on a board. */
export function createFaultSwitches<Fault extends NamedFault, FaultInput, Endpoint extends string>(
  board: FaultBoard<Fault, Endpoint>,
  rules: FaultRules<Fault, Endpoint>,
): FaultSwitches<Fault, FaultInput, Endpoint> {
  return {
    setFault: (input, scope = {}) => {
      const fault = rules.parse(input);
      if (fault === null) throw new RangeError(`No such fault: ${JSON.stringify(input)}`);
      if (scope.times !== undefined && !(Number.isInteger(scope.times) && scope.times > 0)) {
        throw new RangeError('times must be a positive integer');
      }
      board.set({
        fault,
        endpoint: scope.endpoint ?? rules.defaultEndpoint,
        clientId: scope.clientId ?? null,
        remaining: scope.times ?? rules.defaultTimes(fault),
      });
    },
    clearFaults: (name) => board.clear(name),
    faults: () => board.list(),
  };
}

/** How a service's faults are spelled over HTTP. */
export interface FaultSpelling<Fault extends NamedFault, FaultInput, Endpoint extends string> {
  readonly names: readonly Fault['name'][];
  readonly fault: z.ZodMiniType<Fault['name'] | FaultInput>;
  readonly endpoint: z.ZodMiniType<Endpoint>;
}

/** Adds the switches to a service's control routes, under `/faults`. */
export function addFaultRoutes<Fault extends NamedFault, FaultInput, Endpoint extends string>(
  routes: Hono<ServerEnvironment>,
  switches: FaultSwitches<Fault, FaultInput, Endpoint>,
  spelling: FaultSpelling<Fault, FaultInput, Endpoint>,
): void {
  const body = z.strictObject({
    fault: spelling.fault,
    endpoint: z.optional(spelling.endpoint),
    clientId: z.optional(z.string()),
    times: z.optional(z.int().check(z.positive())),
  });
  routes.get('/faults', (context) => context.json({ faults: switches.faults(), names: spelling.names }));
  routes.post('/faults', async (context) => {
    const { fault, endpoint, clientId, times } = await readControlBody(context, body);
    switches.setFault(fault, { endpoint, clientId, times });
    return context.json({ faults: switches.faults() });
  });
  routes.delete('/faults', (context) => {
    switches.clearFaults();
    return context.body(null, 204);
  });
  routes.delete('/faults/:name', (context) => {
    const name = spelling.names.find((each) => each === context.req.param('name'));
    if (name === undefined) return context.json({ error: 'No such fault' }, 404);
    switches.clearFaults(name);
    return context.body(null, 204);
  });
}
