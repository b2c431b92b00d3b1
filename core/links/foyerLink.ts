/** The scheme of the links that people and programs use, without the colon. */
export const linkScheme = 'foyer';

/** What a link asks for. Nothing of it has been looked up yet: service, address and room are what the link says. */
export type FoyerLink =
  /** The meeting that leads the agenda. */
  | { readonly kind: 'joinNext' }
  /** A meeting by its address. */
  | { readonly kind: 'joinAddress'; readonly serviceId: string; readonly address: string }
  /** A room that was opened here: its key, or its id alone. */
  | { readonly kind: 'joinRoom'; readonly serviceId: string; readonly room: string }
  /** Another room: of a service, or (null) of the one used last. */
  | { readonly kind: 'newRoom'; readonly serviceId: string | null }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'settings' };

/** Why a text is no link that Foyer follows. */
export type LinkRefusal =
  /** It has more than {@link longestLink} characters. */
  | 'tooLong'
  /** It begins with another scheme, or is no link at all. */
  | 'notALink'
  /** Something in it cannot be read: a broken escape, half a character, a control character, a fragment. */
  | 'unreadable'
  /** It leads nowhere that Foyer knows. */
  | 'unknownRoute'
  /** It says something that has no meaning on this route, or something twice. */
  | 'unknownKey'
  /** It leaves out what the route needs, or says too much at once. */
  | 'incomplete'
  /** A value does not look like what it stands for. */
  | 'badValue';

/** A link, or why it is none. */
export type ParsedLink =
  | { readonly kind: 'link'; readonly link: FoyerLink }
  | { readonly kind: 'refused'; readonly reason: LinkRefusal };

/** More characters than any real link has. */
export const longestLink = 1_024;
