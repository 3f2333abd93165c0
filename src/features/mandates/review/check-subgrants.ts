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

/** Rows of entries that come from each other; every entry is walked once. */
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

/**
 * Sub-mandates, sub-authorisations and sub-powers that give more than what they come from, or may not be given at all
 * (Awb 10:9, BW 3:64).
 */
export function subgrantFindings(survey: Survey): Finding[] {
  const { lookup, lasting } = survey;
  const byId = new Map(lookup.register.entries.map((entry) => [entry.id, entry]));
  const parentOf = ({ parent }: RegisterEntry) => (parent === undefined ? undefined : byId.get(parent));
  const grants = lasting.flatMap((entry): Grant[] => {
    const parent = parentOf(entry);
    return parent ? [{ entry, parent }] : [];
  });
  const said = (entry: RegisterEntry) => entriesInWords(survey, [entry]);
  const fout = (kind: Finding['kind'], text: string, entries: readonly RegisterEntry[]): Finding => ({
    kind,
    severity: 'fout',
    text,
    ids: idsOf(entries),
  });
  /** One sentence for each parent, about all that comes from it. */
  const perParent = (
    kind: Finding['kind'],
    isWrong: (grant: Grant) => boolean,
    text: (parent: RegisterEntry, entries: RegisterEntry[]) => string,
  ) =>
    together(
      grants.filter(isWrong).map(({ entry }) => entry),
      ({ parent }) => [parent],
    ).flatMap((group) => {
      const parent = group[0] && parentOf(group[0]);
      return parent ? [fout(kind, text(parent, group), [...group, parent])] : [];
    });

  const orphans = lasting.filter(
    (entry) => parentOf(entry) === undefined && (isSub(entry) || entry.parent !== undefined),
  );
  return [
    ...orphans.map((entry) => {
      const where =
        entry.parent === undefined
          ? 'het register zegt niet waar die uit komt'
          : `${entry.parent}, waar die uit komt, staat niet in het register`;
      const text = `${said(entry)} van ${entry.holder} is een ${entry.kind}, maar ${where}.`;
      return fout('sub-without-parent', text, [entry]);
    }),
    ...circles(lasting, parentOf).map((circle) =>
      fout(
        'sub-circle',
        `${listed(idsOf(circle))} ${circle.length > 1 ? 'komen uit elkaar' : 'komt uit zichzelf'} voort.`,
        circle,
      ),
    ),
    ...grants
      .filter(({ entry, parent }) => familyOf(entry.kind) !== familyOf(parent.kind))
      .map(({ entry, parent }) =>
        fout(
          'sub-family',
          `${said(entry)} van ${entry.holder} is een ${entry.kind}, maar komt uit ${parent.id}, een ${parent.kind}.`,
          [entry, parent],
        ),
      ),
    ...perParent(
      'sub-not-allowed',
      ({ parent }) => !parent.subGranting,
      (parent, entries) =>
        `${parent.holder} mag ${parent.id} niet doorgeven, maar dat gebeurt wel in ${entriesInWords(survey, entries)}.`,
    ),
    ...grants.flatMap((grant) => {
      const more = excess(survey, grant);
      if (more.length === 0) return [];
      const { entry, parent } = grant;
      const text = `${said(entry)} van ${entry.holder} gaat verder dan ${parent.id}: ${listed(more)}.`;
      return [fout('sub-wider', text, [entry, parent])];
    }),
    ...perParent(
      'sub-four-eyes',
      ({ entry, parent }) => parent.fourEyes && !entry.fourEyes,
      (parent, entries) =>
        `Bij ${parent.id} van ${parent.holder} kijkt een tweede persoon mee, maar niet bij ${entriesInWords(survey, entries)}.`,
    ),
  ];
}
