import * as z from 'zod/mini';
import type { FaultTaker } from '../faultBoard.ts';
import { createFaultCatalog } from '../faultCatalog.ts';
import { bodyFaults, connectionFaults, statusFaults } from '../sharedFaults.ts';

/** The endpoints a fault can sit on. */
export const endpointSchema = z.enum(['token', 'meetings']);

/** See {@link endpointSchema}. */
export type Endpoint = z.infer<typeof endpointSchema>;

/** Everything that can go wrong, as data. Several can be active at once; see README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  ...connectionFaults,
  /** All tokens of the calling client end before their time, then the call is judged: 401, until a new token comes. */
  z.strictObject({ name: z.literal('tokenRevoked') }),
  ...statusFaults,
  ...bodyFaults,
  /** How meetings without video are told: field left out (as without this fault), null or "". */
  z.strictObject({ name: z.literal('noAlias'), as: z._default(z.enum(['missing', 'null', 'empty']), 'null') }),
  /** Times carry an offset (`+02:00`) instead of `Z`; the instants stay the same. */
  z.strictObject({
    name: z.literal('offsetTimes'),
    minutes: z._default(z.int().check(z.gte(-1439), z.lte(1439)), 120),
  }),
  /** Times carry seven fraction digits. */
  z.strictObject({ name: z.literal('fractionalSeconds') }),
  /** Fields nobody documented, at every level of the answer. */
  z.strictObject({ name: z.literal('extraFields') }),
  /** The answer has `metadata` only. */
  z.strictObject({ name: z.literal('missingMeetings') }),
  /** Elements of wrong types stand among the good meetings. */
  z.strictObject({ name: z.literal('wrongTypes') }),
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
