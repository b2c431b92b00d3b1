import MutedIcon from 'lucide-react/icons/mic-off';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { layOutTiles } from '../../core/call/tileLayout.ts';
import { type TileView, useCallStore } from './callStore.ts';
import { Initials } from './Initials.tsx';
import { Picture } from './Picture.tsx';
import { text } from './texts.ts';

const gap = 8;

/** Everybody: in a grid, or in a strip beside a screen that is shown. */
export function Tiles({ tiles }: { readonly tiles: readonly TileView[] }) {
  const screens = tiles.filter(({ kind }) => kind === 'screen');
  const people = tiles.filter(({ kind }) => kind === 'person');
  if (screens.length === 0 || people.length === 0) {
    return <Grid tiles={tiles} label={text('call:stage.tiles')} />;
  }
  return (
    <div className="presenting">
      <Grid tiles={screens} label={screens.map(nameOfTile).join(', ')} />
      <div className="strip">
        <Grid tiles={people} label={text('call:stage.tiles')} />
      </div>
    </div>
  );
}

/** What a tile is called. */
export function nameOfTile({ name, isLocal, kind }: TileView): string {
  const shown = name === '' ? text('call:stage.guest') : name;
  if (kind === 'screen') {
    return isLocal ? text('call:stage.yourScreen') : text('call:stage.screenOf', { name: shown });
  }
  return isLocal ? text('call:stage.you') : shown;
}

function Grid({ tiles, label }: { readonly tiles: readonly TileView[]; readonly label: string }) {
  const grid = useRef<HTMLUListElement>(null);
  const size = useSize(grid);
  const { width, height, columns } = layOutTiles(tiles.length, size.width, size.height, gap);
  useLayoutEffect(() => {
    const style = grid.current?.style;
    style?.setProperty('--tile-width', `${width}px`);
    style?.setProperty('--tile-height', `${height}px`);
    style?.setProperty('--row-width', `${columns * width + (columns - 1) * gap}px`);
  }, [width, height, columns]);
  return (
    <ul ref={grid} className="tiles" aria-label={label}>
      {tiles.map((tile) => (
        <Tile key={tile.key} tile={tile} />
      ))}
    </ul>
  );
}

function Tile({ tile }: { readonly tile: TileView }) {
  const isSpeaking = useCallStore((state) => tile.kind === 'person' && state.speakingId === tile.participantId);
  const name = nameOfTile(tile);
  return (
    <li className="tile" data-speaking={isSpeaking}>
      {/* Under the picture, too, until its first frame is there. */}
      {tile.kind === 'person' || tile.video === null ? <Initials name={tile.name} /> : null}
      {tile.video === null ? null : (
        <Picture
          track={tile.video}
          isMirrored={tile.isLocal && tile.kind === 'person'}
          isWhole={tile.kind === 'screen'}
          label={name}
        />
      )}
      <span className="tile-name">
        {tile.isMuted && tile.kind === 'person' ? (
          <MutedIcon className="icon" role="img" aria-label={text('call:stage.muted')} strokeWidth={1.75} />
        ) : null}
        <bdi>{name}</bdi>
        {isSpeaking ? <span className="spoken">{text('call:stage.speaking')}</span> : null}
      </span>
    </li>
  );
}

function useSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) {
      return undefined;
    }
    setSize({ width: observed.clientWidth, height: observed.clientHeight });
    const observer = new ResizeObserver(([entry]) => {
      // Its padding depends on what is counted here.
      const box = entry?.borderBoxSize[0];
      if (box !== undefined) {
        setSize({ width: box.inlineSize, height: box.blockSize });
      }
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
