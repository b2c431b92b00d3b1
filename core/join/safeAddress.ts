// user@host, a plain name or number, or an IP address: nothing that could end one part of a URI and start another, or
// be read as a way up in a path.
const safePattern = /^(?!-|\.{1,2}$)[A-Za-z0-9._+-]{1,200}(@(?!-)[A-Za-z0-9.-]{1,253})?$/;

/** Whether a video address may be put into a URI that is handed to the system. */
export function isSafeAddress(address: string): boolean {
  return safePattern.test(address);
}
