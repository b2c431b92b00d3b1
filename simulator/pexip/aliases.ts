/** The made-up office's domains: what a person would type into the connect form for it. */
export const officeDomains = {
  /** Teams meetings through Pexip's gateway. */
  teams: 'video.corp.example',
  /** Google Meet meetings through Pexip's gateway. */
  meet: 'meet.corp.example',
  /** Pexip's own meeting rooms. */
  pexip: 'rooms.corp.example',
  /** Host of the web app that meetings are joined with. */
  joinHost: 'join.corp.example',
} as const;

/** `<conference id>@<teams domain>`; `teams@…` is the reception that asks for the id (help.pexip.com, Teams integration). */
export function teamsAlias(conferenceId: string): string {
  return `${conferenceId}@${officeDomains.teams}`;
}

/** `<meeting id>@<meet domain>` (help.pexip.com, Google Meet integration). */
export function meetAlias(meetingId: string): string {
  return `${meetingId}@${officeDomains.meet}`;
}

/** `<room>@<pexip domain>`; personal rooms end in `.vmr` (help.pexip.com, company VMRs). */
export function roomAlias(room: string): string {
  return `${room}@${officeDomains.pexip}`;
}

/** `<meeting id>.<passcode>@zoomcrc.com`, or without passcode: the form known from third-party clients. */
export function zoomAlias(meetingId: string, passcode: string | null): string {
  return `${meetingId}${passcode === null ? '' : `.${passcode}`}@zoomcrc.com`;
}

/** `<number or name>@<site>.webex.com`: the form known from third-party clients. */
export function webexAlias(meeting: string): string {
  return `${meeting}@corp-example.webex.com`;
}

/** A Teams meeting joined as a SIP guest: the passcode travels as base32 text (form known from third-party clients). */
export function teamsGuestAlias(meetingId: string, passcode: string, customerId: string): string {
  return `${meetingId}.${base32(`e|${passcode}`)}..${customerId}@pex.ms`;
}

/** RFC 4648 base32 of the text's UTF-8 bytes, upper case, without padding. */
function base32(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...Buffer.from(text, 'utf8')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}
