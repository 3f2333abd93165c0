/** A name and a text that somebody typed behind "compliment". */
export interface TypedCompliment {
  name: string;
  text: string;
}

const before = /^(?:aan|voor|naar|for|to)\s+/iu;
/** Where the name ends and what they want to say begins. */
const between = /\s*[:;]\s*|\s*,\s*(?=omdat|want)|\s+(?=(?:omdat|want|because)\s)/iu;

/** Takes what was typed behind "compliment": "voor Bert", "aan Bert omdat hij hielp". Gives the name and the text, '' for none. */
export function typedCompliment(rest: string): TypedCompliment {
  const words = rest.trim().replace(before, '');
  const found = between.exec(words);
  if (!found) return { name: words.replace(/[.!?]+$/u, '').trim(), text: '' };
  return {
    name: words.slice(0, found.index).trim(),
    text: words.slice(found.index + found[0].length).trim(),
  };
}
