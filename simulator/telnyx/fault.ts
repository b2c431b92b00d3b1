import * as z from 'zod/mini';
import { createFaultCatalog } from '../faultCatalog.ts';
import { bodyFaults, connectionFaults, statusFaults } from '../sharedFaults.ts';
import { endpoints } from './endpoint.ts';

/** Where a fault can sit: on one call of the REST API, on the signalling, or wherever it can act. */
export const faultPlaceSchema = z.enum([...endpoints, 'signalling', 'everywhere']);

/** See {@link faultPlaceSchema}. */
export type FaultPlace = z.infer<typeof faultPlaceSchema>;

/** The steps of a call in the order in which a client takes them; `call` is any message after the join. */
const stepSchema = z.enum(['create', 'attach', 'join', 'call']);

/** See {@link stepSchema}. */
export type SignallingStep = z.infer<typeof stepSchema>;

/** Everything that can go wrong, as data: first on the REST API, then in calls. See README for how they combine. */
export const faultSchema = z.discriminatedUnion('name', [
  ...connectionFaults,
  /** The work is done (the room is made), then the connection is reset without a byte of the answer. */
  z.strictObject({ name: z.literal('answerLost') }),
  ...statusFaults,
  /** 400 with code 10023. */
  z.strictObject({ name: z.literal('invalidJson') }),
  /** 422 with one of the codes of the platform. */
  z.strictObject({
    name: z.literal('unprocessable'),
    code: z._default(z.enum(['10003', '10004', '10012', '10015']), '10015'),
  }),
  /** The 422 of a session that is over already: "No private_ip for room". */
  z.strictObject({ name: z.literal('alreadyEnded') }),
  /** 502 and 504, as whatever stands before the service sends them. */
  z.strictObject({ name: z.literal('badGateway') }),
  z.strictObject({ name: z.literal('gatewayTimeout') }),
  /** Errors, real ones too, come in another of the four documented shapes; `published` picks as the API's schema says. */
  z.strictObject({
    name: z.literal('errorShape'),
    as: z._default(z.enum(['bare', 'message', 'empty', 'published']), 'bare'),
  }),
  ...bodyFaults,
  /** Fields nobody documented, at every level of the answer. */
  z.strictObject({ name: z.literal('extraFields') }),
  /** Of each object in `data` only `id` and the tokens are left: the schema requires no field at all. */
  z.strictObject({ name: z.literal('fieldsMissing') }),
  /** Elements of wrong types stand among the good ones of a list. */
  z.strictObject({ name: z.literal('wrongTypes') }),
  /** An empty list counts one page, not none. */
  z.strictObject({ name: z.literal('emptyListHasOnePage') }),
  /** Session actions need no key, as the published schema literally says. */
  z.strictObject({ name: z.literal('actionsNeedNoKey') }),
  /** The upgrade to WebSocket is answered with this status instead. */
  z.strictObject({
    name: z.literal('upgradeRefused'),
    status: z._default(z.union([z.literal(403), z.literal(503)]), 503),
  }),
  /** The upgrade is never answered. */
  z.strictObject({ name: z.literal('upgradeHangs') }),
  /** A refuse frame in place of the answer to the message of that step. */
  z.strictObject({
    name: z.literal('refused'),
    status: z._default(z.union([z.literal(401), z.literal(403), z.literal(503)]), 401),
    at: z._default(stepSchema, 'create'),
  }),
  /** The message of that step is never answered. */
  z.strictObject({ name: z.literal('unanswered'), at: z._default(stepSchema, 'create') }),
  /** The socket closes when the message of that step comes; 1006 is a connection that breaks. */
  z.strictObject({
    name: z.literal('socketClosed'),
    code: z._default(z.union([z.literal(1006), z.literal(3999), z.literal(4000)]), 1006),
    at: z._default(stepSchema, 'call'),
  }),
  /** The audio bridge answers without a track: the SDK's `connect()` waits in vain. */
  z.strictObject({ name: z.literal('noMix') }),
  /** Peers connect, but no packet is passed on. */
  z.strictObject({ name: z.literal('noMedia') }),
  /** The room has no text messages: the text room is refused, or never answers. */
  z.strictObject({ name: z.literal('noMessages'), as: z._default(z.enum(['refused', 'silent']), 'refused') }),
  /** Tokens that came from a refresh are refused with 401, first ones are good. */
  z.strictObject({ name: z.literal('refreshedTokenRejected') }),
]);

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>;

/** A fault as callers may write it: parameters with a default can be left out. */
export type FaultInput = z.input<typeof faultSchema>;

/** What a fault is called, in code, over HTTP and on the command line. */
export type FaultName = Fault['name'];

/** Every fault's name, and the way to read one. */
export const { names: faultNames, parse: parseFault } = createFaultCatalog<Fault>(faultSchema);
