import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The notifications that the desktop's own daemon has shown lately, newest first: "summary: body". */
export async function shownNotifications(): Promise<readonly string[]> {
  // The daemon tells only of those that are gone.
  await run('dunstctl', ['close-all']);
  const { stdout } = await run('dunstctl', ['history']);
  const history = JSON.parse(stdout) as { readonly data: readonly (readonly Entry[])[] };
  return history.data.flat().map(({ summary, body }) => `${summary.data}: ${body.data}`);
}

interface Entry {
  readonly summary: { readonly data: string };
  readonly body: { readonly data: string };
}
