import { z } from 'zod';
import { field, fieldsOf } from '../../conversation/field.ts';
import { type Field, formCard } from '../../conversation/form.ts';
import type { IntakeAnswers, IntakeQuestion } from '../../conversation/intake.ts';
import type { Message } from '../../conversation/message.ts';
import type { Planned } from './planning.ts';

/** So many questions stand on a card. */
export const QUESTIONS = 5;
/** A file asks about its columns and words; more than this nobody answers. */
const MOST_FROM = 500;
const LONGEST_ID = 300;
const numbers = Array.from({ length: QUESTIONS }, (_, n) => n);
const named = (kind: string) => numbers.map((n) => `${kind}${n}`);

/** The answers to some questions: the button says which, in the order of the fields. */
export const answersSchema = z.object({
  upload: z.string().max(60),
  from: z.number().int().min(0).max(MOST_FROM),
  ids: z.array(z.string().max(LONGEST_ID)).max(QUESTIONS),
  ...fieldsOf(field.text, named('text')),
  ...fieldsOf(field.date, named('date')),
  ...fieldsOf(field.choice, named('one')),
});
export type SentAnswers = { upload: string; from: number; ids: string[] } & Record<string, unknown>;

export const fromSchema = z.object({
  upload: z.string().max(60),
  from: z.number().int().min(0).max(MOST_FROM),
});

/** Plain words for a label: what stands in it may be of the file. */
const plain = (text: string) => text.replace(/[*_[\]<>`~#|\\]/g, '').slice(0, 200);

function fieldFor({ id: _id, label, hint, kind, choices = [], value }: IntakeQuestion, n: number): Field {
  const common = { id: `${kind}${n}`, label: plain(label), hint, value };
  return kind === 'one'
    ? { ...common, kind, choices: choices.map((one) => ({ title: plain(one.title), value: one.value })) }
    : { ...common, kind };
}

/** Some of the questions of a file, with what holds now. */
export function questionsCard({ upload, intake, plan }: Planned, from: number): Message {
  const start = Math.min(from, Math.max(0, plan.questions.length - 1));
  const shown = plan.questions.slice(start, start + QUESTIONS).filter(({ id }) => id.length <= LONGEST_ID);
  const after = start + QUESTIONS;
  return formCard({
    kind: intake.head,
    title: 'Hoe moet ik je bestand lezen?',
    lead: 'Ik lees het bestand daarna opnieuw. Antwoorden over koppen onthoud ik voor een volgend bestand, als je dit doorvoert.',
    fields: shown.map(fieldFor),
    submit: {
      verb: 'intake.answer',
      title: 'Lees opnieuw',
      data: { upload: upload.id, from: start, ids: shown.map(({ id }) => id) },
    },
    actions:
      after < plan.questions.length
        ? [{ verb: 'intake.questions', title: 'Meer vragen', data: { upload: upload.id, from: after } }]
        : [],
    seenBy:
      'Je antwoorden staan een dag bij je bestand. Daarna blijft alleen hoe de koppen zijn gelezen, zonder je naam.',
    back: { verb: 'intake.show', data: { upload: upload.id, page: 0 }, straight: true },
  });
}

/** The answers of before with those that came: an empty one leaves open what it was. */
export function answersWith(
  before: IntakeAnswers,
  asked: readonly IntakeQuestion[],
  sent: SentAnswers,
): IntakeAnswers {
  const given = sent.ids.flatMap((id, n) => {
    const question = asked.find((one) => one.id === id);
    const value = question && sent[`${question.kind}${n}`];
    if (!question || typeof value !== 'string') return [];
    // What a list does not offer was not chosen there.
    const isOffered = question.kind !== 'one' || question.choices?.some((one) => one.value === value);
    return value === '' || !isOffered ? [] : [[id, value] as const];
  });
  return { ...before, ...Object.fromEntries(given) };
}
