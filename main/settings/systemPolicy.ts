import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { noPolicy, type Policy, type PolicyDocument, readPolicy } from './policy.ts';

/** Where administrators of Linux machines write; only they may. */
const linuxPolicyFile = '/etc/foyer/policy.json';

const policyFile = z.strictObject({
  forced: z.optional(z.record(z.string(), z.unknown())),
  recommended: z.optional(z.record(z.string(), z.unknown())),
});

/** What administrators decided on this machine. Never throws; changes nothing. */
export async function readSystemPolicy(platform: NodeJS.Platform, file = linuxPolicyFile): Promise<Policy> {
  return platform === 'linux' ? readPolicyFile(file) : noPolicy;
}

async function readPolicyFile(path: string): Promise<Policy> {
  try {
    return readPolicy([parsePolicyFile(path, await readFile(path, 'utf8'))]);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? noPolicy : readPolicy([{ place: path, content: null }]);
  }
}

/** Understands the text of a policy file: an object with `forced` and `recommended`, each with settings by their names. */
export function parsePolicyFile(place: string, text: string): PolicyDocument {
  try {
    const { forced = {}, recommended = {} } = policyFile.parse(JSON.parse(text));
    return { place, content: { forced, recommended } };
  } catch {
    return { place, content: null };
  }
}
