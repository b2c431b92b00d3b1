import * as z from 'zod/mini';
import type { FaultTaker } from '../faultBoard.ts';
import { createFaultCatalog } from '../faultCatalog.ts';
import { bodyFaults, connectionFaults, statusFaults } from '../sharedFaults.ts';

/** What a fault can sit on: calendars where they are published, and where they moved to. */
export const endpointSchema = z.enum(['calendar', 'moved']);

/** See {@link endpointSchema}. */
export type Endpoint = z.infer<typeof endpointSchema>;

/** Everything that can go wrong, as data. Several can be active at once; see README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  ...connectionFaults,
  ...statusFaults,
  /** 410: there was a calendar, and there will be none. */
  z.strictObject({ name: z.literal('gone') }),
  /** The address leads on: to where calendars moved, to itself, to a page, to one without encryption, or to no web address. */
  z.strictObject({
    name: z.literal('redirected'),
    to: z._default(z.enum(['moved', 'itself', 'page', 'http', 'mail']), 'moved'),
    status: z._default(z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]), 302),
  }),
  /** 304, whether or not anybody asked for changes. */
  z.strictObject({ name: z.literal('notModified') }),
  /** The file stops half-way, in an answer that is whole. */
  z.strictObject({ name: z.literal('cutFile') }),
  /** The file has so many megabytes more. */
  z.strictObject({ name: z.literal('hugeFile'), megabytes: z._default(z.int().check(z.positive(), z.lte(200)), 25) }),
  ...bodyFaults,
]);

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>;

/** See {@link FaultTaker}. */
export type TakeFault = FaultTaker<Fault>;

/** A fault as callers may write it: parameters with a default can be left out. */
export type FaultInput = z.input<typeof faultSchema>;

/** What a fault is called, in code, over HTTP and on the command line. */
export type FaultName = Fault['name'];

/** Every fault's name, and the way to read one. */
export const { names: faultNames, parse: parseFault } = createFaultCatalog<Fault>(faultSchema);
