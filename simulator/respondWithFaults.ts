import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Answer } from './answer.ts';
import type { FaultTaker } from './faultBoard.ts';
import type { LoggedEnvironment } from './logRequests.ts';
import type { TransportFault } from './sharedFaults.ts';
import type { SimulationContext } from './simulationContext.ts';

/** Who calls, the faults meant for the call, and what the service says to it. */
export interface FaultyCall {
  /** Null if the credentials name no known client. */
  readonly clientId: string | null;
  readonly take: FaultTaker<TransportFault>;
  /** Names of the faults taken so far, also by the service itself. */
  readonly taken: readonly string[];
  /** The service's own part; `lost` resets the connection once its work is done, without a byte of the answer. */
  readonly answer: () => Answer | 'lost' | Promise<Answer | 'lost'>;
}

/** Answers one call, lets the faults of connection and body act around it, and logs which faults took part. */
export async function respondWithFaults(
  simulation: SimulationContext,
  context: Context<LoggedEnvironment>,
  call: FaultyCall,
): Promise<Response> {
  try {
    return await answerWithFaults(simulation, context, call);
  } finally {
    simulation.log.complete(context.get('requestId'), { clientId: call.clientId, faults: [...call.taken] });
  }
}

async function answerWithFaults(
  simulation: SimulationContext,
  context: Context<LoggedEnvironment>,
  { take, answer: decide }: FaultyCall,
): Promise<Response> {
  const latency = take('latency');
  if (latency && !(await waits(latency.milliseconds, simulation.closing))) return RESPONSE_ALREADY_SENT;
  if (take('connectionReset')) return reset(context);
  if (take('hang')) return RESPONSE_ALREADY_SENT;
  const answer = await decide();
  return answer === 'lost' ? reset(context) : send(context, answer, take);
}

/** Waits; false if the simulator closed meanwhile. */
function waits(milliseconds: number, closing: AbortSignal): Promise<boolean> {
  return delay(milliseconds, true, { signal: closing }).catch(() => false);
}

function reset(context: Context<LoggedEnvironment>): Response {
  context.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

function send(context: Context<LoggedEnvironment>, answer: Answer, take: FaultTaker<TransportFault>): Response {
  const { status, body } = answer;
  const headers = new Headers(answer.headers);
  if (take('connectionCut')) {
    const { outgoing } = context.env;
    const bytes = Buffer.from(body ?? '');
    outgoing.writeHead(status, { ...answer.headers, 'content-length': bytes.length });
    outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  }
  const shown = spoiledBody(answer, headers, take);
  // A page in the place of no content is one of a proxy, which would not call it that.
  return new Response(shown, { status: status === 204 && shown !== null ? 200 : status, headers });
}

function spoiledBody(answer: Answer, headers: Headers, take: FaultTaker<TransportFault>): Answer['body'] {
  const { status, body } = answer;
  const hasStatus = (fault: { readonly onlyStatus: number | null }) =>
    fault.onlyStatus === null || fault.onlyStatus === status;
  if (take('emptyBody', hasStatus)) {
    headers.delete('content-type');
    headers.delete('content-encoding');
    return null;
  }
  if (take('htmlBody', hasStatus)) {
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.delete('content-encoding');
    return `<!doctype html><html><head><title>${status}</title></head><body><h1>Proxy</h1></body></html>`;
  }
  return take('truncatedJson') ? (body?.slice(0, body.length / 2) ?? null) : body;
}
