import { useId } from 'react';
import type { FormFacts, MeetingDraft } from '../../../core/model/schedule.ts';
import type { ConnectField, SchedulingView } from '../../../core/model/service.ts';
import { FieldNotes, notesOf } from '../../common/FieldNotes.tsx';
import { DraftField } from './DraftField.tsx';
import { changeDraft, useScheduleStore } from './scheduleStore.ts';
import { problemText, text } from './schedulingTexts.ts';

/** What else may be said about a meeting, as its service declares it and as far as the account can. */
export function OwnFields({ view, draft }: { readonly view: SchedulingView; readonly draft: MeetingDraft }) {
  const facts = useScheduleStore((state) => state.facts);
  return view.fields.map((field) => <OwnField key={field.name} field={field} draft={draft} facts={facts} />);
}

interface OwnFieldProps {
  readonly field: ConnectField;
  readonly draft: MeetingDraft;
  readonly facts: FormFacts | null;
}

function OwnField({ field, draft, facts }: OwnFieldProps) {
  const id = useId();
  const problems = useScheduleStore((state) => state.problems);
  const remark = facts?.remarks.find((candidate) => candidate.field === field.name);
  const hint = remark === undefined ? text(field.hint) : text(remark.line.message, remark.line.values);
  const problem = problemText(field.name, problems);
  const value = draft.fields[field.name] ?? '';
  const change = (changed: string): void => {
    changeDraft({ fields: { ...draft.fields, [field.name]: changed } });
    useScheduleStore.setState({ problems: problems.filter((each) => each.field !== field.name) });
  };
  if (field.kind !== 'switch') {
    return (
      <DraftField label={text(field.label)} optionalText={text('scheduling:optional')} hint={hint} problem={problem}>
        {(marks) => <input {...marks} type="text" value={value} onChange={(event) => change(event.target.value)} />}
      </DraftField>
    );
  }
  // What is on already can be switched off, whatever the account may do now.
  const isLocked = remark?.isAvailable === false && value !== 'true';
  return (
    <div className="field field-switch" data-locked={isLocked}>
      <input
        id={id}
        type="checkbox"
        checked={value === 'true'}
        aria-disabled={isLocked}
        aria-invalid={problem !== null}
        aria-describedby={notesOf(id, problem)}
        onChange={(event) => {
          if (!isLocked) {
            change(event.target.checked ? 'true' : '');
          }
        }}
      />
      <div>
        <label htmlFor={id}>{text(field.label)}</label>
        <FieldNotes id={id} hint={hint} problem={problem} />
      </div>
    </div>
  );
}
