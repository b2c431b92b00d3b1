import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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
  /** A browser came to it; told the whole address. */
  readonly onAnswer: (url: string) => AnswerVerdict;
  readonly pageFor: (verdict: AnswerVerdict) => SignInPage;
}

/** Stops listening; what is being sent is sent to its end. */
export type StopListening = () => void;

/** Ms for a request to be complete, and for an answer to be fetched once nobody listens any more. */
const patience = 5_000;

const style =
  'body{font:16px/1.5 system-ui,sans-serif;color-scheme:light dark;margin:20vh auto;max-width:26em;padding:0 1em}';
const styleHash = createHash('sha256').update(style).digest('base64');

const headers = {
  'cache-control': 'no-store',
  connection: 'close',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8',
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
  const isOurs = request.headers.host === host && url?.origin === origin && url.pathname === pathname;
  if (!isOurs || request.method !== 'GET') {
    response.writeHead(isOurs ? 405 : 404, { ...headers, 'content-type': 'text/plain' }).end();
    return;
  }
  const verdict = parts.onAnswer(url.href);
  response.writeHead(verdict === 'stray' ? 400 : 200, headers).end(writePage(parts.pageFor(verdict)));
}

function writePage({ language, title, text }: SignInPage): string {
  const head = `<meta charset="utf-8"><title>${toMarkup(title)}</title><style>${style}</style>`;
  return `<!doctype html><html lang="${toMarkup(language)}"><head>${head}</head><body><main><h1>${toMarkup(title)}</h1><p>${toMarkup(text)}</p></main></body></html>`;
}

function toMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function stop(server: Server): void {
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), patience).unref();
}
