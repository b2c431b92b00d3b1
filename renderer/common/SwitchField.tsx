import { useId } from 'react';
import { FieldNotes, notesOf } from './FieldNotes.tsx';
import './textField.css';

/** See {@link SwitchField}. */
export interface SwitchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly isOn: boolean;
}

/** Something to be on or off, with its label and a hint. In the form around it, it is "true" or absent. */
export function SwitchField({ name, label, hint, problem, isOn }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="field field-switch">
      <input
        id={id}
        name={name}
        type="checkbox"
        value="true"
        defaultChecked={isOn}
        aria-invalid={problem !== null}
        aria-describedby={notesOf(id, problem)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <FieldNotes id={id} hint={hint} problem={problem} />
      </div>
    </div>
  );
}
