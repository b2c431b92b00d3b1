import { Readable } from 'node:stream';
import { type IncomingMessage, net, type Session } from 'electron';

/**
 * Sends a request without a body whose redirects are answers, as `redirect: 'manual'` asks for. Electron's own fetch lets such
 * a request fail, since nothing in it listens for redirects (lib/browser/api/net-fetch.ts). Neither cookies nor what the
 * system signs in with go along: what is asked here is open to whoever knows the address.
 */
export function fetchStep(request: Request, session: Session): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { url, method, headers, signal } = request;
    const sent = net.request({ url, method, session, redirect: 'manual', credentials: 'omit' });
    for (const [name, value] of headers) {
      sent.setHeader(name, value);
    }
    // Left alone, a redirect ends the request with an error, which comes after the answer and says nothing more.
    sent.on('redirect', (status, _method, location) => resolve(new Response(null, { status, headers: { location } })));
    sent.on('response', (answer) => {
      // Electron's answers are Node's streams, which its types do not say.
      const body = answer as unknown as Readable;
      // A reader that has enough of it must not leave the rest coming in.
      body.once('close', () => sent.abort());
      resolve(toResponse(answer, body));
    });
    sent.on('error', reject);
    signal.addEventListener('abort', () => {
      sent.abort();
      reject(signal.reason);
    });
    sent.end();
  });
}

function toResponse(answer: IncomingMessage, body: Readable): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = ![101, 204, 205, 304].includes(answer.statusCode);
  const stream = hasBody ? (Readable.toWeb(body) as ReadableStream) : null;
  return new Response(stream, { status: answer.statusCode, headers });
}
