import { useEffect, useRef } from 'react';
import { createLevel } from './media/level.ts';
import { text } from './texts.ts';

/** How loud the microphone is: a person sees that it hears them. */
export function LevelMeter({ track }: { readonly track: MediaStreamTrack | null }) {
  const bar = useRef<HTMLSpanElement>(null);
  const meter = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (track === null) {
      return undefined;
    }
    return createLevel(track, (level) => {
      bar.current?.style.setProperty('scale', `${level} 1`);
      meter.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)));
    });
  }, [track]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: The bar of a <meter> cannot be drawn without jumps.
    <div
      ref={meter}
      className="level"
      role="meter"
      aria-label={text('call:lobby.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      <span ref={bar} className="level-bar" />
    </div>
  );
}
