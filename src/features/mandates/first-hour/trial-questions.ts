import type { Temporal } from 'temporal-polyfill';
import { questionInWords } from '../chat/question-in-words.ts';
import { type AnsweredQuestion, ask } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';

/** So many questions of a kind are tried: of a large register not every line. */
const MOST_TRIED = 20;
/** A colleague types no longer activity than this (characters). */
const TYPED = 60;

type Accepts = (asked: AnsweredQuestion) => boolean;

/** The question that asks who may do this, there, on that day. */
const whoMay = ({
  activity,
  registration,
  area,
}: Pick<RegisterEntry, 'activity' | 'registration' | 'area'>) =>
  ({
    kind: 'who',
    activity,
    registration: registration || undefined,
    areas: area === '' ? [] : [area],
    people: [],
    dated: false,
    self: false,
    own: false,
    expiring: false,
  }) satisfies Partial<Understood>;

/** An answer that speaks of this entry. */
const speaksOf =
  (entry: RegisterEntry): Accepts =>
  ({ answer: { outcome, entries } }) =>
    outcome === 'found' && entries.some(({ id }) => id === entry.id);

const isNothing: Accepts = ({ understood, answer: { outcome, entries } }) =>
  outcome === 'not-recorded' && entries.length === 0 && understood?.activity !== undefined;

const hasNoDeputy: Accepts = ({ answer: { outcome, entries } }) =>
  outcome === 'not-recorded' && entries.length > 0;

interface Tried {
  of: Omit<Understood, 'date'>;
  accepts: Accepts;
}

/** Places in the area of an entry for which nothing of their own is recorded: there the entry itself answers. */
function placesIn({ activity, registration, area }: RegisterEntry, lookup: Lookup): string[] {
  const alike = lookup
    .ofActivity(activity)
    .filter((other) => other.registration === registration || other.registration === '');
  const own = new Set(alike.map((other) => other.area));
  return lookup.register.areas
    .filter(({ code }) => code !== area && !own.has(code) && lookup.chain(code).includes(area))
    .map(({ code }) => code);
}

/** What is done in some registration, and in another is recorded of nobody. */
function gapsIn({
  register: { entries },
}: Lookup): Pick<RegisterEntry, 'activity' | 'registration' | 'area'>[] {
  const activities = [...new Set(entries.map(({ activity }) => activity))].slice(0, MOST_TRIED);
  const registrations = [...new Set(entries.map(({ registration }) => registration))].filter(Boolean);
  return activities.flatMap((activity) =>
    registrations.slice(0, MOST_TRIED).flatMap((registration) => {
      const isKnown = entries.some(
        (entry) =>
          entry.activity === activity && (entry.registration === registration || entry.registration === ''),
      );
      return isKnown ? [] : [{ activity, registration, area: '' }];
    }),
  );
}

/**
 * Three questions of a register for who keeps it, to see whether it answers as meant: an ordinary one, one about a place in a larger area,
 * and one about who deputises or about what nobody may. Each is understood from its words, as those of a colleague are. Fewer where
 * the register holds too little; none where nothing holds on `day`. Pure: the same register gives the same questions.
 */
export function trialQuestions(lookup: Lookup, day: Temporal.PlainDate): AnsweredQuestion[] {
  const date = day.toString();
  const [short, long] = [true, false].map((isShort) =>
    lookup.register.entries.filter(
      (entry) =>
        entry.activity.length <= TYPED === isShort &&
        isValidOn(entry, date) &&
        lookup.holders(entry, date).length > 0,
    ),
  );
  const held = [...(short ?? []), ...(long ?? [])];
  const asked: AnsweredQuestion[] = [];
  /** What was not spoken of yet comes first: three questions show three parts of the register. */
  const freshFirst = (entries: readonly RegisterEntry[]): RegisterEntry[] => {
    const told = new Set(asked.flatMap(({ answer }) => answer.entries.map(({ id }) => id)));
    const isTold = ({ id }: RegisterEntry) => told.has(id);
    return [...entries.filter((entry) => !isTold(entry)), ...entries.filter(isTold)].slice(0, MOST_TRIED);
  };
  const isAsked = (question: string) => asked.some((one) => one.question === question);

  /** Keeps the first that is answered as it should be, from its words alone. */
  function keepFirst(tried: readonly Tried[]): boolean {
    for (const { of, accepts } of tried.slice(0, MOST_TRIED)) {
      const question = questionInWords({ ...of, date }, lookup, date);
      if (isAsked(question)) continue;
      const one = ask(question, lookup, day);
      if (!one.understood || !accepts(one)) continue;
      asked.push(one);
      return true;
    }
    return false;
  }

  const root = new Set(lookup.roots);
  const ordinary = () =>
    freshFirst(held).map((entry) => ({
      of: whoMay(root.has(entry.area) ? { ...entry, area: '' } : entry),
      accepts: speaksOf(entry),
    }));
  const byNumber = () =>
    freshFirst(held).map((entry) => ({
      of: { ...whoMay({ ...entry, area: '' }), references: [entry.id] },
      accepts: speaksOf(entry),
    }));
  if (!keepFirst(ordinary())) keepFirst(byNumber());

  const inside = freshFirst(held).flatMap((entry) =>
    placesIn(entry, lookup)
      .slice(-1)
      .map((area) => ({ of: whoMay({ ...entry, area }), accepts: speaksOf(entry) })),
  );
  if (!keepFirst(inside) && !keepFirst(ordinary())) keepFirst(byNumber());

  const deputies = (entries: readonly RegisterEntry[], accepts: (entry: RegisterEntry) => Accepts) =>
    freshFirst(entries).map((entry) => ({
      of: {
        ...whoMay(root.has(entry.area) ? { ...entry, area: '' } : entry),
        kind: 'deputy' as const,
        people: lookup.holders(entry, date).slice(0, 1),
      },
      accepts: accepts(entry),
    }));
  const [covered, alone] = [true, false].map((has) =>
    held.filter((entry) => lookup.deputies(entry, date).length > 0 === has),
  );
  const gaps = gapsIn(lookup).map((gap) => ({ of: whoMay(gap), accepts: isNothing }));
  if (!keepFirst(deputies(covered ?? [], speaksOf)) && !keepFirst(gaps))
    keepFirst(deputies(alone ?? [], () => hasNoDeputy));
  return asked;
}
