import { z } from 'zod';
import { carried } from '../../../conversation/field.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import { inPilot } from '../pilot/rights.ts';
import { ofPilot } from '../pilot/typed.ts';
import { adding } from './adding.ts';
import { deciding } from './deciding.ts';
import { earlierLessons, earlierSchema } from './earlier.ts';
import { exporting, mayExport } from './export.ts';
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

/** Taking practice back that all teams read. */
const withdrawal: Needs = {
  who: ['colleague', 'beheerder'],
  where: 'anywhere',
  checked: 'leidt de pilot, of is beheerder',
};
/** Taking the learning points away as a file. */
const taking: Needs = { ...mayExport, where: 'anywhere' };

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
        wished:
          /\b(?:opschrijven|noteren|vastleggen) wat (?:we|ik) (?:leerden|leerde|hebben geleerd|heb geleerd)\b|\bleerpunt (?:opschrijven|noteren|vastleggen)\b/,
        also: ['nieuw leerpunt', 'leerpunt toevoegen', 'leerpunt opschrijven'],
        title: 'Schrijf een leerpunt van je pilot op',
        needs: { ...inPilot, where: 'own chat' },
        takesRest: true,
        run: (turn, rest) => add.begin(turn, rest),
      },
      {
        say: 'terugblik',
        wished: /\b(?:vijf vragen|terugkijken|terug kijken|terugblikken)\b.*\bstuk werk\b/,
        also: ['terugblikken', 'terugkijken'],
        title: 'Kijk terug op een stuk werk',
        needs: { ...inPilot, where: 'own chat' },
        run: (turn) => add.lookBack(turn),
      },
      {
        say: 'leerpunten',
        wished:
          /\bpraktijkvoorbeeld (?:maken|delen|schrijven)\b|\bwat (?:leerden|hebben) (?:we|wij)\b.*\b(?:geleerd|pilots?)\b/,
        also: [
          'mijn leerpunten',
          'onze leerpunten',
          'leerpunt delen',
          'leerpunten delen',
          'deel leerpunt',
          'praktijk delen',
          'praktijkvoorbeeld delen',
          'deel een praktijkvoorbeeld',
        ],
        title: 'Bekijk de leerpunten van je pilots',
        needs: { ...inPilot, where: 'own chat' },
        run: (turn) => find.own(turn, { query: '', skip: 0 }),
      },
      {
        say: 'leerpunten zoeken',
        also: ['zoek leerpunten', 'zoek in leerpunten', 'leerpunt zoeken', 'zoek leerpunt'],
        title: 'Zoek in de leerpunten van je pilots',
        needs: { ...inPilot, where: 'own chat' },
        takesRest: true,
        run: (turn, rest) => find.searchOwn(turn, rest),
      },
      {
        say: 'zoek praktijkvoorbeelden',
        wished:
          /\bwat (?:leerden|hebben|weten)\b.*\b(?:andere (?:pilot)?teams|pilotteams|anderen)\b(?:.*\bgeleerd\b)?/,
        also: [
          'praktijkvoorbeelden',
          'praktijkvoorbeeld',
          'praktijkvoorbeelden zoeken',
          'praktijkvoorbeeld zoeken',
          'zoek praktijkvoorbeeld',
          'praktijk zoeken',
          'zoek praktijk',
          'praktijk',
          // What this was called before.
          'goede praktijk',
          'goede praktijken',
        ],
        title: 'Zoek praktijkvoorbeelden van andere teams',
        needs: colleagueAnywhere,
        takesRest: true,
        run: (turn, rest) => find.searchPractice(turn, rest),
      },
      {
        say: 'leerpunten exporteren',
        wished:
          /\bleerpunten\b.*\b(?:bestand|word|excel|csv|downloaden?|exporteren)\b|\bbestand\b.*\bleerpunten\b/,
        also: [
          'exporteer leerpunten',
          'leerpunten export',
          'export leerpunten',
          'leerpunten downloaden',
          'download leerpunten',
          'download het bestand van de pilot',
          'bestand van de pilot',
          'bestand van de pilot downloaden',
          'download de pilot',
          'pilot downloaden',
          'pilot exporteren',
        ],
        title: 'Download de leerpunten als bestand',
        needs: { ...taking, where: 'own chat', listedFor: ['projectleider', 'manager', 'beheerder'] },
        run: (turn) => exports.offer(turn),
      },
      {
        say: 'praktijkvoorbeeld intrekken',
        also: [
          'praktijkvoorbeeld terugtrekken',
          'trek praktijkvoorbeeld in',
          'trek praktijkvoorbeeld terug',
          'trek praktijk terug',
          'praktijk terugtrekken',
          'praktijk intrekken',
        ],
        title: 'Trek een gedeeld praktijkvoorbeeld van je pilot in',
        needs: { ...withdrawal, where: 'own chat', listedFor: ['projectleider', 'manager', 'beheerder'] },
        run: (turn) => withdraw.withdrawable(turn, 0),
      },
    ],
    actions: {
      'learning.new': action(
        newSchema,
        (turn, { pilot, text, cut }) => (pilot ? add.beginFor(turn, pilot, text, cut) : add.begin(turn)),
        { needs: inPilot },
      ),
      'learning.add': action(addSchema, (turn, sent) => add.add(turn, sent), { needs: inPilot }),
      'learning.look-back-for': action(ofPilot, (turn, { pilot }) => add.lookBackFor(turn, pilot), {
        needs: inPilot,
      }),
      'learning.look-back': action(lookBackSchema, (turn, sent) => add.saveLookBack(turn, sent), {
        needs: inPilot,
      }),
      'learning.list': action(pageSchema, (turn, page) => find.own(turn, page), { needs: inPilot }),
      'learning.earlier': action(earlierSchema, earlierLessons(tools), { needs: inPilot }),
      'practice.list': action(pageSchema, (turn, page) => find.practice(turn, page), {
        needs: colleagueAnywhere,
      }),
      'learning.share': action(ofLearning, (turn, { id }) => propose.form(turn, id), { needs: inPilot }),
      'learning.propose': action(shareSchema, (turn, sent) => propose.propose(turn, sent), {
        needs: inPilot,
      }),
      'learning.decide': action(ofLearning, (turn, { id }) => decide.show(turn, id), { needs: inPilot }),
      'learning.agree': action(agreeSchema, (turn, of) => decide.agree(turn, of), { needs: inPilot }),
      'learning.refuse': action(refuseSchema, (turn, sent) => decide.refuse(turn, sent), { needs: inPilot }),
      'practice.withdrawable': action(ofPage, (turn, { skip }) => withdraw.withdrawable(turn, skip), {
        needs: withdrawal,
      }),
      'learning.withdraw': action(ofLearning, (turn, { id }) => withdraw.withdraw(turn, id), {
        needs: withdrawal,
      }),
      'learning.unname': action(ofLearning, (turn, { id }) => propose.unname(turn, id), {
        needs: colleagueAnywhere,
      }),
      'learning.links': action(nothing, (turn) => exports.links(turn), { needs: taking }),
    },
    files: exports.files,
    searches: {
      praktijk: {
        needs: colleagueAnywhere,
        run: (turn) => find.search(turn),
        nothing:
          'Typ een of meer woorden, bijvoorbeeld: bag overdracht. Niets gevonden? Probeer een ander woord.',
      },
    },
  };
}
