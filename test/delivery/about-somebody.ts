import { createInstance } from '../../src/delivery/instance.ts';
import { type AboutSomebody, queueMessage, teamNames } from '../support/about-somebody.ts';
import { account } from '../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  instances: () =>
    createInstance({
      storage: town.storage,
      tenant: town.core.tenant,
      rates: { perSecond: 50, roundsPerSecond: 40 },
      share: () => {},
      now: () => 0,
    }).renew(),
  occurrences: () => town.core.store.plan(queueMessage('2026-11-23', []).occurrence, [], town.clock.now),
  setaside: () => {
    const { round, team, period, day } = queueMessage('2026-11-23', []).occurrence;
    return town.core.store.keepAside('a-message', { round, team, period, day, reason: 'failed' });
  },
  outcomes: (n) =>
    Promise.all(
      Object.keys(teamNames).map((team) => {
        const recipient = town.core.pseudonymise(team, account(n), 'round');
        const { occurrence, ...rest } = queueMessage('2026-11-23', []);
        return town.core.store.record({ ...rest, occurrence: { ...occurrence, team } }, [
          { recipient, result: 'sent' },
        ]);
      }),
    ),
});
