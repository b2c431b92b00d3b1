import type { MessageKey } from '../texts/catalog.ts';

/** One input of a connect form, as data: windows draw it without knowing the service. */
export interface ConnectField {
  readonly name: string;
  /**
   * `secret` is masked, kept in the vault and never given back; `host`, `domains`, `email` and `phone` are checked as such;
   * `code` is letters and digits of a length between the limits, `count` a whole number between them; a `switch` is
   * "true" or empty.
   */
  readonly kind: 'text' | 'secret' | 'host' | 'domains' | 'email' | 'phone' | 'code' | 'count' | 'switch';
  readonly limits?: { readonly least: number; readonly most: number };
  readonly required: boolean;
  /** Name of a switch: while it is on, this field may be empty. */
  readonly waivedBy?: string;
  readonly label: MessageKey;
  readonly hint: MessageKey;
}

/** How a service presents itself: everything windows know of it. */
export interface ServiceView {
  readonly id: string;
  readonly name: MessageKey;
  /** One sentence on what connecting it gives. */
  readonly pitch: MessageKey;
  /** What the name of one account stands for ("Room"). */
  readonly accountNameLabel: MessageKey;
  readonly accountNameHint: MessageKey;
  readonly fields: readonly ConnectField[];
  /** The field of an account that is shown beside the service's name; it need not be one of the form. */
  readonly shownField?: string;
  /** Where the credentials come from. */
  readonly credentialsHelp: MessageKey;
  /** How people sign in with their browser; null when the fields are all it takes. */
  readonly signIn: SignInFormView | null;
  /** Whether its accounts list meetings. */
  readonly hasAgenda: boolean;
  /** How a room is opened; null when the service has none. */
  readonly newRoom: NewRoomView | null;
  /** How a meeting is scheduled; a service that cannot has none. */
  readonly scheduling?: SchedulingView;
}

/** What the connect form of a service says about signing in. */
export interface SignInFormView {
  /** The field for the port to come back to; empty means Foyer's own scheme. See `core/signIn/callbackAddress.ts`. */
  readonly portField: string;
}

/** How "New room" is drawn for a service. One press opens a room with nothing asked: every field is optional. */
export interface NewRoomView {
  /** What the button says. */
  readonly label: MessageKey;
  /** What may be said about the room, shown on demand; values as in a connect form. */
  readonly fields: readonly ConnectField[];
  /** Whether the service tells of the rooms that it has already. */
  readonly listsRooms: boolean;
}

/** How a form for scheduled meetings is drawn for a service. */
export interface SchedulingView {
  /** What leads to the form. */
  readonly label: MessageKey;
  /** What else may be said about a meeting, all of it optional; values as in a connect form. */
  readonly fields: readonly ConnectField[];
  /** Characters. */
  readonly longestSubject: number;
  readonly mostParticipants: number;
  /** What becomes of the participants' addresses. */
  readonly participantsHint: MessageKey;
}
