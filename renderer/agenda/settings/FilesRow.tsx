import { useState } from 'react';
import type { SettingsImport } from '../../../core/model/setting.ts';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { listText } from '../../common/texts.ts';
import { ExtraRow } from './ExtraRow.tsx';
import { loadPage, useSettingsStore } from './settingsStore.ts';
import { text } from './settingsText.ts';

/** What came of a file with settings, in words. */
interface FileOutcome {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly words: string;
}

/** Takes the settings out into a file, and in from one. */
export function FilesRow() {
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function run(task: () => Promise<FileOutcome | null>): Promise<void> {
    setOutcome(null);
    setBusy(true);
    try {
      setOutcome(await task());
    } finally {
      setBusy(false);
    }
  }
  return (
    <ExtraRow
      extra="files"
      below={
        <p className="setting-outcome" role="status" data-tone={outcome?.tone}>
          {outcome?.words}
        </p>
      }
    >
      <Button isBusy={isBusy} onClick={() => void run(exportSettings)}>
        {text('settings:files.export')}
      </Button>
      <Button isBusy={isBusy} onClick={() => void run(importSettings)}>
        {text('settings:files.import')}
      </Button>
    </ExtraRow>
  );
}

async function exportSettings(): Promise<FileOutcome | null> {
  const outcome = await foyerBridge.exportSettings({});
  return outcome === 'cancelled'
    ? null
    : { tone: outcome === 'failed' ? 'bad' : 'good', words: text(`settings:files.${outcome}`) };
}

async function importSettings(): Promise<FileOutcome | null> {
  const outcome = await foyerBridge.importSettings({});
  await loadPage();
  return describeImport(outcome);
}

function describeImport(outcome: SettingsImport): FileOutcome | null {
  switch (outcome.kind) {
    case 'cancelled':
      return null;
    case 'unreadable':
      return { tone: 'bad', words: text('settings:files.unreadable') };
    case 'imported': {
      const { keys, skipped } = outcome;
      const taken = text('settings:files.imported', { count: keys.length });
      const names = listText(skipped.slice(0, 10).map(nameOf));
      return {
        tone: skipped.length > 0 ? 'warn' : 'good',
        words: skipped.length === 0 ? taken : `${taken} ${text('settings:files.skipped', { names })}`,
      };
    }
  }
}

/** What a setting is called; the name in the file, where there is no such setting. */
function nameOf(key: string): string {
  const setting = useSettingsStore.getState().page?.settings.find((known) => known.key === key);
  return setting === undefined ? key : text(setting.label);
}
