import { ipcMain } from 'electron';
import { type HandlerSource, routeAsks } from './ipcRouter.ts';

/** Opens the one door through which windows reach main. */
export function openIpcDoor(handlers: HandlerSource, isOwnPage: (url: string) => boolean): void {
  routeAsks(ipcMain, handlers, isOwnPage);
}
