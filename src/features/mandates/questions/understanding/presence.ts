/** Being ill, away or at work, where a question ends in it. */
const ill = '(?:ziek|ziekgemeld|afwezig|verlof|vakantie|sick|ill|absent|leave|holiday)';
const away =
  '(?:er(?: (?:weer|niet|nog|meer))*|aanwezig|weg|vrij|thuis|beschikbaar|beter|op kantoor|aan het werk|away|off|in|at work)';
/** What may stand behind it: a day. */
const day =
  '(?: (?:vandaag|morgen|overmorgen|nu|weer|nog|vaak|ook|op|deze|volgende|komende|week|maand|jaar|tomorrow|now|often|on|next|this|\\p{L}+dag|\\p{L}+day))*\\W*$';
const lead =
  '^\\W*(?:(?:en|and|weet je|weet jij|zeg eens) )*(?:(?:hoe (?:vaak|lang)|hoelang|hoeveel(?: dagen)?|(?:sinds |tot |vanaf )?wanneer|waarom|of|how often|how long|when|why|since when) )?';
const verb = '(?:is|zijn|was|waren|heeft|hebben|had|hadden|meldt|meldde|are|were|has|does)';
/** Not about oneself, and no thing. */
const own = '(?:ik|wij|we|je|jij|jullie|u|dit|dat|er|het|een|i|you|it|this|that)';
const some = "(?:[\\p{L}'.-]+ ){1,5}?";

const questions = [
  new RegExp(`${lead}${verb} (?!${own}\\b)${some}${ill}${day}`, 'u'),
  new RegExp(`${lead}${verb} (?!(?:${own}|de|mijn|onze|the|my|our)\\b)${some}${away}${day}`, 'u'),
  new RegExp(
    `^\\W*(?:en )?(?:wie|who) ${verb} (?:er )?(?:(?:${ill}|${away})${day}|(?:vandaag|morgen|today)\\W*$)`,
    'u',
  ),
  // "Werkt Bert morgen?"
  new RegExp(`${lead}(?:werkt|works) (?!${own}\\b)(?:[\\p{L}'.-]+ ){0,2}?[\\p{L}'.-]+${day}`, 'u'),
];

/**
 * True for a question whether, when or how often somebody else is ill, away or at work (`plain`: lower case, no diacritics). Of
 * nobody Kompas tells that: it is no question about a mandate.
 */
export const asksPresence = (plain: string): boolean => questions.some((one) => one.test(plain));
