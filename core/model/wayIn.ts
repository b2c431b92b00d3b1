import type { MessageKey } from '../texts/catalog.ts';

/** How a way into a meeting or room is taken. `copy` puts its target on the clipboard, every other kind is handed to the system. */
export type WayInKind = 'app' | 'web' | 'sip' | 'copy';

/** One way into a meeting or room, as its service declares it; services list them best first. */
export interface WayIn {
  /** Unique within its service and stable, since it is what a remembered choice refers to. */
  readonly id: string;
  readonly kind: WayInKind;
  /** Completes "Join …" ("in the browser"). */
  readonly label: MessageKey;
  /** The URI to open, or the text to copy. */
  readonly target: string;
  /** URI scheme that some program of this machine must handle for this way to be offered. */
  readonly needsHandlerFor?: string;
  /** What it opens is asked of the service at the press; `target` is for reading only. */
  readonly isAsked?: boolean;
}

/** A way in as a window may see it: the target is for reading, windows never open anything themselves. */
export interface WayInView {
  readonly id: string;
  readonly kind: WayInKind;
  readonly label: MessageKey;
  readonly target: string;
  /** Whether a plain press on Join takes this way. */
  readonly isPreferred: boolean;
}
