/**
 * Dutch words of one syllable of which the last t or d behind a consonant is no ending of a verb, with the stems of verbs
 * that end so: "sport", "plant", "meld". Words in "cht" need no list.
 */
const words = `
  aard ambt angst baard band bast beeld beest belt bind bint blind blond bond bont bord borst brand buurt cast cent cult dart
  deugd dienst dorst drift drost eelt eend eest eind erwt feest field flard flirt font fort front gaard gast geest geld gerst
  gift gist gort griend grind grint grond gunst haard haast hand hard hart heft held hemd hengst herfst hert hint hond hoofd
  hord horst hulst inkt jeugd kaart kant kart kast kerst kift kind kist klant komst kont koord korst kort kost krant
  kunst kust kwart kwast land last leest lift lint lont lust maagd maand maart mand markt mast meld mest mild mist mond moord
  munt naakt naald noord nest ooft oogst oord oost paard pact pand part pest plant plint pond pont poort port post prent print
  proost prompt punt rand rent rest rond roost rust schend scheld schild schort schrift schuld schurft script shift shirt short
  smelt soort sound spant speld sport sprint staart stand start stift stond stort strand strikt stront stunt tact tand tart
  teelt tekst tent test tint toost trant trend triest troost trust twist vaart vangst vast veld vent vest vilt vind vondst vont
  voogd vorst vreemd vriend vuist waard wand watt wend west wild wind winst wond woord worst zand zend zift zout zwaard zwart
`;
const ofOneSyllable = new Set(words.trim().split(/\s+/));
const vowel = /[aeiouy]/;

/** What a prefix may leave that is such a word, or a compound that ends in one: "komst" and "eenkomst". */
export function endsInT(rest: string): boolean {
  if (/cht$/.test(rest)) return true;
  for (let at = 0; at <= rest.length - 3; at += 1) {
    const before = rest.slice(0, at);
    if (ofOneSyllable.has(rest.slice(at)) && (before === '' || vowel.test(before))) return true;
  }
  return false;
}
