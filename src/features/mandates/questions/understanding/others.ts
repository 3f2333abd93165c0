const more =
  '(?:(?:nog )?(?:iemand|wie) anders|(?:nog )?een (?:ander|andere collega|collega)|(?:nog )?anderen|(?:nog )?andere (?:mensen|collega ?s|personen|medewerkers)|(?:nog )?meer (?:mensen|collega ?s|personen|medewerkers)|nog (?:iemand|mensen|collega ?s)|(?:anyone|somebody|someone|anybody|who) else|(?:other|more) people|others)';
const may = '(?:mag|mogen|kan|kunnen|may|can)';

/** Who may beside those who were named: "mag iemand anders dat ook", "zijn er nog anderen die dat mogen", "wie kan dat nog meer". */
const patterns = [
  `\\b${may} (?:er |dat |dit |het |ook |daar )*${more}\\b(?! dan\\b)`,
  `\\b(?:zijn|is|are|is) (?:er |there |ook |dan )*${more}\\b(?! dan\\b).*\\b(?:die|dat|who|may|can|mag|mogen|bevoegd)\\b`,
  `\\b(?:wie|who)\\b(?:(?!\\bniet\\b).)* (?:nog meer|verder nog|nog anders|anders nog|anders|else)\\b(?! dan\\b)`,
  `^\\W*(?:en |and )?(?:wie|who) ${may} (?:dat|dit|het|daar|that|this|it) (?:ook|ook nog|verder|meer|too)\\W*$`,
  '^\\W*(?:en |and )?wie meer\\W*$',
].map((source) => new RegExp(source));

/** Words of these questions that name nothing else. */
const explained = new Set(
  'iemand anders ander andere anderen meer verder mensen personen else other others more people'.split(' '),
);

/** True for a question who may beside those who were named (`plain`: lower case, no diacritics). */
export const asksOthers = (plain: string): boolean => patterns.some((pattern) => pattern.test(plain));

/** True for a word that such a question needs no other explanation for. */
export const saysOthers = (word: string): boolean => explained.has(word);
