import {
  useAudioLevelIndication as audioLevel,
  useOPUS as opus,
  type RTCDataChannel,
  RTCPeerConnection,
  type RTCRtpReceiver,
  type RTCRtpSender,
  RTP_EXTENSION_URI,
  type RtpPacket,
  useSdesRTPStreamId as streamId,
  useVP8 as vp8,
} from 'werift';
import type { Description } from './janusFrame.ts';

/** The kinds of media. */
export type MediaKind = 'audio' | 'video';

/** A packet of media on its way through the server. */
export type MediaPacket = RtpPacket;

/** What a peer tells the one who made it. */
export interface PeerListener {
  /** A packet came; `level` is how loud its sound is (RFC 6464: 127 for silence), null if it does not tell. */
  onPacket?(kind: MediaKind, packet: MediaPacket, level: number | null): void;
  /** The client has just connected, or has lost the picture: it needs a whole one. */
  onKeyframeWanted?(): void;
  /** The client opened a data channel. */
  onChannel?(channel: RTCDataChannel): void;
}

/** How much went through a peer so far. */
export interface Traffic {
  packetsIn: number;
  packetsOut: number;
  keyframesAsked: number;
}

/** The server's end of one connection for media with one client. */
export interface MediaPeer {
  readonly traffic: Readonly<Traffic>;
  /** The state of the connection, in WebRTC's words. */
  state(): string;
  /** The client publishes: answers its offer. With `sendsBack` it is also sent something (the audio mix). */
  answer(offer: Description, sendsBack: boolean): Promise<Description>;
  /** The client subscribes: offers it these kinds. */
  offer(kinds: readonly MediaKind[]): Promise<Description>;
  /** The client wants a data channel: offers one. */
  offerChannel(): Promise<Description>;
  acceptAnswer(answer: Description): Promise<void>;
  /** Passes a packet on; `source` is where it comes from, so that a change does not look like a loss. */
  send(kind: MediaKind, packet: MediaPacket, source: number): void;
  /** Asks the client for a whole picture. */
  askForKeyframe(): void;
  close(): Promise<void>;
}

/** Of a picture sent in several sizes only this one is passed on. */
const forwardedLayer = 'h';

/** Builds a peer that nobody has connected to. */
export function createMediaPeer(listener: PeerListener): MediaPeer {
  const connection = new RTCPeerConnection(configuration());
  const traffic: Traffic = { packetsIn: 0, packetsOut: 0, keyframesAsked: 0 };
  const senders = new Map<MediaKind, { readonly sender: RTCRtpSender; source: number | null }>();
  let video: { readonly receiver: RTCRtpReceiver; source: number | null } | null = null;

  listen(connection, listener, (kind, packet) => {
    traffic.packetsIn += 1;
    if (kind === 'video' && video) video.source = packet.header.ssrc;
  });
  const describe = async (offer?: 'offer'): Promise<Description> => {
    await connection.setLocalDescription(await (offer ? connection.createOffer() : connection.createAnswer()));
    return { type: offer ?? 'answer', sdp: withSessionIceLite(connection.localDescription?.sdp ?? '') };
  };

  return {
    traffic,
    state: () => connection.connectionState,
    answer: async (offer, sendsBack) => {
      await connection.setRemoteDescription(offer);
      for (const transceiver of connection.getTransceivers()) {
        const { kind, sender, receiver } = transceiver;
        transceiver.setDirection(sendsBack ? 'sendrecv' : 'recvonly');
        if (kind === 'video') video = { receiver, source: null };
        if (sendsBack && isMedia(kind)) senders.set(kind, { sender, source: null });
      }
      return describe();
    },
    offer: (kinds) => {
      for (const kind of kinds) {
        const { sender } = connection.addTransceiver(kind, { direction: 'sendonly' });
        sender.onPictureLossIndication.subscribe(() => listener.onKeyframeWanted?.());
        senders.set(kind, { sender, source: null });
      }
      return describe('offer');
    },
    offerChannel: () => {
      // Only so that the offer has one: clients open their own. Its number is far from those that they choose.
      connection.createDataChannel('JanusDataChannel', { negotiated: true, id: 1000 });
      return describe('offer');
    },
    acceptAnswer: (answer) => connection.setRemoteDescription(answer),
    send: (kind, packet, source) => {
      const way = senders.get(kind);
      if (way === undefined) return;
      if (way.source !== null && way.source !== source) way.sender.replaceRTP(packet.header);
      way.source = source;
      traffic.packetsOut += 1;
      // The client may go while the packet is on its way.
      way.sender.sendRtp(packet).catch(() => undefined);
    },
    askForKeyframe: () => {
      // Before the first packet there is nobody to ask; that one begins a whole picture anyway.
      if (video === null || video.source === null) return;
      traffic.keyframesAsked += 1;
      video.receiver.sendRtcpPLI(video.source).catch(() => undefined);
    },
    close: () => connection.close(),
  };
}

function listen(
  connection: RTCPeerConnection,
  listener: PeerListener,
  count: (kind: string, packet: MediaPacket) => void,
): void {
  connection.onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe((packet, extensions) => {
      if (track.rid !== undefined && track.rid !== forwardedLayer) return;
      count(track.kind, packet);
      // Their ids belong to this connection and would mean other things on the next.
      packet.header.extensions = [];
      if (isMedia(track.kind)) listener.onPacket?.(track.kind, packet, levelOf(extensions));
    });
  });
  connection.connectionStateChange.subscribe((state) => {
    if (state === 'connected') listener.onKeyframeWanted?.();
  });
  connection.onDataChannel.subscribe((channel) => listener.onChannel?.(channel));
}

/**
 * One candidate on loopback, and ICE lite: the server only answers checks, so the client's candidates are not needed and
 * nothing leaves the machine. Codecs are made anew each time since the library writes payload types into them. Transport
 * feedback is left out on purpose: with it the browser's picture became smaller and smaller.
 */
function configuration() {
  return {
    iceServers: [],
    iceLite: true,
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    bundlePolicy: 'max-bundle' as const,
    codecs: { audio: [opus()], video: [vp8()] },
    headerExtensions: { audio: [audioLevel()], video: [streamId()] },
  };
}

/** ICE lite is a property of the session; the library writes it into each medium, which browsers do not read. */
function withSessionIceLite(sdp: string): string {
  return sdp.replaceAll('a=ice-lite\r\n', '').replace('a=group:', 'a=ice-lite\r\na=group:');
}

function isMedia(kind: string): kind is MediaKind {
  return kind === 'audio' || kind === 'video';
}

function levelOf(extensions: Readonly<Record<string, unknown>> | undefined): number | null {
  const value = extensions?.[RTP_EXTENSION_URI.audioLevelIndication];
  if (typeof value !== 'object' || value === null || !('level' in value)) return null;
  return typeof value.level === 'number' ? value.level : null;
}
