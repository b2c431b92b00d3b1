import * as z from 'zod/mini';
import type { FaultTaker } from '../faultBoard.ts';
import { createFaultCatalog } from '../faultCatalog.ts';
import { bodyFaults, connectionFaults, statusFaults } from '../sharedFaults.ts';

/** What a fault can sit on: the four calls of the API, and the two pages. */
export const endpointSchema = z.enum(['tokens', 'callLogs', 'call', 'snapshot', 'portal', 'guest']);

/** See {@link endpointSchema}. */
export type Endpoint = z.infer<typeof endpointSchema>;

/** Everything that can go wrong, as data. Several can be active at once; see README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  ...connectionFaults,
  /** The work is done (the room is made), then the connection is reset without a byte of the answer. */
  z.strictObject({ name: z.literal('answerLost') }),
  ...statusFaults,
  /** 400, whatever was sent. */
  z.strictObject({ name: z.literal('badRequest') }),
  /** 422, whatever was sent; or only in place of a 400. */
  z.strictObject({ name: z.literal('unprocessable'), onlyRefused: z._default(z.boolean(), false) }),
  ...bodyFaults,
  /** Errors come in another shape than the platform publishes. */
  z.strictObject({ name: z.literal('otherErrors') }),
  /** The good answer of `tokens` lacks one of its fields. */
  z.strictObject({
    name: z.literal('missingField'),
    field: z._default(z.enum(['call_reference', 'guest_link', 'auth_token']), 'call_reference'),
  }),
  /** Fields nobody documented, at every level of a good answer. */
  z.strictObject({ name: z.literal('extraFields') }),
  /** Fields of wrong types in a good answer, unusable elements in its list. */
  z.strictObject({ name: z.literal('wrongTypes') }),
  /** The slips of the published call log: the text `null,` for a phone number, curly quotes around a country. */
  z.strictObject({ name: z.literal('sampleSlips') }),
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
