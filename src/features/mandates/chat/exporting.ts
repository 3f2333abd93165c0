import { z } from 'zod';
import { linksCard } from '../../../conversation/cards/links.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { action, type Feature, type FileOffer } from '../../../conversation/offer.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import { notForYou } from '../changes/replies.ts';
import { writeRegister } from '../import/write.ts';
import { registerOf } from '../register/records.ts';
import type { MandateStore } from '../register/store.ts';
import { emptyRegister } from './replies.ts';

export interface ExportingTools extends Pick<Tools, 'audit' | 'links' | 'now' | 'people'> {
  store: MandateStore;
}

const FILE = 'mandatenregister';
/** The files of a register, as an import reads them; the ids of the links are their names. */
const parts = ['mandaten', 'gebieden', 'functies'] as const;
type Part = (typeof parts)[number];
const titles: Record<Part, string> = { mandaten: 'Mandaten', gebieden: 'Gebieden', functies: 'Functies' };
const isPart = (name: string): name is Part => (parts as readonly string[]).includes(name);

/** The whole register as files, for who looks after it. */
const exporting: Needs = {
  who: ['mandaatbeheerder'],
  where: 'own chat',
  typed: 'mandaten exporteren',
  refusals: { who: notForYou },
};

/** Typed: the answer is a stored message, so it holds no link. */
const chooseFirst: Message = notice(
  'mandate',
  'Mandaten exporteren',
  'Je krijgt het register in drie bestanden: mandaten, gebieden en functies. In het logboek van beheer staat dat jij dit deed.',
  [{ verb: 'mandates.export', title: 'Maak de links', data: {} }],
);

/** The register as CSV files that an import reads again, by signed links. */
export function exportingRegister({ store, audit, links, now, people }: ExportingTools) {
  const file: FileOffer = {
    title: 'Mandatenregister',
    needs: { who: ['mandaatbeheerder'] },
    allowed: async (directoryId, about = '') =>
      isPart(about) && hasAccess('mandaatbeheerder', directoryId, await people.find(directoryId), []),
    make: async (directoryId, about = '') => {
      if (!isPart(about)) throw new Error('the register has no such file');
      const { records } = await store.current();
      await audit.record(directoryId, 'mandatenregister geëxporteerd', about, { at: now(), name: FILE });
      const body = writeRegister(registerOf(records))[about];
      return { name: `${about}.csv`, type: 'text/csv; charset=utf-8', body };
    },
  };

  const start = async () => ((await store.current()).pointer ? chooseFirst : emptyRegister);

  return {
    start,
    phrases: [
      {
        say: 'mandaten exporteren',
        also: [
          'download mandaten',
          'export mandates',
          'export the mandates',
          'exporteer de mandaten',
          'exporteer het register',
          'exporteer mandaten',
          'exporteer mandatenregister',
          'exporteer register',
          'mandaat exporteren',
          'mandaten downloaden',
          'mandaten export',
          'mandatenlijst downloaden',
          'mandatenregister exporteren',
          'register exporteren',
        ],
        title: 'Download het register als bestanden voor Excel',
        needs: exporting,
        run: start,
      },
    ] satisfies Feature['phrases'],
    actions: {
      'mandates.export': action(
        z.object({}),
        async ({ directoryId }) =>
          linksCard({
            kind: 'mandate',
            text: 'Je bestanden staan klaar.',
            title: 'Je bestanden staan klaar',
            body: 'Open ze in Excel, of lees ze later weer in.',
            small: 'Elke link werkt één keer en hooguit 15 minuten.',
            links: parts.map((part) => ({
              title: titles[part],
              url: links.create(`${FILE}:${part}`, directoryId),
            })),
          }),
        { needs: exporting },
      ),
    },
    files: { [FILE]: file },
    exports: parts.map((part) => ({ title: titles[part], file: `${FILE}:${part}`, needs: exporting })),
  };
}
