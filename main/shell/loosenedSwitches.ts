import type { CommandLine } from 'electron';

/** Chromium's switches that lead requests elsewhere, trust whoever answers, or put pretended devices in place of real ones. */
const loosened = [
  'allow-insecure-localhost',
  'allow-loopback-in-peer-connection',
  'allow-running-insecure-content',
  'disable-web-security',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'unsafely-treat-insecure-origin-as-secure',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
];

/**
 * Takes away what only tests and demo may ask of Chromium. Must run before anything is asked for over the network: in a
 * package, a shortcut that was tampered with must not lead calls and credentials astray.
 */
export function dropLoosenedSwitches(commandLine: Pick<CommandLine, 'removeSwitch'>): void {
  for (const name of loosened) {
    commandLine.removeSwitch(name);
  }
}
