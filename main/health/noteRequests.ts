import type { ProgramLog } from '../shell/programLog.ts';

/** Headers under which services find a request again; each has its own spelling. */
const trackingHeader = /^x-?(?:tracking|request|correlation)-?id$/;
/** What Chromium and Node call the ways in which a request can fail. */
const failureName = /\b(?:ERR_[A-Z0-9_]+|E[A-Z]{3,}|UND_ERR_[A-Z_]+)\b/;

/**
 * Gives the way to write down what becomes of each request: method, host, status, duration (by `uptime`, in ms) and the id
 * to quote to the service's support. Never an address, a header's value or a body. What goes well is noted at the level
 * `debug` only.
 */
export function requestNoter(
  log: Pick<ProgramLog, 'debug' | 'info'>,
  uptime: () => number,
): (fetch: typeof globalThis.fetch) => typeof globalThis.fetch {
  return (fetch) => async (input, init) => {
    const began = uptime();
    const what = (outcome: string): string =>
      `${describe(input, init)} ${outcome} in ${Math.round(uptime() - began)} ms${trackingOf(input, init)}`;
    try {
      const response = await fetch(input, init);
      log[response.ok ? 'debug' : 'info'](what(`answered ${response.status}`));
      return response;
    } catch (error) {
      log.info(what(`got no answer (${failureOf(error)})`));
      throw error;
    }
  };
}

type Asked = Parameters<typeof globalThis.fetch>;

function describe(input: Asked[0], init: Asked[1]): string {
  const isRequest = input instanceof Request;
  const url = URL.parse(isRequest ? input.url : String(input));
  return `${(isRequest ? input.method : init?.method) ?? 'GET'} ${url?.host ?? ''}`;
}

function trackingOf(input: Asked[0], init: Asked[1]): string {
  const headers = input instanceof Request ? input.headers : new Headers(init?.headers);
  const found = [...headers].find(([name]) => trackingHeader.test(name));
  return found === undefined ? '' : `, tracking id ${found[1]}`;
}

function failureOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    const name = failureName.exec(`${code} ${cause.message}`)?.[0];
    if (name !== undefined) {
      return name;
    }
  }
  return error instanceof Error ? error.name : 'unknown';
}
