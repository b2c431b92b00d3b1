import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft } from '../../../core/scheduling/readDraft.ts';
import { readParticipants } from '../../../core/scheduling/readParticipants.ts';
import { newDraft } from '../../../core/scheduling/writeDraft.ts';
import { clockTimeText, readClockTime } from '../../../core/time/clockTime.ts';

describe('a time on the clock', () => {
  test.each([
    ['9', 540],
    ['09', 540],
    ['930', 570],
    ['0930', 570],
    ['9:30', 570],
    ['9.30', 570],
    ['9h30', 570],
    ['9 30', 570],
    [' 14:15 ', 855],
    ['9 Uhr', 540],
    ['9am', 540],
    ['9:30 PM', 1_290],
    ['9:30\u202fp.m.', 1_290],
    ['12am', 0],
    ['12 pm', 720],
    ['0', 0],
    ['23:59', 1_439],
    ['24:00', null],
    ['9:60', null],
    ['13pm', null],
    ['0am', null],
    ['', null],
    ['noon', null],
    ['-1', null],
    ['123456', null],
  ])('%j is %j', (typed, minutes) => {
    expect(readClockTime(typed)).toBe(minutes);
  });

  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), fc.boolean(), (minutes, isTwelveHour) => {
        expect(readClockTime(clockTimeText(minutes, isTwelveHour))).toBe(minutes);
      }),
    );
    expect([clockTimeText(-15, false), clockTimeText(1_440, true)]).toEqual(['23:45', '12:00 AM']);
  });
});

describe('participants', () => {
  test.each([
    ['iris@corp.example', ['iris@corp.example']],
    [
      'iris@corp.example, oto@corp.example;mara@corp.example',
      ['iris@corp.example', 'oto@corp.example', 'mara@corp.example'],
    ],
    ['Iris Vega <iris@corp.example>\r\nOto Lind <oto@corp.example>', ['iris@corp.example', 'oto@corp.example']],
    ['Vega, Iris <iris@corp.example>; "Lind, Oto" <oto@corp.example>', ['iris@corp.example', 'oto@corp.example']],
    ['"Ops; all of @corp" <ops@corp.example>', ['ops@corp.example']],
    ['<iris@corp.example> oto@corp.example', ['iris@corp.example', 'oto@corp.example']],
    ['a@corp.example b@corp.example\tc@corp.example', ['a@corp.example', 'b@corp.example', 'c@corp.example']],
    ['mailto:iris@Corp.Example', ['iris@corp.example']],
    ['iris@bücher.example', ['iris@bücher.example']],
    ['', []],
    [' ,;\n', []],
  ])('of %j are %j', (typed, addresses) => {
    expect(readParticipants(typed)).toEqual({ addresses, refused: [], repeatedCount: 0 });
  });

  test('are taken once each, and what is no address is named', () => {
    expect(readParticipants('Iris@corp.example, iris@CORP.example, oto, @x, a@b, "Lone; name", c@d..example')).toEqual({
      addresses: ['Iris@corp.example'],
      refused: ['oto', '@x', 'a@b', '"Lone  name"', 'c@d..example'],
      repeatedCount: 1,
    });
  });

  test('of any text are good addresses, in a moment', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc
        .array(fc.constantFrom('"', '<', '>', ',', ';', ' ', 'a@b.example', '@', '\n', 'x'), { maxLength: 200 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        for (const address of readParticipants(typed).addresses) {
          expect(address).toMatch(/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/);
        }
      }),
      { numRuns: 3_000 },
    );
    for (const hard of [
      '"'.repeat(100_000),
      '<'.repeat(200_000),
      'a,'.repeat(100_000),
      'a@'.repeat(100_000),
      '" '.repeat(99_999),
    ]) {
      const begun = performance.now();
      readParticipants(hard);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });
});

describe('a draft', () => {
  const now = Date.UTC(2026, 10, 23, 8);
  const rules = { now, isTwelveHour: false, longestSubject: 20, mostParticipants: 2 };
  const good = { ...newDraft(now, { zone: 'UTC', isTwelveHour: false }), subject: ' Budget\n review ' };
  const problemsOf = (changes: Partial<typeof good>) => {
    const read = readDraft({ ...good, ...changes }, rules);
    return read.kind === 'invalid'
      ? read.problems.map(({ field, line }) => [field, line.message.split('.').at(-1)])
      : [];
  };

  test('is a meeting', () => {
    expect(readDraft({ ...good, participants: 'a@b.example', fields: { personal: 'true' } }, rules)).toEqual({
      kind: 'plan',
      plan: {
        subject: 'Budget review',
        start: '2026-11-23T08:30:00.000Z',
        end: '2026-11-23T09:00:00.000Z',
        participants: ['a@b.example'],
        fields: { personal: 'true' },
      },
    });
    expect(readDraft({ ...good, participants: null }, rules)).toMatchObject({ plan: { participants: null } });
  });

  test('says all that is wrong with it', () => {
    expect(problemsOf({ subject: ' ', day: '', zone: 'x', participants: 'who, me' })).toEqual([
      ['subject', 'subject'],
      ['day', 'day'],
      ['zone', 'zone'],
      ['participants', 'participants'],
    ]);
    expect(problemsOf({ subject: 'x'.repeat(21) })).toEqual([['subject', 'subjectTooLong']]);
    expect(problemsOf({ participants: 'a@b.example c@b.example d@b.example' })).toEqual([
      ['participants', 'tooManyParticipants'],
    ]);
    expect(problemsOf({ start: '6:00', end: '8:00' })).toEqual([['end', 'over']]);
    expect(problemsOf({ start: '6:00', end: '8:01' })).toEqual([]);
  });

  test('names the hour that does not exist', () => {
    const read = readDraft({ ...good, day: '2027-03-28', start: '2:30', end: '4', zone: 'Europe/Berlin' }, rules);
    expect(read).toMatchObject({
      problems: [
        {
          field: 'start',
          line: {
            message: 'scheduling:problems.skipped',
            values: { time: '02:30', from: '02:00', to: '03:00', zone: 'Europe/Berlin' },
          },
        },
      ],
    });
  });
});
