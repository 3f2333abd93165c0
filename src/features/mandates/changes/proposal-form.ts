import { z } from 'zod';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { field, perhaps } from '../../../conversation/field.ts';
import { noSuchDay } from '../../../conversation/unshown.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { nameKey } from '../../../language/words.ts';
import { readEntries } from '../import/read-entries.ts';
import { everything } from '../register/choices.ts';
import { entryColumns } from '../register/fields.ts';
import type { Lookup } from '../register/lookup.ts';
import type { Area, RegisterEntry } from '../register/register.ts';
import { inDigits } from './amount-typed.ts';
import { endProblem } from './end-problem.ts';
import type { ProposalKind } from './proposal.ts';

const FIELD_LENGTH = 4_000;
/** So many characters fit in these fields: a card with the longest text in each still fits in a message. */
const LONGEST: Partial<Record<string, number>> = {
  andere_activiteit: 200,
  houder: 200,
  uit_mandaat: 200,
  organisatie: 500,
  vervanger: 2_000,
};

/** The beginning of a text that fits in a field, not cut within a character. */
export function beginOf(field: string, text: string): string {
  const cut = text.slice(0, LONGEST[field] ?? FIELD_LENGTH);
  return cut.isWellFormed() || !text.isWellFormed() ? cut : cut.slice(0, -1);
}
/** Remarks are cut off at this length when a card carries them. */
export const SEEN_LENGTH = 2_000;

/** The name of the row of a report about the register is no longer than this (characters). */
export const reportRef = z.string().min(1).max(1_000);

/** What somebody filled in. The names are those of the columns of a file, so that a form is judged as a row is. */
export const formSchema = z.object({
  kind: z.enum(['new', 'change', 'end']),
  /** Id of the entry that changes. */
  of: perhaps(z.string().max(200)),
  /** The report from which the form was opened, to lead back to. */
  report: perhaps(reportRef),
  soort: field.choice,
  uit_mandaat: field.text,
  ...choosingSchema('one', 'activiteit', 'registratie', 'gebied'),
  andere_activiteit: field.text,
  rol: field.choice,
  houder: field.text,
  vervanger: field.long,
  organisatie: field.text,
  limiet_eur: field.text,
  vier_ogen: field.toggle('ja', 'nee'),
  ondermandaat_toegestaan: field.toggle('ja', 'nee'),
  voorwaarden: field.long,
  geldig_van: field.date,
  geldig_tot_en_met: field.date,
  /** What was remarked on the same form before, and so was read. */
  seen: perhaps(z.string().max(SEEN_LENGTH)),
});
export type ProposalForm = z.infer<typeof formSchema>;

const yesNo = (value: boolean) => (value ? 'ja' : 'nee');
/** A form filled in with what an entry says, or empty for a new one. What is longer than a field is cut off. */
export function formFrom(kind: ProposalKind, entry: RegisterEntry | undefined, lookup: Lookup): ProposalForm {
  return fitting(wholeForm(kind, entry, lookup));
}

/** The form with each text cut off at what fits in a field. */
export function fitting(form: ProposalForm): ProposalForm {
  const fields = Object.entries(form).filter(([name]) => !['kind', 'of', 'report'].includes(name));
  return {
    ...form,
    ...Object.fromEntries(
      fields.map(([name, text]) => [name, text === undefined ? text : beginOf(name, text)]),
    ),
  };
}

/** What was typed and is longer than fits, a Dutch sentence each: it comes back as `fitting` gives it. */
export const tooLongIn = (form: ProposalForm): string[] =>
  lengthProblems(
    form,
    Object.entries(typedLabels).map(([name, label]) => [name, label, LONGEST[name] ?? FIELD_LENGTH]),
  );

function wholeForm(kind: ProposalKind, entry: RegisterEntry | undefined, lookup: Lookup): ProposalForm {
  return {
    kind,
    of: entry?.id,
    soort: entry?.kind ?? 'mandaat',
    uit_mandaat: entry?.parent ?? '',
    activiteit: entry?.activity ?? '',
    activiteitName: '',
    activiteitFound: '',
    andere_activiteit: '',
    registratie: entry?.registration ?? '',
    registratieName: '',
    registratieFound: '',
    gebied: entry ? (lookup.area(entry.area)?.code ?? '') : '',
    gebiedName: '',
    gebiedFound: '',
    rol: entry?.role ?? '',
    houder: entry?.holder ?? '',
    vervanger: entry?.deputies.join('\n') ?? '',
    organisatie: entry?.organisation ?? '',
    limiet_eur: entry?.limit === undefined ? '' : `${entry.limit}`,
    vier_ogen: yesNo(entry?.fourEyes ?? false),
    ondermandaat_toegestaan: yesNo(entry?.subGranting ?? false),
    voorwaarden: entry?.conditions ?? '',
    geldig_van: entry?.from ?? '',
    geldig_tot_en_met: entry?.until ?? '',
  };
}

/**
 * The form, with the whole text of the entry in each field that somebody left as it was: the form carried it cut off.
 */
function restored(form: ProposalForm, before: RegisterEntry | undefined, lookup: Lookup): ProposalForm {
  if (!before) return form;
  const whole = wholeForm(form.kind, before, lookup);
  const kept = (Object.keys(whole) as (keyof ProposalForm)[]).filter(
    (name) => (form[name] ?? '') === asSent(name, beginOf(name, whole[name] ?? '')),
  );
  return { ...form, ...Object.fromEntries(kept.map((name) => [name, whole[name]])) };
}

/** A text as the form has it when it comes back: what cannot be seen of it is gone by then. */
const asSent = (name: keyof ProposalForm, text: string) => formSchema.shape[name].parse(text);

const areaOf = (text: string, areas: readonly Area[]) =>
  areas.filter(({ code, name, aliases }) => [code, name, ...aliases].map(nameKey).includes(nameKey(text)));

/** Deputies as people type them: each on a line, or with a bar. A comma may stand inside a name ("Bos, J."). */
export const deputiesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[|\r\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** What the texts are called on the form. */
const typedLabels = {
  andere_activiteit: 'Activiteit',
  gebied: 'Gebied',
  houder: 'Houder',
  vervanger: 'Vervangers',
  organisatie: 'Organisatie',
  limiet_eur: 'Hoogste bedrag',
  uit_mandaat: 'Komt uit mandaat',
  voorwaarden: 'Voorwaarden',
};

/** What the columns of a file are called on the form. */
const fieldNames: Record<string, string> = {
  soort: 'Soort',
  activiteit: 'Activiteit',
  houder: 'Houder',
  gebied: 'Gebied',
  geldig_van: 'Eerste dag',
  geldig_tot_en_met: 'Laatste dag',
  limiet_eur: 'Hoogste bedrag',
};

function inWordsOfTheForm(reason: string): string {
  const [column = ''] = reason.split(' ', 1);
  if (fieldNames[column] && reason.includes(' is geen datum ')) return noSuchDay(fieldNames[column]);
  const words = Object.entries(fieldNames).reduce(
    (text, [name, label]) => text.replaceAll(` ${name} `, ` ${label} `),
    reason,
  );
  return fieldNames[column] ? fieldNames[column] + words.slice(column.length) : words;
}

/**
 * The entry that a form describes, or what is wrong with it in Dutch. `id` is for a new entry. A mandate may begin in
 * the past.
 */
export function entryFrom(
  sent: ProposalForm,
  lookup: Lookup,
  id: string,
): { entry: RegisterEntry; before?: RegisterEntry } | { problems: string[] } {
  const before = sent.kind === 'new' || sent.of === undefined ? undefined : lookup.entry(sent.of);
  if (sent.kind !== 'new' && !before) return { problems: ['Dit mandaat staat niet meer in het register.'] };
  const form = restored(sent, before, lookup);
  if (form.kind === 'end' && before) {
    const until = form.geldig_tot_en_met;
    const problem = endProblem(before, until);
    return problem ? { problems: [problem] } : { entry: { ...before, until }, before };
  }
  const { areas } = lookup.register;
  const activity = form.andere_activiteit.trim() || form.activiteit;
  const parent = form.uit_mandaat.trim();
  const fields: Record<string, string> = {
    ...Object.fromEntries(entryColumns.map((name) => [name, ''])),
    ...Object.fromEntries(
      Object.entries(form).filter(
        (pair): pair is [string, string] =>
          (entryColumns as readonly string[]).includes(pair[0]) && typeof pair[1] === 'string',
      ),
    ),
    id: before?.id ?? id,
    activiteit: activity,
    uit_mandaat: '',
    vervanger: deputiesIn(form.vervanger).join('|'),
    gebied:
      areaOf(form.gebied, areas).length === 1 ? (areaOf(form.gebied, areas)[0]?.code ?? '') : form.gebied,
    limiet_eur: inDigits(form.limiet_eur),
    grondslag: before?.basis ?? '',
    publicatie: before?.publication ?? '',
  };
  const trimmed = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, text === everything ? '' : text.trim()]),
  );
  const read = readEntries({ columns: [...entryColumns], rows: [{ line: 1, fields: trimmed }] }, areas);
  const problems = 'problems' in read ? read.problems.map(({ reason }) => inWordsOfTheForm(reason)) : [];
  if (parent !== '' && !lookup.entry(parent)) problems.push(`Mandaat ${parent} staat niet in het register.`);
  if (parent !== '' && parent === before?.id) problems.push('Een mandaat kan niet uit zichzelf komen.');
  const [entry] = 'entries' in read ? read.entries : [];
  if (problems.length > 0 || !entry) return { problems };
  // New deputies on this form stand in at once.
  const isSame = JSON.stringify(entry.deputies) === JSON.stringify(before?.deputies);
  const kept = {
    contact: before?.contact,
    fourEyesBy: before?.fourEyesBy,
    ...(isSame && before?.earlierDeputies ? { earlierDeputies: before.earlierDeputies } : {}),
  };
  return { entry: { ...entry, parent: parent || undefined, ...kept }, before };
}
