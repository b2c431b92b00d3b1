import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sightOf } from '../../../main/services/telnyx/peopleIn.ts';
import { parseSessions } from '../../../main/services/telnyx/roomRecord.ts';

const person = fc.record({
  id: fc.uuid(),
  context: fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.json(),
    fc.string({ unit: 'binary' }).map((username) => JSON.stringify({ username })),
  ),
  left_at: fc.constantFrom(null, undefined, '', '2026-01-14T09:12:44Z'),
});

test('whatever people come in with, they are counted, and named in one line or not at all', () => {
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const { phase, peopleCount, peopleNames } = sightOf(people);
      expect(peopleCount).toBe(people.filter(({ left_at: leftAt }) => !leftAt).length);
      expect(phase).toBe(peopleCount === 0 ? 'open' : 'entered');
      expect(peopleNames.length).toBeLessThanOrEqual(peopleCount ?? 0);
      for (const name of peopleNames) {
        expect(name).toMatch(/^\S(?:[^\n\r\t]{0,78}\S)?$/u);
        expect(name.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('whatever a list of sessions is, what can be read of it is read', () => {
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.anything()), (body, entries) => {
      expect(() => parseSessions(body)).not.toThrow();
      const page = parseSessions({ data: [...entries, { id: 'a', room_id: 'r', participants: [...entries, null] }] });
      expect(page?.items.at(-1)).toMatchObject({ roomId: 'r' });
    }),
  );
});
