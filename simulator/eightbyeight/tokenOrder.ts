/** What a call for a token asks for. */
export interface TokenOrder {
  readonly createsRoom: boolean;
  /** E.164 with its plus, or null. */
  readonly phoneNumber: string | null;
  readonly reference: string | null;
}

/** Why a body is refused. The service documents no refusals: all of these are the simulator's choice. */
export interface OrderRefusal {
  readonly problem: string;
  readonly isPhoneNumber: boolean;
}

const knownFields = new Set(['create_room', 'phone_number', 'call_reference']);

/** Reads the body of a call for a token (8x8, Video Interaction API, `POST /tokens`); it may be empty. */
export function parseTokenOrder(text: string): TokenOrder | OrderRefusal {
  if (text.trim() === '') return { createsRoom: false, phoneNumber: null, reference: null };
  const body = parseObject(text);
  if (body === null) return refused('the body is no JSON object');
  const stranger = Object.keys(body).find((name) => !knownFields.has(name));
  if (stranger !== undefined) return refused('the body has an unknown field');
  const { create_room: createsRoom = false, phone_number: phoneNumber = null, call_reference: reference = null } = body;
  if (typeof createsRoom !== 'boolean') return refused('create_room must be a boolean');
  const nullField = ['phone_number', 'call_reference'].find((name) => body[name] === null);
  if (nullField !== undefined) return refused(`${nullField} must be a string`);
  if (reference !== null && !isReference(reference)) return refused('call_reference must have 8 to 20 characters');
  if (phoneNumber !== null && !isPhoneNumber(phoneNumber)) {
    return { problem: 'phone_number must be an international phone number', isPhoneNumber: true };
  }
  return { createsRoom, phoneNumber, reference };
}

function refused(problem: string): OrderRefusal {
  return { problem, isPhoneNumber: false };
}

/** The length is published, the alphabet is not. */
function isReference(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 8 && value.length <= 20;
}

/** E.164: the samples have a plus and a country code, the exact rule is not published. */
function isPhoneNumber(value: unknown): value is string {
  return typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
