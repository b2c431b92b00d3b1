import {
  type SettingSection,
  type SettingsPage,
  type SettingView,
  settingSections,
} from '../../../core/model/setting.ts';
import { text } from './settingsText.ts';

/** What of the page is no setting of the table. */
export type Extra = 'connections' | 'links' | 'health' | 'files' | 'resetAll';

/** Something that stands in a section and can be found. */
export type SettingsItem = { readonly key: string; readonly section: SettingSection } & (
  | { readonly kind: 'setting'; readonly setting: SettingView }
  | { readonly kind: 'extra'; readonly extra: Extra }
);

const extras: readonly { readonly extra: Extra; readonly section: SettingSection }[] = [
  { extra: 'connections', section: 'services' },
  { extra: 'links', section: 'services' },
  { extra: 'health', section: 'advanced' },
  { extra: 'files', section: 'advanced' },
  { extra: 'resetAll', section: 'advanced' },
];

/** Everything on the page, section by section. */
export function listItems({ settings, policy }: SettingsPage): readonly SettingsItem[] {
  const items: readonly SettingsItem[] = [
    ...settings.map((setting) => ({ kind: 'setting', key: setting.key, section: setting.section, setting }) as const),
    ...extras.map(({ extra, section }) => ({ kind: 'extra', key: extra, section, extra }) as const),
  ];
  return settingSections
    .filter((section) => section !== 'policy' || policy !== null)
    .flatMap((section) => items.filter((item) => item.section === section));
}

/** The sections of some items, in their order. */
export function sectionsOf(items: readonly SettingsItem[]): readonly SettingSection[] {
  return [...new Set(items.map(({ section }) => section))];
}

/** The items that fit what is searched for: each word of it is in what is called, said or offered there. */
export function findItems(items: readonly SettingsItem[], query: string): readonly SettingsItem[] {
  const words = simplify(query).split(/\s+/);
  return items.filter((item) => {
    const found = simplify(textsOf(item).join(' '));
    return words.every((word) => found.includes(word));
  });
}

function textsOf(item: SettingsItem): readonly string[] {
  const section = text(`settings:sections.${item.section}`);
  if (item.kind === 'extra') {
    return [section, text(`settings:extras.${item.extra}.label`), text(`settings:extras.${item.extra}.description`)];
  }
  const { label, description, control } = item.setting;
  const options = control.kind === 'options' ? control.options.map((option) => text(option.label)) : [];
  // Whoever cannot read the language of the window looks for it in another one.
  const others = item.key === 'language' ? [text('settings:page.languageWords')] : [];
  return [section, text(label), text(description), ...options, ...others];
}

/** Without case and accents, which nobody types to find something. */
function simplify(typed: string): string {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
