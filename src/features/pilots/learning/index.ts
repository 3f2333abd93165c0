import { z } from 'zod';
import { carried } from '../../../conversation/field.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import { ofPilot } from '../pilot/typed.ts';
import { adding } from './adding.ts';
import { deciding } from './deciding.ts';
import { exporting } from './export.ts';
import { finding } from './finding.ts';
import { proposing } from './proposing.ts';
import type { LearningTools } from './tools.ts';
import {
  addSchema,
  agreeSchema,
  lookBackSchema,
  ofLearning,
  ofPage,
  pageSchema,
  refuseSchema,
  shareSchema,
} from './typed.ts';
import { withdrawing } from './withdrawing.ts';

const nothing = z.object({});
/** What was typed behind `leerpunt` goes along when the pilot still had to be chosen. */
const newSchema = z.object({
  pilot: carried(z.string().max(60), ''),
  text: carried(z.string().max(2_000), ''),
  /** Whether more was typed than goes along. */
  cut: carried(z.boolean(), false),
});

/** Learning points of pilots: writing, finding, sharing and handing over. */
export function learning(
  tools: LearningTools,
): Required<Pick<Feature, 'phrases' | 'actions' | 'files' | 'searches'>> {
  const add = adding(tools);
  const find = finding(tools);
  const propose = proposing(tools);
  const decide = deciding(tools);
  const withdraw = withdrawing(tools);
  const exports = exporting(tools);

  return {
    phrases: [
      {
        say: 'leerpunt',
        also: ['nieuw leerpunt', 'leerpunt toevoegen', 'leerpunt opschrijven'],
        title: 'Schrijf een leerpunt van je pilot op',
        takesRest: true,
        private: true,
        run: (turn, rest) => add.begin(turn, rest),
      },
      {
        say: 'terugblik',
        also: ['terugblikken', 'terugkijken'],
        title: 'Kijk terug op een stuk werk',
        private: true,
        run: (turn) => add.lookBack(turn),
      },
      {
        say: 'leerpunten',
        also: [
          'mijn leerpunten',
          'onze leerpunten',
          'leerpunt delen',
          'leerpunten delen',
          'deel leerpunt',
          'praktijk delen',
        ],
        title: 'Bekijk de leerpunten van je pilots',
        private: true,
        run: (turn) => find.own(turn, { query: '', skip: 0 }),
      },
      {
        say: 'leerpunten zoeken',
        also: ['zoek leerpunten', 'zoek in leerpunten', 'leerpunt zoeken', 'zoek leerpunt'],
        title: 'Zoek in de leerpunten van je pilots',
        takesRest: true,
        private: true,
        run: (turn, rest) => find.searchOwn(turn, rest),
      },
      {
        say: 'praktijk zoeken',
        also: ['zoek praktijk', 'goede praktijk', 'goede praktijken', 'praktijk'],
        title: 'Zoek wat andere teams leerden',
        takesRest: true,
        run: (turn, rest) => find.searchPractice(turn, rest),
      },
      {
        say: 'leerpunten exporteren',
        also: [
          'exporteer leerpunten',
          'leerpunten export',
          'export leerpunten',
          'leerpunten downloaden',
          'download leerpunten',
        ],
        title: 'Download leerpunten voor het programma of de lijn',
        for: ['projectleider', 'manager', 'beheerder'],
        private: true,
        run: (turn) => exports.offer(turn),
      },
      {
        say: 'trek praktijk terug',
        also: ['praktijk terugtrekken', 'praktijk intrekken'],
        title: 'Haal gedeelde praktijk van je pilot weg',
        for: ['projectleider', 'manager', 'beheerder'],
        private: true,
        run: (turn) => withdraw.withdrawable(turn, 0),
      },
    ],
    actions: {
      'learning.new': action(newSchema, (turn, { pilot, text, cut }) =>
        pilot ? add.beginFor(turn, pilot, text, cut) : add.begin(turn),
      ),
      'learning.add': action(addSchema, (turn, sent) => add.add(turn, sent)),
      'learning.look-back-for': action(ofPilot, (turn, { pilot }) => add.lookBackFor(turn, pilot)),
      'learning.look-back': action(lookBackSchema, (turn, sent) => add.saveLookBack(turn, sent)),
      'learning.list': action(pageSchema, (turn, page) => find.own(turn, page)),
      'practice.list': action(pageSchema, (turn, page) => find.practice(turn, page)),
      'learning.share': action(ofLearning, (turn, { id }) => propose.form(turn, id)),
      'learning.propose': action(shareSchema, (turn, sent) => propose.propose(turn, sent)),
      'learning.decide': action(ofLearning, (turn, { id }) => decide.show(turn, id)),
      'learning.agree': action(agreeSchema, (turn, of) => decide.agree(turn, of)),
      'learning.refuse': action(refuseSchema, (turn, sent) => decide.refuse(turn, sent)),
      'practice.withdrawable': action(ofPage, (turn, { skip }) => withdraw.withdrawable(turn, skip)),
      'learning.withdraw': action(ofLearning, (turn, { id }) => withdraw.withdraw(turn, id)),
      'learning.links': action(nothing, (turn) => exports.links(turn)),
    },
    files: exports.files,
    searches: {
      praktijk: {
        run: (turn) => find.search(turn),
        nothing:
          'Typ een of meer woorden, bijvoorbeeld: bag overdracht. Niets gevonden? Probeer een ander woord.',
      },
    },
  };
}
