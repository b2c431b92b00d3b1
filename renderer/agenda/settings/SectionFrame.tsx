import BackIcon from 'lucide-react/icons/arrow-left';
import CloseIcon from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { IconButton } from '../../common/IconButton.tsx';
import { closeDialog } from '../windowActions.ts';
import { text } from './settingsText.ts';

/** A way back from what is shown. */
export interface WayBack {
  readonly label: string;
  readonly onBack: () => void;
  /** Only where the sections are not beside it. */
  readonly isNarrowOnly: boolean;
}

/** See {@link SectionFrame}. */
export interface SectionFrameProps {
  readonly title: string;
  readonly back: WayBack | null;
  readonly children: ReactNode;
}

/** What is right of the sections, or in their place where there is no room for both: a title, and what belongs to it. */
export function SectionFrame({ title, back, children }: SectionFrameProps) {
  return (
    <section className="settings-content" aria-label={title}>
      <header className="settings-header">
        {back === null ? null : (
          <IconButton
            icon={BackIcon}
            className="settings-back"
            data-narrow={back.isNarrowOnly}
            label={back.label}
            onClick={back.onBack}
          />
        )}
        <h3 dir="auto">{title}</h3>
        <IconButton icon={CloseIcon} label={text('settings:page.close')} onClick={closeDialog} />
      </header>
      <div className="settings-body">{children}</div>
    </section>
  );
}
