import { useId, useMemo, useRef } from 'react';
import type { MeetingDraft } from '../../../core/model/schedule.ts';
import { type DraftMoment, type DraftTimes, draftTimes, type Turn } from '../../../core/scheduling/draftTimes.ts';
import { timeLine } from '../../../core/scheduling/readDraft.ts';
import { withStart } from '../../../core/scheduling/writeDraft.ts';
import { offsetText } from '../../../core/scheduling/zoneSearch.ts';
import { clockTimeText } from '../../../core/time/clockTime.ts';
import { createTimeFormat, type TimeFormat } from '../../../core/time/timeFormat.ts';
import { instantsOf } from '../../../core/time/wallTime.ts';
import { findZoneOffset } from '../../../core/time/zoneOffset.ts';
import { useTimeFormat } from '../agendaLayout.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { DraftField } from './DraftField.tsx';
import { changeDraft, useScheduleStore } from './scheduleStore.ts';
import { plainWhenText, problemText, text, whenText } from './schedulingTexts.ts';
import { TimeField } from './TimeField.tsx';
import { ZoneField } from './ZoneField.tsx';

const placedFields = ['day', 'start', 'endDay', 'end'] as const;

/** Day, times and zone of a draft, with what they mean. */
export function TimeFields({ draft }: { readonly draft: MeetingDraft }) {
  const id = useId();
  const problems = useScheduleStore((state) => state.problems);
  const { isTwelveHour } = useTimeFormat();
  const times = useMemo(() => draftTimes(draft), [draft]);
  const before = useRef(draft);
  const problemOf = (field: string): string | null =>
    problemText(field, problems) ?? skipText(field, times, draft, isTwelveHour);
  const marks = (field: (typeof placedFields)[number]) => ({
    problem: problemOf(field),
    notesId: `${id}-${field} ${id}-hint`,
  });
  const changeStart = (start: string, isFirst: boolean): void => {
    before.current = isFirst ? draft : before.current;
    const { end } = withStart(before.current, start, isTwelveHour);
    changeDraft({ start, end, startTurn: null, endTurn: null });
  };
  const changeEnd = (end: string): void => changeDraft({ end, endTurn: null });
  const common = { isTwelveHour };
  return (
    <>
      <div className="schedule-times">
        <DayField field="day" value={draft.day} {...marks('day')} />
        <TimeField
          {...common}
          label={text('scheduling:start')}
          value={draft.start}
          {...marks('start')}
          onChange={changeStart}
        />
        {draft.endDay === null ? null : <DayField field="endDay" value={draft.endDay} {...marks('endDay')} />}
        <TimeField
          {...common}
          label={text('scheduling:end')}
          value={draft.end}
          {...marks('end')}
          onChange={changeEnd}
        />
      </div>
      {placedFields.map((field) => (
        <p key={field} className="field-problem" id={`${id}-${field}`}>
          {problemOf(field)}
        </p>
      ))}
      <p className="field-hint" id={`${id}-hint`}>
        {text('scheduling:timesHint')}
      </p>
      <TurnChoice field="startTurn" moment={times.start} zone={draft.zone} />
      <TurnChoice field="endTurn" moment={times.end} zone={draft.zone} />
      <When times={times} zone={draft.zone} />
      <ZoneField
        zone={draft.zone}
        at={times.start?.instant ?? Date.now()}
        problem={problemOf('zone')}
        onChange={(zone) => changeDraft({ zone, startTurn: null, endTurn: null })}
      />
    </>
  );
}

interface DayFieldProps {
  readonly field: 'day' | 'endDay';
  readonly value: string;
  readonly problem: string | null;
  readonly notesId: string;
}

function DayField({ field, value, problem, notesId }: DayFieldProps) {
  return (
    <DraftField
      label={text(`scheduling:${field}`)}
      hint=""
      problem={problem}
      notesId={notesId}
      className="schedule-day"
    >
      {(marks) => (
        <input
          {...marks}
          type="date"
          value={value}
          max="2999-12-31"
          onChange={(event) => changeDraft({ [field]: event.target.value, startTurn: null, endTurn: null })}
        />
      )}
    </DraftField>
  );
}

/** What the clocks skip is said at once, not only when it is sent. */
function skipText(field: string, times: DraftTimes, { zone }: MeetingDraft, isTwelveHour: boolean): string | null {
  const problem = times.problems.find((candidate) => candidate.field === field && candidate.kind === 'skipped');
  if (problem === undefined) {
    return null;
  }
  const { message, values } = timeLine(problem, zone, { isTwelveHour });
  return text(message, values);
}

interface TurnChoiceProps {
  readonly field: 'startTurn' | 'endTurn';
  readonly moment: DraftMoment | null;
  readonly zone: string;
}

/** For a time that the clocks show twice: which of the two. */
function TurnChoice({ field, moment, zone }: TurnChoiceProps) {
  const { isTwelveHour } = useTimeFormat();
  const offsetAt = findZoneOffset(zone);
  if (moment === null || moment.turn === null || offsetAt === null) {
    return null;
  }
  const [first = 0, second = 0] = instantsOf(moment.wall, offsetAt);
  const time = clockTimeText(Math.floor(moment.wall / 60_000) % 1_440, isTwelveHour);
  const question = text(field === 'startTurn' ? 'scheduling:startsTwice' : 'scheduling:endsTwice', { time });
  const options: readonly (readonly [Turn, number])[] = [
    ['first', first],
    ['second', second],
  ];
  return (
    <fieldset className="schedule-turn">
      <legend>{question}</legend>
      {options.map(([turn, instant]) => (
        <label key={turn}>
          <input
            type="radio"
            name={field}
            checked={moment.turn === turn}
            onChange={() => changeDraft({ [field]: turn })}
          />{' '}
          {text(`scheduling:${turn}`, { offset: offsetText(offsetAt(instant)) })}
        </label>
      ))}
    </fieldset>
  );
}

/** What was typed as a sentence, there and here. */
function When({ times: { start, end }, zone }: { readonly times: DraftTimes; readonly zone: string }) {
  const here = useTimeFormat();
  const environment = useAgendaStore(({ foyer }) => foyer?.environment);
  const { locale, isTwelveHour } = environment ?? { locale: navigator.language, isTwelveHour: undefined };
  const there = useMemo(() => createFormat({ locale, isTwelveHour, timeZone: zone }), [locale, isTwelveHour, zone]);
  if (start === null || end === null || there === null) {
    return null;
  }
  return (
    <p className="schedule-when" role="status">
      {whenText(start.instant, end.instant, there)}
      {there.timeZone === here.timeZone ? null : (
        <span>{text('scheduling:here', { when: plainWhenText(start.instant, end.instant, here) })}</span>
      )}
    </p>
  );
}

/** Null for a zone that is not known. */
function createFormat(
  options: Parameters<typeof createTimeFormat>[0] & { readonly timeZone: string },
): TimeFormat | null {
  return findZoneOffset(options.timeZone) === null ? null : createTimeFormat(options);
}
