import { defineTable, key, type Storage } from '../../../storage/index.ts';
import type { Picture } from './rules.ts';

/** What a team sees of its tasks. Partition: tenant. Row: team key. */
export const taskPicturesTable = defineTable<Picture>({
  name: 'taskpictures',
  namesPeople: false,
  owner: 'roles',
  holds: 'het beeld van de taken van je team',
  seenBy: 'je team en wie het leidt',
  retention: { days: 730, from: 'day' },
  // One that stands stays, as what was told of a team: by an older one a new picture would come too soon.
  isDone: () => true,
  json: ['marks', 'one', 'none', 'many', 'oneOn', 'noneOn'],
  person: {
    kind: 'none',
    why: 'Er staan taken in, en niet wie ze doet. Wie meetelt, staat er als code bij: die is niet terug te lezen.',
  },
});

export interface PictureStore {
  /** The last picture of a team. One point read. */
  of(team: string): Promise<Picture | undefined>;
  /** False when there is one already, or, with `last`, when that is not the last one any more. */
  publish(team: string, picture: Picture, last: Picture | undefined): Promise<boolean>;
}

/** The pictures of one tenant. */
export function pictureStore(storage: Storage, tenant: string): PictureStore {
  const table = storage.table(taskPicturesTable);
  const at = (team: string) => [key(tenant), key(team)] as const;
  return {
    of: async (team) => (await table.get(...at(team)))?.value,
    publish: async (team, picture, last) => {
      if (!last) return table.insert(...at(team), picture);
      const stored = await table.get(...at(team));
      return stored?.value.day === last.day ? table.replace(stored, picture) : false;
    },
  };
}
