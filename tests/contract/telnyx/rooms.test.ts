import { describe, expect, test } from 'vitest';
import { hosted, openAccount } from './telnyxAccount.ts';

const context = (username: string): string => JSON.stringify({ id: 'x', username });

describe('probe', () => {
  test('asks for one room and changes nothing', async () => {
    const { host, simulator, asked } = await openAccount();
    expect(await host.probe()).toEqual({ kind: 'good' });
    expect(asked()).toEqual(['GET /rooms 200']);
    expect(simulator.telnyx.rooms()).toEqual([]);
  });

  test('a wrong key is refused', async () => {
    const { host } = await openAccount({ apiKey: 'KEYwrong' });
    expect(await host.probe()).toMatchObject({ kind: 'failed', status: { kind: 'refused' } });
  });
});

describe('create', () => {
  test('one press makes a room with a name, ten places and no recording', async () => {
    const { host, simulator } = await openAccount();
    const made = await host.create({});
    const [room] = simulator.telnyx.rooms();
    expect(made).toMatchObject({
      kind: 'created',
      room: { id: room?.id, link: null, expiresAt: null, secrets: {} },
    });
    expect(room?.settings).toMatchObject({
      unique_name: expect.stringMatching(/^[a-z]{4}-[a-z0-9]{3}$/),
      max_participants: 10,
      enable_recording: false,
    });
  });

  test('what was said about it is kept to', async () => {
    const { host, simulator } = await openAccount();
    const made = await host.create({ name: 'board', size: '4', recording: 'true' });
    expect(made).toMatchObject({ kind: 'created', room: { title: 'board', details: { size: '4' } } });
    expect(simulator.telnyx.rooms()[0]?.settings).toMatchObject({ max_participants: 4, enable_recording: true });
  });

  test('the name of a room that is there leads to that room, and no second one is made', async () => {
    const { host, simulator } = await openAccount();
    const first = await host.create({ name: 'board', size: '4' });
    expect(await host.create({ name: 'board', size: '9' })).toEqual(first);
    expect(simulator.telnyx.rooms()).toHaveLength(1);
  });

  test('any other complaint is told in the service’s words', async () => {
    const { host, simulator } = await openAccount();
    simulator.telnyx.setFault({ name: 'unprocessable', code: '10015' }, { endpoint: 'createRoom' });
    expect(await host.create({ name: 'board' })).toMatchObject({
      kind: 'failed',
      status: { kind: 'serverError', httpStatus: 422 },
      detail: expect.any(String),
    });
  });

  test('a name of our own that is taken is replaced by another', async () => {
    const { host, simulator } = await openAccount();
    simulator.telnyx.setFault({ name: 'unprocessable', code: '10012' }, { endpoint: 'createRoom', times: 2 });
    expect(await host.create({})).toMatchObject({ kind: 'created' });
    simulator.telnyx.setFault({ name: 'unprocessable', code: '10012' }, { endpoint: 'createRoom' });
    expect(await host.create({})).toMatchObject({ kind: 'failed' });
    expect(simulator.telnyx.rooms()).toHaveLength(1);
  });

  test('a lost answer is looked into: the room that was made is found by its name', async () => {
    const { host, simulator, asked } = await openAccount();
    simulator.telnyx.setFault('answerLost', { endpoint: 'createRoom' });
    const [made, room] = [await host.create({}), simulator.telnyx.rooms()[0]];
    expect(made).toMatchObject({ kind: 'created', room: { id: room?.id } });
    expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  test('with a name of the user’s it stays uncertain, since an older room may have it', async () => {
    const { host, simulator } = await openAccount();
    simulator.telnyx.setFault('answerLost', { endpoint: 'createRoom' });
    expect(await host.create({ name: 'board' })).toEqual({ kind: 'uncertain' });
    expect(simulator.telnyx.rooms()).toHaveLength(1);
  });
});

describe('list, look, end', () => {
  test('all pages are read, the newest room first', async () => {
    const { host, simulator, asked } = await openAccount();
    for (let index = 0; index < 251; index += 1) {
      simulator.telnyx.addRoom({ unique_name: `room-${index}` });
    }
    const found = await host.list?.();
    expect(found).toMatchObject({ kind: 'rooms', isWhole: true });
    expect(found?.kind === 'rooms' ? new Set(found.rooms.map(({ room }) => room.id)).size : 0).toBe(251);
    expect(asked()).toEqual(['GET /rooms 200', 'GET /rooms 200']);
  });

  test.each(['emptyListHasOnePage', null] as const)('an empty account has no rooms (%s)', async (fault) => {
    const { host, simulator } = await openAccount();
    if (fault !== null) {
      simulator.telnyx.setFault(fault);
    }
    expect(await host.list?.()).toEqual({ kind: 'rooms', rooms: [], isWhole: true });
  });

  test('what cannot be read in a list is left out alone', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom({ unique_name: 'good' });
    simulator.telnyx.setFault('wrongTypes');
    expect(await host.list?.()).toMatchObject({ kind: 'rooms', rooms: [{ room: { id, title: 'good' } }] });
  });

  test('a list tells who is in each room, with one question more when there is anybody', async () => {
    const { host, simulator, asked } = await openAccount();
    const [empty, used] = [simulator.telnyx.addRoom({ unique_name: 'empty' }), simulator.telnyx.addRoom({})];
    const gone = simulator.telnyx.addParticipant(used.id, context('Gone'));
    simulator.telnyx.addParticipant(used.id, context(' Ana\n Lind '));
    simulator.telnyx.addParticipant(used.id, 'no name');
    simulator.telnyx.removeParticipant(gone.id);
    const found = await host.list?.();
    const sights =
      found?.kind === 'rooms' ? new Map(found.rooms.map(({ room, sight }) => [room.id, sight])) : undefined;
    expect(sights?.get(empty.id)).toMatchObject({ phase: 'open', peopleCount: 0, peopleNames: [] });
    expect(sights?.get(used.id)).toMatchObject({ phase: 'entered', peopleCount: 2, peopleNames: ['Ana Lind'] });
    expect(asked()).toEqual(['GET /rooms 200', 'GET /room_sessions 200']);
  });

  test.each(['serverError', 'htmlBody', 'rateLimited', 'fieldsMissing'] as const)(
    'a list whose people cannot be told is still one (%s)',
    async (fault) => {
      const { host, simulator } = await openAccount();
      const { id } = simulator.telnyx.addRoom();
      simulator.telnyx.addParticipant(id, context('Ana'));
      simulator.telnyx.setFault(fault, { endpoint: 'listSessions' });
      expect(await host.list?.()).toMatchObject({
        kind: 'rooms',
        rooms: [{ room: { id }, sight: { phase: 'entered', peopleCount: null, peopleNames: [] } }],
      });
    },
  );

  test('a list longer than is read says that it is not whole', async () => {
    const { host, simulator } = await openAccount();
    for (let index = 0; index < 2_001; index += 1) {
      simulator.telnyx.addRoom({ unique_name: `room-${index}` });
    }
    const found = await host.list?.();
    expect(found).toMatchObject({ kind: 'rooms', isWhole: false });
    expect(found?.kind === 'rooms' ? found.rooms.length : 0).toBe(2_000);
  });

  test('those who are in are named as they named themselves', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    simulator.telnyx.addParticipant(id, context('Ana'));
    simulator.telnyx.addParticipant(id, '{"username":7}');
    expect(await host.look?.(hosted(id), 'open')).toMatchObject({ peopleCount: 2, peopleNames: ['Ana'] });
  });

  test('people are counted while they are in', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    expect(await host.look?.(hosted(id), 'open')).toMatchObject({ kind: 'sight', phase: 'open', peopleCount: 0 });
    const ana = simulator.telnyx.addParticipant(id, 'ana');
    simulator.telnyx.addParticipant(id, 'ben');
    expect(await host.look?.(hosted(id), 'open')).toMatchObject({ kind: 'sight', phase: 'entered', peopleCount: 2 });
    simulator.telnyx.removeParticipant(ana.id);
    expect(await host.look?.(hosted(id), 'open')).toMatchObject({ peopleCount: 1 });
  });

  test('ending deletes the room; one that is gone already is ended, and over', async () => {
    const { host, simulator } = await openAccount();
    const { id } = simulator.telnyx.addRoom();
    expect(await host.end?.(hosted(id))).toEqual({ kind: 'ended' });
    expect(simulator.telnyx.rooms()).toEqual([]);
    expect(await host.end?.(hosted(id))).toEqual({ kind: 'ended' });
    expect(await host.look?.(hosted(id), 'open')).toMatchObject({ kind: 'sight', phase: 'over' });
  });
});
