import { SetupError } from './setupError.mjs';

/**
 * Runs the body of one npm script: its number becomes the exit code; an expected failure is told in a sentence.
 *
 * @param {() => Promise<number>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupError)) {
      throw error;
    }
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
