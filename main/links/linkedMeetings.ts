import type { Meeting } from '../../core/model/meeting.ts';

const mostKept = 200;

/** Meetings that links lead to and no agenda has; the last ones are kept. */
export class LinkedMeetings {
  readonly #meetings = new Map<string, Meeting>();

  readonly note = (meeting: Meeting): void => {
    this.#meetings.delete(meeting.key);
    this.#meetings.set(meeting.key, meeting);
    const [oldest] = this.#meetings.keys();
    if (oldest !== undefined && this.#meetings.size > mostKept) {
      this.#meetings.delete(oldest);
    }
  };

  find(key: string): Meeting | undefined {
    return this.#meetings.get(key);
  }
}
