/** What is seen of the SDK's line to the service from outside. */
export interface LineEvents {
  /** The service refused with this status: the SDK keeps silent about it for 30 s, and then names another reason. */
  readonly onRefused: (status: number) => void;
  /** The line could not be opened, or broke. */
  readonly onBroken: () => void;
}

let follower: LineEvents | null = null;
let heardAt = 0;
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
      this.addEventListener('close', () => sockets.delete(this));
      this.addEventListener('message', ({ data }) => {
        heardAt = performance.now();
        const status = refusalIn(data);
        if (status !== null) {
          follower?.onRefused(status);
        }
      });
      this.addEventListener('error', () => follower?.onBroken());
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
  follower = events;
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
