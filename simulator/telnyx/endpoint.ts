/** What the service lets a call cost: its published OpenAPI text labels each call so. */
export type Cost = 'light' | 'medium' | 'heavy';

/** The calls of the REST API and what they cost. */
const costs = {
  listRooms: 'medium',
  createRoom: 'medium',
  getRoom: 'light',
  updateRoom: 'medium',
  deleteRoom: 'medium',
  listRoomSessions: 'medium',
  listSessions: 'medium',
  getSession: 'light',
  listSessionParticipants: 'medium',
  listParticipants: 'medium',
  getParticipant: 'light',
  endSession: 'medium',
  muteParticipants: 'medium',
  unmuteParticipants: 'medium',
  kickParticipants: 'medium',
  generateToken: 'medium',
  refreshToken: 'light',
} as const satisfies Record<string, Cost>;

/** A call of the REST API. */
export type Endpoint = keyof typeof costs;

/** Every call's name. */
export const endpoints = Object.keys(costs) as readonly Endpoint[];

/** What one call costs. */
export function costOf(endpoint: Endpoint): Cost {
  return costs[endpoint];
}

const sessionActions: readonly Endpoint[] = [
  'endSession',
  'muteParticipants',
  'unmuteParticipants',
  'kickParticipants',
];

/** Whether it is one of the four actions on a session. */
export function isSessionAction(endpoint: Endpoint): boolean {
  return sessionActions.includes(endpoint);
}

/** Whether the published schema gives it the generic error body `{success, message}`: lists, and actions on a session. */
export function hasGenericErrors(endpoint: Endpoint): boolean {
  return endpoint.startsWith('list') || isSessionAction(endpoint);
}
