/** See {@link FieldNotes}. */
export interface FieldNotesProps {
  /** Id of the input that is described. */
  readonly id: string;
  readonly hint: string;
  readonly problem: string | null;
}

/** What is said below an input: what is wrong, and what is wanted. */
export function FieldNotes({ id, hint, problem }: FieldNotesProps) {
  return (
    <>
      {problem === null ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </>
  );
}

/** The value of `aria-describedby` for an input with {@link FieldNotes}. */
export function notesOf(id: string, problem: string | null): string {
  return problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`;
}
