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

const wishes = [
  /^(?:ik (?:wil|zou|wou)(?: graag)? )?(?<name>\p{L}[\p{L} .'-]{0,60}?) (?:graag )?(?:een )?compliment(?:je)? (?:willen )?(?:geven|sturen)(?<text>.*)$/iu,
  /^(?:(?:ik (?:wil|zou|wou)(?: graag)?|mag ik|kan ik|geef|stuur) )?(?:graag )?(?:een )?compliment(?:je)? (?:geven|sturen) (?:aan|voor|naar) (?<name>.+)$/iu,
  /^(?:geef|stuur) (?<name>\p{L}[\p{L} .'-]{0,60}?) een compliment(?:je)?(?<text>.*)$/iu,
  /^ik wil (?:graag )?(?<name>\p{L}[\p{L} .'-]{0,60}?) (?:even )?(?:een )?(?:bedanken|complimenteren)(?<text>.*)$/iu,
  /^(?:kun|kan|wil|zou) (?:je|jij) (?<name>\p{L}[\p{L} .'-]{0,60}?) (?:(?:van|namens) mij )?(?:even )?(?:(?:van|namens) mij )?(?:willen )?(?:bedanken|complimenteren)(?<text>.*)$/iu,
  /^bedank (?<name>\p{L}[\p{L} .'-]{0,60}?)(?: (?:even|namens mij|van mij))*(?<text> (?:voor|omdat|want) .*)?$/iu,
  /^zeg (?<name>\p{L}[\p{L} .'-]{0,60}?) (?:even )?(?:dank ?je(?: wel)?|bedankt)(?<text>.*)$/iu,
  /^(?:stuur|geef) (?<name>\p{L}[\p{L} .'-]{0,60}?) een bedankje(?<text>.*)$/iu,
  /^(?:ik wil )?(?:een )?(?:bedankje|paar woorden)(?: sturen)? (?:voor|aan|naar) (?<name>\p{L}[\p{L} .'-]{0,60})$/iu,
  /^(?<name>\p{L}[\p{L} .'-]{0,40}?) bedanken(?<text> (?:voor|omdat|want) .*)?$/iu,
];

/** The same of a sentence of one's own, such as "ik wil Noud een compliment geven"; undefined for all others. Pure. */
export function complimentWish(text: string): TypedCompliment | undefined {
  for (const wish of wishes) {
    const found = wish.exec(text.trim().replace(/[.!?]+$/u, ''))?.groups;
    if (
      found?.name &&
      !/^(?:je|jou|jullie|u|kompas|ik|wie|hoe|iemand|een collega|mijn collega)$/iu.test(found.name)
    )
      return typedCompliment(`${found.name} ${found.text ?? ''}`);
  }
  return undefined;
}
