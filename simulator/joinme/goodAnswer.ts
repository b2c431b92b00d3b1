import { type Answer, jsonAnswer } from '../answer.ts';
import type { TakeFault } from './fault.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A good answer with the content faults that are on; a 204 has no body. */
export function goodAnswer(take: TakeFault, status: 200 | 201 | 204, body: Fields = {}): Answer {
  if (status !== 200 && take('plainStatus')) return jsonAnswer(200, spoiled(take, body));
  return status === 204 ? { status, headers: {}, body: null } : jsonAnswer(status, spoiled(take, body));
}

/** The fields of a good answer with the content faults that are on. */
function spoiled(take: TakeFault, body: Fields): Fields {
  let result = body;
  if (Object.keys(body).length > 0 && take('minimalAnswer')) result = changeObjects(result, pickEssentials);
  const missing = take('missingField', ({ field }) => JSON.stringify(body).includes(`"${field}":`))?.field;
  if (missing !== undefined) result = changeObjects(result, (fields) => without(fields, missing));
  if (take('timesWithoutZone', () => hasTimes(body))) result = changeObjects(result, dropZones);
  if (Object.keys(body).length > 0 && take('wrongTypes')) result = withWrongTypes(result);
  return take('extraFields') ? changeObjects(result, addFields) : result;
}

const essentials = new Set([
  'access_token',
  'refresh_token',
  'success',
  'email',
  'meetings',
  'meetingId',
  'meetingName',
  'meetingStart',
  'meetingEnd',
  'presenterLink',
]);

function pickEssentials(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => essentials.has(name)));
}

function without(fields: Fields, missing: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== missing));
}

const times = new Set(['meetingStart', 'meetingEnd']);

function hasTimes(body: Fields): boolean {
  return JSON.stringify(body).includes('"meetingStart":');
}

function dropZones(fields: Fields): Fields {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, times.has(name) && typeof value === 'string' ? value.slice(0, -1) : value]),
  );
}

/** A list keeps its good elements: one bad meeting must not cost a client the others. */
function withWrongTypes(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? [null, 'x', ...value, [], {}] : 17]),
  );
}

function addFields(fields: Fields): Fields {
  return { ...fields, region: 'eu-1', links: { self: null, related: [{ rel: 17 }] } };
}

/** Changes an object and every object in it, inner ones first. */
function changeObjects(body: Fields, change: (fields: Fields) => Fields): Fields {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    return typeof value === 'object' && value !== null ? changeObjects({ ...value }, change) : value;
  };
  return change(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, visit(value)])));
}
