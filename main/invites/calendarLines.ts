/** One component of a calendar file: its properties that Foyer reads, unfolded, one a line. */
export interface CalendarBlock {
  readonly kind: 'VEVENT' | 'VTIMEZONE';
  readonly text: string;
}

/** More than an event has that people wrote; the part of a line beyond it is left out. */
const longestLine = 100_000;
const longestBlock = 400_000;

const eventProperties: ReadonlySet<string> = new Set([
  ...['UID', 'SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED', 'RECURRENCE-ID', 'STATUS'],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE'],
  ...['SUMMARY', 'ORGANIZER', 'LOCATION', 'URL', 'DESCRIPTION', 'X-ALT-DESC', 'CONFERENCE'],
  ...['X-GOOGLE-CONFERENCE', 'X-GOOGLE-HANGOUT'],
  ...['X-MICROSOFT-SKYPETEAMSMEETINGURL', 'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK', 'X-MICROSOFT-ONLINEMEETINGCONFLINK'],
]);

/** What a calendar file is read into, piece by piece. */
export interface CalendarVisitor {
  readonly onMethod: (method: string) => void;
  readonly onBlock: (block: CalendarBlock) => void;
}

/**
 * Walks through a calendar file once, and hands out its events and time zones one at a time: what a file takes in memory
 * does not grow with the number of its events. Total; what is neither is left out, and so are events without an end.
 */
export function walkCalendar(text: string, { onMethod, onBlock }: CalendarVisitor): void {
  let open: OpenBlock | null = null;
  for (const line of unfoldedLines(text)) {
    const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? '';
    const begun = beginOf(name, line);
    if (open === null || (begun !== null && open.depth === 0)) {
      // An event that begins inside of another: the first one has no end.
      open = begun === null ? null : { kind: begun, depth: 0, lines: [], length: 0 };
      tellMethod(name, line, onMethod);
    } else if (name === 'END' && open.depth === 0) {
      handOut(open, onBlock);
      open = null;
    } else {
      takeLine(open, name, line);
    }
  }
}

interface OpenBlock {
  readonly kind: CalendarBlock['kind'];
  /** How many components inside of it are open. */
  depth: number;
  readonly lines: string[];
  length: number;
}

function tellMethod(name: string, line: string, onMethod: CalendarVisitor['onMethod']): void {
  if (name === 'METHOD') {
    onMethod(
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toUpperCase(),
    );
  }
}

function handOut({ kind, lines, length }: OpenBlock, onBlock: CalendarVisitor['onBlock']): void {
  if (length <= longestBlock) {
    onBlock({ kind, text: lines.join('\r\n') });
  }
}

function takeLine(open: OpenBlock, name: string, line: string): void {
  open.depth += name === 'BEGIN' ? 1 : 0;
  if (open.kind === 'VTIMEZONE' || (open.depth === 0 && eventProperties.has(name))) {
    open.length += line.length;
    // Of one that is too long, nothing is handed out.
    if (open.length <= longestBlock) {
      open.lines.push(line);
    }
  }
  open.depth -= name === 'END' ? 1 : 0;
}

function beginOf(name: string, line: string): CalendarBlock['kind'] | null {
  const value = name === 'BEGIN' ? line.slice(6).trim().toUpperCase() : '';
  return value === 'VEVENT' || value === 'VTIMEZONE' ? value : null;
}

/** The lines, with those that were folded put together (RFC 5545 section 3.1); any of the three ways to end a line will do. */
function* unfoldedLines(text: string): Generator<string> {
  let pending = '';
  for (const line of physicalLines(text)) {
    if (!line.startsWith(' ') && !line.startsWith('\t')) {
      if (pending !== '') {
        yield pending.slice(0, longestLine);
      }
      pending = line;
    } else if (pending.length < longestLine) {
      pending += line.slice(1);
    }
  }
  if (pending !== '') {
    yield pending.slice(0, longestLine);
  }
}

function* physicalLines(text: string): Generator<string> {
  const lineEnd = /\r\n?|\n/g;
  let start = 0;
  for (let end = lineEnd.exec(text); end !== null; end = lineEnd.exec(text)) {
    yield text.slice(start, end.index);
    start = lineEnd.lastIndex;
  }
  yield text.slice(start);
}
