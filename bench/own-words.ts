/** What a municipality decides, in the words of its own register. */
const things =
  `standplaatsvergunning evenementenvergunning omgevingsvergunning uitwegvergunning kapvergunning ligplaatsvergunning
  exploitatievergunning gehandicaptenparkeerkaart parkeervergunning ontheffing geluidsontheffing stookontheffing huisnummer
  straatnaam identificatienummer brondocument perceel woonplaats bouwwerk leerlingenvervoer schuldregeling uitkering subsidie
  bijstand kwijtschelding belastingaanslag bezwaarschrift klacht verzoekschrift huurovereenkomst koopovereenkomst dwangsom
  bestuursdwang verkeersbesluit grafrecht naturalisatie rijbewijs paspoort marktplaats speeltoestel`.split(
    /\s+/,
  );

/** What is done with it: as a noun of action and as people ask for it. */
const deeds: readonly (readonly [string, string, string])[] = [
  ['verlenen', 'verleent', ''],
  ['weigeren', 'weigert', ''],
  ['intrekken', 'trekt', 'in'],
  ['toekennen', 'kent', 'toe'],
  ['vaststellen', 'stelt', 'vast'],
  ['afhandelen', 'handelt', 'af'],
  ['wijzigen', 'wijzigt', ''],
  ['controleren', 'controleert', ''],
  ['registreren', 'registreert', ''],
  ['opleggen', 'legt', 'op'],
  ['beëindigen', 'beëindigt', ''],
];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const plural = (thing: string) => (/(?:ing|er|aan|ag|ft|st|k)$/.test(thing) ? `${thing}en` : thing);

/** How many different activities there are. */
export const OWN_ACTIVITIES = things.length * deeds.length;

/** The nth activity in a register's own words: "Intrekken van standplaatsvergunningen". */
export function ownActivity(n: number): string {
  const [deed] = at(deeds, n);
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)} van ${plural(at(things, Math.floor(n / deeds.length)))}`;
}

/** How people ask about it: "wie trekt een standplaatsvergunning in". */
export function ownQuestion(n: number): string {
  const [deed, verb, particle] = at(deeds, n);
  const thing = at(things, Math.floor(n / deeds.length));
  return n % 2 === 0 ? `wie ${verb} een ${thing} ${particle}`.trim() : `wie mag ${plural(thing)} ${deed}`;
}
