/** An expected failure of a script: its message tells the reader what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}
