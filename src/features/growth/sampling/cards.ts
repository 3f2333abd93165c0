import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { hasFewer, readyFrom, rungWords } from './rules.ts';
import type { Sampling } from './sampling.ts';

const action = (verb: string, title: string, data: object, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});

const sinceWords = ({ since }: Pick<Sampling, 'since'>) => (since === '' ? '' : `sinds ${dutchDay(since)}`);

/** How many mutations are looked over, for each registration. */
export const allSamplingsCard = (all: readonly Sampling[]): Message =>
  detailCard({
    kind: 'growth',
    text: 'Hoeveel mutaties jullie nakijken.',
    title: 'Hoeveel kijken we na?',
    note: 'Begin met alles. Gaat het goed, kijk dan minder na. Komen er fouten, kijk dan weer meer na.',
    sections: [
      {
        lines: all.map((one) => ({
          text: `${one.registration}: ${rungWords[one.rung] ?? ''}`,
          detail: sinceWords(one),
          actions: [action('sampling.show', 'Open', { registration: one.registration })],
        })),
      },
    ],
  });

/** One registration, with where it stood before. `done`: what was just done, in our words. */
export function samplingCard(one: Sampling, mayMove: boolean, today: string, done = ''): Message {
  const { registration, rung, version, past } = one;
  const from = readyFrom(one);
  const isEarly = from > today;
  const data = { registration, seen: version };
  const fewer = action(
    'sampling.move',
    'Kijk minder na',
    { ...data, to: 'fewer' },
    isEarly ? undefined : 'positive',
  );
  return detailCard({
    kind: 'growth',
    place: registration,
    text: 'Hoeveel mutaties jullie nakijken.',
    title: rungWords[rung] ?? '',
    note: [
      done,
      isEarly ? `Tot ${dutchDay(from)} blijft dit zo, als er niets misgaat.` : '',
      from !== '' && !isEarly ? 'Ging het al die tijd goed? Dan mag het minder.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    facts: [{ title: 'Zo is het', value: sinceWords(one) }].filter(({ value }) => value !== ''),
    sections: [
      {
        title: 'Hiervoor',
        lines: past.map((before) => ({
          text: rungWords[before.rung] ?? '',
          detail: `vanaf ${dutchDay(before.since)}`,
        })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...(mayMove && hasFewer(one) ? [fewer] : []),
      ...(mayMove && rung > 0 ? [action('sampling.move', 'Er waren fouten', { ...data, to: 'faults' })] : []),
      action('sampling.all', 'Alle registraties', {}),
    ],
  });
}
