import { useId } from 'react';
import { FieldNotes, notesOf } from './FieldNotes.tsx';
import './textField.css';

/** What is typed: it decides whether it is masked and which keys a screen keyboard shows. */
export type TextFieldKind = 'text' | 'secret' | 'email' | 'phone' | 'number';

/** See {@link TextField}. */
export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What is wrong with the value; null while nothing is. */
  readonly problem: string | null;
  /** Said beside the label of a field that may stay empty. */
  readonly optionalText?: string | undefined;
  readonly kind: TextFieldKind;
  readonly isRequired: boolean;
  readonly defaultValue: string;
}

// Numbers and addresses are typed as text: the platform's own inputs for them change or lose what they do not understand,
// before anybody could say what is wrong with it.
const inputModes = { text: 'text', secret: 'text', email: 'email', phone: 'tel', number: 'numeric' } as const;

/** One line of text with its label, a hint, and what is wrong with it. The form around it holds the value. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, problem, optionalText, kind, isRequired, defaultValue } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optionalText === undefined ? null : <span className="field-optional"> {optionalText}</span>}
      </label>
      <input
        id={id}
        name={name}
        type={kind === 'secret' ? 'password' : 'text'}
        inputMode={inputModes[kind]}
        data-kind={kind}
        defaultValue={defaultValue}
        required={isRequired}
        aria-invalid={problem !== null}
        aria-describedby={notesOf(id, problem)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="auto"
      />
      <FieldNotes id={id} hint={hint} problem={problem} />
    </div>
  );
}
