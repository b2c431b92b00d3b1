import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PassKeeper } from '../../../main/calls/passKeeper.ts';
import type { Clock } from '../../../main/clock.ts';
import type { CallPass } from '../../../main/services/callPass.ts';
import type { RoomFailure } from '../../../main/services/service.ts';

const clock: Clock = {
  wall: () => Date.now(),
  uptime: () => performance.now(),
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tenMinutes = 600_000;

/** A service that numbers its tokens; the answers can be replaced. */
function buildService({ renewable = 3_600_000 } = {}) {
  let count = 0;
  const pass = (secret: string): CallPass => {
    count += 1;
    return {
      kind: 'pass',
      token: `token-${count}`,
      lifetime: tenMinutes,
      renewal: { secret, lifetime: renewable },
    };
  };
  const mintPass = vi.fn(async (): Promise<CallPass | RoomFailure> => pass(`renewal-${count}`));
  const renewPass = vi.fn(async ({ secret }: { secret: string }): Promise<CallPass | RoomFailure> => pass(secret));
  const renewed: string[] = [];
  const keeper = new PassKeeper({
    clock,
    host: { mintPass, renewPass },
    onRenewed: ({ token }) => renewed.push(token),
  });
  return { keeper, mintPass, renewPass, renewed };
}

const failed = (kind: 'unreachable' | 'refused' | 'limited', retryAfter: number | null = null): RoomFailure => ({
  kind: 'failed',
  status: { kind },
  detail: null,
  retryAfter,
  trackingId: null,
});

describe('a pass', () => {
  test('is minted once, however often it is asked for', async () => {
    const { keeper, mintPass } = buildService();
    const passes = await Promise.all([keeper.get(false), keeper.get(false)]);
    expect(passes.map((pass) => pass.kind === 'pass' && pass.token)).toEqual(['token-1', 'token-1']);
    expect(await keeper.get(false)).toMatchObject({ token: 'token-1' });
    expect(mintPass).toHaveBeenCalledTimes(1);
  });

  test('is renewed at two thirds of its life, again and again', async () => {
    const { keeper, renewPass, renewed } = buildService();
    await keeper.get(false);
    await vi.advanceTimersByTimeAsync(399_000);
    expect(renewPass).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(renewed).toEqual(['token-2']);
    await vi.advanceTimersByTimeAsync(400_000);
    expect(renewed).toEqual(['token-2', 'token-3']);
  });

  test('is minted anew once what renews it has ended', async () => {
    const { keeper, mintPass, renewPass } = buildService({ renewable: 1_000_000 });
    await keeper.get(false);
    await vi.advanceTimersByTimeAsync(1_200_000);
    expect(renewPass).toHaveBeenCalledTimes(2);
    expect(mintPass).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(400_000);
    expect(renewPass).toHaveBeenCalledTimes(3);
  });

  test('is minted anew when the renewal is refused before its time', async () => {
    const { keeper, mintPass, renewPass, renewed } = buildService();
    await keeper.get(false);
    renewPass.mockResolvedValueOnce(failed('refused'));
    await vi.advanceTimersByTimeAsync(400_000);
    expect(mintPass).toHaveBeenCalledTimes(2);
    expect(renewed).toEqual(['token-2']);
  });

  test('that cannot be renewed now is tried again soon, or when the service says', async () => {
    const { keeper, renewPass, renewed } = buildService();
    await keeper.get(false);
    renewPass.mockResolvedValueOnce(failed('unreachable')).mockResolvedValueOnce(failed('limited', 30_000));
    await vi.advanceTimersByTimeAsync(400_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(renewPass).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(renewed).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(renewed).toEqual(['token-2']);
  });

  test('with seconds to live is not handed out', async () => {
    const { keeper, mintPass, renewPass } = buildService();
    renewPass.mockResolvedValue(failed('unreachable'));
    await keeper.get(false);
    await vi.advanceTimersByTimeAsync(586_000);
    expect(await keeper.get(false)).toMatchObject({ token: 'token-2' });
    expect(mintPass).toHaveBeenCalledTimes(2);
  });

  test('that was not accepted is replaced when asked', async () => {
    const { keeper } = buildService();
    await keeper.get(false);
    expect(await keeper.get(true)).toMatchObject({ token: 'token-2' });
  });

  test('of a call that is over is not renewed', async () => {
    const { keeper, renewPass } = buildService();
    await keeper.get(false);
    keeper.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(renewPass).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
