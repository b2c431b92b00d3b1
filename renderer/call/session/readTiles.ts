import type { State } from '@telnyx/video';
import type { TileView } from '../callStore.ts';

/** Key of the stream with somebody's camera and microphone, and of the one with a screen (as telnyx-meet has them). */
export const selfKey = 'self';
/** See {@link selfKey}. */
export const screenKey = 'presentation';

/** What the SDK tells of a stream; its own types get lost on the way (they import from a path that is not shipped). */
export interface StreamFacts {
  readonly id: string;
  readonly key: string;
  readonly participantId: string;
  readonly isAudioEnabled: boolean;
  readonly isVideoEnabled: boolean;
  readonly isAudioCensored: boolean;
  readonly videoTrack?: MediaStreamTrack;
}

/** What the SDK tells of a person. */
export interface PersonFacts {
  readonly id: string;
  readonly context?: string;
  readonly origin: 'local' | 'remote' | 'telephony_engine';
}

/** The tiles of everybody, oneself first, then in the order of coming; a person's screen before the person. */
export function readTiles(state: State): readonly TileView[] {
  const people: readonly PersonFacts[] = Array.from(state.participants.values());
  const streams: readonly StreamFacts[] = Array.from(state.streams.values());
  const isLocal = ({ id }: PersonFacts): boolean => id === state.localParticipantId;
  return people
    .toSorted((a, b) => Number(isLocal(b)) - Number(isLocal(a)))
    .flatMap((person) => {
      const own = streams.filter(({ participantId }) => participantId === person.id);
      const screen = own.find(({ key }) => key === screenKey);
      const self = own.find(({ key }) => key === selfKey);
      const shared = { participantId: person.id, context: person.context ?? '', isLocal: isLocal(person) };
      const name = nameOf(person.context);
      const tile: TileView = {
        ...shared,
        key: person.id,
        name,
        kind: 'person',
        isMuted: self !== undefined && (!self.isAudioEnabled || self.isAudioCensored),
        isSending: self !== undefined && (self.isVideoEnabled || (self.isAudioEnabled && !self.isAudioCensored)),
        video: self?.isVideoEnabled === true ? (self.videoTrack ?? null) : null,
      };
      const screenTile: TileView = {
        ...tile,
        key: `${person.id} screen`,
        kind: 'screen',
        isSending: true,
        video: screen?.videoTrack ?? null,
      };
      return screen === undefined ? [tile] : [screenTile, tile];
    });
}

/** The name in what a person came in with: JSON with a `username`, as other clients of the service write it too. */
export function nameOf(context: string | undefined): string {
  try {
    const found: unknown = JSON.parse(context ?? '');
    const name = typeof found === 'object' && found !== null && 'username' in found ? found.username : '';
    return typeof name === 'string' ? name.slice(0, 80) : '';
  } catch {
    return '';
  }
}
