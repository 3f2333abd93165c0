import { wordsOf } from '../../../language/reading-ease.ts';
import { isPilotLine, isTypedLine } from './commands.ts';
import { speaksOfPilot } from './pilot-words.ts';
import type { Tip } from './types.ts';

/** Words that say what to do, at most. */
const MOST_WORDS_TO_DO = 40;

/** Names of the four roles of the method. */
const roleNames = /\b(objectregistrator|kwaliteitscoördinator|objectregisseur|geodata-engineer)(s|en)?\b/i;

/** Words of the work itself: the registrations, what stands in them, and what is done with it. */
const registrationWords =
  /\b(bag|bgt|woz|brk|bro)\b|mutatie|valid(eer|er|atie)|goed(keuren|keurt|keurde|gekeurd)|afkeur|afgekeurd|terugmelding|dossier|geometrie|\bpand(en)?\b|verblijfsobject|brondocument|regiekamer|portaal|mandaat|mandaten|\badres|huisnummer|nummeraanduiding|luchtfoto|inmeting|intekenen|landmeter|registratie|register|controleregel|takenmatrix|rolprofiel|gebruiksdoel|splits|\bscript|koppeling|kaartlaag|landelijke voorziening|fme|verwerk/i;

/** Sentences that can be read in more than one way, or begin with a long subject; each with what is wrong with it. */
const unclear: readonly (readonly [RegExp, string])[] = [
  [/\bopen\s?sta(an|at|ande)?\b/i, 'zegt “open staan”: kies wachten, liggen of nog niet zeker'],
  [/\bzo\s?lang\b(?! (je|jij|het|de|er|als|mogelijk|een)\b)/i, 'zegt “zo lang”: kies intussen'],
  [/\bals de tijd om is\b/i, 'zegt “als de tijd om is”: noem een tijd'],
  [/\bwerk(t|en) deeltijd\b|\bdeeltijd werk/i, 'zegt “deeltijd werken”: kies in deeltijd of niet elke dag'],
  [/\bniet dringend zijn voor\b/i, 'is op twee manieren te lezen: niet dringend zijn voor'],
  [/\b(u|uw)\b/i, 'zegt “u” in plaats van “je”'],
];

const sentencesOf = (text: string) => text.match(/[^.?!]+[.?!]*/g) ?? [];
const isQuestion = (sentence: string) => sentence.trim().endsWith('?');
/** "Met wie jouw werk nakijkt": somebody who is not named, in the middle of a sentence. "Bij wie je aanklopt" asks for a name. */
const somebodyUnnamed =
  /\b(aan|met|bij|van|tegen|voor|door|naar) wie\b(?! (je|jij|jullie|we|wij|ik|ze|zij|hij|die|iemand)\b)/i;

/** Every line that the tip says to type, without the name of Kompas before it. */
export function linesToType({ act, why }: Pick<Tip, 'act' | 'why'>): string[] {
  return [...`${act} ${why}`.matchAll(/\btyp(?:\s+(?!in\b|hier\b|je\b)[^“”.?!]{0,20})?\s*“([^”]*)”/gi)].map(
    ([, line = '']) => line.replace(/^@kompas /i, ''),
  );
}

/** True for a tip that names one of the four roles. */
export const namesRole = ({ act, why }: Pick<Tip, 'act' | 'why'>): boolean => roleNames.test(`${act} ${why}`);

/** True for a tip that speaks of the work on registrations. */
export const namesWork = ({ act, why }: Pick<Tip, 'act' | 'why'>): boolean =>
  registrationWords.test(`${act} ${why}`);

function linesWrong(tip: Tip): string[] {
  const lines = linesToType(tip);
  const said = [...`${tip.act} ${tip.why}`.matchAll(/\btyp\b/gi)].length;
  return [
    ...(said > lines.length ? ['zegt niet tussen aanhalingstekens wat je typt'] : []),
    ...lines
      .filter((line) => !isTypedLine(line))
      .map((line) => `laat “${line}” typen, en dat ken ik niet van de lijst`),
    ...lines
      .filter((line) => isPilotLine(line) && !tip.forPilot)
      .map((line) => `laat “${line}” typen, en dat kan alleen in een pilot`),
  ];
}

/**
 * What an editor has against the words of a tip that comes with Kompas. A municipality's own tips are not refused for it, but `tips
 * controle --gemeente` tells it.
 */
export function remarksOf(tip: Tip): string[] {
  const text = `${tip.act} ${tip.why}`;
  const told = sentencesOf(text).filter((sentence) => !isQuestion(sentence));
  const toDo = wordsOf(tip.act).length;
  return [
    ...(toDo > MOST_WORDS_TO_DO
      ? [`zegt in ${toDo} woorden wat je doet, hooguit ${MOST_WORDS_TO_DO} mag`]
      : []),
    ...(told.some((sentence) => /^\s*wie\b/i.test(sentence)) ? ['begint een zin met “Wie”: zeg wie'] : []),
    ...(told.some((sentence) => somebodyUnnamed.test(sentence))
      ? ['zegt “met wie …”, “aan wie …”: noem de rol of de collega']
      : []),
    ...unclear.flatMap(([pattern, reason]) => (pattern.test(text) ? [reason] : [])),
    ...(speaksOfPilot(tip) && !tip.forPilot ? ['noemt een pilot, en gaat ook naar mensen zonder pilot'] : []),
    ...(tip.role && !namesWork(tip) ? ['is voor een rol, en noemt het registratiewerk niet'] : []),
    ...linesWrong(tip),
  ];
}
