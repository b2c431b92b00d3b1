import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SignInFlow } from '../services/signInFlow.ts';
import type { AnswerVerdict } from './signInState.ts';

/** What the page says that a browser is left with. */
export interface SignInPage {
  /** BCP 47 tag of its texts. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** How one address is listened at. */
export interface ListenParts {
  /** `http://127.0.0.1:PORT/PATH`. */
  readonly redirectUri: string;
  /** Tokens come behind the #, which browsers send to nobody: the page hands that over. */
  readonly flow: SignInFlow;
  /** A browser came to it; told the whole address. */
  readonly onAnswer: (url: string) => AnswerVerdict;
  /** `handOver`: while the page does that. */
  readonly pageFor: (verdict: AnswerVerdict | 'handOver') => SignInPage;
}

/** Stops listening; what is being sent is sent to its end. */
export type StopListening = () => void;

/** Ms for a request to be complete, and for an answer to be fetched once nobody listens any more. */
const patience = 5_000;
/** Characters behind the #. */
const longestFragment = 8_000;

const style =
  'body{font:16px/1.5 system-ui,sans-serif;color-scheme:light dark;margin:20vh auto;max-width:26em;padding:0 1em}';

/** Takes the token out of the address first: neither the history nor a page that comes later is to have it. */
const handOverScript = `const given = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
fetch(location.pathname, { method: 'POST', body: new URLSearchParams({ given }) })
  .then((answer) => answer.json())
  .then(({ title, text }) => {
    document.title = title;
    document.querySelector('h1').textContent = title;
    document.querySelector('p').textContent = text;
  });`;

const sources = `style-src 'sha256-${hashOf(style)}'; script-src 'sha256-${hashOf(handOverScript)}'; connect-src 'self'`;

const headers = {
  'cache-control': 'no-store',
  connection: 'close',
  'content-security-policy': `default-src 'none'; ${sources}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  // The address of this page holds the code: it goes nowhere else.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Listens at one loopback address, for as long as a sign-in is waited for. Null when the port is somebody else's. */
export async function listenForSignIn(parts: ListenParts): Promise<StopListening | null> {
  const { hostname, port } = new URL(parts.redirectUri);
  const server = createServer({ requestTimeout: patience, headersTimeout: patience, maxHeaderSize: 16_384 });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => respond(request, response, parts));
  server.on('clientError', (_error, socket) => socket.destroy());
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: hostname, port: Number(port), exclusive: true }, () => resolve(true));
  });
  return isListening ? () => stop(server) : null;
}

function respond(request: IncomingMessage, response: ServerResponse, parts: ListenParts): void {
  const { origin, host, pathname } = new URL(parts.redirectUri);
  const url = URL.parse(request.url ?? '', origin);
  // The host that the browser believes it speaks to: a foreign name that leads here is not us.
  if (url === null || request.headers.host !== host || url.origin !== origin || url.pathname !== pathname) {
    refuse(response, 404);
  } else if (request.method === 'POST' && parts.flow === 'token') {
    takeHandedOver(request, response, parts);
  } else if (request.method !== 'GET') {
    refuse(response, 405);
  } else if (parts.flow === 'token' && url.search === '') {
    response.writeHead(200, headers).end(writePage(parts.pageFor('handOver'), handOverScript));
  } else {
    const verdict = parts.onAnswer(url.href);
    response.writeHead(statusOf(verdict), headers).end(writePage(parts.pageFor(verdict)));
  }
}

/** Only this page's own script may hand something over, which the browser vouches for. */
function takeHandedOver(request: IncomingMessage, response: ServerResponse, parts: ListenParts): void {
  if (request.headers.origin !== new URL(parts.redirectUri).origin) {
    refuse(response, 403);
    request.resume();
    return;
  }
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
    if (body.length > 4 * longestFragment) {
      request.destroy();
    }
  });
  request.on('end', () => {
    const given = new URLSearchParams(body).get('given') ?? '';
    const verdict = parts.onAnswer(`${parts.redirectUri}#${given}`);
    const { title, text } = parts.pageFor(verdict);
    const own = { ...headers, 'content-type': 'application/json; charset=utf-8' };
    response.writeHead(statusOf(verdict), own).end(JSON.stringify({ title, text }));
  });
}

function statusOf(verdict: AnswerVerdict): number {
  return verdict === 'stray' ? 400 : 200;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain' }).end();
}

function writePage({ language, title, text }: SignInPage, script = ''): string {
  const head = `<meta charset="utf-8"><title>${toMarkup(title)}</title><style>${style}</style>`;
  const body = `<main><h1>${toMarkup(title)}</h1><p role="status">${toMarkup(text)}</p></main>`;
  const code = script === '' ? '' : `<script>${script}</script>`;
  return `<!doctype html><html lang="${toMarkup(language)}"><head>${head}</head><body>${body}${code}</body></html>`;
}

function toMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function stop(server: Server): void {
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), patience).unref();
}
