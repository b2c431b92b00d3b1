import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { SettingSection } from '../../../core/model/setting.ts';
import { closeDialog } from '../windowActions.ts';

/** Where the page of settings begins. */
export interface SettingsPlace {
  /** Null for the list of sections, or the first one beside it. */
  readonly section: SettingSection | null;
  /** In services: the account whose form is opened. */
  readonly editAccountId: string | null;
}

interface View extends SettingsPlace {
  /** Counts up with each move: what is shown begins anew. */
  readonly visit: number;
  /** The section that was left for the list of all. */
  readonly left: SettingSection | null;
  readonly isForSearch: boolean;
}

/** Which part of the page is shown, and where the focus goes when that changes. `isReady`: there is something to show. */
export function useSettingsView(place: SettingsPlace, isReady: boolean) {
  const layout = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(place);
  const [query, setQuery] = useState('');
  const [view, setView] = useState<View>({ ...place, visit: 0, left: null, isForSearch: place.section === null });
  function show(next: SettingsPlace, isForSearch: boolean): void {
    setQuery('');
    setView({ ...next, visit: view.visit + 1, left: view.section, isForSearch });
  }
  if (asked !== place) {
    // It was opened once more, from outside.
    setAsked(place);
    show(place, place.section === null);
  }
  useLayoutEffect(() => {
    if (isReady && view.editAccountId === null) {
      (view.isForSearch ? field.current : startOf(layout.current, view))?.focus();
    }
  }, [isReady, view]);
  function press(event: KeyboardEvent): void {
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (isFind || (event.key === '/' && !isTyping(event.target))) {
      event.preventDefault();
      if (field.current?.checkVisibility() === true) {
        field.current.focus();
      } else {
        show({ section: null, editAccountId: null }, true);
      }
    }
  }
  return {
    ...view,
    layout,
    field,
    query,
    search: setQuery,
    goTo: (section: SettingSection | null) => show({ section, editAccountId: null }, false),
    press,
    /** Out of the search, or out of the page. */
    leave: () => {
      if (query === '') {
        closeDialog();
      } else {
        setQuery('');
        field.current?.focus();
      }
    },
  };
}

/** The section in the list, where that is in sight; else the way back to it. */
function startOf(layout: HTMLElement | null, { section, left }: View): HTMLElement | null {
  const named = section ?? left;
  const inList = layout?.querySelector<HTMLElement>(
    named === null ? '[data-section]' : `[data-section="${CSS.escape(named)}"]`,
  );
  return inList?.checkVisibility() === true ? inList : (layout?.querySelector<HTMLElement>('.settings-back') ?? null);
}

/** Moves the focus from the search to what is below it: the sections, or what was found. */
export function focusBelow(layout: HTMLElement | null, where: '.settings-sections' | '.settings-body'): void {
  layout?.querySelector<HTMLElement>(`${where} :is(button, input, select)`)?.focus();
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && ['text', 'password', 'time'].includes(target.type);
}
