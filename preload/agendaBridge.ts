import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AskArgument, AskChannel, AskResult, TellChannels } from './channels.ts';

function ask<Channel extends AskChannel>(channel: Channel) {
  return (argument: AskArgument<Channel>): Promise<AskResult<Channel>> => ipcRenderer.invoke(channel, argument);
}

function onTold<Channel extends keyof TellChannels>(channel: Channel) {
  return (listener: (value: TellChannels[Channel]) => void): (() => void) => {
    const withoutEvent = (_event: IpcRendererEvent, value: TellChannels[Channel]): void => listener(value);
    ipcRenderer.on(channel, withoutEvent);
    return () => ipcRenderer.removeListener(channel, withoutEvent);
  };
}

const bridge = {
  getState: ask('getState'),
  reportPainted: ask('reportPainted'),
  reportNetwork: ask('reportNetwork'),
  refresh: ask('refresh'),
  getWaysIn: ask('getWaysIn'),
  join: ask('join'),
  testAccount: ask('testAccount'),
  saveAccount: ask('saveAccount'),
  removeAccount: ask('removeAccount'),
  allowPlaintextSecrets: ask('allowPlaintextSecrets'),
  openServiceHelp: ask('openServiceHelp'),
  createRoom: ask('createRoom'),
  getRoomWaysIn: ask('getRoomWaysIn'),
  enterRoom: ask('enterRoom'),
  copyRoom: ask('copyRoom'),
  saveRoomInvite: ask('saveRoomInvite'),
  endRoom: ask('endRoom'),
  forgetRooms: ask('forgetRooms'),
  dismissNotice: ask('dismissNotice'),
  dismissChange: ask('dismissChange'),
  onStateChanged: onTold('stateChanged'),
  onCommanded: onTold('commanded'),
} satisfies { readonly [Channel in AskChannel]: (argument: AskArgument<Channel>) => Promise<AskResult<Channel>> } & {
  readonly [Channel in keyof TellChannels as `on${Capitalize<Channel>}`]: (
    listener: (value: TellChannels[Channel]) => void,
  ) => () => void;
};

/** What the agenda window may ask of main, and nothing else. */
export type AgendaBridge = typeof bridge;

contextBridge.exposeInMainWorld('foyer', bridge);
