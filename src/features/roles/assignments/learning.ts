import { z } from 'zod';
import { field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { LONGEST_POINT, type Points, pointFields } from './assignment.ts';
import { pointFacts } from './cards.ts';

/** What the form of somebody's own learning points sends. */
export const learningFields = { technique: field.text, process: field.text, together: field.text };
const schema = z.object(learningFields);
export type LearningSent = z.infer<typeof schema>;

/** The way to it, from the card that asks whether a role is right and from that of one's own roles. */
export const toLearning: NoticeAction = { verb: 'assignments.learn', title: 'Wat wil je leren?', data: {} };

export const learningProblems = (typed: LearningSent): string[] =>
  lengthProblems(
    typed,
    pointFields.map(([id, label]) => [id, label, LONGEST_POINT] as const),
  );

/** What somebody wants to learn for their roles, in their own words. It is asked of them alone, and nobody else reads it. */
export const learningForm = (
  typed: Partial<LearningSent> | undefined,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'roles',
    title: 'Wat wil je leren?',
    lead: 'Schrijf het in je eigen woorden, en vertel het zelf aan je leidinggevende. Leeg laten mag.',
    problems,
    fields: pointFields.map(([id, label]) => ({
      id,
      kind: 'text' as const,
      label,
      value: typed?.[id],
      longest: LONGEST_POINT,
    })),
    submit: { verb: 'assignments.save-learning', title: 'Bewaar', data: {} },
    seenBy:
      'Alleen jij ziet wat je hier schrijft. Wat je leidinggevende opschreef, verandert niet. Alles blijft staan tot drie jaar na de laatste wijziging.',
    back: { verb: 'assignments.mine', data: {}, straight: true },
  });

/** What somebody wants to learn: what they wrote themselves as theirs, and beside it what was written down for them and says something else. */
export function learningFacts(
  own: Omit<Points, 'by'> | undefined,
  written: Omit<Points, 'by'> | undefined,
): { title: string; value: string }[] {
  const others = pointFields.filter(([id]) => written?.[id] && written[id] !== own?.[id]);
  return [
    ...pointFields.flatMap(([id, label]) =>
      own?.[id] ? [{ title: `Jij wilt leren over ${label.toLowerCase()}`, value: own[id] }] : [],
    ),
    ...pointFacts(
      written && {
        technique: '',
        process: '',
        together: '',
        ...Object.fromEntries(others.map(([id]) => [id, written[id]])),
      },
    ),
  ];
}
