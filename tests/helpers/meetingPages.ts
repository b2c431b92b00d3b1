import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from '../../simulator/telnyx/calls/certificate.ts';

/** Pages of somebody else's over TLS, one meeting and one that tries everything. */
export interface MeetingPages {
  /** What was asked for, as "host/path". */
  readonly requests: readonly string[];
  /** From now on the meeting sends everybody elsewhere at once. */
  sendElsewhere(): void;
  /** Switches that lead the hosts here; `isTrusted` has the certificate pass, which nobody vouches for. */
  switches(options?: { readonly isTrusted?: boolean }): readonly string[];
  close(): Promise<void>;
}

const page = `<!doctype html>
<html lang="en">
<title>Budget review</title>
<h1>The meeting</h1>
<a id="out" href="https://elsewhere.example/link">Elsewhere</a>
<a id="blank" href="https://elsewhere.example/blank" target="_blank">Elsewhere in a window</a>
<a id="sent" href="/sent">Sent elsewhere</a>
<a id="app" href="pexip://a@b.example">In an app</a>
<a id="mail" href="mailto:a@b.example">A mail</a>
<a id="file" href="/file">A file</a>
<button id="share" onclick="navigator.mediaDevices.getDisplayMedia().then(() => 'shown', (error) => error.name).then((is) => { document.title = is; })">Show</button>
<iframe src="https://elsewhere.example/frame"></iframe>
</html>`;

/** Serves the pages on a free port of this machine. */
export async function startMeetingPages(hosts: readonly string[]): Promise<MeetingPages> {
  const { certificate, key, publicKeyHash } = await createCertificate();
  const requests: string[] = [];
  let isElsewhere = false;
  const server = createServer({ cert: certificate, key }, (request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    answer(isElsewhere ? '/sent' : request.url, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    sendElsewhere: () => {
      isElsewhere = true;
    },
    switches: ({ isTrusted = true } = {}) => [
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', ')}`,
      ...(isTrusted ? [`--ignore-certificate-errors-spki-list=${publicKeyHash}`] : []),
    ],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(url: string | undefined, response: ServerResponse): void {
  if (url === '/sent') {
    response.writeHead(302, { location: 'https://elsewhere.example/sent' }).end();
  } else if (url === '/file') {
    response.writeHead(200, { 'content-disposition': 'attachment; filename="minutes.txt"' }).end('what was said');
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }
}
