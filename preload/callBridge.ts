import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { CallAskArgument, CallAskChannel, CallAskResult, CallTellChannels } from './callChannels.ts';

// On its way before the page's script is even read.
let firstCall: Promise<CallAskResult<'getCall'>> | null = ipcRenderer.invoke('getCall', {});

function ask<Channel extends CallAskChannel>(channel: Channel) {
  return (argument: CallAskArgument<Channel>): Promise<CallAskResult<Channel>> => ipcRenderer.invoke(channel, argument);
}

function onTold<Channel extends keyof CallTellChannels>(channel: Channel) {
  return (listener: (value: CallTellChannels[Channel]) => void): (() => void) => {
    const withoutEvent = (_event: IpcRendererEvent, value: CallTellChannels[Channel]): void => listener(value);
    ipcRenderer.on(channel, withoutEvent);
    return () => ipcRenderer.removeListener(channel, withoutEvent);
  };
}

/** The first answer is the one that is on its way. */
function getCall(argument: CallAskArgument<'getCall'>): Promise<CallAskResult<'getCall'>> {
  const answer = firstCall ?? ask('getCall')(argument);
  firstCall = null;
  return answer;
}

const bridge = {
  getCall,
  getPass: ask('getPass'),
  rememberChoices: ask('rememberChoices'),
  reportCall: ask('reportCall'),
  moderate: ask('moderate'),
  endForAll: ask('endForAll'),
  getScreens: ask('getScreens'),
  chooseScreen: ask('chooseScreen'),
  copyInvite: ask('copyInvite'),
  setMini: ask('setMini'),
  leave: ask('leave'),
  onPassRenewed: onTold('passRenewed'),
  onClosing: onTold('closing'),
} satisfies {
  readonly [Channel in CallAskChannel]: (argument: CallAskArgument<Channel>) => Promise<CallAskResult<Channel>>;
} & {
  readonly [Channel in keyof CallTellChannels as `on${Capitalize<Channel>}`]: (
    listener: (value: CallTellChannels[Channel]) => void,
  ) => () => void;
};

/** What the call window may ask of main, and nothing else. */
export type CallBridge = typeof bridge;

contextBridge.exposeInMainWorld('foyerCall', bridge);
