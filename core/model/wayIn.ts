import type { MessageKey } from '../texts/catalog.ts';

/**
 * How a way into a meeting or room is taken. `copy` puts its target on the clipboard, `window` opens it in a window of
 * Foyer's own, every other kind is handed to the system.
 */
export type WayInKind = 'app' | 'web' | 'window' | 'sip' | 'copy';

/** A page that may be opened in a window of Foyer's own besides the browser. */
export interface PageInFoyer {
  /** As the label of a way in: completes "Join …". */
  readonly label: MessageKey;
  /** Where the window may go, as "https://host"; to all else it does not. */
  readonly origins: readonly string[];
}

/** A page of somebody else's, for a window of Foyer's own. Its address may carry a token: it is recorded nowhere. */
export interface RemotePage {
  readonly url: string;
  readonly origins: readonly string[];
}

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
  /** For `web` only; left out, the page opens in the browser only. */
  readonly inFoyer?: PageInFoyer;
  /** Taken when chosen, and not remembered: it leads in as somebody else, which is no habit. */
  readonly isForOnce?: boolean;
  /** What it opens is asked of the service at the press; `target` is for reading only. */
  readonly isAsked?: boolean;
}

/** A way as it is offered. */
export interface OfferedWay extends WayIn {
  /** Id of the service's own way that it is taken by: a page is offered twice if it may be opened in two places. */
  readonly serviceWayId: string;
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
