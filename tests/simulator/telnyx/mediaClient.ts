import { onTestFinished } from 'vitest';
import {
  useAudioLevelIndication as audioLevel,
  MediaStreamTrack,
  useOPUS as opus,
  RTCPeerConnection,
  RtpHeader,
  RtpPacket,
  useVP8 as vp8,
} from 'werift';
import { display, type Joined, type ServerFrame } from './janusClient.ts';

/** A stream that is sent. */
export interface Sent {
  readonly feed: number;
  /** Sends a packet of each kind every 20 ms, with that level of sound. */
  start(level?: number): void;
  stop(): void;
  /** How often a whole picture was asked for. */
  keyframesWanted(): number;
}

/** How many packets of each kind arrived. */
export interface Received {
  audio: number;
  video: number;
  /** Of the sound: the payloads' first bytes, the latest last. */
  readonly marks: number[];
}

function newPeer(): RTCPeerConnection {
  const peer = new RTCPeerConnection({
    iceServers: [],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    bundlePolicy: 'max-bundle',
    codecs: { audio: [opus()], video: [vp8()] },
    headerExtensions: { audio: [audioLevel()], video: [] },
  });
  onTestFinished(() => peer.close());
  return peer;
}

function descriptionIn(frame: ServerFrame): NonNullable<ServerFrame['jsep']> {
  if (frame.jsep === undefined) throw new Error(`no description came: ${JSON.stringify(frame)}`);
  return frame.jsep;
}

function count(peer: RTCPeerConnection): Received {
  const received: Received = { audio: 0, video: 0, marks: [] };
  peer.onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe((packet) => {
      if (track.kind === 'audio') received.marks.push(packet.payload[0] ?? 0);
      if (track.kind === 'audio' || track.kind === 'video') received[track.kind] += 1;
    });
  });
  return received;
}

function pump(peer: RTCPeerConnection, tracks: readonly MediaStreamTrack[], mark: number) {
  let timer: NodeJS.Timeout | undefined;
  let number = 0;
  const send = (level: number) => {
    number += 1;
    for (const track of tracks) {
      const header = new RtpHeader({ sequenceNumber: number, timestamp: number * 960, payloadType: 96, ssrc: 1 });
      const id =
        track.kind === 'audio'
          ? Object.entries(peer.extIdUriMap).find(([, uri]) => uri.endsWith('audio-level'))?.[0]
          : undefined;
      if (id !== undefined) {
        header.extension = true;
        header.extensions = [{ id: Number(id), payload: Buffer.from([level]) }];
      }
      track.writeRtp(new RtpPacket(header, Buffer.from([mark, 2, 3])));
    }
  };
  const stop = () => clearInterval(timer);
  onTestFinished(stop);
  return {
    start: (level = 20) => {
      stop();
      timer = setInterval(() => send(level), 20);
    },
    stop,
  };
}

/** Connects to the audio bridge: sends sound whose payloads begin with `mark`, receives the mix. */
export async function openBridge(joined: Joined, roomId: string, mark: number) {
  const { client, participantId } = joined;
  const handle = await client.attach('audiobridge');
  const mine = display(participantId, { stream: { id: 'mix', key: 'audiobridge' } });
  await client.message(handle, { request: 'join', room: roomId, display: mine, muted: false });
  const peer = newPeer();
  const received = count(peer);
  const track = new MediaStreamTrack({ kind: 'audio' });
  peer.addTransceiver(track, { direction: 'sendrecv' });
  await peer.setLocalDescription(await peer.createOffer());
  const answer = await client.message(handle, { request: 'configure', display: mine }, peer.localDescription ?? {});
  await peer.setRemoteDescription(descriptionIn(answer));
  return { handle, received, answer, peer, ...pump(peer, [track], mark) };
}

/** Publishes a stream of sound and pictures. */
export async function publish(joined: Joined, roomId: string, key = 'self', mark = 1): Promise<Sent> {
  const { client, participantId } = joined;
  const handle = await client.attach('videoroom');
  const stream = { id: `${participantId}-${key}`, key, isAudioEnabled: true, isVideoEnabled: true };
  const mine = display(participantId, { stream });
  const request = { request: 'join', room: roomId, ptype: 'publisher', display: mine };
  const { plugindata } = await client.message(handle, request);
  const peer = newPeer();
  const tracks = (['audio', 'video'] as const).map((kind) => new MediaStreamTrack({ kind }));
  let keyframesWanted = 0;
  for (const track of tracks) {
    const { sender } = peer.addTransceiver(track, { direction: 'sendonly' });
    sender.onPictureLossIndication.subscribe(() => {
      keyframesWanted += 1;
    });
  }
  await peer.setLocalDescription(await peer.createOffer());
  const body = { request: 'configure', audio: true, video: true, bitrate: 500_000, display: mine };
  const answer = await client.message(handle, body, peer.localDescription ?? {});
  await peer.setRemoteDescription(descriptionIn(answer));
  return { feed: plugindata?.data.id ?? 0, keyframesWanted: () => keyframesWanted, ...pump(peer, tracks, mark) };
}

/** Receives a stream. */
export async function subscribe(
  { client }: Joined,
  roomId: string,
  feed: number,
  kinds = { audio: true, video: true },
) {
  const handle = await client.attach('videoroom');
  const attached = await client.message(handle, { request: 'join', room: roomId, ptype: 'subscriber', feed, ...kinds });
  const peer = newPeer();
  const received = count(peer);
  await peer.setRemoteDescription(descriptionIn(attached));
  await peer.setLocalDescription(await peer.createAnswer());
  const started = await client.message(handle, { request: 'start', room: roomId }, peer.localDescription ?? {});
  return { handle, peer, received, started };
}

/** Opens the text messages and gives what arrives in them. */
export async function openTexts({ client, participantId }: Joined, roomId: string) {
  const handle = await client.attach('textroom');
  const offered = await client.message(handle, { request: 'setup', room: roomId });
  const peer = newPeer();
  await peer.setRemoteDescription(descriptionIn(offered));
  const channel = peer.createDataChannel('JanusDataChannel');
  await peer.setLocalDescription(await peer.createAnswer());
  await client.message(handle, { request: 'ack' }, peer.localDescription ?? {});
  const texts: Readonly<Record<string, unknown>>[] = [];
  channel.onMessage.subscribe((message) => texts.push(JSON.parse(String(message))));
  await new Promise<void>((resolve) => {
    if (channel.readyState === 'open') resolve();
    else channel.stateChanged.subscribe((state) => state === 'open' && resolve());
  });
  const room = offered.plugindata?.data['janus_room_id'];
  const send = (message: object) => channel.send(JSON.stringify({ room, ...message }));
  send({ textroom: 'join', transaction: 'join', username: participantId, display: participantId });
  return { texts, send, room };
}
