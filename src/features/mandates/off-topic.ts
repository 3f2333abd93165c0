import { stemOf } from '../../language/stems.ts';
import { aboutMandates, type QuestionKind } from './kinds.ts';
import { fixedWords } from './vocabulary.ts';

/** Things that the work of these registrations is about: a question that names only these is one for the register. */
const objects = new Set(
  (
    'mutatie wijziging gegeven data dossier aanvraag besluit object registratie meting melding terugmelding invoer kaart ' +
    'bestand levering bericht dossiers stuk werk taak uitgave factuur contract offerte inkoop opdracht bedrag geld ' +
    'mutation change record order contract invoice file collega nieuw fout proces keten koppeling verandering bron ' +
    // Verbs that only carry the word before them.
    'verstrekken geven verlenen voeren uitvoeren behandelen beslissen besluiten bepalen nemen plegen zetten horen'
  )
    .split(' ')
    .map(stemOf),
);
/** Words of leave and absence belong to the language of replacement; in any other question they are its subject. */
const leave = /\b(verlof|vakantie\w*|vrij|vrije|ziekteverlof|leave|holiday)\b/;

/**
 * True for a question that has the words of one about mandates but names a thing of another world: "wie keurt mijn
 * verlof goed", "wie vervangt de batterij". `rest` are the words that nothing was recognised in.
 */
export function isOffTopic(kind: QuestionKind, plain: string, rest: readonly string[]): boolean {
  if (aboutMandates.test(plain)) return false;
  if (kind !== 'deputy' && leave.test(plain)) return true;
  return rest.some(
    (word) => word.length > 3 && !fixedWords.has(word) && !/^\d+$/.test(word) && !objects.has(stemOf(word)),
  );
}
