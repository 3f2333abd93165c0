import pMap from 'p-map';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import { readingAlong } from '../matrix/reading-along.ts';
import { yesesTo } from '../matrix/rules.ts';
import type { MatrixStore } from '../matrix/store.ts';

export interface ConsentTools extends Pick<Tools, 'people'> {
  matrices: MatrixStore;
}

/** What HR may read: whose it is, and what both confirmed. */
export interface Shared {
  id: string;
  person: Person;
  confirmed: Confirmed;
}

const AT_ONCE = 8;

/** Tells what HR may read at this moment: only where both said yes to this very state, and both still are who they were. */
export function consent({ people, matrices }: ConsentTools) {
  const along = readingAlong({ people, matrices });

  /** What HR may read of somebody, by their directory id; undefined where they may read nothing. */
  async function of(id: string, settings: Pick<Settings, 'teams'>): Promise<Shared | undefined> {
    const [found, confirmed] = await Promise.all([along.of(id, settings), matrices.confirmed(id)]);
    const { employee, manager } = yesesTo(confirmed, found?.reader);
    return found && confirmed && employee && manager ? { id, person: found.person, confirmed } : undefined;
  }

  return {
    of,
    /** All that HR may read, by name. A range, and a few point reads for each that a manager shares. */
    async all(settings: Pick<Settings, 'teams'>): Promise<Shared[]> {
      const readers = [...(await matrices.readers())].filter(([, { shared }]) => shared !== undefined);
      const found = await pMap(readers, ([id]) => of(id, settings), { concurrency: AT_ONCE });
      return found
        .filter((one) => one !== undefined)
        .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'nl'));
    },

    /**
     * Takes away what holds no more: the yeses of who left, and of who leads the team no more, who sees the matrix along no more either.
     * So none of it holds again when somebody comes back.
     */
    async endOld(settings: Pick<Settings, 'teams'>): Promise<void> {
      await along.endOld(settings);
      const shared = [...(await matrices.allConfirmed())].filter(([, one]) => one.shared !== undefined);
      await pMap(
        shared,
        async ([id]) => {
          if (!(await people.find(id))) await matrices.share(id, undefined);
        },
        { concurrency: AT_ONCE },
      );
    },
  };
}
