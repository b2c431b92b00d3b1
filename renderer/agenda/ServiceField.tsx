import type { FieldProblem } from '../../core/model/account.ts';
import type { ConnectField } from '../../core/model/service.ts';
import { SwitchField } from '../common/SwitchField.tsx';
import { TextField, type TextFieldKind } from '../common/TextField.tsx';
import { text } from '../common/texts.ts';

/** See {@link ServiceField}. */
export interface ServiceFieldProps {
  readonly field: ConnectField;
  readonly value: string;
  readonly problems: readonly FieldProblem[];
  /** In the place of the field's own hint. */
  readonly hint?: string;
  /** For a field that must not be empty, but may be here: what is stored already stays. */
  readonly isKept?: boolean;
  /** Whether to say of optional fields that they are; where all are, nobody needs to know. */
  readonly marksOptional?: boolean;
}

const kinds: Readonly<Record<Exclude<ConnectField['kind'], 'switch'>, TextFieldKind>> = {
  text: 'text',
  secret: 'secret',
  host: 'text',
  domains: 'text',
  email: 'email',
  phone: 'phone',
  code: 'text',
  count: 'number',
};

/** One input as its service declares it. */
export function ServiceField({
  field,
  value,
  problems,
  hint = text(field.hint),
  isKept = false,
  marksOptional = true,
}: ServiceFieldProps) {
  const { name, kind } = field;
  const common = { name, label: text(field.label), hint, problem: problemText(name, problems, field.limits) };
  if (kind === 'switch') {
    return <SwitchField {...common} isOn={value === 'true'} />;
  }
  return (
    <TextField
      {...common}
      kind={kinds[kind]}
      optionalText={field.required || !marksOptional ? undefined : text('agenda:connect.optional')}
      isRequired={field.required && !isKept}
      defaultValue={value}
    />
  );
}

/** What is wrong with a field, or null; `limits` are those that it has to keep. */
export function problemText(
  field: string,
  problems: readonly FieldProblem[],
  limits?: ConnectField['limits'],
): string | null {
  const problem = problems.find((candidate) => candidate.field === field);
  return problem === undefined ? null : text(problem.message, { ...limits });
}

/** What a form holds for fields; what is absent, like a switch that is off, is empty. */
export function readFields(form: HTMLFormElement, fields: readonly ConnectField[]): Readonly<Record<string, string>> {
  const values = new FormData(form);
  return Object.fromEntries(fields.map(({ name }) => [name, String(values.get(name) ?? '')]));
}
