import { parseChoice } from './choices.ts';
import type { PolicyDocument } from './policy.ts';
import { isChoiceKey } from './settingsTable.ts';

/** One section of an exported piece of the registry: values by their names. */
type RegistryValues = Record<string, RegistryValue>;

type RegistryValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly number: number };

/**
 * Understands what `reg export` wrote of a policy key (UTF-16 turned into text): its values are forced, those of its
 * subkey `Recommended` recommended. A switch is a DWORD, a text a text, and what has parts is JSON in a text.
 */
export function parseRegistryExport(place: string, text: string): PolicyDocument {
  const sections = readSections(text.replaceAll('\r\n', '\n').replaceAll(/\\\n\s*/g, ''));
  if (sections === null) {
    return { place, content: null };
  }
  const forced = sections.find(({ isRecommended }) => !isRecommended)?.values ?? {};
  const recommended = sections.find(({ isRecommended }) => isRecommended)?.values ?? {};
  return { place, content: { forced: toValues(forced), recommended: toValues(recommended) } };
}

interface Section {
  readonly isRecommended: boolean;
  readonly values: RegistryValues;
}

function readSections(text: string): readonly Section[] | null {
  const [first = '', ...lines] = text.split('\n');
  if (!first.replace('\uFEFF', '').startsWith('Windows Registry Editor')) {
    return null;
  }
  const sections: Section[] = [];
  for (const line of lines) {
    const key = /^\[(.+)\]\s*$/.exec(line)?.[1];
    if (key !== undefined) {
      const isRecommended = /\\recommended$/i.test(key);
      sections.push({ isRecommended, values: {} });
    }
    const [, name, data] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line.trimEnd()) ?? [];
    const value = data === undefined ? null : readValue(data);
    if (name !== undefined && value !== null) {
      Object.assign(sections.at(-1)?.values ?? {}, { [unquote(name)]: value });
    }
  }
  return sections;
}

function readValue(data: string): RegistryValue | null {
  const text = /^"((?:[^"\\]|\\.)*)"$/.exec(data)?.[1];
  if (text !== undefined) {
    return { kind: 'text', text: unquote(text) };
  }
  const number = /^dword:([0-9a-f]{8})$/i.exec(data)?.[1];
  if (number !== undefined) {
    return { kind: 'number', number: Number.parseInt(number, 16) };
  }
  const [, type, bytes] = /^hex\(([27])\):([0-9a-f,]*)$/i.exec(data) ?? [];
  if (type === undefined || bytes === undefined) {
    return null;
  }
  const wide = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le');
  const texts = wide.split('\0').filter((each) => each !== '');
  return type === '7' ? { kind: 'texts', texts } : { kind: 'text', text: texts[0] ?? '' };
}

function unquote(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1');
}

function toValues(values: RegistryValues): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shapeFor(key, value)]));
}

/** The form that the setting can take; the registry knows neither switches nor parts. */
function shapeFor(key: string, value: RegistryValue): unknown {
  const forms = formsOf(value);
  return isChoiceKey(key) ? (forms.find((form) => parseChoice(key, form) !== undefined) ?? forms[0]) : forms[0];
}

function formsOf(value: RegistryValue): readonly unknown[] {
  switch (value.kind) {
    case 'text':
      return [value.text, parseJson(value.text)];
    case 'texts':
      return [value.texts, value.texts.map(parseJson)];
    case 'number':
      return [value.number, ...(value.number <= 1 ? [value.number === 1] : [])];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
