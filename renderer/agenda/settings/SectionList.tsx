import ReminderIcon from 'lucide-react/icons/bell';
import ServicesIcon from 'lucide-react/icons/blocks';
import PolicyIcon from 'lucide-react/icons/building-2';
import ChevronRight from 'lucide-react/icons/chevron-right';
import PrivacyIcon from 'lucide-react/icons/eye-off';
import ShortcutsIcon from 'lucide-react/icons/keyboard';
import JoinIcon from 'lucide-react/icons/log-in';
import GeneralIcon from 'lucide-react/icons/settings-2';
import AppearanceIcon from 'lucide-react/icons/sun-moon';
import AdvancedIcon from 'lucide-react/icons/wrench';
import type { KeyboardEvent } from 'react';
import type { SettingSection } from '../../../core/model/setting.ts';
import { text } from './settingsText.ts';

const icons = {
  general: GeneralIcon,
  reminders: ReminderIcon,
  appearance: AppearanceIcon,
  join: JoinIcon,
  shortcuts: ShortcutsIcon,
  privacy: PrivacyIcon,
  services: ServicesIcon,
  advanced: AdvancedIcon,
  policy: PolicyIcon,
} as const satisfies Readonly<Record<SettingSection, typeof GeneralIcon>>;

/** See {@link SectionList}. */
export interface SectionListProps {
  readonly sections: readonly SettingSection[];
  /** Null while something else is shown beside them. */
  readonly shown: SettingSection | null;
  readonly onOpen: (section: SettingSection) => void;
}

/** The sections, to be opened. */
export function SectionList({ sections, shown, onOpen }: SectionListProps) {
  return (
    <nav className="settings-sections" aria-label={text('settings:page.sections')}>
      <ul onKeyDown={moveAmongSections}>
        {sections.map((section) => {
          const Icon = icons[section];
          return (
            <li key={section}>
              <button
                type="button"
                data-section={section}
                aria-current={section === shown ? 'page' : undefined}
                onClick={() => onOpen(section)}
              >
                <Icon className="icon" aria-hidden strokeWidth={1.75} />
                <span>{text(`settings:sections.${section}`)}</span>
                <ChevronRight className="icon settings-chevron" aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function moveAmongSections(event: KeyboardEvent<HTMLElement>): void {
  const step = Number(event.key === 'ArrowDown') - Number(event.key === 'ArrowUp');
  const buttons: readonly (Element | null)[] = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.indexOf(document.activeElement);
  const next = buttons[from + step];
  if (step !== 0 && next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  }
}
