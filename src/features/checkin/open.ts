import type { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import { periodOf } from '../../calendar/weeks.ts';
import type { Person } from '../../people/person.ts';
import type { Services } from '../module.ts';
import type { Lately } from './contract.ts';
import { latelyOf } from './rules.ts';
import { type CheckinStore, checkinStore } from './store.ts';

/** The answers, and what other features may be given of them. */
export interface CheckinOpened {
  store: CheckinStore;
  /** What somebody's last answers mean for a tip, read in their own turn only. One range. */
  lately(person: Person, now: Temporal.Instant): Promise<Lately>;
  /** The scores and themes of a team's period, by pseudonym: without comments, and without weeks that were skipped. One range. */
  scored(team: string, period: string): ReturnType<typeof scoredIn>;
  /** What teams shared in windows that closed. */
  comments: Pick<CheckinStore, 'shared' | 'sharedText'>;
}

async function scoredIn(store: Pick<CheckinStore, 'inPeriod'>, team: string, period: string) {
  const answers = await store.inPeriod(team, period);
  return new Map(
    [...answers].flatMap(([pseudonym, { score, themes }]) =>
      score ? [[pseudonym, { score, themes }] as const] : [],
    ),
  );
}

/** Opens the answers of one tenant. */
export function open({
  storage,
  tenant,
  pseudonymise,
}: Pick<Services, 'storage' | 'tenant' | 'pseudonymise'>): CheckinOpened {
  const store = checkinStore(storage, tenant, pseudonymise);
  return {
    store,
    lately: async ({ team, directoryId = '' }, now) =>
      latelyOf(await store.line(team, directoryId), periodOf(today(now))),
    scored: (team, period) => scoredIn(store, team, period),
    comments: store,
  };
}
