/** Markup that holds no unescaped text of others; only {@link html} makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Builds markup: everything put into the template is escaped, except markup. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...values.map(write)));
}

function write(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeText(value);
  return value instanceof Markup ? value.text : value.map(({ text }) => text).join('\n');
}

function escapeText(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
