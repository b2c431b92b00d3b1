import type { SettingSection } from '../../../core/model/setting.ts';
import { Button } from '../../common/Button.tsx';
import { openHealth } from '../windowActions.ts';
import { ExtraRow } from './ExtraRow.tsx';
import { FilesRow } from './FilesRow.tsx';
import { LinksRow } from './LinksRow.tsx';
import { ResetAllRow } from './ResetAllRow.tsx';
import { SettingRow } from './SettingRow.tsx';
import type { SettingsItem } from './settingsItems.ts';
import { text } from './settingsText.ts';

/** See {@link SettingsItems}. */
export interface SettingsItemsProps {
  readonly items: readonly SettingsItem[];
  readonly onOpen: (section: SettingSection) => void;
}

/** Settings, and what stands among them, one below the other. */
export function SettingsItems({ items, onOpen }: SettingsItemsProps) {
  return items.length === 0 ? null : (
    <div className="settings-card">
      {items.map((item) => (
        <Item key={item.key} item={item} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Item({ item, onOpen }: { readonly item: SettingsItem; readonly onOpen: SettingsItemsProps['onOpen'] }) {
  if (item.kind === 'setting') {
    return <SettingRow setting={item.setting} />;
  }
  switch (item.extra) {
    case 'connections':
      return (
        <ExtraRow extra="connections">
          <Button onClick={() => onOpen('services')}>
            {text('settings:page.openSection', { section: text('settings:sections.services') })}
          </Button>
        </ExtraRow>
      );
    case 'links':
      return <LinksRow />;
    case 'health':
      return (
        <ExtraRow extra="health">
          <Button onClick={openHealth}>{text('settings:page.openHealth')}</Button>
        </ExtraRow>
      );
    case 'files':
      return <FilesRow />;
    case 'resetAll':
      return <ResetAllRow />;
  }
}
