import { type Answer, failure, success } from './answer.ts';
import { listAnswer } from './listAnswer.ts';
import { presentRoom } from './present.ts';
import { found, type Handler, isAnswer, objectBody } from './restRequest.ts';
import { parseSettings, type RoomSettings } from './roomSettings.ts';
import type { Room } from './roomStore.ts';
import { deleteRoom as deleteRoomFrom } from './sessionActions.ts';
import type { TelnyxWorld } from './telnyxWorld.ts';

const includesSessions = (query: URLSearchParams) => query.get('include_sessions') === 'true';

/** `GET /rooms`. The name is compared as a whole: the service does not document whether a part is enough. */
export const listRooms: Handler = ({ world, query, take }) =>
  listAnswer<Room>(query, take, {
    items: world.rooms.list(),
    dates: { date_created_at: (room) => room.createdAt, date_updated_at: (room) => room.updatedAt },
    values: { unique_name: (room, name) => room.settings.unique_name === name },
    present: (room) => presentRoom(world, room, includesSessions(query)),
  });

/** `POST /rooms`. */
export const createRoom: Handler = ({ world, body }) => {
  const settings = readSettings(world, body, null);
  if (isAnswer(settings)) return settings;
  return success(201, { data: presentRoom(world, world.rooms.create(settings), false) });
};

/** `GET /rooms/ID`. */
export const getRoom: Handler = ({ world, id, query }) => {
  const room = found(id, world.rooms.find);
  return isAnswer(room) ? room : success(200, { data: presentRoom(world, room, includesSessions(query)) });
};

/** `PATCH /rooms/ID`. */
export const updateRoom: Handler = ({ world, id, body }) => {
  const room = found(id, world.rooms.find);
  if (isAnswer(room)) return room;
  const settings = readSettings(world, body, room);
  if (isAnswer(settings)) return settings;
  return success(200, { data: presentRoom(world, world.rooms.update(room, settings), false) });
};

/** `DELETE /rooms/ID`: everybody is kicked. */
export const deleteRoom: Handler = ({ world, id }) => {
  const room = found(id, world.rooms.find);
  if (isAnswer(room)) return room;
  deleteRoomFrom(world, id);
  return success(204, null);
};

function readSettings(world: TelnyxWorld, body: unknown, changed: Room | null): Partial<RoomSettings> | Answer {
  const given = objectBody(body, 'required');
  if (isAnswer(given)) return given;
  const settings = parseSettings(given);
  if (isAnswer(settings)) return settings;
  const namesake = settings.unique_name ? world.rooms.named(settings.unique_name) : undefined;
  if (namesake === undefined || namesake.id === changed?.id) return settings;
  const source = { pointer: '/unique_name' };
  return failure(422, '10012', 'unique_name has already been taken', { source });
}
