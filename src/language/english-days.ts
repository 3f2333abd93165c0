/** What English says about being away, as Dutch says it: longest first. */
const words: readonly [RegExp, string][] = [
  [/[’']/g, "'"],
  [/\b(?:i'm|i am|im|i'll be|i will be|i shall be)\b/g, 'ik ben'],
  [
    /\bi (?:won't|will not|can't|cannot) (?:be (?:in|at work|there|available|working)|work|come in|make it)\b/g,
    'ik ben er niet',
  ],
  [/\b(?:not working|not (?:in|at work|available|there))\b/g, 'afwezig'],
  [/\bi (?:have|take|took|'ve got|got) (?:the |a )?(?:day|days|time) off\b/g, 'ik heb vrij'],
  [/\bi (?:have|take|took) (.*?) off\b/g, 'ik ben vrij $1'],
  [/\b(?:on|going on) (?:annual |my )?(?:holiday|holidays|vacation)\b/g, 'op vakantie'],
  [/\bon (?:\w+ )?leave\b/g, 'met verlof'],
  [/\b(?:out of (?:the )?office|ooo|away|absent)\b/g, 'afwezig'],
  [/\bcall(?:ing)? in sick\b|\b(?:sick|ill|unwell)\b/g, 'ziek'],
  [/\boff(?: work)?\b/g, 'vrij'],
  [/\bback\b/g, 'terug'],
  [/\b(?:up to and including|through)\b/g, 't/m'],
  [/\b(?:until|till|til)\b/g, 'tot'],
  [/\bfrom\b/g, 'vanaf'],
  [/\bto\b/g, 't/m'],
  [/\bsince\b/g, 'sinds'],
  [/\bthe day after tomorrow\b/g, 'overmorgen'],
  [/\btomorrow\b/g, 'morgen'],
  [/\btoday\b/g, 'vandaag'],
  [/\bnext week\b/g, 'volgende week'],
  [/\bthis week\b/g, 'deze week'],
  [/\bnext\b/g, 'volgende'],
  [/\bthis\b/g, 'deze'],
  [/\bmonday\b/g, 'maandag'],
  [/\btuesday\b/g, 'dinsdag'],
  [/\bwednesday\b/g, 'woensdag'],
  [/\bthursday\b/g, 'donderdag'],
  [/\bfriday\b/g, 'vrijdag'],
  [/\bsaturday\b/g, 'zaterdag'],
  [/\bsunday\b/g, 'zondag'],
  [/\bjanuary\b/g, 'januari'],
  [/\bfebruary\b/g, 'februari'],
  [/\bmarch\b/g, 'maart'],
  [/\bmay\b/g, 'mei'],
  [/\bjune\b/g, 'juni'],
  [/\bjuly\b/g, 'juli'],
  [/\baugust\b/g, 'augustus'],
  [/\boctober\b/g, 'oktober'],
  [
    /\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) (\d{1,2})(?:st|nd|rd|th)?\b/g,
    '$2 $1',
  ],
  [/\b(\d{1,2})(?:st|nd|rd|th)(?: of)?\b/g, '$1'],
  [/\band\b/g, 'en'],
  [/\bon\b/g, 'op'],
  [/\b(?:sorry|please|all day|the|again|unfortunately|hi|hello|hey|morning|still|feeling|feel)\b,?/g, ' '],
];

/** Somebody begins to speak of themselves, or of leave, in English. */
const begins =
  /^(?:(?:hi|hello|hey|good morning|sorry|unfortunately|morning)[,!. ]+)*(?:i\b|i[’']|im\b|out of|ooo\b|on (?:holiday|vacation|leave|annual|sick)|off\b|away\b|sick\b|ill\b|not working|not in\b|calling in|call in|back\b)/;

/**
 * What somebody says in English about being away, in the Dutch of `beingAway`; undefined for what does not begin like that.
 * Words that nobody knows stay, so that what is about something else is still that. Pure.
 */
export function absenceInDutch(text: string): string | undefined {
  const lower = text.toLowerCase().trim();
  if (!begins.test(lower)) return undefined;
  return words
    .reduce((left, [pattern, to]) => left.replace(pattern, to), lower)
    .replace(/\s+/g, ' ')
    .trim();
}
