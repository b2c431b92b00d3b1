import { escapeValue, writeCommand } from '../links/desktopEntry.ts';

/** What is written into an autostart file. */
export interface AutostartEntry {
  readonly name: string;
  readonly comment: string;
  /** The program with all its arguments. */
  readonly command: readonly string[];
}

/** What an autostart file says. */
export interface AutostartReading {
  /** The desktop's own tool switched it off: by one key or another, they differ. */
  readonly isSwitchedOff: boolean;
}

const mainGroup = '[Desktop Entry]';

/** The text of an autostart file (Desktop Application Autostart Specification). */
export function writeAutostartEntry({ name, comment, command }: AutostartEntry): string {
  const lines = [
    mainGroup,
    'Type=Application',
    `Name=${escapeValue(name)}`,
    `Comment=${escapeValue(comment)}`,
    `Exec=${writeCommand(command)}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** Reads an autostart file as desktops do: what they do not understand counts for nothing. */
export function readAutostartEntry(text: string): AutostartReading {
  const values = new Map(linesOfMainGroup(text).map((line) => splitLine(line)));
  return { isSwitchedOff: values.get('Hidden') === 'true' || values.get('X-GNOME-Autostart-enabled') === 'false' };
}

/** The same file with another command; all that somebody else wrote into it stays. */
export function renewCommand(text: string, command: readonly string[]): string {
  const own = new Set(linesOfMainGroup(text));
  const isCommand = (line: string): boolean => own.has(line) && splitLine(line)[0] === 'Exec';
  return text
    .split('\n')
    .map((line) => (isCommand(line) ? `Exec=${writeCommand(command)}` : line))
    .join('\n');
}

function linesOfMainGroup(text: string): readonly string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === mainGroup);
  const after = start < 0 ? [] : lines.slice(start + 1);
  const end = after.findIndex((line) => line.startsWith('['));
  return end < 0 ? after : after.slice(0, end);
}

function splitLine(line: string): readonly [string, string] {
  const equals = line.indexOf('=');
  return equals < 0 ? [line.trim(), ''] : [line.slice(0, equals).trim(), line.slice(equals + 1).trim()];
}
