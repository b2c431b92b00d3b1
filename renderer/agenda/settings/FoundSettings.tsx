import type { SettingSection } from '../../../core/model/setting.ts';
import { SettingsItems } from './SettingsItems.tsx';
import { type SettingsItem, sectionsOf } from './settingsItems.ts';
import { text } from './settingsText.ts';

/** See {@link FoundSettings}. */
export interface FoundSettingsProps {
  readonly query: string;
  readonly items: readonly SettingsItem[];
  readonly onOpen: (section: SettingSection) => void;
}

/** What a search found, section by section, to be changed right there. */
export function FoundSettings({ query, items, onOpen }: FoundSettingsProps) {
  if (items.length === 0) {
    return (
      <div className="settings-none">
        <h3>{text('settings:page.noResults', { query })}</h3>
        <p>{text('settings:page.noResultsDetail')}</p>
      </div>
    );
  }
  return sectionsOf(items).map((section) => (
    <section key={section} aria-label={text(`settings:sections.${section}`)}>
      <h3 className="settings-found">{text(`settings:sections.${section}`)}</h3>
      <SettingsItems items={items.filter((item) => item.section === section)} onOpen={onOpen} />
    </section>
  ));
}
