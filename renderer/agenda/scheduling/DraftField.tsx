import { type ReactNode, useId } from 'react';
import { FieldNotes, notesOf } from '../../common/FieldNotes.tsx';

/** What an input needs to belong to its label and notes. */
export interface InputMarks {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** See {@link DraftField}. */
export interface DraftFieldProps {
  readonly label: string;
  /** Said beside the label. */
  readonly optionalText?: string;
  readonly hint: string;
  /** What is wrong with the value; null while nothing is. */
  readonly problem: string | null;
  readonly className?: string;
  /** Id of what is said about the value elsewhere, in place of notes below the input. */
  readonly notesId?: string;
  readonly children: (marks: InputMarks) => ReactNode;
}

/** One input of the form with its label, a hint, and what is wrong with it. */
export function DraftField({ label, optionalText, hint, problem, className = '', notesId, children }: DraftFieldProps) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {optionalText === undefined ? null : <span className="field-optional"> {optionalText}</span>}
      </label>
      {children({ id, 'aria-invalid': problem !== null, 'aria-describedby': notesId ?? notesOf(id, problem) })}
      {notesId === undefined ? <FieldNotes id={id} hint={hint} problem={problem} /> : null}
    </div>
  );
}
