import { randomUUID } from 'node:crypto';
import type { RoomPhase } from '../../../core/model/room.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';
import type {
  CreatedRoom,
  HostedRoom,
  RoomEntry,
  RoomFailure,
  RoomHost,
  RoomSight,
  ServiceAccess,
} from '../service.ts';
import { type Answered, failure, readAnswer } from './answerStatus.ts';
import { CallLog } from './callLog.ts';
import { describeCall } from './describeRoom.ts';
import { checkGuestLink, parseToken } from './parseAnswers.ts';
import { generateReference } from './reference.ts';

/** A room can be entered for so long after it was made (Video Interaction API, `POST /tokens`). */
const roomLife = 15 * 60_000;

/** Who has not rated a call so long after it will not (our guess; nothing is published). */
const ratedWithin = 5 * 60_000;

/** Where the guests' links lead (Video Interaction API, `POST /tokens`; one sample, so a link to elsewhere opens in the browser only). */
const guestOrigin = 'https://www.video-interaction.com';

/** Statuses of something between Foyer and the service, which cannot say whether the service did what it was asked for. */
const unknownOutcome: readonly number[] = [408, 502, 504];

/** Opens rooms in the name of one agent. */
export class EightByEightHost implements RoomHost {
  readonly #access: ServiceAccess;
  readonly #log: CallLog;

  constructor(access: ServiceAccess) {
    this.#access = access;
    this.#log = new CallLog({ signIn: () => this.#signIn(), ask: (path, token) => this.#ask(path, token) });
  }

  /** Asks for a token without a room: it signs an agent in, and opens nothing. */
  readonly probe = async (): Promise<{ readonly kind: 'good' } | RoomFailure> => {
    const token = await this.#signIn();
    return typeof token === 'string' ? { kind: 'good' } : token;
  };

  readonly create = async (
    fields: Readonly<Record<string, string>>,
  ): Promise<CreatedRoom | RoomFailure | { readonly kind: 'uncertain' }> => {
    const reference = fields['callReference'] ?? generateReference();
    const phoneNumber = fields['phoneNumber'];
    // Its clock runs from when the service makes it, which is not before now.
    const createdAt = Date.now();
    const answer = await this.#askForToken(
      JSON.stringify({
        create_room: true,
        call_reference: reference,
        ...(phoneNumber !== undefined && { phone_number: phoneNumber }),
      }),
      true,
    );
    if (answer.kind === 'lost' || (answer.kind === 'bad' && unknownOutcome.includes(answer.httpStatus))) {
      return { kind: 'uncertain' };
    }
    if (answer.kind !== 'good') {
      return answer.failure;
    }
    const made = parseToken(answer.text, this.#base);
    if (made === null) {
      // The service said yes, to something that cannot be told.
      return { kind: 'uncertain' };
    }
    const known = made.reference ?? reference;
    return {
      kind: 'created',
      room: {
        id: randomUUID(),
        title: known,
        createdAt: new Date(createdAt).toISOString(),
        expiresAt: new Date(createdAt + roomLife).toISOString(),
        link: made.guestLink,
        details: { reference: known, isTexted: String(phoneNumber !== undefined) },
        secrets: made.token === null ? {} : { token: made.token },
      },
    };
  };

  readonly waysIn = ({ link, secrets }: HostedRoom): readonly WayIn[] => {
    const safeLink = link === null ? null : checkGuestLink(link, this.#base);
    const origins = [new URL(this.#base).origin, guestOrigin];
    const agent: WayIn = {
      id: 'agent',
      kind: 'web',
      label: 'services:eightbyeight.ways.agent',
      target: `${this.#base}/`,
      inFoyer: { label: 'services:eightbyeight.ways.agentInFoyer', origins },
    };
    const guest = (target: string): readonly WayIn[] => [
      {
        id: 'guest',
        kind: 'web',
        label: 'services:eightbyeight.ways.guest',
        target,
        isForOnce: true,
        ...(origins.includes(new URL(target).origin) && {
          inFoyer: { label: 'services:eightbyeight.ways.guestInFoyer', origins },
        }),
      },
      { id: 'copy', kind: 'copy', label: 'services:eightbyeight.ways.copy', target },
    ];
    return [...(secrets['token'] === undefined ? [] : [agent]), ...(safeLink === null ? [] : guest(safeLink))];
  };

  /**
   * The agent's portal takes login and token in its address (8x8, "Iframe integration"). The token that came with the room
   * is the one that leads into it, so it is used each time; whether it is good for more than one sign-in is not published.
   */
  readonly enter = async ({ link, secrets }: HostedRoom, wayId: string): Promise<RoomEntry | RoomFailure> => {
    const { token } = secrets;
    const safeLink = link === null ? null : checkGuestLink(link, this.#base);
    if (wayId === 'guest' && safeLink !== null) {
      return { kind: 'page', url: safeLink };
    }
    if (wayId !== 'agent' || token === undefined) {
      return failure({ kind: 'unreadable' });
    }
    const user = this.#access.account.fields['agentLogin'] ?? '';
    return { kind: 'page', url: `${this.#base}/?${new URLSearchParams({ mode: 'embedded', user, token })}` };
  };

  /** Looks a room up in the call log. Before somebody went in, there is nothing in it to be found. */
  readonly look = async (room: HostedRoom, phase: RoomPhase): Promise<RoomSight | RoomFailure> => {
    const { reference } = room.details;
    if (phase === 'open' || reference === undefined) {
      return sight(phase);
    }
    const call = await this.#log.findCall(reference, Date.parse(room.createdAt));
    if (call !== null && 'kind' in call) {
      return call;
    }
    if (call === null || call.endedAt === null) {
      return sight(phase);
    }
    const ratings = await this.#log.ratingsOf(call);
    // The service asks for them when a call is over.
    const isUnsettled = (ratings.agent === null || ratings.guest === null) && Date.now() - call.endedAt < ratedWithin;
    return { ...sight('over'), note: describeCall(call, ratings), isUnsettled };
  };

  get #base(): string {
    return this.#access.endpoints['eightByEight'] ?? '';
  }

  /** A token without a room. */
  async #signIn(): Promise<string | RoomFailure> {
    const answer = await this.#askForToken('', false);
    if (answer.kind !== 'good') {
      return answer.failure;
    }
    return parseToken(answer.text, this.#base)?.token ?? failure({ kind: 'unreadable' });
  }

  async #askForToken(body: string, isOnce: boolean): Promise<Answered> {
    return readAnswer(
      await this.#access.request({
        method: 'POST',
        url: `${this.#base}/api/v1/tokens`,
        headers: { ...commonHeaders, authorization: `Bearer ${this.#access.secrets['apiKey'] ?? ''}` },
        body,
        isOnce,
      }),
    );
  }

  async #ask(path: string, token: string): Promise<Answered> {
    const headers = { ...commonHeaders, 'x-token': token };
    return readAnswer(await this.#access.request({ method: 'GET', url: `${this.#base}${path}`, headers }));
  }
}

/** The content type is marked as required on every call, also where nothing is sent. */
const commonHeaders = { accept: 'application/json', 'content-type': 'application/json' };

function sight(phase: RoomPhase): RoomSight {
  return { kind: 'sight', phase, peopleCount: null, peopleNames: [], note: null };
}
