import { memoised } from '../../../lib/memoised.ts';
import type { Colleagues } from '../register/colleagues.ts';
import type { RegisterEntry } from '../register/register.ts';
import { ASSIGNMENT } from '../vocabulary/activities.ts';
import { activityInWords } from '../vocabulary/activity-in-words.ts';
import { listed } from '../vocabulary/wording.ts';
import {
  entriesInWords,
  type Finding,
  type FindingKind,
  holdersInWords,
  idsOf,
  placesInWords,
  type Survey,
  together,
} from './finding.ts';

const finding = (
  kind: FindingKind,
  severity: Finding['severity'],
  text: string,
  entries: readonly RegisterEntry[],
): Finding => ({ kind, severity, text, ids: idsOf(entries) });

/** Entries that name no deputy, a sentence for each holder and activity. */
export function noDeputyFindings(survey: Survey): Finding[] {
  const { lookup, activity, lasting } = survey;
  const alone = lasting.filter(({ deputies }) => deputies.length === 0);
  return together(alone, (entry) => [entry.holder, activity(entry), entry.registration]).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const what = activityInWords(activity(first), [first.registration]);
    const where = placesInWords(
      lookup,
      group.map(({ area }) => area),
    );
    const text = `${first.holder} heeft geen vervanger voor ${what} in ${where} (${listed(idsOf(group))}).`;
    return [finding('no-deputy', 'let op', text, group)];
  });
}

interface Mentioned {
  held: RegisterEntry[];
  deputised: RegisterEntry[];
}

/** Names with the entries that mention them as holder or deputy. */
function mentions(
  entries: readonly RegisterEntry[],
  holders: (entry: RegisterEntry) => readonly string[],
  deputies: (entry: RegisterEntry) => readonly string[],
): Map<string, Mentioned> {
  const found = new Map<string, Mentioned>();
  const under = (name: string) => {
    const known = found.get(name) ?? { held: [], deputised: [] };
    found.set(name, known);
    return known;
  };
  for (const entry of entries) {
    for (const name of holders(entry)) under(name).held.push(entry);
    for (const name of deputies(entry)) under(name).deputised.push(entry);
  }
  return found;
}

/** "is houder van R01 (…) en vervanger bij R02 (…)" */
function mentionInWords(survey: Survey, { held, deputised }: Mentioned): string {
  return [
    ...(held.length > 0 ? [`houder van ${entriesInWords(survey, held)}`] : []),
    ...(deputised.length > 0 ? [`vervanger bij ${entriesInWords(survey, deputised)}`] : []),
  ].join(' en ');
}

const graver = ({ held }: Mentioned): Finding['severity'] => (held.length > 0 ? 'fout' : 'let op');

/**
 * People who do not work here (any more) and still hold or deputise, through functions too. Of an organisation of which
 * nobody is known here (a tax partnership, say) it is no error: its people may never have been in our list.
 */
export function goneFindings(survey: Survey, people: Pick<Colleagues, 'present'>): Finding[] {
  const found = [...mentions(survey.lasting, survey.holders, survey.deputies)];
  const isOurs = new Set(
    found
      .filter(([name]) => people.present(name))
      .flatMap(([, { held, deputised }]) => [...held, ...deputised])
      .map(({ organisation }) => organisation),
  );
  return found
    .filter(([name]) => !people.present(name))
    .map(([name, mentioned]) => {
      const entries = [...mentioned.held, ...mentioned.deputised];
      const organisation = entries[0]?.organisation;
      const known = entries.some((entry) => isOurs.has(entry.organisation));
      const from = known || !organisation ? '' : ` (${organisation})`;
      const text = `${name}${from} staat niet in het mensenbestand, maar is wel ${mentionInWords(survey, mentioned)}.`;
      return finding('holder-gone', known ? graver(mentioned) : 'let op', text, entries);
    });
}

/** Functions that hold or deputise an entry while nobody fulfils them on the day. */
export function vacantFindings(survey: Survey): Finding[] {
  const { lookup, day, valid } = survey;
  const isVacant = memoised(
    (name) => lookup.isFunction(name) && lookup.holders({ holder: name }, day).length === 0,
  );
  const found = mentions(
    valid,
    (entry) => [entry.holder].filter(isVacant),
    (entry) => entry.deputies.filter(isVacant),
  );
  return [...found].map(([name, mentioned]) => {
    const text = `Niemand vervult de functie ${name}, maar die is wel ${mentionInWords(survey, mentioned)}.`;
    return finding('vacant', graver(mentioned), text, [...mentioned.held, ...mentioned.deputised]);
  });
}

/** Entries of which the decision is not recorded, or not where it was published (Awb 3:42, 10:5). */
export function decisionFindings(survey: Survey): Finding[] {
  const { activity, lasting } = survey;
  const without = lasting.filter(({ basis }) => basis === '');
  const unpublished = lasting.filter(({ basis, publication }) => basis !== '' && publication === '');
  return [
    ...together(without, (entry) => [
      activity(entry),
      entry.registration,
      entry.holder,
      entry.publication === '',
    ]).map((group) => {
      const what = group[0]?.publication === '' ? 'geen besluit en geen publicatie' : 'geen besluit';
      const text = `Bij ${entriesInWords(survey, group)} van ${holdersInWords(group)} staat ${what}.`;
      return finding('no-basis', 'fout', text, group);
    }),
    ...together(unpublished, ({ basis }) => [basis]).map((group) => {
      const text = `Bij "${group[0]?.basis}" staat niet waar het is gepubliceerd: ${entriesInWords(survey, group)} van ${holdersInWords(group)}.`;
      return finding('no-publication', 'let op', text, group);
    }),
  ];
}

/** Entries for giving assignments that do not say up to what amount. */
export function limitFindings(survey: Survey): Finding[] {
  const { activity, lasting } = survey;
  const open = lasting.filter((entry) => entry.limit === undefined && activity(entry) === ASSIGNMENT);
  return together(open, ({ holder, registration }) => [holder, registration]).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const text = `${first.holder} heeft geen hoogste bedrag bij ${entriesInWords(survey, group)}.`;
    return [finding('no-limit', 'fout', text, group)];
  });
}
