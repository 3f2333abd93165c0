import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Figure, figureIds, figures } from '../content/figures.ts';
import { type Quarter, SHOWN } from './effect.ts';
import { barOf, changeWords, inDutch, quarterWords } from './rules.ts';

const seenBy =
  'Beheerders, projectleiders, afdelingshoofden en de directie. Wie het invulde, staat er niet bij. Dat staat wel in het logboek van beheer. Kompas bewaart de getallen 5 jaar.';

const action = (verb: string, title: string, data: object = {}, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});

const fill = action('effect.which', 'Vul een kwartaal in', {}, 'positive');

/** One figure over the quarters: a number and its bar each. */
function sectionOf(id: Figure, quarters: readonly Quarter[]) {
  const told = quarters.flatMap(({ quarter, values }) => {
    const value = values[id];
    return value === undefined ? [] : [{ quarter, value }];
  });
  const values = told.map(({ value }) => value);
  const { title, per } = figures[id];
  const heading = `${title} (${per})`;
  const change = changeWords(id, values);
  return {
    title: change === '' ? heading : `${heading}: ${change}`,
    lines: told.map(({ quarter, value }) => ({
      text: `${quarterWords(quarter)}: ${inDutch(value)}`,
      detail: barOf(value, values),
    })),
  };
}

/** What learning brings, quarter by quarter: a bar a number, so that it reads as a chart and as a table. */
export function effectCard(all: readonly Quarter[], mayFill: boolean, done = ''): Message {
  const quarters = all.slice(-SHOWN);
  if (quarters.length === 0)
    return notice(
      'growth',
      'Er zijn nog geen getallen',
      'Een beheerder of projectleider vult ze per kwartaal in.',
      mayFill ? [fill] : [],
    );
  return detailCard({
    kind: 'growth',
    text: 'Wat leren oplevert.',
    title: 'Wat levert leren op?',
    note: done || 'Het zijn getallen van de hele gemeente. Praat erover, en zoek samen naar de reden.',
    sections: figureIds.map((id) => sectionOf(id, quarters)).filter(({ lines }) => lines.length > 0),
    actions: mayFill ? [fill] : [],
  });
}

/** Which quarter is filled in. */
export const whichForm = (quarters: readonly string[], problems: readonly string[] = []): Message =>
  formCard({
    kind: 'growth',
    title: 'Welk kwartaal vul je in?',
    lead: 'Wat je eerder invulde, staat er dan al.',
    problems,
    fields: [
      {
        id: 'quarter',
        kind: 'one',
        label: 'Kwartaal',
        value: quarters.at(-2),
        required: true,
        choices: quarters.map((value) => ({ value, title: quarterWords(value) })),
      },
    ],
    submit: action('effect.form', 'Open'),
    seenBy,
    back: { verb: 'effect.show', data: {}, straight: true },
  });

/** The figures of one quarter. */
export const quarterForm = (
  quarter: string,
  now: Quarter | undefined,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    place: quarterWords(quarter),
    title: 'Welke getallen horen bij dit kwartaal?',
    lead: 'Leeg laten mag. Vul niets in over een groep van minder dan 6 mensen.',
    problems,
    fields: figureIds.map((id) => ({
      id,
      kind: 'number' as const,
      label: `${figures[id].title} (${figures[id].per})`,
      value: sent ? sent[id] : now?.values[id]?.toString(),
    })),
    submit: action('effect.save', 'Bewaar', { quarter, seen: now?.version ?? 0 }),
    seenBy,
    back: { verb: 'effect.show', data: {}, straight: true },
  });
