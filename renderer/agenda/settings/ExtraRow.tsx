import type { ReactNode } from 'react';
import type { Extra } from './settingsItems.ts';
import { text } from './settingsText.ts';
import './settingRow.css';

/** See {@link ExtraRow}. */
export interface ExtraRowProps {
  readonly extra: Extra;
  /** What stands below both, over the whole width. */
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

/** Something among the settings that is none of the table, looking like one. */
export function ExtraRow({ extra, below, children }: ExtraRowProps) {
  return (
    <section className="setting" data-kind="extra" aria-label={text(`settings:extras.${extra}.label`)}>
      <span className="setting-label">{text(`settings:extras.${extra}.label`)}</span>
      <div className="setting-words">
        <p>{text(`settings:extras.${extra}.description`)}</p>
      </div>
      {children === undefined ? null : <div className="setting-control">{children}</div>}
      {below === undefined ? null : <div className="setting-below">{below}</div>}
    </section>
  );
}
