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
export function checkDraft(draft: AccountDraft, service: ServiceView, canKeepSecrets: boolean): CheckedDraft | readonly FieldProblem[] {
  const name = draft.name.replaceAll(/\s+/g, ' ').trim();
  const problems: FieldProblem[] = [];
  if (name === '' || name.length > longestName) {
    problems.push({ field: 'name', message: name === '' ? 'services:problems.required' : 'services:problems.nameTooLong' });
  }
  const fields: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const field of service.fields) {
    const value = normalizeField(field, draft.fields[field.name] ?? '');
    const isMissing = value === '' && field.required && !(field.kind === 'secret' && canKeepSecrets);
    if (value === null || isMissing) {
      problems.push({ field: field.name, message: isMissing ? 'services:problems.required' : problemOf(field) });
    } else if (field.kind !== 'secret') {
      fields[field.name] = value;
    } else if (value !== '') {
      secrets[field.name] = value;
    }
  }
  return problems.length > 0 ? problems : { name, fields, secrets };
}

function problemOf(field: ConnectField): FieldProblem['message'] {
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
