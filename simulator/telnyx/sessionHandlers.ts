import * as z from 'zod/mini';
import { type Answer, failure, success } from './answer.ts';
import { alreadyEnded } from './faultyAnswer.ts';
import { listAnswer } from './listAnswer.ts';
import { presentParticipant, presentSession } from './present.ts';
import { found, type Handler, isAnswer, objectBody, type RestRequest } from './restRequest.ts';
import { endSession as endSessionIn, kick, setMuted } from './sessionActions.ts';
import type { Participant, RoomSession } from './sessionStore.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

const done = success(200, { data: { result: 'ok' } });

/** `GET /rooms/ID/sessions`. */
export const listRoomSessions: Handler = (request) => {
  const { world, id } = request;
  const room = found(id, world.rooms.find);
  if (isAnswer(room)) return room;
  return sessionList(
    request,
    world.sessions.sessions().filter(({ roomId }) => roomId === id),
  );
};

/** `GET /room_sessions`. */
export const listSessions: Handler = (request) => sessionList(request, request.world.sessions.sessions());

function sessionList({ world, query, take }: RestRequest, items: readonly RoomSession[]): Answer {
  return listAnswer<RoomSession>(query, take, {
    items,
    dates: {
      date_created_at: (session) => session.createdAt,
      date_updated_at: (session) => session.updatedAt,
      date_ended_at: (session) => session.endedAt,
    },
    values: {
      active: (session, value) => String(session.endedAt === null) === value,
      room_id: (session, value) => session.roomId === value,
    },
    present: (session) => presentSession(world, session, includesParticipants(query)),
  });
}

/** `GET /room_sessions/ID`. */
export const getSession: Handler = ({ world, id, query }) => {
  const session = found(id, world.sessions.findSession);
  return isAnswer(session)
    ? session
    : success(200, { data: presentSession(world, session, includesParticipants(query)) });
};

const includesParticipants = (query: URLSearchParams) => query.get('include_participants') === 'true';

/** `GET /room_sessions/ID/participants`. */
export const listSessionParticipants: Handler = (request) => {
  const { world, id } = request;
  const session = found(id, world.sessions.findSession);
  return isAnswer(session) ? session : participantList(request, world.sessions.participants(id));
};

/** `GET /room_participants`. */
export const listParticipants: Handler = (request) => participantList(request, request.world.sessions.participants());

function participantList({ query, take }: RestRequest, items: readonly Participant[]): Answer {
  return listAnswer<Participant>(query, take, {
    items,
    dates: {
      date_joined_at: (participant) => participant.joinedAt,
      date_updated_at: (participant) => participant.updatedAt,
      date_left_at: (participant) => participant.leftAt,
    },
    values: {
      context: (participant, value) => participant.context === value,
      session_id: (participant, value) => participant.sessionId === value,
    },
    present: presentParticipant,
  });
}

/** `GET /room_participants/ID`. */
export const getParticipant: Handler = ({ world, id }) => {
  const participant = found(id, world.sessions.findParticipant);
  return isAnswer(participant) ? participant : success(200, { data: presentParticipant(participant) });
};

/** `POST /room_sessions/ID/actions/end`: everybody goes. */
export const endSession: Handler = ({ world, id }) => {
  const session = running(world, id);
  if (isAnswer(session)) return session;
  endSessionIn(world, session);
  return done;
};

/** `POST /room_sessions/ID/actions/mute`. */
export const muteParticipants: Handler = onChosen((world, chosen) => setMuted(world, chosen, true));

/** `POST /room_sessions/ID/actions/unmute`. */
export const unmuteParticipants: Handler = onChosen((world, chosen) => setMuted(world, chosen, false));

/** `POST /room_sessions/ID/actions/kick`. */
export const kickParticipants: Handler = onChosen(kick);

const choiceSchema = z.object({
  participants: z.union([z.literal('all'), z.array(z.string())]),
  exclude: z._default(z.array(z.string()), []),
});

/** An action on some or all of those who are in a session; ids of others are passed over (the simulator's choice). */
function onChosen(act: (world: TelnyxWorld, chosen: readonly Participant[]) => void): Handler {
  return ({ world, id, body }) => {
    const session = running(world, id);
    if (isAnswer(session)) return session;
    const given = objectBody(body, 'required');
    if (isAnswer(given)) return given;
    const choice = choiceSchema.safeParse(given);
    if (!choice.success) {
      return failure(422, '10004', 'participants must be "all" or a list of ids', {
        source: { pointer: '/participants' },
      });
    }
    const { participants, exclude } = choice.data;
    const isChosen = (each: Participant) => participants === 'all' || participants.includes(each.id);
    act(
      world,
      world.sessions.present(session.roomId).filter((each) => isChosen(each) && !exclude.includes(each.id)),
    );
    return done;
  };
}

function running(world: TelnyxWorld, id: string): RoomSession | Answer {
  const session = found(id, world.sessions.findSession);
  if (isAnswer(session)) return session;
  return session.endedAt === null ? session : alreadyEnded();
}
