import { action, type Offer } from '../../conversation/offer.ts';
import { quizSchemas, quizzing } from './check/quizzing.ts';
import { archive, archiveSchemas } from './closing/archive.ts';
import { ending } from './closing/ending.ts';
import { closingSchemas, evaluating } from './closing/evaluating.ts';
import type { PilotStores } from './open.ts';
import { inRetro, leadsTheRetro, mayRetro } from './pilot/place.ts';
import { asMember, inPilot, leadsPilot, readsPilot } from './pilot/rights.ts';
import { type PilotTools, whereLeading } from './pilot/tools.ts';
import { boards } from './retro/boards.ts';
import { isOpen } from './retro/rules.ts';
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
  const evaluation = evaluating(tools);
  const end = ending({
    ...tools,
    openBoard: async (pilot, day) => {
      const last = await tools.retros.newest(pilot);
      return last && isOpen(last.board, day) ? last.board : undefined;
    },
  });
  const ended = archive(tools);

  return {
    phrases: [
      {
        say: 'retro',
        wished:
          /\b(?:samen|met (?:het|mijn|ons) team)\b.*\bterug ?kijken\b|\bterug ?kijken\b.*\b(?:samen|met (?:het|mijn|ons) team)\b/,
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
        title: 'Kijk samen terug, met je team of met je pilotteam, in het kanaal',
        needs: mayRetro,
        run: retro.typed,
      },
      {
        say: 'ronde',
        wished:
          /\b(?:in|voor) (?:deze|een nieuwe|de volgende) ronde\b|\been ding (?:te )?veranderen\b|\bronde (?:beginnen|starten)\b/,
        also: [
          'nieuwe ronde',
          'rondes',
          'volgende ronde',
          'ronde beginnen',
          'begin een nieuwe ronde',
          'start een nieuwe ronde',
          'wat veranderen we',
        ],
        title: 'Leg vast wat je in deze ronde verandert',
        needs: inPilot,
        // Who does not lead the pilot, reads on its card which round it is in.
        run: (turn) =>
          whichHere(
            turn,
            'pilot.show',
            ({ id }) =>
              asMember(tools.pilots, turn, id, ({ leads }) =>
                leads ? rounds.change(turn, { pilot: id }) : tools.show(turn, id),
              ),
            whereLeading,
          ),
      },
      {
        say: 'demo',
        wished: /\bdemo (?:te )?(?:plannen|geven|houden)\b/,
        also: ['plan een demo', 'demo plannen'],
        title: 'Plan een demo van de pilot',
        needs: inPilot,
        run: (turn) => whichHere(turn, 'pilot.demo', ({ id }) => rounds.demo(turn, { pilot: id })),
      },
      {
        say: 'toets',
        wished: /\boefenvraag\b|\b(?:team|pilotteam) (?:iets )?toetsen\b/,
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
          'de pilot afronden',
          'afronden',
          'ik wil afronden',
          'ik wil de pilot afronden',
          'we willen de pilot afronden',
          'pilot afsluiten',
          'pilot sluiten',
          'sluit de pilot',
          'pilot stoppen',
          'stop pilot',
          'stop de pilot',
          'pilot beëindigen',
          'einde pilot',
          'hoe rond ik een pilot af',
          'hoe sluit ik een pilot af',
          'vier dit',
        ],
        title: 'Rond je pilot af',
        needs: leadsPilot,
        run: (turn) =>
          whichHere(turn, 'pilot.ending', ({ id }) => end.ending(turn, { pilot: id }), whereLeading),
      },
      {
        say: 'evaluatie',
        wished:
          /\bwat\b.*\b(?:vond|vinden|vonden)\b.*\bpilot\b|\bwat\b.*\bpilot\b.*\b(?:vond|vinden|vonden)\b/,
        also: [
          'pilot evalueren',
          'evalueer pilot',
          'evalueer de pilot',
          'evaluatie invullen',
          'evaluatie van de pilot',
          'evaluatie vragen',
          'vraag het team',
        ],
        title: 'Vertel wat je van de pilot vond, of vraag het je team',
        needs: { ...inPilot, where: 'own chat' },
        run: (turn) =>
          which(turn, 'pilot.evaluation', ({ id }) => evaluation.evaluation(turn, { pilot: id })),
      },
      {
        say: 'afgeronde pilots',
        wished: /\b(?:oude|afgeronde|eerdere|vorige) pilots?\b/,
        also: [
          'oude pilots',
          'pilots van vroeger',
          'eerdere pilots',
          'vorige pilots',
          'gesloten pilots',
          'afgeronde pilot',
          'mijn afgeronde pilots',
          'pilotarchief',
        ],
        title: 'Bekijk afgeronde pilots en hun leerpunten',
        needs: { ...readsPilot, where: 'own chat' },
        run: (turn) => ended.list(turn, { skip: 0 }),
      },
    ],
    actions: {
      'retro.prepare': action(retroSchemas.place, retro.prepare, { needs: inRetro }),
      'retro.start': action(retroSchemas.start, retro.start, { needs: inRetro }),
      'retro.board': action(retroSchemas.own, retro.board, { needs: inRetro }),
      'retro.last-time': action(retroSchemas.board, retro.lastTime, { needs: inRetro }),
      'retro.take': action(retroSchemas.done, retro.take, { needs: inRetro }),
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
      'pilot.rounds': action(iterationSchemas.rounds, rounds.rounds, { needs: inPilot }),
      'pilot.demo': action(iterationSchemas.of, rounds.demo, { needs: inPilot }),
      'pilot.save-demo': action(iterationSchemas.demo, rounds.saveDemo, { needs: inPilot }),
      'quiz.form': action(quizSchemas.of, quiz.form, { needs: inPilot }),
      'quiz.save': action(quizSchemas.save, quiz.save, { needs: inPilot }),
      'quiz.answer': action(quizSchemas.answer, quiz.answer, { needs: inPilot }),
      'pilot.ending': action(closingSchemas.of, end.ending, { needs: leadsPilot }),
      'pilot.evaluation': action(closingSchemas.of, evaluation.evaluation, { needs: inPilot }),
      'pilot.ask-evaluation': action(closingSchemas.of, evaluation.ask, { needs: leadsPilot }),
      'pilot.evaluate': action(closingSchemas.of, evaluation.evaluate, quietly),
      'pilot.save-evaluation': action(closingSchemas.save, evaluation.save, quietly),
      'pilot.drop-evaluation': action(closingSchemas.of, evaluation.drop, quietly),
      'pilot.finish': action(closingSchemas.of, end.finish, { needs: leadsPilot }),
      'pilot.close': action(closingSchemas.close, end.close, { needs: leadsPilot }),
      'pilot.reopen': action(closingSchemas.of, end.reopen, { needs: leadsPilot }),
      'pilot.closed': action(archiveSchemas.page, ended.list, { needs: readsPilot }),
      'pilot.learned': action(archiveSchemas.learned, ended.learned, { needs: readsPilot }),
    },
  };
}
