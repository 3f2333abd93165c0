import { action, type Offer } from '../../conversation/offer.ts';
import { quizSchemas, quizzing } from './check/quizzing.ts';
import { closing, closingSchemas } from './closing/closing.ts';
import type { PilotStores } from './open.ts';
import type { PilotTools } from './pilot/tools.ts';
import { boards } from './retro/boards.ts';
import { schemas as retroSchemas } from './retro/typed.ts';
import { iterating, iterationSchemas } from './rounds/iterating.ts';

/** Points, votes and evaluations have no author: a turn about them leaves no trace beside a person. */
const traceless = { traceless: true };

/** What happens on the way of a pilot, from its first round to its end (docs/method.md step 7.4 and 7.6). */
export function lifecycle(tools: PilotTools & PilotStores): Pick<Offer, 'phrases' | 'actions'> {
  const { which } = tools;
  const retro = boards(tools);
  const rounds = iterating(tools);
  const quiz = quizzing(tools);
  const ending = closing(tools);

  return {
    phrases: [
      {
        say: 'retro',
        also: [
          'start retro',
          'begin retro',
          'retro starten',
          'retro beginnen',
          'nieuwe retro',
          'retro afronden',
          'retro afsluiten',
          'retro sluiten',
          'retrospectief',
          'retrospective',
          'terugkijken met de pilot',
        ],
        title: 'Open het bord van de retro, in het kanaal van de pilot',
        run: (turn) => which(turn, 'retro.start', ({ id }) => retro.start(turn, { pilot: id })),
      },
      {
        say: 'demo',
        also: ['plan een demo', 'demo plannen'],
        title: 'Plan een demo van de pilot',
        run: (turn) => which(turn, 'pilot.demo', ({ id }) => rounds.demo(turn, { pilot: id })),
      },
      {
        say: 'toets',
        also: ['oefenvraag', 'kennistoets', 'toets maken', 'quiz'],
        title: 'Zet een oefenvraag voor het pilotteam in het kanaal',
        run: (turn) => which(turn, 'quiz.form', ({ id }) => quiz.form(turn, { pilot: id })),
      },
      {
        say: 'pilot afronden',
        also: [
          'rond de pilot af',
          'rond pilot af',
          'pilot afsluiten',
          'pilot sluiten',
          'pilot stoppen',
          'stop pilot',
          'vier dit',
        ],
        title: 'Rond een pilot af',
        unlisted: true,
        run: (turn) => which(turn, 'pilot.ending', ({ id }) => ending.ending(turn, { pilot: id })),
      },
      {
        say: 'evaluatie',
        also: ['pilot evalueren', 'evalueer pilot', 'evaluatie invullen', 'evaluatie van de pilot'],
        title: 'Vertel wat je van de pilot vond',
        unlisted: true,
        private: true,
        run: (turn) => which(turn, 'pilot.evaluation', ({ id }) => ending.evaluation(turn, { pilot: id })),
      },
    ],
    actions: {
      'retro.start': action(closingSchemas.of, retro.start),
      'retro.board': action(retroSchemas.board, retro.board),
      'retro.all': action(retroSchemas.all, retro.all),
      'retro.add': action(retroSchemas.add, retro.add, traceless),
      'retro.ballot': action(retroSchemas.board, retro.ballot, traceless),
      'retro.vote': action(retroSchemas.vote, retro.vote, traceless),
      'retro.groups': action(retroSchemas.board, retro.groups),
      'retro.group': action(retroSchemas.group, retro.group),
      'retro.close': action(retroSchemas.board, retro.close),
      'retro.agree': action(retroSchemas.agree, retro.agree),
      'pilot.change': action(iterationSchemas.of, rounds.change),
      'pilot.save-change': action(iterationSchemas.change, rounds.saveChange),
      'pilot.next-round': action(iterationSchemas.next, rounds.nextRound),
      'pilot.demo': action(iterationSchemas.of, rounds.demo),
      'pilot.save-demo': action(iterationSchemas.demo, rounds.saveDemo),
      'quiz.form': action(quizSchemas.of, quiz.form),
      'quiz.save': action(quizSchemas.save, quiz.save),
      'quiz.answer': action(quizSchemas.answer, quiz.answer),
      'pilot.ending': action(closingSchemas.of, ending.ending),
      'pilot.evaluation': action(closingSchemas.of, ending.evaluation),
      'pilot.ask-evaluation': action(closingSchemas.of, ending.ask),
      'pilot.evaluate': action(closingSchemas.of, ending.evaluate, traceless),
      'pilot.save-evaluation': action(closingSchemas.save, ending.save, traceless),
      'pilot.drop-evaluation': action(closingSchemas.of, ending.drop, traceless),
      'pilot.finish': action(closingSchemas.of, ending.finish),
      'pilot.close': action(closingSchemas.close, ending.close),
    },
  };
}
