import { z } from 'zod';
import { nameKey } from '../../../language/words.ts';
import type { Understood } from '../questions/understand.ts';
import type { Lookup } from '../register/lookup.ts';
import { isDay } from '../register/read.ts';

const text = z.string().max(200);
const kinds = [
  ...(['who', 'may', 'deputy', 'which', 'escalation'] as const),
  ...(['accountable', 'limit', 'role', 'organisation'] as const),
];

/** A question as a card carries it: what was understood, never what was typed. */
export const questionSchema = z.object({
  kind: z.enum(kinds),
  activity: text.optional(),
  registration: text.optional(),
  area: text.optional(),
  person: text.optional(),
  role: text.optional(),
  date: z.string().refine(isDay),
  amount: z.number().min(0).max(1e12).optional(),
  own: z.boolean().optional(),
  expiring: z.boolean().optional(),
  /** Something was named that the register does not know, so it is still to be chosen. */
  open: z.enum(['area', 'person', 'amount']).optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** What a card has to remember to ask the same again with one part changed. */
export function questionOf(asked: Understood): Question {
  const { kind, activity, registration, areas, people, role, date, amount, own, expiring } = asked;
  return {
    ...{ kind, activity, registration, role, date, amount },
    area: areas.length === 1 ? areas[0] : undefined,
    person: people.length === 1 ? people[0] : undefined,
    ...(own ? { own } : {}),
    ...(expiring ? { expiring } : {}),
    ...(asked.unreadableAmount
      ? { open: 'amount' }
      : asked.unknownArea
        ? { open: 'area' }
        : asked.unknownPerson
          ? { open: 'person' }
          : {}),
  };
}

/** The question to answer again; areas and people that the register does not have are left out. */
export function understoodFrom(question: Question, lookup: Lookup): Understood {
  const { kind, activity, registration, area, person, role, date, amount, own, expiring, open } = question;
  return {
    ...{ kind, activity, role, date, amount, dated: true, self: false },
    registration: registration || undefined,
    areas: area !== undefined && lookup.area(area) ? [area] : [],
    people: person ? [person] : [],
    own: own === true,
    expiring: expiring === true,
    // What nobody knew stays unknown until somebody chooses another: it does not fall out of the question.
    ...(open === 'area' && !area ? { unknownArea: 'uit je vraag' } : {}),
    ...(open === 'amount' ? { unreadableAmount: 'uit je vraag' } : {}),
    ...(open === 'person' && !person ? { unknownPerson: 'De persoon uit je vraag' } : {}),
  };
}

/** What somebody chose or typed in the card to correct a part; what was left empty is taken out of the question. */
export const correctionSchema = z.object({
  question: questionSchema,
  area: text.optional(),
  areaName: text.optional(),
  registration: text.optional(),
  date: z.string().max(20).optional(),
});

const ALL = '*';
/** The value of "alle registraties" and "de hele gemeente" in a choice. */
export const everything = ALL;

/** The question with one part corrected; undefined for a place name that fits no area or several. */
export function corrected(data: z.infer<typeof correctionSchema>, lookup: Lookup): Question | undefined {
  const { question, area, areaName, registration, date } = data;
  const typed = areaName?.trim() ? areasNamed(areaName, lookup) : undefined;
  if (typed && typed.length !== 1) return undefined;
  const chosen = typed?.[0] ?? area;
  const { open, ...rest } = question;
  return {
    ...rest,
    ...(chosen === undefined || open === 'amount' ? { open } : {}),
    ...(chosen === undefined ? {} : { area: chosen === ALL ? undefined : chosen }),
    ...(registration === undefined ? {} : { registration: registration === ALL ? undefined : registration }),
    ...(date !== undefined && isDay(date) ? { date } : {}),
  };
}

function areasNamed(name: string, lookup: Lookup): string[] {
  const exact = lookup.register.areas.filter(({ name: own, aliases, code }) =>
    [own, code, ...aliases].map(nameKey).includes(nameKey(name)),
  );
  return exact.map(({ code }) => code);
}
