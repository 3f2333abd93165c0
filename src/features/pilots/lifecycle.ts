import { action, type Offer } from '../../conversation/offer.ts';
import { quizSchemas, quizzing } from './check/quizzing.ts';
import { closing, closingSchemas } from './closing/closing.ts';
import type { PilotStores } from './open.ts';
import { inRetro, leadsTheRetro, mayRetro } from './pilot/place.ts';
import { inPilot, leadsPilot } from './pilot/rights.ts';
import type { PilotTools } from './pilot/tools.ts';
import { boards } from './retro/boards.ts';
import { schemas as retroSchemas } from './retro/typed.ts';
import { iterating, iterationSchemas } from './rounds/iterating.ts';

/** Points, votes and evaluations have no author: a turn about them leaves no trace beside a person. */
const quietly = { needs: inPilot, traceless: true };
const quietlyInRetro = { needs: inRetro, traceless: true };

/** What happens on the way of a pilot, from its first round to its end (docs/method.md step 7.4 and 7.6). */
export function lifecycle(tools: PilotTools & PilotStores): Pick<Offer, 'phrases' | 'actions'> {
  const { which, whichHere } = tools;
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
        title: 'Kijk met je team of je pilot samen terug, in het kanaal',
        needs: mayRetro,
        run: retro.typed,
      },
      {
        say: 'demo',
        also: ['plan een demo', 'demo plannen'],
        title: 'Plan een demo van de pilot',
        needs: inPilot,
        run: (turn) => whichHere(turn, 'pilot.demo', ({ id }) => rounds.demo(turn, { pilot: id })),
      },
      {
        say: 'toets',
        also: ['oefenvraag', 'kennistoets', 'toets maken', 'quiz'],
        title: 'Zet een oefenvraag voor het pilotteam in het kanaal',
        needs: inPilot,
        run: (turn) => whichHere(turn, 'quiz.form', ({ id }) => quiz.form(turn, { pilot: id })),
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
        needs: leadsPilot,
        unlisted: true,
        run: (turn) => whichHere(turn, 'pilot.ending', ({ id }) => ending.ending(turn, { pilot: id })),
      },
      {
        say: 'evaluatie',
        also: ['pilot evalueren', 'evalueer pilot', 'evaluatie invullen', 'evaluatie van de pilot'],
        title: 'Vertel wat je van de pilot vond',
        needs: { ...inPilot, where: 'own chat' },
        unlisted: true,
        run: (turn) => which(turn, 'pilot.evaluation', ({ id }) => ending.evaluation(turn, { pilot: id })),
      },
    ],
    actions: {
      'retro.prepare': action(retroSchemas.place, retro.prepare, { needs: inRetro }),
      'retro.start': action(retroSchemas.start, retro.start, { needs: inRetro }),
      'retro.board': action(retroSchemas.own, retro.board, { needs: inRetro }),
      'retro.last-time': action(retroSchemas.board, retro.lastTime, { needs: inRetro }),
      'retro.done': action(retroSchemas.done, retro.done, { needs: inRetro }),
      'retro.not-done': action(retroSchemas.done, retro.notDone, { needs: inRetro }),
      'retro.all': action(retroSchemas.all, retro.all, { needs: inRetro }),
      'retro.add': action(retroSchemas.add, retro.add, quietlyInRetro),
      'retro.edit': action(retroSchemas.point, retro.edit, quietlyInRetro),
      'retro.change': action(retroSchemas.change, retro.change, quietlyInRetro),
      'retro.take-back': action(retroSchemas.point, retro.takeBack, quietlyInRetro),
      'retro.ballot': action(retroSchemas.board, retro.ballot, quietlyInRetro),
      'retro.vote': action(retroSchemas.vote, retro.vote, quietlyInRetro),
      'retro.next': action(retroSchemas.next, retro.next, { needs: leadsTheRetro }),
      'retro.groups': action(retroSchemas.board, retro.groups, { needs: leadsTheRetro }),
      'retro.group': action(retroSchemas.group, retro.group, { needs: leadsTheRetro }),
      'retro.talked': action(retroSchemas.talk, retro.talked, { needs: leadsTheRetro }),
      'retro.close': action(retroSchemas.board, retro.close, { needs: leadsTheRetro }),
      'retro.agree': action(retroSchemas.agree, retro.agree, { needs: leadsTheRetro }),
      'pilot.change': action(iterationSchemas.of, rounds.change, { needs: leadsPilot }),
      'pilot.save-change': action(iterationSchemas.change, rounds.saveChange, { needs: leadsPilot }),
      'pilot.next-round': action(iterationSchemas.next, rounds.nextRound, { needs: leadsPilot }),
      'pilot.demo': action(iterationSchemas.of, rounds.demo, { needs: inPilot }),
      'pilot.save-demo': action(iterationSchemas.demo, rounds.saveDemo, { needs: inPilot }),
      'quiz.form': action(quizSchemas.of, quiz.form, { needs: inPilot }),
      'quiz.save': action(quizSchemas.save, quiz.save, { needs: inPilot }),
      'quiz.answer': action(quizSchemas.answer, quiz.answer, { needs: inPilot }),
      'pilot.ending': action(closingSchemas.of, ending.ending, { needs: leadsPilot }),
      'pilot.evaluation': action(closingSchemas.of, ending.evaluation, { needs: inPilot }),
      'pilot.ask-evaluation': action(closingSchemas.of, ending.ask, { needs: leadsPilot }),
      'pilot.evaluate': action(closingSchemas.of, ending.evaluate, quietly),
      'pilot.save-evaluation': action(closingSchemas.save, ending.save, quietly),
      'pilot.drop-evaluation': action(closingSchemas.of, ending.drop, quietly),
      'pilot.finish': action(closingSchemas.of, ending.finish, { needs: leadsPilot }),
      'pilot.close': action(closingSchemas.close, ending.close, { needs: leadsPilot }),
    },
  };
}
