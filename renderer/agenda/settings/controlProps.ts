import type { SettingView } from '../../../core/model/setting.ts';

/** What every control of a setting is given. */
export interface ControlProps {
  readonly setting: SettingView;
  /** What is shown: the last thing that was chosen, also while main has not answered. */
  readonly value: unknown;
  /** An administrator decided: it can be read and reached, and not changed. */
  readonly isLocked: boolean;
  readonly ids: ControlIds;
  readonly onChange: (value: unknown) => void;
}

/** Ids of the elements that belong to a control. */
export interface ControlIds {
  /** Of the element that the label leads to. */
  readonly control: string;
  readonly label: string;
  readonly description: string;
}
