/** What an endpoint of the fake service does. */
export type FakeAnswer =
  | 'good'
  /** A hundred meetings, and more behind them. */
  | 'fullPages'
  | 'empty'
  | 'hang'
  | 'reset'
  | 'slow'
  | 'html'
  | { readonly status: number; readonly retryAfter?: string };

/** A request as it left the program. */
export interface LeftCall {
  /** Ms since 1970. */
  readonly at: number;
  readonly clientId: string;
  readonly endpoint: 'token' | 'meetings';
}

/** The service behind a `fetch` of its own: nothing leaves the process. */
export interface FakePexip {
  readonly fetch: typeof globalThis.fetch;
  readonly calls: readonly LeftCall[];
  token: FakeAnswer;
  meetings: FakeAnswer;
  /** What answers say in their `Date` header; none when null. */
  date: (() => string) | null;
}

/**
 * A service in good health, which accepts the secret "right" of every client. It counts no calls itself: `isLimited` is
 * asked about each, and when it says so the answer is 429.
 */
export function createFakePexip(isLimited: (call: LeftCall) => boolean = () => false): FakePexip {
  const calls: LeftCall[] = [];
  const pexip: FakePexip = {
    calls,
    token: 'good',
    meetings: 'good',
    date: null,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const [scheme = '', credentials = ''] = (request.headers.get('authorization') ?? '').split(' ');
      const endpoint = scheme === 'Basic' ? 'token' : 'meetings';
      const [clientId = '', secret] = (endpoint === 'token' ? atob(credentials) : credentials).split(':');
      const call = { at: Date.now(), clientId, endpoint } as const;
      calls.push(call);
      if (isLimited(call)) {
        return new Response(null, { status: 429 });
      }
      const isRefused = endpoint === 'token' && secret !== 'right';
      const answer = await answerWith(isRefused ? { status: 401 } : pexip[endpoint], request, `${clientId}:token`);
      if (pexip.date !== null) {
        answer.headers.set('date', pexip.date());
      }
      return answer;
    },
  };
  return pexip;
}

/** The most calls of one client within one minute. */
export function busiestMinute(calls: readonly LeftCall[]): number {
  const clients = Map.groupBy(calls, ({ clientId }) => clientId);
  const counts = [...clients.values()].flatMap((own) =>
    own.map(({ at }) => own.filter((other) => other.at >= at && other.at < at + 60_000).length),
  );
  return Math.max(0, ...counts);
}

async function answerWith(answer: FakeAnswer, request: Request, token: string): Promise<Response> {
  if (typeof answer === 'object') {
    const headers: HeadersInit = answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter };
    return new Response(null, { status: answer.status, headers });
  }
  switch (answer) {
    case 'hang':
      return new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    case 'reset':
      throw new TypeError('fetch failed');
    case 'html':
      return new Response('<!doctype html><h1>Proxy</h1>');
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, 7_000));
      return goodAnswer(request, token, 1);
    case 'empty':
      return goodAnswer(request, token, 0);
    case 'good':
      return goodAnswer(request, token, 1);
    case 'fullPages':
      return goodAnswer(request, token, 100);
  }
}

function goodAnswer(request: Request, token: string, count: number): Response {
  if (request.method === 'POST') {
    return Response.json({ access_token: token, token_type: 'bearer', expires_in: 3600 });
  }
  const from = new URL(request.url).searchParams.get('startTime') ?? '';
  // A single meeting stays where it is; those of a full page follow the window, so that there is always another page.
  const first = count === 1 ? Date.parse('2026-04-14T09:00:00Z') : Date.parse(from) + 3_600_000;
  const meetings = Array.from({ length: count }, (_, index) => ({
    id: `meeting-${index}`,
    startTime: new Date(first + index * 3_600_000).toISOString(),
    endTime: new Date(first + (index + 1) * 3_600_000).toISOString(),
  }));
  return Response.json({ metadata: { count }, meetings });
}
