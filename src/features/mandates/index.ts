import { z } from 'zod';
import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere, everybodyAnywhere } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { approveSchema, deciding, rejectSchema } from './changes/deciding.ts';
import { deputyFormSchema, deputySchema } from './changes/deputy-form.ts';
import { beginningSchema, formSchema } from './changes/proposal-form.ts';
import { proposalTable } from './changes/proposal-store.ts';
import { listSchema, proposing } from './changes/proposing.ts';
import { deciders, keeping } from './changes/rights.ts';
import { proposalRef } from './changes/shown.ts';
import { waitingFor } from './changes/waiting.ts';
import { asking, gapSchema, mineSchema } from './chat/conversation.ts';
import { exportingRegister } from './chat/exporting.ts';
import { correctionSchema, questionSchema } from './chat/question.ts';
import { addMandateCommands } from './commands/index.ts';
import { type MandateStores, openStores } from './open.ts';
import { colleaguesOf } from './register/colleagues.ts';
import { registerTable } from './register/tables.ts';
import { endingsJob } from './review/expiry.ts';
import { gapTable } from './review/gaps.ts';
import { checking, checkSchema, covering, oversight } from './review/oversight.ts';

function offer(stores: MandateStores, services: Tools): FeatureOffer {
  const tools = { ...services, ...stores };
  const questions = asking(tools);
  const changes = proposing(tools);
  const decisions = deciding(tools);
  const watch = oversight(tools);
  const exports = exportingRegister(tools);

  async function keepers(turn: Turn): Promise<Message> {
    // Addresses of colleagues are for whoever works here.
    if (!(await turn.person())) return unknownPerson;
    const [people, { municipality }] = await Promise.all([tools.everybody(), turn.settings()]);
    const list = colleaguesOf(people, municipality.closures).keepers;
    if (list.length === 0) {
      return notice(
        'mandate',
        'Er is nog geen mandaatbeheerder',
        'Vraag de beheerder van Kompas om iemand aan te wijzen.',
      );
    }
    return noticeCard({
      kind: 'mandate',
      text: `Er ${list.length === 1 ? 'is één mandaatbeheerder' : `zijn ${list.length} mandaatbeheerders`}.`,
      title: turn.scope === 'personal' ? 'De mandaatbeheerders' : 'De mandaatbeheerders van de gemeente',
      lines: list.map(({ name, upn }) => `${name} (${upn})`),
      small: 'Zij houden het mandatenregister bij.',
    });
  }

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
        run: keepers,
      },
      {
        say: 'nieuw mandaat',
        title: 'Stel een nieuw mandaat voor',
        needs: keeping,
        run: () => changes.start('new'),
      },
      {
        say: 'wijzig mandaat',
        also: ['mandaat wijzigen', 'wijzig'],
        title: 'Stel een wijziging voor, met het nummer erachter',
        needs: keeping,
        takesRest: true,
        run: (_, rest) => changes.start('change', rest),
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
        also: ['mandaat beëindigen', 'stop mandaat'],
        title: 'Stel een einde voor, met het nummer erachter',
        needs: keeping,
        takesRest: true,
        run: (_, rest) => changes.start('end', rest),
      },
      {
        say: 'voorstellen',
        also: ['mandaatvoorstellen', 'open voorstellen'],
        title: 'Bekijk wat op een besluit wacht',
        needs: { ...deciders, listedFor: ['mandaatbeheerder'] },
        run: (turn) => changes.list(turn),
      },
      ...exports.phrases,
      {
        say: 'mandaat controle',
        first: 1,
        also: ['controle', 'controle mandaten', 'controleer het register', 'mandaten controle'],
        title: 'Bekijk wat ontbreekt of botst',
        needs: checking,
        run: (turn) => watch.check(turn),
      },
      {
        say: 'bezetting',
        also: ['bezetting mandaten', 'wie werkt er'],
        title: 'Bekijk op welke dagen niemand werkt die het mag',
        needs: covering,
        run: (turn) => watch.cover(turn),
      },
    ],
    actions: {
      ...exports.actions,
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
        z.object({ id: z.string().max(200) }),
        (_, { id }) => changes.start('change', id),
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
      { order: 'middle', needs: everybodyAnywhere, answer: (turn) => questions.hears(turn) },
      { order: 'last', needs: everybodyAnywhere, answer: (turn) => questions.hearsLast(turn) },
    ],
    waiting: waitingFor(tools),
    files: exports.files,
    jobs: [endingsJob(stores.store)],
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
