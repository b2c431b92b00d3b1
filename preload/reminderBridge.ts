import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type {
  ReminderAskArgument,
  ReminderAskChannel,
  ReminderAskResult,
  ReminderTellChannels,
} from './reminderChannels.ts';

// On its way before the page's script is even read; a page asks once.
const firstPage: Promise<ReminderAskResult<'getReminder'>> = ipcRenderer.invoke('getReminder', {});

function ask<Channel extends ReminderAskChannel>(channel: Channel) {
  return (argument: ReminderAskArgument<Channel>): Promise<ReminderAskResult<Channel>> =>
    ipcRenderer.invoke(channel, argument);
}

function onTold<Channel extends keyof ReminderTellChannels>(channel: Channel) {
  return (listener: (value: ReminderTellChannels[Channel]) => void): (() => void) => {
    const withoutEvent = (_event: IpcRendererEvent, value: ReminderTellChannels[Channel]): void => listener(value);
    ipcRenderer.on(channel, withoutEvent);
    return () => ipcRenderer.removeListener(channel, withoutEvent);
  };
}

const bridge = {
  getReminder: (_argument: ReminderAskArgument<'getReminder'>) => firstPage,
  reportDrawn: ask('reportDrawn'),
  answerReminder: ask('answerReminder'),
  onRetitled: onTold('retitled'),
} satisfies {
  readonly [Channel in ReminderAskChannel]: (
    argument: ReminderAskArgument<Channel>,
  ) => Promise<ReminderAskResult<Channel>>;
} & {
  readonly [Channel in keyof ReminderTellChannels as `on${Capitalize<Channel>}`]: (
    listener: (value: ReminderTellChannels[Channel]) => void,
  ) => () => void;
};

/** What a reminder's window may ask of main, and nothing else. */
export type ReminderBridge = typeof bridge;

contextBridge.exposeInMainWorld('foyerReminder', bridge);
