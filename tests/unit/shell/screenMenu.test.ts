import { describe, expect, test, vi } from 'vitest';
import { screenItems } from '../../../main/shell/screenMenu.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import type { ScreenSource } from '../../../preload/callChannels.ts';

vi.mock('electron', () => ({
  Menu: {},
  nativeImage: { createFromDataURL: (url: string) => ({ resize: () => url }) },
}));

const source = (id: string, name: string, kind: ScreenSource['kind']): ScreenSource => ({
  id,
  name,
  kind,
  picture: id,
});

function itemsOf(sources: readonly ScreenSource[], onChosen: (chosen: ScreenSource | null) => void = () => undefined) {
  return screenItems({ sources, host: 'meet.example', translate: createMainTranslator() }, onChosen);
}

describe('the menu of screens', () => {
  const screen = source('screen:0', 'Entire screen', 'screen');
  const windows = [source('window:1', 'Q&A', 'window'), source('window:2', 'n'.repeat(200), 'window')];

  test('says who will see it, and lists screens before windows', () => {
    const items = itemsOf([...windows, screen]);
    expect(items.map(({ label, type }) => label ?? type)).toEqual([
      'Show to meet.example:',
      'separator',
      'Entire screen',
      'separator',
      'Q&&A',
      `${'n'.repeat(59)}…`,
      'separator',
      'Show nothing',
    ]);
    expect(items[0]?.enabled).toBe(false);
  });

  test('gives what was chosen, or nothing', () => {
    const chosen: (ScreenSource | null)[] = [];
    const items = itemsOf([screen], (given) => chosen.push(given));
    for (const item of items) {
      (item.click as (() => void) | undefined)?.();
    }
    expect(chosen).toEqual([screen, null]);
  });

  test('without anything to show still has a way out', () => {
    expect(itemsOf([]).map(({ label, type }) => label ?? type)).toEqual([
      'Show to meet.example:',
      'separator',
      'Show nothing',
    ]);
  });
});
