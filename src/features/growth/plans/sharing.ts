import { forEach } from '../../../lib/for-each.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { SharedPlan } from './plan.ts';
import { mayRead } from './rules.ts';
import type { PlanStore } from './store.ts';

export interface SharingTools extends Pick<Tools, 'people'> {
  plans: PlanStore;
}

type Teams = Pick<Settings, 'teams'>;

/** A shared plan that may be read at this moment. */
export interface Reading {
  id: string;
  person: Person;
  shared: SharedPlan;
}

/**
 * What is shared holds in the team in which it was shared, as long as both work here and the one leads the team of the other. Where it
 * holds no more it is taken away, so that it does not hold again when somebody comes back.
 */
export function planSharing({ people, plans }: SharingTools) {
  /** The two of what is shared, or undefined, and it is gone, where it holds no more. A few point reads. */
  async function held(
    id: string,
    shared: SharedPlan,
    { teams }: Teams,
  ): Promise<{ person: Person; manager: Person } | undefined> {
    const [person, manager] = await Promise.all([
      people.find(id),
      shared.manager === undefined ? undefined : people.find(shared.manager),
    ]);
    const team = teams.find(({ key }) => key === shared.team);
    if (person && manager && mayRead(shared, person, manager, team)) return { person, manager };
    await plans.stopSharing(id);
    return undefined;
  }

  return {
    /** With whom somebody shares their plan, and what. */
    async of(id: string, teams: Teams): Promise<{ with: Person; what: SharedPlan } | undefined> {
      const shared = await plans.sharedOf(id);
      const both = shared && (await held(id, shared, teams));
      return both && shared ? { with: both.manager, what: shared } : undefined;
    },

    /** What this manager may read of somebody; undefined where they may read nothing. */
    async read(id: string, manager: string, teams: Teams): Promise<Reading | undefined> {
      const shared = await plans.sharedOf(id);
      if (shared?.manager !== manager) return undefined;
      const both = await held(id, shared, teams);
      return both && { id, person: both.person, shared };
    },

    /** All that this manager may read, by name. A range, and a few point reads for each. */
    async all(manager: string, teams: Teams): Promise<Reading[]> {
      const found: Reading[] = [];
      await forEach(await plans.sharedWith(manager), async ({ id, shared }) => {
        const both = await held(id, shared, teams);
        if (both) found.push({ id, person: both.person, shared });
      });
      return found.toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'nl'));
    },

    /** Takes away all that holds no more. */
    async endOld(teams: Teams): Promise<void> {
      await forEach(await plans.allShared(), async ({ id, shared }) => {
        await held(id, shared, teams);
      });
    },
  };
}
