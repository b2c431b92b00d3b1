import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron';
import type { AskArgument, AskChannel, AskResult, TellChannels } from './channels.ts';

// The state is on its way, and its changes are kept, before the page's first script is even read.
let firstState: Promise<AskResult<'getState'>> | null = ipcRenderer.invoke('getState', {});
const early: TellChannels['stateChanged'][] = [];
const keepEarly = (_event: IpcRendererEvent, change: TellChannels['stateChanged']): void => void early.push(change);
ipcRenderer.on('stateChanged', keepEarly);

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

/** The first answer is the one that is on its way. */
function getState(argument: AskArgument<'getState'>): Promise<AskResult<'getState'>> {
  const answer = firstState ?? ask('getState')(argument);
  firstState = null;
  return answer;
}

/** Whoever is first to listen hears what came before, too. */
function onStateChanged(listener: (change: TellChannels['stateChanged']) => void): () => void {
  ipcRenderer.removeListener('stateChanged', keepEarly);
  for (const change of early.splice(0)) {
    listener(change);
  }
  return onTold('stateChanged')(listener);
}

const bridge = {
  getState,
  reportPainted: ask('reportPainted'),
  reportNetwork: ask('reportNetwork'),
  refresh: ask('refresh'),
  getWaysIn: ask('getWaysIn'),
  join: ask('join'),
  testAccount: ask('testAccount'),
  saveAccount: ask('saveAccount'),
  signIn: ask('signIn'),
  cancelSignIn: ask('cancelSignIn'),
  copySignInAddress: ask('copySignInAddress'),
  removeAccount: ask('removeAccount'),
  allowPlaintextSecrets: ask('allowPlaintextSecrets'),
  openServiceHelp: ask('openServiceHelp'),
  createRoom: ask('createRoom'),
  findRooms: ask('findRooms'),
  keepFoundRoom: ask('keepFoundRoom'),
  endFoundRoom: ask('endFoundRoom'),
  lookIntoRoom: ask('lookIntoRoom'),
  getRoomWaysIn: ask('getRoomWaysIn'),
  enterRoom: ask('enterRoom'),
  copyRoom: ask('copyRoom'),
  saveRoomInvite: ask('saveRoomInvite'),
  endRoom: ask('endRoom'),
  forgetRooms: ask('forgetRooms'),
  copyText: ask('copyText'),
  getScheduleForm: ask('getScheduleForm'),
  getMeetingDetails: ask('getMeetingDetails'),
  scheduleMeeting: ask('scheduleMeeting'),
  cancelMeeting: ask('cancelMeeting'),
  takeLink: ask('takeLink'),
  dismissLink: ask('dismissLink'),
  distrustPlace: ask('distrustPlace'),
  checkLinks: ask('checkLinks'),
  handleLinks: ask('handleLinks'),
  saveMeeting: ask('saveMeeting'),
  copyMeeting: ask('copyMeeting'),
  offerText: ask('offerText'),
  offerClipboard: ask('offerClipboard'),
  takeOffer: ask('takeOffer'),
  closeOffer: ask('closeOffer'),
  removeInvite: ask('removeInvite'),
  getSettings: ask('getSettings'),
  changeSetting: ask('changeSetting'),
  resetSettings: ask('resetSettings'),
  exportSettings: ask('exportSettings'),
  importSettings: ask('importSettings'),
  setShortcut: ask('setShortcut'),
  recordShortcut: ask('recordShortcut'),
  getStartAtLogin: ask('getStartAtLogin'),
  setStartAtLogin: ask('setStartAtLogin'),
  closePanel: ask('closePanel'),
  getHealth: ask('getHealth'),
  getDiagnostics: ask('getDiagnostics'),
  sendTestAlert: ask('sendTestAlert'),
  showLogs: ask('showLogs'),
  hideMeeting: ask('hideMeeting'),
  setAutoJoin: ask('setAutoJoin'),
  setQuiet: ask('setQuiet'),
  dismissNotice: ask('dismissNotice'),
  dismissChange: ask('dismissChange'),
  onStateChanged,
  onCommanded: onTold('commanded'),
  onClockJumped: onTold('clockJumped'),
  onPanelUnwanted: onTold('panelUnwanted'),
} satisfies { readonly [Channel in AskChannel]: (argument: AskArgument<Channel>) => Promise<AskResult<Channel>> } & {
  readonly [Channel in keyof TellChannels as `on${Capitalize<Channel>}`]: (
    listener: (value: TellChannels[Channel]) => void,
  ) => () => void;
};

/** What the agenda window may ask of main, and nothing else. */
export type AgendaBridge = typeof bridge;

contextBridge.exposeInMainWorld('foyer', bridge);

/** Ms after which the window has drawn all it begins with. */
const settledAfter = 5_000;

// Sources and fonts as they were read stay in memory, some 3 MB, though what was made of them is what is used.
setTimeout(() => webFrame.clearCache(), settledAfter);
