import type { CallPerson, CallSight, Moderated, Moderation } from '../callPass.ts';
import type { RoomFailure, RoomSight } from '../service.ts';
import { isPresent, sightOf } from './peopleIn.ts';
import { readPages } from './readPages.ts';
import { type ParticipantRecord, parseParticipants, parseRoom, type RoomRecord } from './roomRecord.ts';
import { type ApiRefusal, type TelnyxApi, toFailure, unreadable } from './telnyxApi.ts';

/** The words of a 422 for a session that is over already, as seen in use (not in the OpenAPI text). */
const alreadyOver = 'No private_ip for room';

/** Who is in a room now, and what can be done to them: a room's people are those of its active session. */
export class RoomSessions {
  readonly #api: TelnyxApi;
  readonly #roomId: string;

  constructor(api: TelnyxApi, roomId: string) {
    this.#api = api;
    this.#roomId = roomId;
  }

  /** How the room looks from outside; one that is no more is over. */
  readonly lookFromOutside = async (): Promise<RoomSight | RoomFailure> => {
    const room = await this.#room();
    const people = 'kind' in room ? room : await this.#people(room);
    if (!('kind' in people)) {
      return sightOf(people);
    }
    return people.status.kind === 'notSetUp' ? { ...sightOf([]), phase: 'over' } : people;
  };

  readonly look = async (): Promise<CallSight | RoomFailure> => {
    const room = await this.#room();
    if ('kind' in room) {
      return room;
    }
    const people = await this.#people(room);
    return 'kind' in people
      ? people
      : { kind: 'callSight', peopleCount: people.length, mostPeople: room.max_participants ?? null };
  };

  readonly moderate = async (action: Moderation, person: CallPerson): Promise<Moderated | RoomFailure> => {
    const room = await this.#room();
    if ('kind' in room) {
      return room;
    }
    const people = await this.#people(room);
    if ('kind' in people) {
      return people;
    }
    const found = findPerson(people, person);
    if (found === undefined) {
      return { kind: 'gone' };
    }
    const path = `/room_sessions/${room.active_session_id}/actions/${action}`;
    const answer = await this.#api.call({ method: 'POST', cost: 'medium', path, body: { participants: [found.id] } });
    if (answer.kind === 'good') {
      return { kind: 'done' };
    }
    return isOver(answer) ? { kind: 'gone' } : toFailure(answer);
  };

  readonly endForAll = async (): Promise<{ readonly kind: 'ended' } | RoomFailure> => {
    const room = await this.#room();
    if ('kind' in room) {
      return room.status.kind === 'notSetUp' ? { kind: 'ended' } : room;
    }
    if (!room.active_session_id) {
      return { kind: 'ended' };
    }
    const path = `/room_sessions/${room.active_session_id}/actions/end`;
    const answer = await this.#api.call({ method: 'POST', cost: 'medium', path });
    return answer.kind === 'good' || isOver(answer) ? { kind: 'ended' } : toFailure(answer);
  };

  async #room(): Promise<RoomRecord | RoomFailure> {
    const answer = await this.#api.call({
      method: 'GET',
      cost: 'light',
      path: `/rooms/${this.#roomId}`,
    });
    return answer.kind === 'bad' ? toFailure(answer) : (parseRoom(answer.body) ?? unreadable);
  }

  async #people(room: RoomRecord): Promise<readonly ParticipantRecord[] | RoomFailure> {
    if (!room.active_session_id) {
      return [];
    }
    const path = `/room_sessions/${room.active_session_id}/participants`;
    const list = await readPages(this.#api, path, {}, parseParticipants);
    if (list.kind === 'failed') {
      // The session may have ended since the room named it.
      return list.status.kind === 'notSetUp' ? [] : list;
    }
    return list.items.filter(isPresent);
  }
}

/** Whether the ids of calls are those of the API is not documented; the text that a person came in with is unique. */
function findPerson(people: readonly ParticipantRecord[], { id, context }: CallPerson): ParticipantRecord | undefined {
  return people.find((each) => each.id === id) ?? people.find((each) => context !== '' && each.context === context);
}

function isOver({ httpStatus, error }: ApiRefusal): boolean {
  return httpStatus === 404 || (httpStatus === 422 && error.detail === alreadyOver);
}
