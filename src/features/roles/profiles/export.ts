import type { Export } from '../../../conversation/intake.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isAmong } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import { fileCard } from './editing-cards.ts';
import { writeProfiles } from './file.ts';
import { editors } from './showing.ts';
import type { ProfileStore } from './store.ts';

export interface ProfileExportTools
  extends Pick<Tools, 'audit' | 'people' | 'now' | 'administrators' | 'links'> {
  profiles: ProfileStore;
}

const FILE = 'rolprofielen';
const NAME = 'rolprofielen.csv';

/** All role profiles as a file that an import reads back. */
export function profileExport(
  { profiles, audit, people, now, administrators, links }: ProfileExportTools,
  needs: Needs,
): { files: Record<string, FileOffer>; exports: Export[]; link(turn: Turn): Message } {
  const offer: FileOffer = {
    title: 'Rolprofielen',
    needs: { who: needs.who },
    allowed: async (directoryId) =>
      isAmong(editors, directoryId, await people.find(directoryId), administrators),
    make: async (directoryId) => {
      const body = writeProfiles(await profiles.versions());
      await audit.record(directoryId, 'rolprofielen geëxporteerd', NAME, { at: now(), name: NAME });
      return { name: NAME, type: 'text/csv; charset=utf-8', body };
    },
  };
  return {
    files: { [FILE]: offer },
    exports: [{ title: 'Rolprofielen', file: FILE, needs }],
    link: ({ directoryId }) => fileCard(links.create(FILE, directoryId)),
  };
}
