import { normalise } from './normalise.ts';

/** How somebody sounds who is not well. */
export type Distress = 'life' | 'heavy' | 'soft';

/** About not wanting to live: then there is a number to call, day and night. */
const life =
  /\b(zelfmoord\w*|suicid\w*|zelfdoding|wil(len)? niet meer leven|niet meer (willen|wil) leven|wil dood|ik\b.*\b(er niet meer (wil )?(zijn|wezen)|dood (wil|was|zijn|ben)))\b/;

/** Words that say it by themselves, whatever stands around them. Written as `normalise` gives them. */
const heavy = new RegExp(
  `\\b(${[
    'burn ?outs?',
    'huil\\w*',
    'gehuild',
    'paniek\\w*',
    'overspannen',
    'opgebrand',
    'wanhop\\w*',
    'hopeloos',
    'radeloos',
    'depressie\\w*',
    'depri',
    'ik stort in',
    'ben ingestort',
    'trek (het|dit|t)( \\w+)? niet',
    'houd? (het|dit|t)( \\w+)? niet( meer)? vol',
    'kan (het|dit|t|alles|er)( \\w+)? niet( meer)? aan',
    'ik kan( \\w+)? niet meer$',
    'niet meer zitten',
    '(heb|vind) (het|t)( \\w+)? (moeilijk|zwaar)',
  ].join('|')})\\b`,
);

/** Words that may be about anything: they count only in a sentence about oneself. */
const soft =
  /\b(slecht|rot|klote|kut|ellendig|beroerd|vreselijk|verschrikkelijk|zwaar|somber|verdrietig|eenzaam|bang|angst\w*|uitgeput|doodmoe|kapot|stress|gestresst?|gepest|pesten|niet (zo |echt )?(goed|lekker)|niet meer aan|te veel|teveel|bedreigd|mishandeld|misbruikt|aangerand|verkracht|geintimideerd)\b/;
const oneself = /\b(ik|me|mij|mezelf|(het|t) gaat)\b/;

/**
 * Whether typed Dutch sounds like somebody who is not well: `heavy` by its words alone, `soft` when words that may mean
 * anything stand in a sentence about oneself, `life` when it is about not wanting to live. A first guess, for a kinder
 * answer than "dat begrijp ik niet": nothing may be stored, logged or counted by it. Pure.
 */
export function soundsLikeDistress(text: string): Distress | undefined {
  const plain = normalise(text);
  if (life.test(plain)) return 'life';
  if (heavy.test(plain)) return 'heavy';
  return soft.test(plain) && oneself.test(plain) ? 'soft' : undefined;
}
