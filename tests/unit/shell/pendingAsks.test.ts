import { describe, expect, test } from 'vitest';
import type { AskHandlers } from '../../../main/shell/ipcRouter.ts';
import { PendingAsks } from '../../../main/shell/pendingAsks.ts';
import { settle } from '../../helpers/fakeTime.ts';

describe('what the window waits for', () => {
  test('is over when all of it is answered, well or not', async () => {
    const asks = new PendingAsks();
    const answer = Promise.withResolvers<'saved'>();
    const refusal = Promise.withResolvers<'saved'>();
    const handlers = asks.watch({
      saveMeeting: () => answer.promise,
      saveRoomInvite: () => refusal.promise,
      closePanel: () => undefined,
    } as unknown as AskHandlers);
    let isSettled = false;
    await asks.settled();
    const saved = handlers.saveMeeting({ meetingKey: 'm' });
    const refused = handlers.saveRoomInvite({ roomKey: 'r' });
    void asks.settled().then(() => {
      isSettled = true;
    });
    await handlers.closePanel({ isLeft: true });
    await settle();
    expect(isSettled).toBe(false);
    refusal.reject(new Error('no'));
    await expect(refused).rejects.toThrow('no');
    await settle();
    expect(isSettled).toBe(false);
    answer.resolve('saved');
    expect(await saved).toBe('saved');
    await settle();
    expect(isSettled).toBe(true);
  });
});
