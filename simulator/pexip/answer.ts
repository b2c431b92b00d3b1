import { type Answer, jsonAnswer } from '../answer.ts';

/** A JSON answer with status 200. */
export function success(body: unknown): Answer {
  return jsonAnswer(200, body);
}

/**
 * An error answer. Bodies of errors are not documented by the service, `{"error": code}` is the simulator's choice.
 */
export function failure(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return jsonAnswer(status, { error: code }, headers);
}

/** A 400 which the service does not document; the header `x-simulator-choice` says so and why it came. */
export function undocumented(code: string, reason: string): Answer {
  return failure(400, code, { 'x-simulator-choice': reason });
}
