import { useEffect, useRef } from 'react';
import { Button } from '../common/Button.tsx';
import { CallDialogs } from './CallDialogs.tsx';
import { Controls } from './Controls.tsx';
import { copyInvite } from './callActions.ts';
import { enterAnew, leaveAndClose } from './callFlow.ts';
import { type TileView, useCallStore } from './callStore.ts';
import { Messages } from './Messages.tsx';
import { deviceId } from './media/devices.ts';
import { PeopleList } from './PeopleList.tsx';
import { Tiles } from './Tiles.tsx';
import { text } from './texts.ts';

/** The call: tiles, what can be done, and what is said about it. */
export function Stage({ isReconnecting }: { readonly isReconnecting: boolean }) {
  const panel = useCallStore((state) => state.panel);
  const isMini = useCallStore((state) => state.isMini);
  const tiles = useShownTiles();
  return (
    <div className="stage" data-mini={isMini}>
      <div className="stage-middle">
        <main className="stage-tiles">
          <Tiles tiles={isMini ? miniTiles(tiles) : tiles} />
          {isReconnecting ? <Reconnecting /> : null}
          {isReconnecting || isMini ? null : <Alone />}
        </main>
        {panel === 'people' && !isMini ? <PeopleList tiles={tiles} /> : null}
        {panel === 'messages' && !isMini ? <Messages /> : null}
      </div>
      {isReconnecting ? null : <MediaStuck />}
      <Note />
      <Controls peopleCount={tiles.filter(({ kind }) => kind === 'person').length} />
      <CallDialogs />
      <Sound />
    </div>
  );
}

/** The tiles with one's own as it is here: the service tells it a moment later. */
function useShownTiles(): readonly TileView[] {
  const tiles = useCallStore((state) => state.tiles);
  const camera = useCallStore((state) => state.camera);
  const screen = useCallStore((state) => state.screen);
  const isMuted = useCallStore((state) => state.isMuted || state.microphone === null);
  return tiles
    .filter(({ isLocal, kind }) => !(isLocal && kind === 'screen' && screen === null))
    .map((tile) => (tile.isLocal ? { ...tile, isMuted, video: tile.kind === 'screen' ? screen : camera } : tile));
}

/** The small view has room for one: a screen, or somebody else, or oneself. */
function miniTiles(tiles: readonly TileView[]): readonly TileView[] {
  const first =
    tiles.find(({ kind, isLocal }) => kind === 'screen' && !isLocal) ??
    tiles.find(({ isLocal }) => !isLocal) ??
    tiles[0];
  return first === undefined ? [] : [first];
}

function Reconnecting() {
  return (
    <div className="reconnecting" role="alert">
      <h1>{text('call:trouble.reconnecting.title')}</h1>
      <p>{text('call:trouble.reconnecting.text')}</p>
      <Button onClick={() => void leaveAndClose()}>{text('call:trouble.leave')}</Button>
    </div>
  );
}

/** Being first looks like being in the wrong room unless it is said. */
function Alone() {
  const isAlone = useCallStore(({ tiles }) => tiles.length === 1 && tiles[0]?.isLocal === true);
  const canCopyInvite = useCallStore((state) => state.view?.canCopyInvite ?? false);
  return isAlone ? (
    <p className="alone">
      <span>{text('call:stage.alone')}</span>
      {canCopyInvite ? (
        <Button look="link" onClick={() => void copyInvite()}>
          {text('call:stage.copyInvite')}
        </Button>
      ) : null}
    </p>
  ) : null;
}

/** The call stands, but nothing of the others comes through. */
function MediaStuck() {
  const isStuck = useCallStore((state) => state.isMediaStuck);
  const isMini = useCallStore((state) => state.isMini);
  if (!isStuck) {
    return null;
  }
  return (
    <div className="media-stuck" role="alert">
      <div>
        <h2>{text('call:trouble.mediaStuck.title')}</h2>
        {isMini ? null : <p>{text('call:trouble.mediaStuck.text')}</p>}
      </div>
      <Button onClick={() => void enterAnew()}>{text('call:trouble.tryAgain')}</Button>
    </div>
  );
}

function Note() {
  const note = useCallStore((state) => state.note);
  return (
    <p className="note" role="status">
      {note === null ? null : <span>{text(note.message, note.values)}</span>}
    </p>
  );
}

/** The others, as the service mixes them. */
function Sound() {
  const mix = useCallStore((state) => state.mix);
  const speakers = useCallStore((state) => state.devices.speakers);
  const speaker = useCallStore((state) => state.chosen.speaker);
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (audio.current !== null) {
      audio.current.srcObject = mix === null ? null : new MediaStream([mix]);
    }
  }, [mix]);
  useEffect(() => {
    // One that is gone leaves the sound where it was.
    audio.current?.setSinkId(deviceId(speakers, speaker) ?? '').catch(() => undefined);
  }, [speakers, speaker]);
  // biome-ignore lint/a11y/useMediaCaption: What people say in a call has no captions.
  return <audio ref={audio} autoPlay />;
}
