import { createHash } from 'node:crypto';
import type { Intake, PlannedIntake } from '../../conversation/intake.ts';
import type { Needs } from '../../conversation/needs.ts';
import { apart } from '../../files/apart.ts';
import type { Tools } from '../module.ts';
import { tipsHeading } from './library/file.ts';
import { type CommandNeeds, namesIn, tipCount } from './library/names.ts';
import type { LibraryChanges, TipLibrary } from './library/store.ts';
import type { ReadTipsFile, TipsFile } from './library/tips-apart.ts';

export interface TipsIntakeTools extends Pick<Tools, 'audit' | 'settings'> {
  library: TipLibrary;
}

/** Sending and fetching the list of tips. */
export const sendingTips: Needs & { where: 'own chat' } = {
  who: ['beheerder'],
  where: 'own chat',
  typed: 'bestand',
};

/** So many known columns make a list of tips surely one. */
const SURE = 6;

const stateOf = (now: LibraryChanges): string =>
  createHash('sha256')
    .update(JSON.stringify([...now].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');

/** The list of tips as an administrator sends it in the chat. */
export function tipsIntake({ library, audit, settings }: TipsIntakeTools, given: CommandNeeds): Intake {
  return {
    kind: 'tips',
    what: 'een lijst van tips',
    head: 'tip',
    needs: sendingTips,
    next: { verb: 'settings.show', title: 'Naar beheer', data: {} },
    looksLike: ({ tables }) => {
      const best = Math.max(0, ...tables.flatMap(({ rows }) => rows.map(tipsHeading)));
      return best < 2 ? 0 : Math.min(1, best / SURE);
    },
    plan: async (file): Promise<PlannedIntake> => {
      const [now, names] = await Promise.all([library.changes(), namesIn({ settings }, given)]);
      const read = await apart<TipsFile, ReadTipsFile>(new URL('library/tips-apart.ts', import.meta.url), {
        file,
        now,
        names,
      });
      const state = stateOf(now);
      const nothing = { counts: [], doubts: [], changes: [], questions: [] };
      if ('problems' in read)
        return {
          ...nothing,
          read: 'geen enkele tip',
          problems: read.problems,
          isUnchanged: true,
          summary: '',
          state,
          apply: async () => 'changed',
        };
      const { added, changed, off, restored, same } = read.summary;
      return {
        ...nothing,
        read: tipCount(read.count),
        counts: [
          { title: 'Nieuw', value: `${added.length}` },
          { title: 'Gewijzigd', value: `${changed.length}` },
          { title: 'Uitgezet', value: `${off.length}` },
          { title: 'Weer zoals meegeleverd', value: `${restored.length}` },
          { title: 'Gelijk', value: `${same}` },
        ],
        doubts: read.unknown,
        changes: [
          { title: 'Uitgezet', lines: off },
          { title: 'Wijzigt', lines: changed },
          { title: 'Weer zoals meegeleverd', lines: restored },
          { title: 'Nieuw', lines: added },
        ],
        problems: [],
        isUnchanged: read.changes.size === 0,
        summary: tipCount(read.changes.size),
        state,
        apply: async (who) => {
          await audit.record(who, 'tips geïmporteerd', tipCount(read.changes.size));
          await library.save(read.changes);
          return { lines: ['Binnen een minuut gebruikt Kompas de nieuwe tips.'] };
        },
      };
    },
  };
}
