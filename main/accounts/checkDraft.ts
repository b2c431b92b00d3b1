import type { AccountDraft, FieldProblem } from '../../core/model/account.ts';
import type { ConnectField, ServiceView } from '../../core/model/service.ts';
import { normalizeField } from './connectFields.ts';

/** A draft that can be tried: every value in the form it is stored in, secrets apart from the rest. */
export interface CheckedDraft {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Only what was typed: an empty secret of an existing account is not among them. */
  readonly secrets: Readonly<Record<string, string>>;
}

const longestName = 80;

/**
 * Checks what was typed against what the service asks for. Fields that the service does not know are ignored. With
 * `canKeepSecrets` an empty secret is no problem.
 */
export function checkDraft(
  draft: AccountDraft,
  service: ServiceView,
  canKeepSecrets: boolean,
): CheckedDraft | readonly FieldProblem[] {
  const name = draft.name.replaceAll(/\s+/g, ' ').trim();
  const values = service.fields.map((field) => ({
    field,
    value: normalizeField(field, draft.fields[field.name] ?? ''),
  }));
  const problems = values.flatMap(({ field, value }) => problemOf(field, value, canKeepSecrets) ?? []);
  const nameProblem = problemOfName(name);
  if (nameProblem !== null || problems.length > 0) {
    return nameProblem === null ? problems : [nameProblem, ...problems];
  }
  const named = values.map(({ field, value }) => ({ field, entry: [field.name, value ?? ''] as const }));
  return {
    name,
    fields: Object.fromEntries(named.filter(({ field }) => field.kind !== 'secret').map(({ entry }) => entry)),
    secrets: Object.fromEntries(
      named.filter(({ field, entry }) => field.kind === 'secret' && entry[1] !== '').map(({ entry }) => entry),
    ),
  };
}

function problemOfName(name: string): FieldProblem | null {
  if (name === '') {
    return { field: 'name', message: 'services:problems.required' };
  }
  return name.length > longestName ? { field: 'name', message: 'services:problems.nameTooLong' } : null;
}

function problemOf(field: ConnectField, value: string | null, canKeepSecrets: boolean): FieldProblem | null {
  if (value === null) {
    return { field: field.name, message: complaintOf(field) };
  }
  const isMissing = value === '' && field.required && !(field.kind === 'secret' && canKeepSecrets);
  return isMissing ? { field: field.name, message: 'services:problems.required' } : null;
}

function complaintOf(field: ConnectField): FieldProblem['message'] {
  switch (field.kind) {
    case 'host':
      return 'services:problems.notAHost';
    case 'domains':
      return 'services:problems.notDomains';
    case 'text':
    case 'secret':
      return 'services:problems.notPrintable';
  }
}
