import { useId } from 'react';
import './textField.css';

/** See {@link TextField}. */
export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** What is wrong with the value; null while nothing is. */
  readonly problem: string | null;
  /** Said beside the label of a field that may stay empty. */
  readonly optionalText?: string | undefined;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  readonly defaultValue: string;
}

/** One line of text with its label, a hint, and what is wrong with it. The form around it holds the value. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, problem, optionalText, isSecret, isRequired, defaultValue } = props;
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
        type={isSecret ? 'password' : 'text'}
        defaultValue={defaultValue}
        required={isRequired}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-problem ${id}-hint`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="auto"
      />
      {problem === null ? null : (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
