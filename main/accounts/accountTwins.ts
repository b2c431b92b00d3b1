import type { Account } from '../../core/model/account.ts';
import type { Credentials, Service } from '../services/service.ts';
import type { Secrets, Vault } from './vault.ts';

/** Where an account keeps who is signed in, beside what was typed; it is shown, and no secret. */
export const personField = 'person';

/**
 * Which of these accounts of a service is the same as what was typed: of the same client, and signed in as the same person
 * where the service tells people apart. Who is not known, as before a sign-in, may be anybody. Where only secrets tell, they
 * are compared as the vault gives them and leave no trace; an account whose secrets are lost is like no other.
 */
export async function findTwin(
  accounts: readonly Account[],
  service: Service,
  { fields, secrets }: Credentials,
  vault: Pick<Vault, 'read'>,
): Promise<Account | undefined> {
  const client = service.clientOf(fields);
  if (client !== null) {
    return accounts.find((account) => service.clientOf(account.fields) === client && isSamePerson(account, fields));
  }
  for (const account of accounts) {
    const found = await vault.read(account.id);
    if (found.kind === 'found' && isSameSecrets(found.secrets, secrets)) {
      return account;
    }
  }
  return undefined;
}

/** Whether two sets of secrets are the same, names and values. */
export function isSameSecrets(a: Secrets, b: Secrets): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

function isSamePerson(account: Account, fields: Account['fields']): boolean {
  const [one, other] = [account.fields[personField], fields[personField]];
  return one === undefined || other === undefined || one === other;
}
