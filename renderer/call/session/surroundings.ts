/** What is seen of the SDK's line to the service from outside. */
export interface LineEvents {
  /** The service refused with this status: the SDK keeps silent about it for 30 s, and then names another reason. */
  readonly onRefused: (status: number) => void;
  /** The line could not be opened, or broke. */
  readonly onBroken: () => void;
  /** The service has no text messages here: the SDK would wait for them without end. */
  readonly onNoMessages: () => void;
}

const textPlugin = '"janus.plugin.textroom"';
/** How long (ms) the text messages may take to be set up before the call goes without them. */
const textLimit = 4_000;
/** How long (ms) the SDK may take to tell why a socket closed. */
const closingTakes = 300;

let follower: LineEvents | null = null;
let heardAt = 0;
/** Runs while the text messages are being set up. */
let textTimer: number | undefined;
const peers = new Set<RTCPeerConnection>();
const sockets = new Set<{ readonly close: () => void }>();

/**
 * The SDK (`@telnyx/video` 1.0.2) tells neither refusals nor a dead line, and closes no peer connection when a call is
 * over. It is used as it is; the two platform classes that it makes its connections with are watched instead. Must run
 * before it is loaded.
 */
export function watchConnections(): void {
  class WatchedSocket extends window.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      heardAt = performance.now();
      sockets.add(this);
      this.addEventListener('close', () => {
        sockets.delete(this);
        const told = follower;
        // What the SDK has to say about it comes first, and says more; but it does not always.
        window.setTimeout(() => follower === told && told?.onBroken(), closingTakes);
      });
      this.addEventListener('message', ({ data }) => {
        heardAt = performance.now();
        const status = refusalIn(data);
        const isTextRefused = textTimer !== undefined && (status === 403 || isErrorIn(data));
        if (isTextRefused) {
          follower?.onNoMessages();
        } else if (status !== null) {
          follower?.onRefused(status);
        }
      });
      this.addEventListener('error', () => follower?.onBroken());
    }

    override send(data: string | Blob | BufferSource): void {
      if (typeof data === 'string' && data.includes('"attach"')) {
        // The text messages come first; whatever is attached next, they are there.
        window.clearTimeout(textTimer);
        textTimer = data.includes(textPlugin)
          ? window.setTimeout(() => follower?.onNoMessages(), textLimit)
          : undefined;
      }
      super.send(data);
    }
  }
  class WatchedPeer extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.add(this);
    }
  }
  Object.assign(window, { WebSocket: WatchedSocket, RTCPeerConnection: WatchedPeer });
}

/** From now on this one is told; null for nobody. */
export function followLine(events: LineEvents | null): void {
  window.clearTimeout(textTimer);
  textTimer = undefined;
  follower = events;
}

/** What the connections for media have received so far, in packets, and whether one of them stands. */
export async function readMedia(): Promise<{ readonly packets: number; readonly isConnected: boolean }> {
  const connected = Array.from(peers).filter(({ connectionState }) => connectionState === 'connected');
  const reports = await Promise.all(connected.map((peer) => peer.getStats()));
  let packets = 0;
  for (const report of reports) {
    for (const entry of report.values()) {
      packets += entry.type === 'inbound-rtp' ? entry.packetsReceived : 0;
    }
  }
  return { packets, isConnected: connected.length > 0 };
}

/** Ms since the service was last heard. */
export function silentFor(): number {
  return performance.now() - heardAt;
}

/** Closes what a call left open, also one that never came about. */
export function closeConnections(): void {
  for (const socket of sockets) {
    socket.close();
  }
  sockets.clear();
  for (const peer of peers) {
    peer.close();
  }
  peers.clear();
}

/** Whether the service answers that a request is none it knows. */
function isErrorIn(data: unknown): boolean {
  return typeof data === 'string' && /"janus":\s*"error"/u.test(data);
}

/** The status of a refusal (`{status_code, error_message}`); null for any other message. */
function refusalIn(data: unknown): number | null {
  if (typeof data !== 'string' || !data.includes('"status_code"')) {
    return null;
  }
  try {
    const message: unknown = JSON.parse(data);
    const isRefusal = typeof message === 'object' && message !== null && 'status_code' in message;
    return isRefusal && typeof message.status_code === 'number' ? message.status_code : null;
  } catch {
    return null;
  }
}
