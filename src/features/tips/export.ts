import type { Export } from '../../conversation/intake.ts';
import type { Needs } from '../../conversation/needs.ts';
import type { FileOffer } from '../../conversation/offer.ts';
import { hasAccess } from '../../people/access.ts';
import type { Tools } from '../module.ts';
import { writeTips } from './library/file.ts';
import { allTips } from './library/import.ts';
import { tipCount } from './library/names.ts';
import type { TipLibrary } from './library/store.ts';

const FILE = 'tips';

/** All tips of the municipality as an import reads them. */
export function tipsExport(
  {
    library,
    audit,
    people,
    now,
    administrators,
  }: Pick<Tools, 'audit' | 'people' | 'now' | 'administrators'> & { library: TipLibrary },
  needs: Needs,
): { files: Record<string, FileOffer>; exports: Export[] } {
  const offer: FileOffer = {
    title: 'Tips',
    needs: { who: ['beheerder'] },
    allowed: async (directoryId) =>
      hasAccess('beheerder', directoryId, await people.find(directoryId), administrators),
    make: async (directoryId) => {
      const tips = allTips(await library.changes());
      await audit.record(directoryId, 'tips geëxporteerd', tipCount(tips.length), { at: now(), name: FILE });
      return { name: 'tips.csv', type: 'text/csv; charset=utf-8', body: writeTips(tips) };
    },
  };
  return { files: { [FILE]: offer }, exports: [{ title: 'Tips', file: FILE, needs }] };
}
