import { z } from 'zod';
import { perhaps } from '../../conversation/field.ts';
import { colleagueAlone, colleagueAnywhere, everybodyAnywhere } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { byNumber } from './changes/by-number.ts';
import { approveSchema, deciding, decidingSchema, rejectSchema } from './changes/deciding.ts';
import { deputyFormSchema, deputySchema } from './changes/deputy-form.ts';
import { beginningSchema } from './changes/form-choices.ts';
import { formSchema, reportRef } from './changes/proposal-form.ts';
import { proposalTable } from './changes/proposal-store.ts';
import { listSchema, proposing } from './changes/proposing.ts';
import { deciders, keeping } from './changes/rights.ts';
import { proposalRef } from './changes/shown.ts';
import { waitingFor } from './changes/waiting.ts';

import { aboutRole } from './chat/about-roles.ts';
import { asking, gapSchema, mineSchema } from './chat/conversation.ts';
import { exportingRegister } from './chat/exporting.ts';
import { hearingOfKeepers } from './chat/hearing-of-keepers.ts';
import { correctionSchema, questionSchema } from './chat/question.ts';
import { reportWrongSchema, takeBackSchema, wrongSchema } from './chat/wrong.ts';
import { addMandateCommands } from './commands/index.ts';
import { firstHour } from './first-hour/index.ts';
import { registerIntakes } from './intakes/index.ts';
import { type MandateStores, openStores } from './open.ts';
import { registerTable } from './register/tables.ts';
import { againstDeputies } from './review/against-deputies.ts';
import { endingsJob } from './review/expiry.ts';
import { gapTable } from './review/gaps.ts';
import { checking, checkSchema, covering, oversight } from './review/oversight.ts';
import { closeSchema, reportSchema, reports, reportsWaiting } from './review/reports.ts';
import { reportsJob } from './review/reports-told.ts';

function offer(stores: MandateStores, services: Tools): FeatureOffer {
  const tools = { ...services, ...stores };
  const changes = proposing({ ...tools, againstDeputies });
  const questions = asking({ ...tools, changes });
  const named = byNumber(stores, changes.start);
  const decisions = deciding(tools);
  const watch = oversight(tools);
  const reported = reports(tools);
  const [proposalsOf, reportsOf] = [waitingFor(tools), reportsWaiting(tools)];
  const exports = exportingRegister(tools);
  const first = firstHour({ ...tools, questions, changes });

  const keepers = hearingOfKeepers({
    ...tools,
    export: exports.start,
    check: watch.check,
    cover: watch.cover,
    reports: reported.list,
  });

  return {
    examples: [
      { say: 'wie valideert BAG?', title: 'Vraag wie iets mag beslissen, in je eigen woorden', first: 3 },
    ],
    phrases: [
      {
        say: 'mijn mandaten',
        also: ['mijn mandaat', 'welke mandaten heb ik', 'wat mag ik'],
        title: 'Bekijk wat er op jouw naam staat',
        needs: colleagueAlone,
        run: (turn) => questions.mine(turn),
      },
      {
        say: 'wie is mandaatbeheerder',
        also: ['mandaatbeheerder', 'mandaatbeheerders', 'wie zijn de mandaatbeheerders'],
        title: 'Bekijk wie het mandatenregister bijhoudt',
        needs: colleagueAnywhere,
        run: keepers.who,
      },
      {
        say: 'nieuw mandaat',
        also: [
          'mandaat toevoegen',
          'ik wil een mandaat toevoegen',
          'voeg een mandaat toe',
          'een mandaat toevoegen',
        ],
        title: 'Stel een nieuw mandaat voor',
        needs: keeping,
        run: (turn) => changes.start(turn, 'new'),
      },
      {
        say: 'wijzig mandaat',
        also: ['mandaat wijzigen', 'mandaat aanpassen', 'pas mandaat aan', 'wijzig'],
        title: 'Stel een wijziging voor, met het nummer erachter',
        needs: keeping,
        takesRest: true,
        run: (turn, rest) => changes.start(turn, 'change', rest),
      },
      {
        say: 'wijzig vervanger',
        also: ['vervanger wijzigen', 'andere vervanger', 'nieuwe vervanger'],
        title: 'Stel een andere vervanger voor, met het nummer erachter',
        needs: keeping,
        takesRest: true,
        run: (turn, rest) => changes.startDeputy(turn, rest),
      },
      {
        say: 'beëindig mandaat',
        also: ['mandaat beëindigen', 'mandaat opzeggen', 'mandaat stoppen', 'stop mandaat'],
        title: 'Stel een einde voor, met het nummer erachter',
        needs: keeping,
        takesRest: true,
        run: (turn, rest) => changes.start(turn, 'end', rest),
      },
      {
        say: 'voorstellen',
        wished:
          /\b(?:mijn|m n|mn|ons) voorstel(?:len)?\b|\bvoorstel(?:len)? (?:al |nog )?(?:goedgekeurd|afgewezen|besloten)\b/,
        also: [
          'mandaatvoorstellen',
          'open voorstellen',
          'mijn voorstellen',
          'mijn open voorstellen',
          'hoe staat het met mijn voorstel',
        ],
        title: 'Bekijk wat op een besluit wacht',
        needs: { ...deciders, listedFor: ['mandaatbeheerder'] },
        run: (turn) => changes.list(turn),
      },
      ...exports.phrases,
      ...first.phrases,
      {
        say: 'mandaatcontrole',
        first: 1,
        also: [
          'mandaat controle',
          'controle',
          'controle mandaten',
          'controleer het register',
          'mandaten controle',
          'klopt het register',
          'klopt het register nog',
          'zijn er problemen in het register',
          'problemen in het register',
          'zijn er fouten in het register',
          'fouten in het register',
          'gaten in het register',
          'gaten in de mandaten',
          'waar zitten de gaten',
          'waar zitten de gaten in de mandaten',
        ],
        title: 'Bekijk wat ontbreekt of botst',
        needs: checking,
        run: (turn) => watch.check(turn),
      },
      {
        say: 'gemeld over het register',
        wished:
          /\b(?:gemeld|meldden|meldde|melden|meldingen)\b.*\b(?:register|mandaat|mandaten|fout|fouten|gat|gaten)\b/,
        also: [
          'gemelde gaten',
          'gemelde fouten',
          'mandaat meldingen',
          'meldingen register',
          'zijn er meldingen over het register',
          'meldingen over het register',
        ],
        title: 'Bekijk wat collega’s over het register meldden',
        needs: checking,
        run: () => reported.list(),
      },
      {
        say: 'bezetting',
        wished: /\b(?:welke dag(?:en)?|wanneer)\b.*\bniemand\b/,
        also: [
          'bezetting mandaten',
          'wie werkt er',
          'op welke dagen kan er niemand valideren',
          'op welke dagen kan niemand valideren',
          'wanneer kan er niemand valideren',
          'wie is er de komende weken niet',
          'wie is er volgende week niet',
        ],
        title: 'Bekijk op welke dagen niemand werkt die het mag',
        needs: covering,
        run: (turn) => watch.cover(turn),
      },
    ],
    fitting: first.fitting,
    actions: {
      ...exports.actions,
      ...first.actions,
      'mandates.ask': action(
        z.object({ question: questionSchema }),
        (turn, { question }) => questions.chosen(turn, question),
        { needs: everybodyAnywhere },
      ),
      'mandates.correct': action(correctionSchema, (turn, data) => questions.correct(turn, data), {
        needs: everybodyAnywhere,
      }),
      'mandates.gap': action(gapSchema, (turn, gap) => questions.gap(turn, gap), {
        needs: colleagueAnywhere,
      }),
      'mandates.wrong': action(wrongSchema, (turn, about) => questions.wrong(turn, about), {
        needs: colleagueAlone,
      }),
      'mandates.report-wrong': action(reportWrongSchema, (turn, data) => questions.reportWrong(turn, data), {
        needs: colleagueAlone,
      }),
      'mandates.take-back': action(takeBackSchema, (turn, data) => questions.takeBack(turn, data), {
        needs: colleagueAlone,
      }),
      'mandates.reports': action(z.object({}), () => reported.list(), { needs: checking }),
      'mandates.report': action(reportSchema, (turn, ref) => reported.show(turn, ref), { needs: checking }),
      'mandates.closing': action(reportSchema, (turn, ref) => reported.closing(turn, ref), {
        needs: checking,
      }),
      'mandates.close-report': action(closeSchema, (turn, data) => reported.close(turn, data), {
        needs: checking,
      }),
      'mandates.reopen-report': action(reportSchema, (turn, ref) => reported.reopen(turn, ref), {
        needs: checking,
      }),
      'mandates.mine': action(mineSchema, (turn, page) => questions.mine(turn, page), {
        needs: colleagueAlone,
      }),
      'mandates.check': action(checkSchema, (turn, page) => watch.check(turn, page), { needs: checking }),
      'mandates.cover': action(checkSchema, (turn, page) => watch.cover(turn, page), { needs: covering }),
      'mandates.proposals': action(listSchema, (turn, page) => changes.list(turn, page), { needs: deciders }),
      'mandates.new': action(beginningSchema, (_, beginning) => changes.startWith(beginning), {
        needs: keeping,
      }),
      'mandates.change': action(
        z.object({ id: z.string().max(200), report: perhaps(reportRef) }),
        (turn, { id, report }) => changes.start(turn, 'change', id, report),
        { needs: keeping },
      ),
      'mandates.deputy': action(deputySchema, (turn, { id, from }) => changes.startDeputy(turn, id, from), {
        needs: keeping,
      }),
      'mandates.propose-deputy': action(deputyFormSchema, (turn, form) => changes.proposeDeputy(turn, form), {
        needs: keeping,
      }),
      'mandates.propose': action(formSchema, (turn, form) => changes.propose(turn, form), { needs: keeping }),
      'mandates.proposal': action(proposalRef, (turn, ref) => changes.show(turn, ref), { needs: deciders }),
      'mandates.again': action(proposalRef, (turn, ref) => changes.again(turn, ref), {
        needs: { ...keeping, checked: 'deed het voorstel zelf' },
      }),
      'mandates.deciding': action(decidingSchema, (turn, data) => decisions.open(turn, data), {
        needs: deciders,
      }),
      'mandates.approve': action(approveSchema, (turn, data) => decisions.approve(turn, data), {
        needs: deciders,
      }),
      'mandates.reject': action(rejectSchema, (turn, data) => decisions.reject(turn, data), {
        needs: deciders,
      }),
      'mandates.withdraw': action(proposalRef, (turn, ref) => decisions.withdraw(turn, ref), {
        needs: { ...colleagueAlone, typed: 'voorstellen', checked: 'deed het voorstel zelf' },
      }),
    },
    hears: [
      {
        order: 'middle',
        needs: everybodyAnywhere,
        answer: async (turn) =>
          (await keepers.hears(turn)) ??
          aboutRole(turn.text) ??
          (await changes.hears(turn)) ??
          (await named(turn)) ??
          questions.hears(turn),
      },
      { order: 'last', needs: everybodyAnywhere, answer: (turn) => questions.hearsLast(turn) },
    ],
    waiting: async (turn) => (await Promise.all([proposalsOf(turn), reportsOf(turn)])).flat(),
    files: exports.files,
    exports: exports.exports,
    intakes: registerIntakes(tools),
    jobs: [endingsJob(stores.store), reportsJob(stores)],
    searches: {
      mandaat: {
        needs: everybodyAnywhere,
        run: (turn) => questions.search(turn),
        nothing: 'Typ een vraag, bijvoorbeeld: wie valideert BAG in Delfshaven?',
      },
    },
  };
}

/** The mandate register in Teams: asking, changing with four eyes, and what a mandaatbeheerder looks after. */
export const mandates: FeatureModule<MandateStores> = {
  name: 'mandates',
  title: 'Wie mag wat?',
  tables: [registerTable, gapTable, proposalTable],
  open: openStores,
  offer,
  commands: addMandateCommands,
};
