import { z } from 'zod';
import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { approveSchema, deciding, rejectSchema } from './changes/deciding.ts';
import { beginningSchema, formSchema } from './changes/proposal-form.ts';
import { proposalTable } from './changes/proposal-store.ts';
import { listSchema, proposing } from './changes/proposing.ts';
import { proposalRef } from './changes/shown.ts';
import { asking, gapSchema, mineSchema } from './chat/conversation.ts';
import { correctionSchema, questionSchema } from './chat/question.ts';
import { addMandateCommands } from './commands/index.ts';
import { type MandateStores, openStores } from './open.ts';
import { colleaguesOf } from './register/colleagues.ts';
import { registerTable } from './register/tables.ts';
import { endingsJob } from './review/expiry.ts';
import { gapTable } from './review/gaps.ts';
import { checkSchema, oversight } from './review/oversight.ts';

function offer(stores: MandateStores, services: Tools): FeatureOffer {
  const tools = { ...services, ...stores };
  const questions = asking(tools);
  const changes = proposing(tools);
  const decisions = deciding(tools);
  const watch = oversight(tools);

  async function keepers(turn: Turn): Promise<Message> {
    // Addresses of colleagues are for whoever works here.
    if (!(await turn.person())) return unknownPerson;
    const [people, { municipality }] = await Promise.all([tools.everybody(), turn.settings()]);
    const list = colleaguesOf(people, municipality.closures).keepers;
    if (list.length === 0) {
      return notice(
        'Er is nog geen mandaatbeheerder',
        'Vraag de beheerder van Kompas om iemand aan te wijzen.',
      );
    }
    return noticeCard({
      text: `Er ${list.length === 1 ? 'is één mandaatbeheerder' : `zijn ${list.length} mandaatbeheerders`}.`,
      title: turn.scope === 'personal' ? 'De mandaatbeheerders' : 'De mandaatbeheerders van de gemeente',
      lines: list.map(({ name, upn }) => `${name} (${upn})`),
      small: 'Zij houden het mandatenregister bij.',
    });
  }

  return {
    examples: [{ say: 'wie valideert BAG?', title: 'Vraag wie iets mag beslissen, in je eigen woorden' }],
    phrases: [
      {
        say: 'mijn mandaten',
        also: ['mijn mandaat', 'welke mandaten heb ik', 'wat mag ik'],
        title: 'Bekijk wat er op jouw naam staat',
        private: true,
        run: (turn) => questions.mine(turn),
      },
      {
        say: 'wie is mandaatbeheerder',
        also: ['mandaatbeheerder', 'mandaatbeheerders', 'wie zijn de mandaatbeheerders'],
        title: 'Zie wie het mandatenregister bijhoudt',
        run: keepers,
      },
      {
        say: 'nieuw mandaat',
        title: 'Stel een nieuw mandaat voor',
        for: ['mandaatbeheerder'],
        private: true,
        run: (turn) => changes.start(turn, 'new'),
      },
      {
        say: 'wijzig mandaat',
        also: ['mandaat wijzigen', 'wijzig'],
        title: 'Stel een wijziging voor, met het nummer erachter',
        for: ['mandaatbeheerder'],
        takesRest: true,
        private: true,
        run: (turn, rest) => changes.start(turn, 'change', rest),
      },
      {
        say: 'beëindig mandaat',
        also: ['mandaat beëindigen', 'stop mandaat'],
        title: 'Stel een einde voor, met het nummer erachter',
        for: ['mandaatbeheerder'],
        takesRest: true,
        private: true,
        run: (turn, rest) => changes.start(turn, 'end', rest),
      },
      {
        say: 'voorstellen',
        also: ['mandaatvoorstellen', 'open voorstellen'],
        title: 'Bekijk wat op een besluit wacht',
        for: ['mandaatbeheerder'],
        private: true,
        run: (turn) => changes.list(turn),
      },
      {
        say: 'mandaat controle',
        also: ['controle', 'controle mandaten', 'controleer het register', 'mandaten controle'],
        title: 'Zie wat ontbreekt of botst',
        for: ['mandaatbeheerder'],
        private: true,
        run: (turn) => watch.check(turn),
      },
      {
        say: 'bezetting',
        also: ['bezetting mandaten', 'wie werkt er'],
        title: 'Zie wanneer er niemand werkt die het mag',
        for: ['mandaatbeheerder', 'manager'],
        private: true,
        run: (turn) => watch.cover(turn),
      },
    ],
    actions: {
      'mandates.ask': action(z.object({ question: questionSchema }), (turn, { question }) =>
        questions.chosen(turn, question),
      ),
      'mandates.correct': action(correctionSchema, (turn, data) => questions.correct(turn, data)),
      'mandates.gap': action(gapSchema, (turn, gap) => questions.gap(turn, gap)),
      'mandates.mine': action(mineSchema, (turn, page) => questions.mine(turn, page)),
      'mandates.check': action(checkSchema, (turn, page) => watch.check(turn, page)),
      'mandates.cover': action(checkSchema, (turn, page) => watch.cover(turn, page)),
      'mandates.proposals': action(listSchema, (turn, page) => changes.list(turn, page)),
      'mandates.new': action(beginningSchema, (turn, beginning) => changes.startWith(turn, beginning)),
      'mandates.change': action(z.object({ id: z.string().max(200) }), (turn, { id }) =>
        changes.start(turn, 'change', id),
      ),
      'mandates.propose': action(formSchema, (turn, form) => changes.propose(turn, form)),
      'mandates.proposal': action(proposalRef, (turn, ref) => changes.show(turn, ref)),
      'mandates.approve': action(approveSchema, (turn, data) => decisions.approve(turn, data)),
      'mandates.reject': action(rejectSchema, (turn, data) => decisions.reject(turn, data)),
      'mandates.withdraw': action(proposalRef, (turn, ref) => decisions.withdraw(turn, ref)),
    },
    hears: [{ order: 'middle', answer: (turn) => questions.hears(turn) }],
    jobs: [endingsJob(stores.store)],
    searches: {
      mandaat: {
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
