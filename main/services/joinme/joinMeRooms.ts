import { randomUUID } from 'node:crypto';
import type { Line, RoomPhase } from '../../../core/model/room.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';
import type { HostedRoom, RoomEntry, RoomFailure, RoomHost, ServiceAccess } from '../service.ts';
import { failure, isOutcomeUnknown } from './answer.ts';
import { JoinMeApi } from './joinMeApi.ts';
import { checkLink, meetingLinks, viewerCode } from './links.ts';
import { parseStarted } from './parseMeetings.ts';
import { waysOfOthers } from './waysIn.ts';

/** The presenter's link is good for so long (join.me, "Start meetings"), and the others' is dead until it was used. */
const presenterLife = 10 * 60_000;

/** Starts meetings at once, for whoever signed in. */
export class JoinMeRooms implements RoomHost {
  readonly #access: ServiceAccess;
  readonly #api: JoinMeApi;

  constructor(access: ServiceAccess) {
    this.#access = access;
    this.#api = new JoinMeApi(access);
  }

  readonly probe = async (): Promise<{ readonly kind: 'good' } | RoomFailure> => {
    const found = await this.#api.fetchPersonalUrl();
    return 'kind' in found ? found : { kind: 'good' };
  };

  readonly create: RoomHost['create'] = async (fields) => {
    const isPersonal = fields['personal'] === 'true';
    if (isPersonal) {
      const found = await this.#api.fetchPersonalUrl();
      if ('kind' in found) {
        return found;
      }
      if (found.personalUrl === null) {
        return { kind: 'invalid', problems: [{ field: 'personal', message: 'services:joinme.noPersonalUrl' }] };
      }
    }
    const createdAt = Date.now();
    const answer = await this.#api.call({
      method: 'POST',
      path: '/meetings/start',
      body: { startWithPersonalUrl: isPersonal },
      isOnce: true,
    });
    if (isOutcomeUnknown(answer)) {
      return { kind: 'uncertain' };
    }
    return answer.kind === 'good' ? this.#toRoom(answer.text, createdAt) : answer.failure;
  };

  readonly waysIn = ({ link, details, secrets }: HostedRoom): readonly WayIn[] => {
    const viewerLink = checkLink(link, this.#access) ?? undefined;
    const presenter: WayIn = {
      id: 'presenter',
      kind: 'web',
      label: 'services:joinme.ways.presenter',
      target: viewerLink ?? 'join.me',
    };
    const others = waysOfOthers(viewerLink, checkLink(details['phoneUrl'] ?? null, this.#access) ?? undefined);
    return secrets['presenterLink'] === undefined ? others : [presenter, ...others];
  };

  readonly enter = async (room: HostedRoom, wayId: string): Promise<RoomEntry | RoomFailure> => {
    if (wayId === 'presenter') {
      const url = checkLink(room.secrets['presenterLink'] ?? null, this.#access);
      return url === null ? failure({ kind: 'unreadable' }) : { kind: 'page', url, isSpent: true };
    }
    const way = this.waysIn(room).find(({ id, kind }) => id === wayId && kind === 'web');
    return way === undefined ? failure({ kind: 'unreadable' }) : { kind: 'page', url: way.target };
  };

  #toRoom(text: string, createdAt: number): Awaited<ReturnType<RoomHost['create']>> {
    const started = parseStarted(text);
    const presenterLink = checkLink(started?.presenterLink ?? null, this.#access);
    if (started === null || presenterLink === null) {
      // The service said yes, to something that cannot be told.
      return { kind: 'uncertain' };
    }
    const { viewerLink, phoneUrl } = meetingLinks(started.viewerLink, started.conferenceId, this.#access);
    return {
      kind: 'created',
      room: {
        id: randomUUID(),
        title: viewerCode(viewerLink) ?? 'join.me',
        createdAt: new Date(createdAt).toISOString(),
        expiresAt: new Date(createdAt + presenterLife).toISOString(),
        link: viewerLink ?? null,
        details: phoneUrl === undefined ? {} : { phoneUrl },
        secrets: { presenterLink },
      },
    };
  }
}

/** What is known of a meeting without asking: the others' link is dead until the presenter is there. */
export function describeRoom({ details }: Pick<HostedRoom, 'details'>, phase: RoomPhase): Line | null {
  if (phase === 'open') {
    return { message: 'services:joinme.notes.waitsForPresenter', values: {} };
  }
  const hasNoPhone = details['phoneUrl'] === undefined;
  return phase === 'entered' && hasNoPhone ? { message: 'services:joinme.notes.noPhone', values: {} } : null;
}
