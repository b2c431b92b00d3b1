import type { AccountDraft, FieldProblem } from '../../core/model/account.ts';
import type { ConnectField, ServiceView } from '../../core/model/service.ts';
import { normalizeField, type ReadPhone } from './connectFields.ts';

/** A draft that can be tried: every value in the form it is stored in, secrets apart from the rest. */
export interface CheckedDraft {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Only what was typed: an empty secret of an existing account is not among them. */
  readonly secrets: Readonly<Record<string, string>>;
}

const longestName = 80;

/**
 * Checks what was typed against what the service asks for. Fields that the service does not know are ignored. An
 * empty one of `keptSecrets` is no problem.
 */
export function checkDraft(
  draft: AccountDraft,
  service: ServiceView,
  keptSecrets: ReadonlySet<string>,
  readPhone?: ReadPhone,
): CheckedDraft | readonly FieldProblem[] {
  const name = draft.name.replaceAll(/\s+/g, ' ').trim();
  const { values, problems } = readFields(service.fields, draft.fields, { keptSecrets, readPhone });
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

/** What was typed into a form about a room, every value in the form the service gets it in; empty ones are left out. */
export function checkRoomFields(
  fields: readonly ConnectField[],
  typed: Readonly<Record<string, string>>,
  readPhone?: ReadPhone,
): { readonly fields: Readonly<Record<string, string>> } | readonly FieldProblem[] {
  const { values, problems } = readFields(fields, typed, { keptSecrets: new Set(), readPhone });
  const filled = values.flatMap(({ field, value }) => (value ? [[field.name, value] as const] : []));
  return problems.length > 0 ? problems : { fields: Object.fromEntries(filled) };
}

interface ReadingRules {
  readonly keptSecrets: ReadonlySet<string>;
  readonly readPhone: ReadPhone | undefined;
}

function readFields(
  fields: readonly ConnectField[],
  typed: Readonly<Record<string, string>>,
  { keptSecrets, readPhone }: ReadingRules,
) {
  const values = fields.map((field) => ({ field, value: normalizeField(field, typed[field.name] ?? '', readPhone) }));
  const isKept = ({ kind, name }: ConnectField): boolean => kind === 'secret' && keptSecrets.has(name);
  const isWaived = ({ waivedBy }: ConnectField): boolean => waivedBy !== undefined && typed[waivedBy] === 'true';
  const problems = values.flatMap(
    ({ field, value }) => problemOf(field, value, isKept(field) || isWaived(field)) ?? [],
  );
  return { values, problems };
}

function problemOfName(name: string): FieldProblem | null {
  if (name === '') {
    return { field: 'name', message: 'services:problems.required' };
  }
  return name.length > longestName ? { field: 'name', message: 'services:problems.nameTooLong' } : null;
}

function problemOf(field: ConnectField, value: string | null, mayBeEmpty: boolean): FieldProblem | null {
  if (value === null) {
    return { field: field.name, message: complaintOf(field) };
  }
  const isMissing = value === '' && field.required && !mayBeEmpty;
  return isMissing ? { field: field.name, message: 'services:problems.required' } : null;
}

function complaintOf(field: ConnectField): FieldProblem['message'] {
  switch (field.kind) {
    case 'host':
      return 'services:problems.notAHost';
    case 'domains':
      return 'services:problems.notDomains';
    case 'email':
      return 'services:problems.notAnEmail';
    case 'phone':
      return 'services:problems.notAPhone';
    case 'code':
      return 'services:problems.notACode';
    case 'count':
      return 'services:problems.notACount';
    case 'text':
    case 'secret':
    case 'switch':
      return 'services:problems.notPrintable';
  }
}
