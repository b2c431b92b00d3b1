import { describe, expect, test } from 'vitest';
import { orderWaysIn } from '../../../core/join/chooseWayIn.ts';
import type { WayIn } from '../../../core/model/wayIn.ts';
import { findService, services } from '../../../main/services/registry.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';

/** What can be remembered of the ways that a service offers: whatever opens something, and not for once only. */
function rememberable(ways: readonly WayIn[]): readonly string[] {
  return orderWaysIn(ways, { hasHandlerFor: () => true, remembered: null, hasRemotePages: true })
    .filter(({ kind, isForOnce }) => kind !== 'copy' && isForOnce !== true)
    .map(({ id }) => id);
}

describe('the ways that settings offer as preferred', () => {
  test('are those into a Pexip meeting', () => {
    const account = { id: 'room-1', serviceId: 'pexip', name: 'Room', fields: { node: 'join.corp.example' } };
    const meeting = { ...buildMeeting({ serviceMeetingId: 'a', subject: 'A', minutes: 0 }), address: 'a@corp.example' };
    const pexip = findService('pexip');
    expect(pexip?.knownWays?.map(({ id }) => id).toSorted()).toEqual(
      rememberable(pexip?.agenda?.waysIn(meeting, account) ?? []).toSorted(),
    );
  });

  test('are those into a join.me meeting', () => {
    const account = { id: 'me', serviceId: 'joinme', name: 'Me', fields: {} };
    const details = { viewerLink: 'https://join.me/123-456-789', phoneUrl: 'https://join.me/phone' };
    const meeting = { ...buildMeeting({ serviceMeetingId: 'a', subject: 'A', minutes: 0 }), details };
    const joinme = findService('joinme');
    expect(joinme?.knownWays?.map(({ id }) => id)).toEqual(
      rememberable(joinme?.agenda?.waysIn(meeting, account) ?? []),
    );
  });

  test('are each a choice, and told apart', () => {
    for (const { knownWays = [], view } of services) {
      const ids = knownWays.map(({ id }) => id);
      expect(new Set(ids).size, view.id).toBe(ids.length);
      expect(ids, view.id).not.toHaveLength(1);
    }
  });
});
