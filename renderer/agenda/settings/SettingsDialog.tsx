import CloseIcon from 'lucide-react/icons/x';
import { useEffect, useId, useRef } from 'react';
import type { SettingSection, SettingsPage } from '../../../core/model/setting.ts';
import { IconButton } from '../../common/IconButton.tsx';
import { Modal } from '../../common/Modal.tsx';
import { Announcement } from '../Announcement.tsx';
import { selectIsFirstRun, useAgendaStore } from '../agendaStore.ts';
import { closeDialog } from '../windowActions.ts';
import { FoundSettings } from './FoundSettings.tsx';
import { PolicySummary } from './PolicySummary.tsx';
import { SectionFrame, type WayBack } from './SectionFrame.tsx';
import { SectionList } from './SectionList.tsx';
import { ServicesSection } from './ServicesSection.tsx';
import { SettingsItems } from './SettingsItems.tsx';
import { SettingsSearch } from './SettingsSearch.tsx';
import { findItems, listItems, type SettingsItem, sectionsOf } from './settingsItems.ts';
import { loadPage, useSettingsStore } from './settingsStore.ts';
import { text } from './settingsText.ts';
import { focusBelow, type SettingsPlace, useSettingsView } from './useSettingsView.ts';
import '../connections.css';
import './settings.css';

/** All settings: the sections, what is in one of them, and a search through all. Changes hold at once. */
export function SettingsDialog({ place }: { readonly place: SettingsPlace }) {
  const page = useSettingsStore((state) => state.page);
  const titleId = useId();
  const view = useSettingsView(place, page !== null);
  const { field, query, section, goTo } = view;
  useFollowing();
  useClosingAtFirstRun();
  const items = page === null ? [] : listItems(page);
  const found = query.trim() === '' ? null : findItems(items, query);
  const shown = section ?? 'general';
  const where = section === null ? 'list' : 'section';
  return (
    <Modal labelledBy={titleId} className="settings" onClose={view.leave}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key that works anywhere in the dialog. */}
      <div
        ref={view.layout}
        className="settings-layout"
        data-view={found === null ? where : 'search'}
        onKeyDown={view.press}
      >
        <div className="settings-side">
          <header className="settings-header">
            <h2 id={titleId}>{text('settings:page.title')}</h2>
            <IconButton icon={CloseIcon} label={text('settings:page.close')} onClick={closeDialog} />
          </header>
          <SettingsSearch
            field={field}
            query={query}
            count={found?.length ?? null}
            onQuery={view.search}
            onLeave={() => focusBelow(view.layout.current, found === null ? '.settings-sections' : '.settings-body')}
          />
          <SectionList sections={sectionsOf(items)} shown={found === null ? shown : null} onOpen={goTo} />
        </div>
        {page === null ? null : (
          <Content
            key={view.visit}
            page={page}
            items={items}
            found={found}
            query={query}
            shown={shown}
            editAccountId={view.editAccountId}
            onOpen={goTo}
          />
        )}
        <Announcement />
      </div>
    </Modal>
  );
}

interface ContentProps {
  readonly page: SettingsPage;
  readonly items: readonly SettingsItem[];
  /** Null while nothing is searched for. */
  readonly found: readonly SettingsItem[] | null;
  readonly query: string;
  readonly shown: SettingSection;
  readonly editAccountId: string | null;
  readonly onOpen: (section: SettingSection | null) => void;
}

function Content({ page, items, found, query, shown, editAccountId, onOpen }: ContentProps) {
  if (found !== null) {
    return (
      <SectionFrame title={text('settings:page.results', { count: found.length })} back={null}>
        <FoundSettings query={query} items={found} onOpen={onOpen} />
      </SectionFrame>
    );
  }
  const back: WayBack = { label: text('settings:page.back'), onBack: () => onOpen(null), isNarrowOnly: true };
  const inSection = items.filter((item) => item.section === shown);
  if (shown === 'services') {
    const others = inSection.filter((item) => item.key !== 'connections');
    return <ServicesSection editAccountId={editAccountId} items={others} back={back} />;
  }
  return (
    <SectionFrame title={text(`settings:sections.${shown}`)} back={back}>
      {shown === 'policy' && page.policy !== null ? <PolicySummary policy={page.policy} /> : null}
      <SettingsItems items={inSection} onOpen={onOpen} />
    </SectionFrame>
  );
}

/** What is decided elsewhere meanwhile (another way in chosen, an account removed) is shown here, too. */
function useFollowing(): void {
  const choices = useAgendaStore(({ foyer }) => foyer?.choices);
  useEffect(() => {
    if (choices !== undefined) {
      void loadPage();
    }
  }, [choices]);
}

/** When the last account was removed: the first run has all of the services in the window itself. */
function useClosingAtFirstRun(): void {
  const isFirst = useAgendaStore(selectIsFirstRun);
  const wasFirst = useRef(isFirst);
  useEffect(() => {
    if (isFirst && !wasFirst.current) {
      closeDialog();
    }
    wasFirst.current = isFirst;
  }, [isFirst]);
}
