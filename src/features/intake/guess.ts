import type { FileShape, Intake, IntakeKind } from '../../conversation/intake.ts';
import { nameKey } from '../../language/words.ts';

/** From here on a file is taken for what it looks like. */
const SURE = 0.6;
/** And only when nothing else comes as near as this. */
const APART = 0.2;

/** Of more words than this, a file is not all that they are about. */
const MOST_WORDS = 8;

/** What somebody types along with a file to say what it is. */
const words: Record<IntakeKind, RegExp> = {
  people: /\b(?:mensen|medewerkers|personen|collega s|mensenbestand|mensenlijst)\b/,
  register: /\b(?:register|mandaten|mandatenregister|mandatenlijst|machtigingen)\b/,
  areas: /\b(?:gebieden|gebiedenlijst|wijken)\b/,
  functions: /\b(?:functies|functielijst)\b/,
  tips: /\b(?:tips|tiplijst)\b/,
  tasks: /\b(?:taken|takenlijst)\b/,
  profiles: /\b(?:rolprofiel|rolprofielen)\b/,
};

/** The kind that a text names, when it names one and says little else. */
export function kindSaid(text: string): IntakeKind | undefined {
  const plain = nameKey(text);
  if (text.includes('?') || plain.split(' ').length > MOST_WORDS) return undefined;
  const named = (Object.keys(words) as IntakeKind[]).filter((kind) => words[kind].test(plain));
  return named.length === 1 ? named[0] : undefined;
}

/** True for words that only say what somebody sends along: "hier is het bestand", "nieuwe mandatenlijst". */
export function saysWhat(text: string): boolean {
  const plain = nameKey(text);
  const isShort = !text.includes('?') && plain.split(' ').length <= MOST_WORDS;
  return (
    isShort &&
    (kindSaid(text) !== undefined ||
      /\b(?:bestand|lijst|bijlage|excel|csv|import|importeer|importeren|upload|inlezen)\b/.test(plain))
  );
}

/** What a file is taken for: one kind, or none for sure, and then what it looks like most. */
export interface Guess {
  sure?: Intake;
  likely: readonly Intake[];
}

/** Takes a file for what its headings say, and for what was typed along with it where it may be that. */
export function guessOf(shape: FileShape, intakes: readonly Intake[], said: IntakeKind | undefined): Guess {
  const ranked = intakes
    .map((intake) => ({ intake, score: intake.looksLike(shape) }))
    .sort((a, b) => b.score - a.score);
  const likely = ranked.filter(({ score }) => score > 0).map(({ intake }) => intake);
  const named = ranked.find(({ intake }) => intake.kind === said);
  const [first, second] = ranked;
  const isApart = first && first.score >= SURE && first.score - (second?.score ?? 0) >= APART;
  // What was typed decides between what the file may be; against its headings it is asked.
  if (named && (named === first || !isApart)) return { sure: named.intake, likely };
  if (said !== undefined) return { likely };
  return isApart ? { sure: first.intake, likely } : { likely };
}
