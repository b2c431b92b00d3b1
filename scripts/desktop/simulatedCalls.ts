/** What of a simulator it takes to have calls there. */
export interface SimulatedCalls {
  readonly telnyxEndpoints: { readonly telnyxSignalling: string };
  readonly telnyx: { readonly publicKeyHash: string };
}

/**
 * Chromium switches that lead calls to a simulator, for demo and tests: the SDK's host is written into it. The program
 * itself knows nothing of them.
 */
export function simulatedCallSwitches({ telnyxEndpoints, telnyx }: SimulatedCalls): readonly string[] {
  const { host } = new URL(telnyxEndpoints.telnyxSignalling);
  return [
    `--host-resolver-rules=MAP video.telnyx.com:443 ${host}, MAP stun.l.google.com ~NOTFOUND`,
    `--ignore-certificate-errors-spki-list=${telnyx.publicKeyHash}`,
    // The machine may have no other network.
    '--allow-loopback-in-peer-connection',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ];
}
