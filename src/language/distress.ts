import {
  anySuicide,
  conflict,
  figure,
  grief,
  harassed,
  heavy,
  heavyWords,
  life,
  machine,
  oneself,
  otherLife,
  ownLife,
  soft,
  suicideDone,
  tired,
  wrongdoing,
} from './distress-words.ts';
import { normalise } from './normalise.ts';
import { isUnheard } from './unheard-words.ts';

/** How somebody sounds who is not well. */
export type Distress =
  /** Does not want to live. */
  | 'life'
  /** Fears that somebody else does not. */
  | 'other-life'
  /** Is bullied, discriminated, threatened or worse. */
  | 'harassed'
  /** Saw or suspects what may not be, such as fraud. */
  | 'wrongdoing'
  /** Is at odds with somebody at work. */
  | 'conflict'
  /** Is not heard by who leads them. */
  | 'unheard'
  /** Cannot go on. */
  | 'heavy'
  /** Speaks of death and means the work, most likely. */
  | 'figure'
  /** Is tired, or wants to leave. */
  | 'tired'
  /** Somebody dear to them died. */
  | 'grief'
  /** Words that may mean anything, in a sentence about oneself. */
  | 'soft';

/** A question about who does what, in which nobody speaks of themselves. */
const isWorkQuestion = (plain: string) =>
  /^(?:wie|welke?|wat|waar|wanneer|who|which|what|where|when)\b/.test(plain) &&
  !/\b(?:ik|me|mij|mezelf|mijn|ons|onze|i|my|us)\b/.test(plain);

/** So few words are about the writer also when they do not say so. */
const FEW_WORDS = 3;

/**
 * Whether typed Dutch or English sounds like somebody who is not well, and how: the gravest of the kinds that fit. A first
 * guess, for a kinder answer than "dat begrijp ik niet": nothing may be stored, logged or counted by it. It misses things and
 * finds too much; of danger to life rather too much. Pure.
 */
export function soundsLikeDistress(text: string): Distress | undefined {
  const plain = normalise(text);
  const isQuestion = isWorkQuestion(plain);
  if (figure.test(plain) && !isQuestion) return 'figure';
  if (suicideDone.test(plain)) return 'grief';
  if (ownLife.test(plain)) return 'life';
  if (otherLife.test(plain)) return 'other-life';
  if (life.test(plain)) return 'life';
  if (anySuicide.test(plain)) return 'other-life';
  if (isQuestion) return undefined;
  if (harassed.test(plain) && !machine.test(plain)) return 'harassed';
  if (heavy.test(plain)) return 'heavy';
  if (wrongdoing.test(plain)) return 'wrongdoing';
  if (isUnheard(plain)) return 'unheard';
  if (conflict.test(plain)) return 'conflict';
  const isOwn = oneself.test(plain);
  if (heavyWords.test(plain) && (isOwn || plain.split(' ').length <= FEW_WORDS)) return 'heavy';
  if (grief.test(plain)) return 'grief';
  if (tired.test(plain)) return 'tired';
  return isOwn && soft.test(plain) ? 'soft' : undefined;
}
