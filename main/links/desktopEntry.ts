/** What a Linux desktop knows of a program. */
export interface DesktopEntry {
  readonly name: string;
  readonly comment: string;
  /** The program and its arguments, before those that it is started with. */
  readonly command: readonly string[];
  /** Path of a picture. */
  readonly icon: string;
  readonly windowClass: string;
  /** Schemes whose links it opens. */
  readonly schemes: readonly string[];
  /** Kinds of files that it opens: it is offered for them, and not chosen for them by this. */
  readonly fileTypes: readonly string[];
  /** What it offers beside being started: each is started with one link. */
  readonly actions: readonly { readonly id: string; readonly name: string; readonly link: string }[];
}

/**
 * The text of a `.desktop` file (Desktop Entry Specification). Links are handed over as arguments, never through a
 * shell.
 */
export function writeDesktopEntry(entry: DesktopEntry): string {
  const { actions } = entry;
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${escapeValue(entry.name)}`,
    `Comment=${escapeValue(entry.comment)}`,
    `Exec=${writeCommand(entry.command)} %U`,
    `Icon=${escapeValue(entry.icon)}`,
    'Terminal=false',
    'Categories=Office;',
    'StartupNotify=true',
    `StartupWMClass=${escapeValue(entry.windowClass)}`,
    `MimeType=${[...entry.schemes.map(mimeTypeOf), ...entry.fileTypes].map((type) => `${type};`).join('')}`,
    `Actions=${actions.map(({ id }) => `${id};`).join('')}`,
    ...actions.flatMap(({ id, name, link }) => [
      '',
      `[Desktop Action ${id}]`,
      `Name=${escapeValue(name)}`,
      `Exec=${writeCommand([...entry.command, link])}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** How desktops name the kind of thing that a link of a scheme is. */
export function mimeTypeOf(scheme: string): string {
  return `x-scheme-handler/${scheme}`;
}

/** Takes a desktop file out of the user's choices (`mimeapps.list`); all else stays as it is. */
export function forgetInMimeApps(text: string, fileName: string): string {
  const kept = text.split('\n').flatMap((line) => {
    const [key, value] = splitOnce(line);
    if (value === null || !value.split(';').includes(fileName)) {
      return [line];
    }
    const others = value.split(';').filter((name) => name !== '' && name !== fileName);
    return others.length === 0 ? [] : [`${key}=${others.map((name) => `${name};`).join('')}`];
  });
  return kept.join('\n');
}

function splitOnce(line: string): readonly [string, string | null] {
  const equals = line.indexOf('=');
  return equals < 0 ? [line, null] : [line.slice(0, equals), line.slice(equals + 1)];
}

/** The value of `Exec`: quoted as the specification's "Exec key" asks, then escaped like every value. */
export function writeCommand(command: readonly string[]): string {
  const quoted = command.map((part) => `"${part.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`);
  return escapeValue(quoted.join(' '));
}

/** A text as the value of a key. */
export function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}
