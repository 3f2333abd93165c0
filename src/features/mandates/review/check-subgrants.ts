import { dutchDay } from '../../../calendar/clock.ts';
import type { EntryKind, RegisterEntry } from '../register/register.ts';
import { activityInWords } from '../vocabulary/activity-in-words.ts';
import { euros, listed } from '../vocabulary/wording.ts';
import { entriesInWords, type Finding, idsOf, placesInWords, type Survey, together } from './finding.ts';

const familyOf = (kind: EntryKind) => kind.replace(/^onder/, '');
const isSub = ({ kind }: RegisterEntry) => kind.startsWith('onder');

/** An entry with the one it comes from. */
interface Grant {
  entry: RegisterEntry;
  parent: RegisterEntry;
}

/** In what an entry goes further than the one it comes from, each as a part of a sentence. */
function excess({ lookup, activity, chain }: Survey, { entry, parent }: Grant): string[] {
  const what = ({ registration }: RegisterEntry) => registration || 'alle registraties';
  const place = ({ area }: RegisterEntry) => placesInWords(lookup, [area]);
  const isLater =
    parent.until !== undefined && (entry.until === undefined || entry.until > parent.until)
      ? [`${parent.id} stopt al op ${dutchDay(parent.until)}`]
      : [];
  const isHigher =
    parent.limit !== undefined && (entry.limit === undefined || entry.limit > parent.limit)
      ? [
          `${entry.limit === undefined ? 'het noemt geen bedrag' : `het gaat tot ${euros(entry.limit)}`} en ${parent.id} gaat tot ${euros(parent.limit)}`,
        ]
      : [];
  return [
    ...(activity(entry) === activity(parent)
      ? []
      : [`${parent.id} gaat over ${activityInWords(activity(parent), [parent.registration])}`]),
    ...(chain(entry.area).includes(parent.area) ? [] : [`${place(entry)} ligt niet in ${place(parent)}`]),
    ...(parent.registration === '' || parent.registration === entry.registration
      ? []
      : [`het gaat over ${what(entry)} en ${parent.id} alleen over ${what(parent)}`]),
    ...isHigher,
    ...(entry.from < parent.from ? [`${parent.id} begint pas op ${dutchDay(parent.from)}`] : []),
    ...isLater,
  ];
}

/** Circles of entries that come from each other. Every entry is visited once. */
function circles(
  entries: readonly RegisterEntry[],
  parentOf: (entry: RegisterEntry) => RegisterEntry | undefined,
): RegisterEntry[][] {
  const seenIn = new Map<RegisterEntry, RegisterEntry>();
  return entries.flatMap((start) => {
    const path: RegisterEntry[] = [];
    let at: RegisterEntry | undefined = start;
    for (; at && !seenIn.has(at); at = parentOf(at)) {
      seenIn.set(at, start);
      path.push(at);
    }
    return at && seenIn.get(at) === start && path.includes(at) ? [path.slice(path.indexOf(at))] : [];
  });
}

/** The entries that hold on the day or later, with what each comes from. */
interface Grants {
  survey: Survey;
  parentOf(entry: RegisterEntry): RegisterEntry | undefined;
  grants: Grant[];
}

function grantsIn(survey: Survey): Grants {
  const byId = new Map(survey.lookup.register.entries.map((entry) => [entry.id, entry]));
  const parentOf = ({ parent }: RegisterEntry) => (parent === undefined ? undefined : byId.get(parent));
  const grants = survey.lasting.flatMap((entry): Grant[] => {
    const parent = parentOf(entry);
    return parent ? [{ entry, parent }] : [];
  });
  return { survey, parentOf, grants };
}

const fout = (kind: Finding['kind'], text: string, entries: readonly RegisterEntry[]): Finding => ({
  kind,
  severity: 'fout',
  text,
  ids: idsOf(entries),
});

/** "R16 (BAG verwerken in Noord) van Bert Kade is een ondermandaat": how a sentence about one entry begins. */
const introduced = (survey: Survey, entry: RegisterEntry) =>
  `${entriesInWords(survey, [entry])} van ${entry.holder}`;

/** Sub-forms of which nobody recorded where they come from, or that come from an entry that is not there. */
function orphanFindings({ survey, parentOf }: Grants): Finding[] {
  return survey.lasting
    .filter((entry) => parentOf(entry) === undefined && (isSub(entry) || entry.parent !== undefined))
    .map((entry) => {
      const where =
        entry.parent === undefined
          ? 'het register zegt niet waar die uit komt'
          : `${entry.parent}, waar die uit komt, staat niet in het register`;
      const text = `${introduced(survey, entry)} is een ${entry.kind}, maar ${where}.`;
      return fout('sub-without-parent', text, [entry]);
    });
}

function circleFindings({ survey, parentOf }: Grants): Finding[] {
  return circles(survey.lasting, parentOf).map((circle) => {
    const how = circle.length > 1 ? 'komen uit elkaar' : 'komt uit zichzelf';
    return fout('sub-circle', `${listed(idsOf(circle))} ${how} voort.`, circle);
  });
}

/** A sub-mandate that comes from an authorisation, and so on: each legal form is passed on as itself. */
function familyFindings({ survey, grants }: Grants): Finding[] {
  return grants
    .filter(({ entry, parent }) => familyOf(entry.kind) !== familyOf(parent.kind))
    .map(({ entry, parent }) => {
      const text = `${introduced(survey, entry)} is een ${entry.kind}, maar komt uit ${parent.id}, een ${parent.kind}.`;
      return fout('sub-family', text, [entry, parent]);
    });
}

function widerFindings({ survey, grants }: Grants): Finding[] {
  return grants.flatMap((grant) => {
    const more = excess(survey, grant);
    if (more.length === 0) return [];
    const { entry, parent } = grant;
    const text = `${introduced(survey, entry)} gaat verder dan ${parent.id}: ${listed(more)}.`;
    return [fout('sub-wider', text, [entry, parent])];
  });
}

/** One sentence for each parent, about all that comes from it and is wrong in the same way. */
function perParent(
  { grants, parentOf }: Grants,
  kind: Finding['kind'],
  isWrong: (grant: Grant) => boolean,
  text: (parent: RegisterEntry, entries: RegisterEntry[]) => string,
): Finding[] {
  const wrong = grants.filter(isWrong).map(({ entry }) => entry);
  return together(wrong, ({ parent }) => [parent]).flatMap((group) => {
    const parent = group[0] && parentOf(group[0]);
    return parent ? [fout(kind, text(parent, group), [...group, parent])] : [];
  });
}

/** What may not be passed on, and is. */
const notAllowedFindings = (all: Grants): Finding[] =>
  perParent(
    all,
    'sub-not-allowed',
    ({ parent }) => !parent.subGranting,
    (parent, entries) =>
      `${parent.holder} mag ${parent.id} niet doorgeven, maar dat gebeurt wel in ${entriesInWords(all.survey, entries)}.`,
  );

const fourEyesFindings = (all: Grants): Finding[] =>
  perParent(
    all,
    'sub-four-eyes',
    ({ entry, parent }) => parent.fourEyes && !entry.fourEyes,
    (parent, entries) =>
      `Bij ${parent.id} van ${parent.holder} kijkt een ander mee, maar niet bij ${entriesInWords(all.survey, entries)}.`,
  );

/**
 * Sub-mandates, sub-authorisations and sub-powers that give more than what they come from, or may not be given at all
 * (Awb 10:9, BW 3:64).
 */
export function subgrantFindings(survey: Survey): Finding[] {
  const all = grantsIn(survey);
  return [
    ...orphanFindings(all),
    ...circleFindings(all),
    ...familyFindings(all),
    ...notAllowedFindings(all),
    ...widerFindings(all),
    ...fourEyesFindings(all),
  ];
}
