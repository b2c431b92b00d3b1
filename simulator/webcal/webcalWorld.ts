import * as z from 'zod/mini';
import { createFaultBoard, type FaultBoard } from '../faultBoard.ts';
import type { SimulationContext } from '../simulationContext.ts';
import type { Endpoint, Fault } from './fault.ts';

/** What servers of calendars do in one way or another. */
export const serverRulesSchema = z.strictObject({
  /** By what it tells that a file changed. */
  validators: z.enum(['both', 'etag', 'lastModified', 'none']),
  /** Whether files are sent gzipped to whoever takes them so. */
  compresses: z.boolean(),
});

/** See {@link serverRulesSchema}. */
export type ServerRules = z.infer<typeof serverRulesSchema>;

/** A calendar that is published. Its token is all that it takes to read it. */
export interface PublishedCalendar {
  readonly token: string;
  readonly text: string;
}

interface StoredCalendar {
  readonly text: string;
  /** Milliseconds since the epoch, by the simulator's clock. */
  readonly changedAt: number;
}

/** All that the simulated server of calendars knows. */
export interface WebcalWorld extends SimulationContext {
  readonly calendars: Map<string, StoredCalendar>;
  readonly faults: FaultBoard<Fault, Endpoint>;
  rules: ServerRules;
}

/** How the world starts. */
export interface WebcalOptions {
  readonly calendars: readonly PublishedCalendar[];
  readonly rules: Partial<ServerRules>;
}

/** Builds the world. */
export function createWebcalWorld(context: SimulationContext, options: WebcalOptions): WebcalWorld {
  const changedAt = context.clock.now();
  return {
    ...context,
    calendars: new Map(options.calendars.map(({ token, text }) => [token, { text, changedAt }])),
    faults: createFaultBoard(),
    rules: { validators: 'both', compresses: true, ...options.rules },
  };
}

/** Where a calendar is, on the origin of the calendars. */
export function calendarPath(token: string): string {
  return `/calendars/${token}/basic.ics`;
}

/** The text with every known token in it replaced: logs may then keep it. */
export function withoutSecrets(world: WebcalWorld, text: string): string {
  return [...world.calendars.keys()].reduce((result, token) => result.replaceAll(token, '[secret]'), text);
}
