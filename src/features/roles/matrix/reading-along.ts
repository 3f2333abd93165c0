import { forEach } from '../../../lib/for-each.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isLeaderOf, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { MatrixStore } from './store.ts';
import type { MatrixReader } from './tables.ts';

type Teams = Pick<Settings, 'teams'>;

/** Whose matrix is seen along, and what is kept of who sees it. */
export interface Along {
  person: Person;
  reader: MatrixReader;
}

const AT_ONCE = 8;

/**
 * Whoever sees a matrix along does so as long as both work here and they lead the team of its employee. Where that holds no more it ends,
 * with the yes to HR: who comes back sees nothing until the employee chooses them anew.
 */
export function readingAlong({
  people,
  matrices,
}: Pick<Tools, 'people'> & { matrices: Pick<MatrixStore, 'reader' | 'readers' | 'endReader'> }) {
  async function held(id: string, reader: MatrixReader, { teams }: Teams): Promise<Along | undefined> {
    const [person, manager] = await Promise.all([people.find(id), people.find(reader.manager)]);
    const team = teams.find(({ key }) => key === person?.team) ?? { key: person?.team ?? '' };
    if (person && manager && isLeaderOf(team, manager)) return { person, reader };
    await matrices.endReader(id, reader.manager);
    return undefined;
  }

  return {
    /** Who sees the matrix of somebody along at this moment, by the directory id of whose it is. A few point reads. */
    async of(id: string, teams: Teams): Promise<Along | undefined> {
      const reader = await matrices.reader(id);
      return reader && held(id, reader, teams);
    },

    /** Ends all that holds no more. */
    async endOld(teams: Teams): Promise<void> {
      const standing = [...(await matrices.readers())].filter(([, { ended }]) => !ended);
      await forEach(standing, ([id, reader]) => held(id, reader, teams), AT_ONCE);
    },
  };
}
