import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dutchDay, isDate } from '../../../calendar/clock.ts';
import type { WayBack } from '../../../conversation/cancelling.ts';
import { field, perhaps } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { deputiesOn } from '../register/holder-lookup.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { aboutEntry, proposalReaders, seenKey } from './proposal-cards.ts';
import { deputiesIn, SEEN_LENGTH } from './proposal-form.ts';

/** The longest list of deputies that fits in the field, and the longest name in it (characters). */
const [LONGEST, LONGEST_NAME] = [2_000, 200];

/** From which list the form was opened, to lead back to. */
const from = z.enum(['check', 'cover']).default('check');

/** A button that opens the form of an entry. */
export const deputySchema = z.object({ id: z.string().max(200), from });

/** What somebody filled in. */
export const deputyFormSchema = z.object({
  of: z.string().max(200),
  from,
  vervanger: field.long,
  per: field.date,
  /** What was remarked on the same form before, and so was read. */
  seen: perhaps(z.string().max(SEEN_LENGTH)),
});
export type DeputyForm = z.infer<typeof deputyFormSchema>;

/** The form as it is opened: who deputises now, from today on. */
export const deputyFormOf = (
  entry: RegisterEntry,
  day: string,
  opened: DeputyForm['from'] = 'check',
): DeputyForm => ({
  of: entry.id,
  from: opened,
  vervanger: deputiesOn(entry, day).join('\n'),
  per: day < entry.from ? entry.from : day,
  seen: undefined,
});

const ways: Record<DeputyForm['from'], WayBack & { title: string }> = {
  check: { verb: 'mandates.check', title: 'Terug naar de controle', data: { from: 0 } },
  cover: { verb: 'mandates.cover', title: 'Terug naar de bezetting', data: { from: 0 } },
};

/** Who deputises, in two fields. What is wrong or should be known stands above them, and all is still filled in. */
export function deputyForm(
  { of, from: opened, vervanger, per }: DeputyForm,
  lookup: Lookup,
  problems: readonly string[] = [],
  remarks: readonly string[] = [],
): Message {
  const again = remarks.length > 0 ? ['Mag het zo? Tik dan nog een keer op Stel voor.'] : [];
  return formCard({
    kind: 'mandate',
    title: 'Vervanger wijzigen',
    lead: 'Een tweede persoon beoordeelt dit. Pas daarna verandert het register.',
    about: aboutEntry(of, lookup),
    problems: [...problems, ...remarks, ...again],
    fields: [
      {
        id: 'vervanger',
        kind: 'long',
        label: 'Vervangers, in volgorde, elk op een eigen regel',
        longest: LONGEST,
        value: fitted(vervanger, LONGEST),
      },
      { id: 'per', kind: 'date', label: 'Per wanneer? (nodig)', value: per },
    ],
    submit: {
      verb: 'mandates.propose-deputy',
      title: 'Stel voor',
      data: { of, from: opened, ...(remarks.length > 0 ? { seen: seenKey(remarks) } : {}) },
    },
    seenBy: proposalReaders,
    actions: [ways[opened]],
    back: { verb: ways[opened].verb, data: ways[opened].data },
  });
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/**
 * The entry with other deputies from a day on, also one in the past, or what is wrong with the form in Dutch: before that day
 * those deputise who did. `today` is an ISO date.
 */
export function withDeputies(
  { vervanger, per }: DeputyForm,
  before: RegisterEntry,
  today: string,
): { entry: RegisterEntry } | { problems: string[] } {
  const tooLong = lengthProblems({ vervanger }, [['vervanger', 'Vervangers', LONGEST]]);
  const names = deputiesIn(vervanger);
  const longNames = names.some((name) => name.length > LONGEST_NAME)
    ? [`Een naam bij Vervangers is langer dan ${LONGEST_NAME} tekens. Zet elke naam op een eigen regel.`]
    : [];
  const problems = [...tooLong, ...longNames, ...wrongDay(per, before, today)];
  if (problems.length > 0) return { problems };
  const { earlierDeputies: _earlier, ...entry } = before;
  const earlier = { names: [...deputiesOn(before, dayBefore(per))], until: dayBefore(per) };
  const next: RegisterEntry = {
    ...entry,
    deputies: names,
    ...(per > before.from ? { earlierDeputies: earlier } : {}),
  };
  const isSame = JSON.stringify(deputiesOn(before, per)) === JSON.stringify(names);
  const hasLater = before.earlierDeputies !== undefined && per <= before.earlierDeputies.until;
  return isSame && !hasLater ? { problems: ['Je hebt niets gewijzigd.'] } : { entry: next };
}

function wrongDay(
  per: string,
  { from: first, until, earlierDeputies }: RegisterEntry,
  today: string,
): string[] {
  if (per === '') return ['Kies per wanneer de vervanger verandert.'];
  if (!isDate(per)) return ['Per wanneer is geen dag die bestaat.'];
  if (per < first) return [`Dit mandaat geldt pas vanaf ${dutchDay(first)}. Kies die dag of een latere.`];
  const planned =
    earlierDeputies && today <= earlierDeputies.until ? dayAfter(earlierDeputies.until) : undefined;
  if (planned !== undefined && per > planned)
    return [`Op ${dutchDay(planned)} verandert de vervanger al. Kies die dag of een eerdere.`];
  return until !== undefined && per > until
    ? [`Dit mandaat eindigt op ${dutchDay(until)}. Kies een eerdere dag.`]
    : [];
}
