import { join } from 'node:path';
import { app } from 'electron';
import type { Foundation } from './foundation.ts';
import { openExternal } from './links/openExternal.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import { createRemoteOpener, type OpenRemotePage } from './shell/remoteWindow.ts';

/** Builds what shows pages of others in windows of Foyer's own; `standIns` are addresses that stand in for services. */
export function buildRemoteOpener(
  { translate, clock }: Foundation,
  guard: ContentsGuard,
  standIns: readonly string[],
): OpenRemotePage {
  return createRemoteOpener({
    guard,
    translate,
    uptime: clock.uptime,
    standIns,
    openExternal: (uri) => openExternal(uri, standIns),
    icon: join(app.getAppPath(), 'assets/icons/window.png'),
  });
}
