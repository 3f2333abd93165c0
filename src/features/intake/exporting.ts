import { z } from 'zod';
import { linksCard } from '../../conversation/cards/links.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Export } from '../../conversation/intake.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import { action, type Feature } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Tools } from '../module.ts';
import type { Planning } from './planning.ts';

/** Typed: the answer is a stored message, so it holds no link. */
const chooseFirst: Message = notice(
  'settings',
  'Lijsten als bestand',
  'Je krijgt links naar de lijsten die jij mag hebben. In het logboek staat welke je ophaalt.',
  [{ verb: 'intake.exports', title: 'Maak de links', data: {} }],
);

const nothing: Message = notice(
  'settings',
  'Er is geen lijst voor jou',
  'Alleen wie Kompas beheert of het mandatenregister bijhoudt, haalt lijsten op.',
);

/** The lists that features offer as files, for who may have them, in one place. */
export function exporting({ features, links, people }: Tools, { mayBe }: Planning) {
  async function allowed(turn: Turn): Promise<Export[]> {
    const person = await people.find(turn.directoryId);
    return features()
      .flatMap((feature) => feature.exports ?? [])
      .filter(({ needs }) => mayBe(needs.who, turn.directoryId, person));
  }

  const needs = { ...colleagueAlone, who: ['beheerder', 'mandaatbeheerder'], typed: 'exporteer' } as const;

  return {
    phrases: [
      {
        say: 'exporteer',
        wished: /\b(?:in|als|naar|voor) (?:een )?(?:excel|csv|spreadsheet)\b/,
        also: ['exporteren', 'lijsten ophalen', 'download lijsten', 'exporteer lijsten'],
        title: 'Haal een lijst op als bestand',
        needs,
        run: async (turn) => ((await allowed(turn)).length > 0 ? chooseFirst : nothing),
      },
    ] satisfies Feature['phrases'],
    actions: {
      'intake.exports': action(
        z.object({}),
        async (turn) => {
          const mine = await allowed(turn);
          if (mine.length === 0) return nothing;
          return linksCard({
            kind: 'settings',
            text: 'Je bestanden staan klaar.',
            title: 'Je bestanden staan klaar',
            body: 'Open ze in Excel. Je kunt ze later ook weer inlezen.',
            small: 'Elke link werkt één keer en hooguit 15 minuten.',
            links: mine.map(({ title, file }) => ({ title, url: links.create(file, turn.directoryId) })),
          });
        },
        { needs },
      ),
    },
  };
}
