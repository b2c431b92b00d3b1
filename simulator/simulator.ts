import { createClock } from './clock.ts';
import { createControlRoutes } from './controlOrigin.ts';
import { officeAccount, officeAgents } from './eightbyeight/account.ts';
import { createEightByEight } from './eightbyeight/eightByEight.ts';
import type { EightByEightControl } from './eightbyeight/eightByEightControl.ts';
import type { EightByEightOptions } from './eightbyeight/eightByEightWorld.ts';
import { officeApplications } from './joinme/application.ts';
import { createJoinme } from './joinme/joinme.ts';
import type { JoinmeControl } from './joinme/joinmeControl.ts';
import type { JoinmeOptions } from './joinme/joinmeWorld.ts';
import { officeCalendars } from './joinme/officeCalendars.ts';
import { officeUsers } from './joinme/user.ts';
import { type Origin, openOrigin, type Routes } from './origin.ts';
import { officeClients } from './pexip/officeClients.ts';
import { createPexip } from './pexip/pexip.ts';
import type { PexipControl } from './pexip/pexipControl.ts';
import type { PexipOptions } from './pexip/pexipWorld.ts';
import { createRequestLog } from './requestLog.ts';
import { apiPath, createTelnyx } from './telnyx/telnyx.ts';
import type { TelnyxControl } from './telnyx/telnyxControl.ts';
import { defaultApiKey, type TelnyxOptions } from './telnyx/telnyxWorld.ts';
import { officeCalendar, officeToken } from './webcal/officeCalendar.ts';
import { createWebcal } from './webcal/webcal.ts';
import type { WebcalControl } from './webcal/webcalControl.ts';
import type { WebcalOptions } from './webcal/webcalWorld.ts';

/** Base addresses of the simulated servers, named as in a FOYER_ENDPOINTS file; no slash at the end. */
export interface SimulatorEndpoints {
  readonly pexipAuth: string;
  readonly pexipApi: string;
  readonly eightByEight: string;
  /** Stands for `https://secure.join.me`: authorization, tokens, and the pages of links. */
  readonly joinmeAuth: string;
  /** Stands for `https://api.join.me`. */
  readonly joinmeApi: string;
  /** Stands for any server that publishes calendars. */
  readonly webcal: string;
}

/** Telnyx's addresses: apart from the others while the program's endpoints file takes neither paths nor `wss:`. */
export interface TelnyxEndpoints {
  /** With the path that the real base address has, too. */
  readonly telnyxApi: string;
  /** WebSocket over TLS with a certificate of its own: `telnyx.publicKeyHash` tells Chromium to trust it. */
  readonly telnyxSignalling: string;
}

/** How a simulator starts; everything can be left out. */
export interface SimulatorOptions {
  /** Milliseconds since the epoch; the real clock unless told. Only latency is waited for in real time. */
  readonly now?: () => number;
  /** Fixed ports on 127.0.0.1; 0 or nothing takes any free one. */
  readonly ports?: Partial<Record<keyof SimulatorEndpoints | keyof TelnyxEndpoints | 'control', number>>;
  /** The rooms of the office day, an hour's token life and the published limits unless told. */
  readonly pexip?: Partial<PexipOptions>;
  /** The office's account and agents, and the usual rules unless told. */
  readonly eightByEight?: Partial<EightByEightOptions>;
  /** An account without rooms, with a key of its own and wide limits unless told. */
  readonly telnyx?: Partial<TelnyxOptions>;
  /** The office's applications, users and their calendars, and the usual rules unless told. */
  readonly joinme?: Partial<JoinmeOptions>;
  /** A calendar of one person unless told. */
  readonly webcal?: Partial<WebcalOptions>;
}

/** A running simulator. */
export interface Simulator {
  readonly endpoints: SimulatorEndpoints;
  readonly telnyxEndpoints: TelnyxEndpoints;
  /** Base address of the control API. */
  readonly controlUrl: string;
  readonly pexip: PexipControl;
  readonly eightByEight: EightByEightControl;
  readonly telnyx: TelnyxControl;
  readonly joinme: JoinmeControl;
  readonly webcal: WebcalControl;
  /** Cuts all connections and frees the ports; a second call does nothing more. */
  close(): Promise<void>;
}

/** Starts all simulated services on 127.0.0.1. Rejects with the system's error if a port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = createClock(options.now ?? Date.now);
  const log = createRequestLog();
  const closing = new AbortController();
  const context = { clock, log, closing: closing.signal };
  const pexip = createPexip(context, pexipOptions(options.pexip ?? {}, clock.now()));
  const eightByEightDefaults = { accounts: [officeAccount], agents: officeAgents, rules: {} };
  const eightByEight = createEightByEight(context, { ...eightByEightDefaults, ...options.eightByEight });
  const telnyx = await createTelnyx(context, { apiKey: defaultApiKey, limits: {}, ...options.telnyx });
  const joinme = createJoinme(context, joinmeOptions(options.joinme ?? {}, clock.now()));
  const calendars = [{ token: officeToken, text: officeCalendar(clock.now()) }];
  const webcal = createWebcal(context, { calendars, rules: {}, ...options.webcal });
  const opened: Origin[] = [];
  const close = async () => {
    closing.abort();
    await Promise.all(opened.splice(0).map((origin) => origin.close()));
  };
  const keep = async (opening: Promise<Origin>): Promise<string> => {
    const origin = await opening;
    opened.push(origin);
    return origin.url;
  };
  const open = (routes: Routes, port = 0): Promise<string> => keep(openOrigin(routes, port));
  try {
    const endpoints = {
      pexipAuth: await open(pexip.origins.pexipAuth, options.ports?.pexipAuth),
      pexipApi: await open(pexip.origins.pexipApi, options.ports?.pexipApi),
      eightByEight: await open(eightByEight.origins.eightByEight, options.ports?.eightByEight),
      joinmeAuth: await open(joinme.origins.joinmeAuth, options.ports?.joinmeAuth),
      joinmeApi: await open(joinme.origins.joinmeApi, options.ports?.joinmeApi),
      webcal: await open(webcal.origins.webcal, options.ports?.webcal),
    };
    joinme.serveLinksAt(endpoints.joinmeAuth);
    const telnyxEndpoints = {
      telnyxApi: `${await open(telnyx.origins.telnyxApi, options.ports?.telnyxApi)}${apiPath}`,
      telnyxSignalling: await keep(telnyx.openSignalling(options.ports?.telnyxSignalling ?? 0)),
    };
    const services = {
      pexip: pexip.controlRoutes,
      eightbyeight: eightByEight.controlRoutes,
      telnyx: telnyx.controlRoutes,
      joinme: joinme.controlRoutes,
      webcal: webcal.controlRoutes,
    };
    const control = createControlRoutes({ clock, log, endpoints, services });
    const controlUrl = await open(control, options.ports?.control);
    const controls = { pexip: pexip.control, eightByEight: eightByEight.control, telnyx: telnyx.control };
    const others = { joinme: joinme.control, webcal: webcal.control };
    return { endpoints, telnyxEndpoints, controlUrl, ...controls, ...others, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function pexipOptions(options: Partial<PexipOptions>, now: number): PexipOptions {
  return {
    clients: options.clients ?? officeClients(now),
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
    limits: options.limits ?? {},
  };
}

function joinmeOptions(options: Partial<JoinmeOptions>, now: number): JoinmeOptions {
  const users = options.users ?? officeUsers;
  const meetings = options.meetings ?? (options.users === undefined ? officeCalendars(now) : {});
  return { applications: options.applications ?? officeApplications, users, meetings, rules: options.rules ?? {} };
}
