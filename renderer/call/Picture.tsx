import { useEffect, useRef } from 'react';

/** See {@link Picture}. */
export interface PictureProps {
  readonly track: MediaStreamTrack;
  readonly isMirrored: boolean;
  /** Whether all of it must be seen, as of a screen. */
  readonly isWhole: boolean;
  readonly label: string;
}

/** A running picture without sound. */
export function Picture({ track, isMirrored, isWhole, label }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element !== null) {
      element.srcObject = new MediaStream([track]);
    }
    return () => {
      if (element !== null) {
        element.srcObject = null;
      }
    };
  }, [track]);
  return (
    <video
      ref={video}
      className="picture"
      aria-label={label}
      data-mirrored={isMirrored}
      data-whole={isWhole}
      autoPlay
      playsInline
      muted
    />
  );
}
