/** What the REST API can do to running calls. Ids are those of participants; people who are gone are passed over. */
export interface LiveCalls {
  /** Tells everybody that these were kicked, and lets them go. */
  kick(participantIds: readonly string[]): void;
  /** Mutes or unmutes what these send, and tells everybody. */
  setMuted(participantIds: readonly string[], isMuted: boolean): void;
  /** Tells everybody in the room that the session is over, and lets them go. */
  end(roomId: string): void;
}
