import type { ReactNode } from 'react';
import type { SettingControl as Control } from '../../../core/model/setting.ts';
import { CommandsControl } from './CommandsControl.tsx';
import type { ControlProps } from './controlProps.ts';
import { DayTimesControl } from './DayTimesControl.tsx';
import { ListControl } from './ListControl.tsx';
import { MinutesControl } from './MinutesControl.tsx';
import { isList, OptionsControl } from './OptionsControl.tsx';
import { PlacesControl } from './PlacesControl.tsx';
import { ShortcutControl } from './ShortcutControl.tsx';
import { StartAtLoginControl } from './StartAtLoginControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import { WaysControl } from './WaysControl.tsx';
import { ZoneControl } from './ZoneControl.tsx';
import './settingControls.css';

/** How a setting is changed, drawn from the kind of its control. */
export function SettingControl(props: ControlProps): ReactNode {
  const { control } = props.setting;
  switch (control.kind) {
    case 'switch':
      return <SwitchControl {...props} />;
    case 'options':
      return <OptionsControl {...props} options={control.options} />;
    case 'minutes':
      return <MinutesControl {...props} limits={control} />;
    case 'dayTimes':
      return <DayTimesControl {...props} />;
    case 'zone':
      return <ZoneControl {...props} />;
    case 'ways':
      return <WaysControl {...props} />;
    case 'commands':
      return <CommandsControl {...props} />;
    case 'places':
      return <PlacesControl {...props} />;
    case 'list':
      return <ListControl {...props} />;
    case 'shortcut':
      return <ShortcutControl {...props} />;
    case 'startAtLogin':
      return <StartAtLoginControl {...props} />;
  }
}

/** Whether the label leads to one element of the control; otherwise the control is a group that the label names. */
export function hasOneElement(control: Control): boolean {
  switch (control.kind) {
    case 'switch':
    case 'dayTimes':
    case 'zone':
    case 'startAtLogin':
      return true;
    case 'options':
      return isList(control.options);
    default:
      return false;
  }
}
