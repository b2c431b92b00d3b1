/** One message of a client in a call, without its token and its content. */
export interface LoggedMessage {
  /** Steady time of arrival, milliseconds since the epoch. */
  readonly at: number;
  readonly roomId: string;
  /** Null before the join. */
  readonly participantId: string | null;
  /** The kind of frame ("keepalive"), and of a request to a plugin which plugin and request. */
  readonly janus: string;
  readonly plugin: string | null;
  readonly request: string | null;
  /** The `jti` of the token that came with it, null if it was none of ours. */
  readonly tokenId: string | null;
  readonly outcome: 'answered' | 'refused' | 'unanswered' | 'closed' | 'unusable';
}

/** The messages of all calls in order of arrival; the oldest go first when it is full. */
export interface MessageLog {
  add(message: LoggedMessage): void;
  list(): readonly LoggedMessage[];
  clear(): void;
}

const capacity = 10_000;

/** Builds an empty log. */
export function createMessageLog(): MessageLog {
  const messages: LoggedMessage[] = [];
  return {
    add: (message) => {
      messages.push(message);
      if (messages.length > capacity) messages.shift();
    },
    list: () => [...messages],
    clear: () => {
      messages.length = 0;
    },
  };
}
