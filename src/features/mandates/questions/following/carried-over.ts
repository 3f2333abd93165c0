import type { Lookup } from '../../register/lookup.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import type { QuestionKind } from '../understanding/kinds.ts';
import type { Guess, Understood } from '../understanding/understood.ts';
import { personal } from './kind-of.ts';
import type { Called } from './words.ts';

/** What was asked before: the question as it was understood, and whom "hij" or "haar" may be after its answer. */
export interface Before {
  asked: Understood;
  people: readonly string[];
  /** By which word the one whom it is about was called in it. */
  called?: Called;
}

/** What a follow-up says itself. */
export type Said = Understood & {
  guessed: readonly Guess[];
  /** It speaks of the whole municipality. */
  isEverywhere: boolean;
  /** It is about somebody who was named before: "hij", "haar". */
  isBefore: boolean;
  called?: Called;
  /** It says itself who stands in for whom. */
  saysWhoReplaces: boolean;
  /** "Als die ook weg is": not the one who was said to be away before. */
  isAnother: boolean;
};

/** Kinds of questions about an activity. */
const active: readonly QuestionKind[] = ['who', 'may', 'deputy', 'which', 'limit', 'organisation'];

/** The activity of the question before, also where its kind tells it. */
function activityBefore({ kind, activity, role }: Understood): string | undefined {
  if (kind === 'escalation') return 'regie';
  return activity ?? roleWords.find((one) => one.role === role)?.activity;
}

/** Whom "haar" or "hem" is: who was called so just now, or else one of the others whom the answer named. */
function calledIn({ called, isAnother }: Said, { asked, people, called: before }: Before): string[] {
  const [one, ...more] = asked.people;
  const others = people.filter((name) => name !== one && name !== asked.absent);
  if (isAnother && others.length > 0) return others;
  if (one === undefined || more.length > 0 || called === undefined || before === undefined)
    return [...people];
  return called === before ? [one] : people.filter((name) => name !== one);
}

/** Whom a follow-up is about: who is named in it, who was named before, or nobody where it asks who. */
function peopleIn(said: Said, before: Before): Pick<Understood, 'people' | 'self' | 'unknownPerson'> {
  const { kind, self, unknownPerson } = said;
  const { asked, people } = before;
  if (!personal.includes(kind)) return { people: kind === 'office' ? [...asked.people] : [], self: false };
  if (said.people.length > 0 || unknownPerson !== undefined)
    return { people: said.people, self: false, unknownPerson };
  if (self) return { people: [], self: true };
  if (said.isBefore) return { people: calledIn(said, before), self: false };
  if (personal.includes(asked.kind))
    return { people: [...asked.people], self: asked.self, unknownPerson: asked.unknownPerson };
  // "Tot welk bedrag?" is about who was named in the answer.
  return { people: kind === 'limit' ? [...people] : [], self: false };
}

/** Where, as it is said or was said before. */
function placeIn(said: Said, { asked }: Before, lookup: Lookup): Pick<Understood, 'areas' | 'unknownArea'> {
  const { areas, unknownArea, isEverywhere } = said;
  if (areas.length > 0 || unknownArea !== undefined) return { areas, unknownArea };
  if (isEverywhere) return { areas: [...lookup.roots] };
  return { areas: asked.areas, unknownArea: asked.unknownArea };
}

/** Who is away or to be replaced, and which way round it is asked, as it is said or was said before in a question of the kind. */
function awayIn(
  said: Said,
  asked: Understood,
): Pick<Understood, 'absent' | 'absentSelf' | 'absentAmong' | 'standsIn'> {
  const { absent, absentSelf, absentAmong, standsIn } = said;
  const isSaid = absent !== undefined || absentSelf || absentAmong !== undefined || said.saysWhoReplaces;
  if (!isSaid)
    return said.kind === asked.kind
      ? {
          ...(asked.absent === undefined ? {} : { absent: asked.absent }),
          ...(asked.standsIn ? { standsIn: true } : {}),
        }
      : {};
  return {
    ...(absent === undefined ? {} : { absent }),
    ...(absentSelf ? { absentSelf: true } : {}),
    ...(absentAmong === undefined ? {} : { absentAmong }),
    ...(standsIn ? { standsIn: true } : {}),
  };
}

/** The whole question that a follow-up is: what it does not say itself is as it was asked before. */
export function carriedOver(said: Said, before: Before, lookup: Lookup): Understood {
  const { asked } = before;
  const { kind } = said;
  const isNew = said.activity !== undefined && kind !== 'role' && !said.own;
  const isOtherRegistration = said.registration !== undefined;
  const what = isNew ? said : { ...asked, activity: activityBefore(asked) };
  const about = isOtherRegistration ? said : asked;
  // What ends is asked within a term of its own, also where that is the one which nobody says.
  const day = said.dated || said.expiring ? said : asked;
  const who = peopleIn(said, before);
  const where = placeIn(said, before, lookup);
  const isSame = !isNew && !isOtherRegistration && said.areas.length === 0;
  const references = said.references ?? (isSame ? asked.references : undefined);
  const hasAmount = kind === 'who' || kind === 'may';
  const amount = said.amount ?? (isNew ? undefined : asked.amount);
  const isOpen = ({ what: part }: Guess) =>
    part === 'area'
      ? said.areas.length === 0 && said.unknownArea === undefined
      : who.people.length > 0 && said.people.length === 0 && !said.isBefore;
  const guessed = [...(asked.guessed ?? []).filter(isOpen), ...said.guessed];
  return {
    kind,
    ...who,
    ...where,
    activity: active.includes(kind) ? what.activity : undefined,
    ...(active.includes(kind) && what.activities ? { activities: what.activities } : {}),
    ...(what.narrower && active.includes(kind) ? { narrower: true } : {}),
    ...(what.turned && active.includes(kind) ? { turned: true } : {}),
    registration: about.registration,
    ...(about.registrations ? { registrations: about.registrations } : {}),
    ...(kind === 'role' ? { role: said.role ?? asked.role } : {}),
    ...(hasAmount ? { amount } : {}),
    ...(hasAmount && (said.unreadableAmount ?? (isNew || said.amount ? undefined : asked.unreadableAmount))
      ? { unreadableAmount: said.unreadableAmount ?? asked.unreadableAmount }
      : {}),
    date: day.date,
    dated: day.dated,
    ...(day.term && kind === 'which' ? { term: day.term } : {}),
    vagueDate: day.vagueDate,
    impossibleDate: day.impossibleDate,
    own: said.own || (kind === 'may' && asked.own && !isNew),
    expiring: kind === 'which' && (said.expiring || (asked.expiring && !said.dated)),
    ...awayIn(said, asked),
    // "Mag Eefje dat", "en iemand anders": beside Eefje, where she may.
    ...(said.others && kind === 'who' ? { others: asked.kind === 'may' ? asked.people : [] } : {}),
    ...(said.lone || (kind === 'which' && asked.kind === 'which' && asked.lone) ? { lone: true } : {}),
    ...(references ? { references } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
    ...(asked.unclear && !isNew ? { unclear: asked.unclear } : {}),
  };
}
