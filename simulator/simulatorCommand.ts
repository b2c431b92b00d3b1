import { parseArgs } from 'node:util';
import * as eightByEightFault from './eightbyeight/fault.ts';
import * as joinmeFault from './joinme/fault.ts';
import { type Endpoint, type FaultName, faultNames } from './pexip/fault.ts';
import * as telnyxFault from './telnyx/fault.ts';
import * as webcalFault from './webcal/fault.ts';

/** What the command line asks for. */
export type SimulatorCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly problem: string }
  | {
      readonly kind: 'run';
      readonly ports: {
        readonly pexipAuth: number;
        readonly pexipApi: number;
        readonly eightByEight: number;
        readonly telnyxApi: number;
        readonly telnyxSignalling: number;
        readonly joinmeAuth: number;
        readonly joinmeApi: number;
        readonly webcal: number;
        readonly control: number;
      };
      readonly faults: readonly { readonly name: FaultName; readonly endpoint: Endpoint }[];
      readonly eightByEightFaults: readonly EightByEightFaultArgument[];
      readonly telnyxFaults: readonly TelnyxFaultArgument[];
      readonly joinmeFaults: readonly JoinmeFaultArgument[];
      readonly webcalFaults: readonly WebcalFaultArgument[];
      /** The join.me user who allows every application without being asked; null asks. */
      readonly autoConsent: string | null;
    };

/** A fault of the 8x8 service, `8x8:NAME` or `8x8:ENDPOINT:NAME` on the command line. */
export interface EightByEightFaultArgument {
  readonly name: eightByEightFault.FaultName;
  readonly endpoint: eightByEightFault.Endpoint;
}

/** A fault of the Telnyx service, `telnyx:NAME` or `telnyx:ENDPOINT:NAME` on the command line. */
export interface TelnyxFaultArgument {
  readonly name: telnyxFault.FaultName;
  readonly endpoint: telnyxFault.FaultPlace;
}

/** A fault of join.me, `joinme:NAME` or `joinme:PLACE:NAME` on the command line. */
export interface JoinmeFaultArgument {
  readonly name: joinmeFault.FaultName;
  readonly endpoint: joinmeFault.FaultPlace;
}

/** A fault of the calendars' server, `webcal:NAME` or `webcal:moved:NAME` on the command line. */
export interface WebcalFaultArgument {
  readonly name: webcalFault.FaultName;
  readonly endpoint: webcalFault.Endpoint;
}

/** Text of `--help`. */
export const helpText = `Usage: npm run simulator -- [options]

Starts the simulated services on 127.0.0.1 and prints how to reach them.

  --port-auth PORT      port of Pexip's token server (default: any free one)
  --port-api PORT       port of Pexip's API server
  --port-8x8 PORT       port of the 8x8 server
  --port-telnyx-api PORT, --port-telnyx-signalling PORT
                        ports of Telnyx's two servers
  --port-joinme-auth PORT, --port-joinme-api PORT
                        ports of join.me's two servers
  --port-webcal PORT    port of the server of calendars
  --joinme-consent EMAIL
                        this join.me user allows every application unasked
  --port-control PORT   port of the control API
  --fault NAME          switch a fault on until it is cleared; may be repeated.
                        NAME sits on /v1/meetings, token:NAME on /oauth/token,
                        8x8:NAME on 8x8's /api/v1/tokens, 8x8:ENDPOINT:NAME elsewhere,
                        telnyx:NAME wherever it acts, telnyx:ENDPOINT:NAME there,
                        joinme:NAME on join.me's API, joinme:PLACE:NAME elsewhere,
                        webcal:NAME on published calendars, webcal:moved:NAME where they moved
  --help                this text

Faults: ${faultNames.join(', ')}

8x8 faults: ${eightByEightFault.faultNames.join(', ')}
8x8 endpoints: ${eightByEightFault.endpointSchema.options.join(', ')}

Telnyx faults: ${telnyxFault.faultNames.join(', ')}
Telnyx endpoints: ${telnyxFault.faultPlaceSchema.options.join(', ')}

join.me faults: ${joinmeFault.faultNames.join(', ')}
join.me places: ${joinmeFault.faultPlaceSchema.options.join(', ')}

Calendar faults: ${webcalFault.faultNames.join(', ')}
`;

/** Reads the arguments after the script's name. */
export function parseSimulatorCommand(args: readonly string[]): SimulatorCommand {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'port-auth': { type: 'string', default: '0' },
        'port-api': { type: 'string', default: '0' },
        'port-8x8': { type: 'string', default: '0' },
        'port-telnyx-api': { type: 'string', default: '0' },
        'port-telnyx-signalling': { type: 'string', default: '0' },
        'port-joinme-auth': { type: 'string', default: '0' },
        'port-joinme-api': { type: 'string', default: '0' },
        'port-webcal': { type: 'string', default: '0' },
        'joinme-consent': { type: 'string' },
        'port-control': { type: 'string', default: '0' },
        fault: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const ports = {
      pexipAuth: parsePort(values['port-auth']),
      pexipApi: parsePort(values['port-api']),
      eightByEight: parsePort(values['port-8x8']),
      telnyxApi: parsePort(values['port-telnyx-api']),
      telnyxSignalling: parsePort(values['port-telnyx-signalling']),
      joinmeAuth: parsePort(values['port-joinme-auth']),
      joinmeApi: parsePort(values['port-joinme-api']),
      webcal: parsePort(values['port-webcal']),
      control: parsePort(values['port-control']),
    };
    return { kind: 'run', ports, ...parseFaults(values.fault), autoConsent: values['joinme-consent'] ?? null };
  } catch (error) {
    return { kind: 'refused', problem: error instanceof Error ? error.message : String(error) };
  }
}

function parseFaults(texts: readonly string[]) {
  const isEightByEight = (text: string) => text.startsWith('8x8:');
  const isTelnyx = (text: string) => text.startsWith('telnyx:');
  const isJoinme = (text: string) => text.startsWith('joinme:');
  const isWebcal = (text: string) => text.startsWith('webcal:');
  const isOfOthers = (text: string) => [isEightByEight, isTelnyx, isJoinme, isWebcal].some((isOf) => isOf(text));
  return {
    faults: texts.filter((text) => !isOfOthers(text)).map(parseFaultArgument),
    eightByEightFaults: texts.filter(isEightByEight).map(parse8x8Fault),
    telnyxFaults: texts.filter(isTelnyx).map(parseTelnyxFault),
    joinmeFaults: texts.filter(isJoinme).map(parseJoinmeFault),
    webcalFaults: texts.filter(isWebcal).map(parseWebcalFault),
  };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) throw new RangeError(`Not a port: ${text}`);
  return port;
}

function parseFaultArgument(text: string): { name: FaultName; endpoint: Endpoint } {
  const endpoint = text.startsWith('token:') ? 'token' : 'meetings';
  const wanted = text.replace(/^(token|meetings):/, '');
  const name = faultNames.find((each) => each === wanted);
  if (name === undefined) throw new RangeError(`No such fault: ${wanted}. There are: ${faultNames.join(', ')}`);
  return { name, endpoint };
}

function parse8x8Fault(text: string): EightByEightFaultArgument {
  const parts = text.split(':');
  const wanted = parts.at(-1);
  const name = eightByEightFault.faultNames.find((each) => each === wanted);
  const endpoint = parts.length === 2 ? 'tokens' : eightByEightFault.endpointSchema.safeParse(parts[1]).data;
  if (name === undefined || endpoint === undefined || parts.length > 3) throw new RangeError(`No such fault: ${text}`);
  return { name, endpoint };
}

function parseTelnyxFault(text: string): TelnyxFaultArgument {
  const parts = text.split(':');
  const wanted = parts.at(-1);
  const name = telnyxFault.faultNames.find((each) => each === wanted);
  const endpoint = parts.length === 2 ? 'everywhere' : telnyxFault.faultPlaceSchema.safeParse(parts[1]).data;
  if (name === undefined || endpoint === undefined || parts.length > 3) throw new RangeError(`No such fault: ${text}`);
  return { name, endpoint };
}

function parseJoinmeFault(text: string): JoinmeFaultArgument {
  const parts = text.split(':');
  const wanted = parts.at(-1);
  const name = joinmeFault.faultNames.find((each) => each === wanted);
  const endpoint = parts.length === 2 ? 'api' : joinmeFault.faultPlaceSchema.safeParse(parts[1]).data;
  if (name === undefined || endpoint === undefined || parts.length > 3) throw new RangeError(`No such fault: ${text}`);
  return { name, endpoint };
}

function parseWebcalFault(text: string): WebcalFaultArgument {
  const parts = text.split(':');
  const wanted = parts.at(-1);
  const name = webcalFault.faultNames.find((each) => each === wanted);
  const endpoint = parts.length === 2 ? 'calendar' : webcalFault.endpointSchema.safeParse(parts[1]).data;
  if (name === undefined || endpoint === undefined || parts.length > 3) throw new RangeError(`No such fault: ${text}`);
  return { name, endpoint };
}
