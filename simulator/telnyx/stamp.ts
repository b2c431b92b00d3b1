/** An instant as the service writes it: six fraction digits and `Z`. */
export function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000Z');
}

/** The same, or null for what has not happened yet. */
export function stampOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : stamp(milliseconds);
}

/** An instant as the expiry of tokens is written: whole seconds. */
export function stampSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
