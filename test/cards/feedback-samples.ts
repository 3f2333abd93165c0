import type { Message } from '../../src/conversation/message.ts';
import { choosingCard } from '../../src/features/team/cards/choosing.ts';
import { reportCard } from '../../src/features/team/feedback/cards.ts';
import {
  chosenCard,
  hereCard,
  howToLink,
  questionCard,
} from '../../src/features/team/feedback/channel-cards.ts';
import { reportOf } from '../../src/features/team/feedback/rules.ts';
import type { Signal } from '../../src/features/team/signals/signal.ts';
import { linkCard } from '../../src/features/team/view/export.ts';
import { nastyName, nastyText } from './nasty.ts';
import { day, group, raised, signals } from './team-samples.ts';

/** Signals in every state, so that the card of what was done has all its parts. */
const told: Signal[] = [
  ...signals,
  { ...raised, id: 'S-4', state: 'seeing' },
  { ...raised, id: 'S-5' },
  {
    ...raised,
    id: 'S-6',
    state: 'deciding',
    acts: true,
    moved: '2026-11-17',
    due: '2026-12-04',
    words: { decided: 'We knippen de lijst in drie delen. Ieder pakt elke ochtend één deel.' },
  },
  {
    ...raised,
    id: 'S-7',
    state: 'answered',
    acts: true,
    answered: '2026-11-19',
    moved: '2026-11-19',
    words: { decided: 'Een vaste plek voor vragen.', told: 'Vragen staan nu op één lijst, naast het bord.' },
  },
];
const nastyWords = { decided: nastyText, reason: nastyText, told: nastyText };
const nastyTold = [true, false].flatMap((acts) =>
  (['deciding', 'answered'] as const).flatMap((state) =>
    Array.from(
      { length: 6 },
      (_, n): Signal => ({
        ...raised,
        id: `${acts}${state}${n}`,
        state,
        acts,
        moved: '2026-11-20',
        words: nastyWords,
        ...(state === 'answered' ? { answered: '2026-11-20' } : {}),
      }),
    ),
  ),
);

const closures: ReadonlySet<string> = new Set();

/** The cards of what was done with signals, of the team's channel and of the export. */
export function feedbackSamples(): Record<string, Message> {
  return {
    'feedback-of-a-team': reportCard(reportOf(told, '2026-10-26'), { team: group, weeks: 4, day, closures }),
    'feedback-without-anything': reportCard(reportOf([], '2026-11-16'), {
      team: group,
      weeks: 1,
      day,
      closures,
      small: howToLink,
    }),
    'feedback-long': reportCard(reportOf(nastyTold, '2026-10-26'), {
      team: { key: 'w', name: nastyName },
      weeks: 12,
      day,
      closures,
    }),
    'feedback-channel-question': questionCard({ key: 'w', name: nastyName, moves: true }, 4),
    'feedback-channel-chosen': chosenCard(group, '30 november'),
    'feedback-channel-here': hereCard(group, 4),
    'team-choice-of-many': choosingCard(
      'Van welke groep wil je een bestand?',
      Array.from({ length: 25 }, (_, n) => ({
        name: n === 0 ? nastyName : `Team ${n}`,
        data: { kind: 'team', group: `t${n}` },
      })),
      { verb: 'team.export', title: 'Maak de link' },
    ),
    'team-export-link': linkCard(nastyName, 12, 'https://kompas.example/bestand/x.y'),
  };
}
