/** What somebody says before they say it better: it changes nothing of what follows. */
const before =
  /^(?:(?:oeps|oei|o+h?|och|ach|sorry|pardon|e+h+m*|u+h+m*|h+m+|nou|wacht(?: even)?|o nee|ik bedoel(?:de)?|correctie|laat maar(?=[,.!]| ik\b)|(?:nee,? )?toch niet(?=[,.!] *ik\b)|nee(?=,? (?:wacht|sorry|ik bedoel|laat maar)))[\s,.!:;…-]+)+/iu;
/** Days alone correct other days: then that they are corrected matters. */
const daysAlone = /^(?:(?:\p{L}*dag\s+)?\d{1,2}\b|\p{L}*dag\b|(?:tot|van|vanaf)\b|t\/m)/iu;
/** What is left has to say something by itself. */
const FEWEST_WORDS = 2;

/** A text without "oeps, ik bedoel" and the like in front of it; the text itself where nothing would be left to read. Pure. */
export function corrected(text: string): string {
  const rest = text.trimStart().replace(before, '');
  if (daysAlone.test(rest)) return text;
  return rest.trim().split(/\s+/).length >= FEWEST_WORDS ? rest : text;
}
