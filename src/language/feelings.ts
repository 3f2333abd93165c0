import { normalise } from './normalise.ts';

/** Faces, as emoji and as they are typed; one that laughs or thinks says something else. */
const face =
  /[\u{1F600}\u{1F601}\u{1F603}\u{1F604}\u{1F607}-\u{1F60A}\u{1F60C}-\u{1F60E}\u{1F610}-\u{1F616}\u{1F61E}-\u{1F644}\u{1F912}\u{1F915}\u{1F917}\u{1F920}\u{1F922}\u{1F924}-\u{1F92F}\u{1F970}-\u{1F97A}\u{263A}\u{2639}]/u;
const onlySigns = /^[\s\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;
const typedFace = /^(?:[:;=]['’]?-?[)(|/\\DPpoO3\]['’]{1,9}|[-(][:;=]|:'\(){1,3}$/;

/** A figure as an answer. */
const figure =
  /^(?:(?:een|mijn cijfer is(?: een)?|cijfer|score|ik geef(?: het)? een) )?(?:[1-9]|10|een|twee|drie|vier|vijf)(?: (?:van|uit|op|out of) (?:de )?(?:5|10|vijf|tien)| ?[/] ?(?:5|10)| (?:5|10))?$/;

const core = new Set(
  'goed prima moe druk drukke gaat wel zwaar slecht matig redelijk ok oke okay top fijn lekker uitstekend super geweldig heerlijk fantastisch neutraal mwah mwoah meh prut zozo so beter minder moeizaam lastig moeilijk beroerd belabberd waardeloos rot kut klote best ruk good fine great bad terrible awful excellent well alright average'.split(
    ' ',
  ),
);
/** Words that stand around an answer. Alone they say nothing. */
const around = new Set(
  'allemaal vind moment hoofd momenteel het t gaat gaan ging ik me mij voel ben zit was met mij hoor heel erg echt best wel redelijk zo zeer super niet vandaag deze week nu eigenlijk op zich gewoon toch ja nee kan nog alles een beetje maar weekje dagje dag wat ook weer even erbij er hier en maar dus al bij is best i m am feel feeling it s going not very really quite pretty so today this doing am all things are my'.split(
    ' ',
  ),
);
/** One word that is as often said about something else: it is no answer by itself. */
const alone = new Set([
  'ok',
  'oke',
  'okay',
  'top',
  'super',
  'best',
  'wel',
  'gaat',
  'so',
  'well',
  'beter',
  'minder',
  'lastig',
  'moeilijk',
]);

/** Words of an answer that agree with something instead. */
const agreeing = new Set(['is goed', 'het is goed', 'toch wel', 'nee toch wel', 'ja toch wel', 'ook wel']);

/** Where somebody is and not how: they are not away. */
const presence = /\bik ben er(?: (?:toch|gewoon|dan|wel|hoor))+$/;

/**
 * True for a text that says how somebody is and nothing else, as the answers of the check-in do: a word, a face, a figure. Which
 * one it is, is not given on purpose: what is answered may not depend on it (trust:answers-not-in-messages). Dutch and English.
 * Pure.
 */
export function saysHowOneIs(text: string): boolean {
  const sent = text.trim();
  if (sent.length > 80 || (sent.endsWith('?') && !/\b(?:jou|jij|you)\s*\?$/i.test(sent))) return false;
  if (sent !== '' && onlySigns.test(sent) && face.test(sent)) return true;
  if (typedFace.test(sent)) return true;
  const plain = normalise(sent.replace(/\p{Extended_Pictographic}/gu, ' ')).replace(
    / en (?:met )?(?:jou|jij|u)$| and you$| you$/,
    '',
  );
  if (figure.test(plain)) return /\d/.test(plain);
  if (presence.test(plain)) return false;
  const words = plain.split(' ');
  // "Ik ben weer beter" is about having been ill.
  const isBetter = words.includes('beter') && !words.includes('gaat') && !words.includes('kan');
  if (isBetter) return false;
  const cores = words.filter((word) => core.has(word));
  if (cores.length === 0 || !words.every((word) => core.has(word) || around.has(word))) return false;
  return words.length > 1 ? !agreeing.has(plain) : !alone.has(plain);
}
