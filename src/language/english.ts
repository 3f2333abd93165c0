import { normalise } from './normalise.ts';

/** Words that are English and not Dutch. */
const english =
  /^(?:i|i'?m|im|m|my|you|your|the|and|to|want|can|t|don|do|does|is|are|am|have|need|what|who|how|where|when|why|with|hello|thanks|thank|good|morning|afternoon|evening|please|sending|messages|unsubscribe|everything|boss|manager|sorry|someone|talk|delete|data|show|see|sees|answer|holiday|vacation|today|tomorrow|sick|off|until|fine|bad|great|tired|not|feel|feeling|this|that|it|me|kill|die|life|myself|bye|goodbye|yes|no|okay|bullied|being|english|speak|understand|dutch)$/;
/** Words that are Dutch and not English. */
const dutch =
  /^(?:ik|je|jij|het|een|de|mijn|en|niet|ben|bent|wil|wie|wat|waar|hoe|kan|kun|heb|heeft|van|voor|naar|met|dat|dit|zijn|ook|maar|morgen|vandaag|vrij|ziek|mag|moet|er|op|aan|tot)$/;

/**
 * True for a text that is English rather than Dutch, as far as its small words tell. "Stop", "mandaat" and names are neither. A
 * guess, for one line in English more. Pure.
 */
export function soundsEnglish(text: string): boolean {
  const words = normalise(text).split(' ');
  const count = (pattern: RegExp) => words.filter((word) => pattern.test(word)).length;
  return count(english) > count(dutch) && count(english) * 2 >= words.length;
}
