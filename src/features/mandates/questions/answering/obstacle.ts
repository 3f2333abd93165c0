import type { Lookup } from '../../register/lookup.ts';
import type { QuestionKind } from '../understanding/kinds.ts';
import type { Unclear } from '../understanding/unclear.ts';
import type { Guess, Understood } from '../understanding/understood.ts';
import { alphabetical, ambiguous, notRecorded, type RegisterAnswer } from './answer.ts';

/** Why a question is unclear, in Dutch, with what to do about it. */
export const unclearWords: Record<Unclear, string> = {
  excluded: 'Ik kan in een antwoord niemand weglaten. Vraag wie het mag, dan zie je iedereen.',
  negated: 'Met "niet" erin weet ik niet zeker wat je bedoelt. Vraag wie het wel mag.',
  either: 'Ik lees hier twee vragen in: wie vervangt, en wie wordt vervangen. Welke bedoel je?',
  more: 'Er staat meer in je vraag dan ik begrijp. Daarom zeg ik niet zomaar ja. Vraag het korter: wie, wat en waar.',
};

/** Kinds of questions whose answer lies in one activity, whatever else is named. */
export const coreKinds: ReadonlySet<QuestionKind> = new Set(['accountable', 'escalation', 'role']);

/** Asks whether what was named nearly is what is meant. */
function whetherMeant({ what, options }: Guess, lookup: Lookup): RegisterAnswer {
  const names = alphabetical(options.map((option) => (what === 'area' ? lookup.placeName(option) : option)));
  return ambiguous(`Bedoel je ${names.join(' of ')}?`, { what, options: [...options] });
}

/** The reply to a question that cannot be answered as it stands; undefined when nothing stands in the way. */
export function obstacleIn(asked: Understood, lookup: Lookup): RegisterAnswer | undefined {
  if (asked.absentSelf && asked.absent === undefined)
    return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  if (asked.absentAmong && asked.absent === undefined)
    return ambiguous('Wie is er dan niet? Noem de hele naam.');
  if (asked.impossibleDate) return ambiguous(`${asked.impossibleDate} bestaat niet. Welke dag bedoel je?`);
  if (asked.vagueDate !== undefined && asked.expiring) {
    return ambiguous('Vóór welke dag lopen de mandaten af? Noem een datum, bijvoorbeeld: voor 1 december.');
  }
  if (asked.vagueDate !== undefined) {
    const meant = asked.vagueDate && ` met "${asked.vagueDate}"`;
    return ambiguous(`Welke dag bedoel je${meant}? Noem een datum, bijvoorbeeld 1 december.`);
  }
  if (asked.unreadableAmount)
    return ambiguous('Dit bedrag kan ik niet lezen. Schrijf het in cijfers, bijvoorbeeld € 2.500.');
  if (asked.unknownArea) return notRecorded(`Het gebied ${asked.unknownArea} staat niet in het register.`);
  if (asked.unknownPerson && !asked.own)
    return notRecorded(`${asked.unknownPerson} staat niet in het register.`);
  const [guess] = asked.guessed ?? [];
  if (guess) return whetherMeant(guess, lookup);
  if (asked.areas.length > 1)
    return ambiguous('Welk gebied bedoel je? Noem er één tegelijk.', {
      what: 'area',
      options: asked.areas,
    });
  if (asked.registrations) {
    return ambiguous('Welke registratie bedoel je? Noem er één tegelijk.', {
      what: 'registration',
      options: asked.registrations,
    });
  }
  if (asked.activities && !asked.own && !coreKinds.has(asked.kind)) {
    return ambiguous('Welke activiteit bedoel je? Noem er één tegelijk.', {
      what: 'activity',
      options: asked.activities,
    });
  }
  if (asked.unclear && asked.unclear !== 'more' && !asked.own) return ambiguous(unclearWords[asked.unclear]);
  return undefined;
}
