import { normalise } from './normalise.ts';

/** What somebody wants to know of a person that Kompas tells nobody. */
export type Hunt =
  /** Who said, filled in or gave something. */
  | 'answer'
  /** How one person is. */
  | 'wellbeing'
  /** Who did not answer yet. */
  | 'missing'
  /** Whether one person reacted: to a check-in, or to what who asks gave themselves. */
  | 'reaction'
  /** Who gave a signal. */
  | 'signal'
  /** Who works today and who does not. */
  | 'today'
  /** Whether and how often somebody is ill or away, and why. */
  | 'absence';

/** Nobody's name: who asks, a thing, or all together. */
const nobody =
  '(?:ik|je|jij|jou|u|het|t|er|dit|dat|de|een|mijn|m n|ons|team|onze|jullie|we|wij|mij|me|kompas|iedereen|men|pilot|die|deze|register|beheerder|mensen|collega s|collegas|teamleden|medewerkers|anderen|i|you|it|the|my|this|that|we)';
const name = `(?!${nobody}\\b)[a-z]+(?: (?!wie|bag|bgt)[a-z]+)?`;
const somebody = `(?:${name}|(?:mijn|een|die|de) (?:collega|teamgenoot|medewerker)|hij|zij|ze|hem|haar)`;
const done =
  '(?:gezegd|geschreven|gemeld|aangevinkt|ingevuld|gekozen|geantwoord|beantwoord|geklaagd|gedeeld|getypt|genoemd|gestemd|gereageerd|meegedaan|overgeslagen|aangeklikt|aangekruist|ingestuurd)';
const written =
  '(?:signaal|signalen|opmerking|opmerkingen|toelichting|reactie|antwoord|tekst|klacht|punt|retropunt|bericht)';

const given =
  '(?:gegeven|gegeven heeft|gestuurd|verstuurd|ingestuurd|ingediend|gedaan|geschreven|gemaakt|gemeld|verzonden|afgegeven|opgestuurd)';
const gave =
  '(?:gaf|gaven|stuurde|stuurden|schreef|schreven|verstuurde|meldde|diende|deed|geeft|schrijft|stuurt)';

const reacting =
  '(?:gereageerd|geantwoord|teruggeschreven|teruggezegd|iets gezegd|antwoord gegeven|een reactie gegeven)';
const onesLead = '(?:mijn|m n|onze|de) (?:leidinggevende|baas|chef|manager|teamleider|afdelingshoofd)';
const whoReacts = `(?:${somebody}|${onesLead}|iemand)`;

const hunts: readonly [Hunt, RegExp][] = [
  [
    'reaction',
    new RegExp(
      [
        `^(?:heeft|had) (?:er )?(?:(?:al|nog|ook) )*${whoReacts} (?:(?:al|nog|ook|niet|iets|wel) )*${reacting}$`,
        `^(?:reageerde|antwoordde) ${whoReacts}(?: (?:al|nog|niet|wel))*$`,
        `^(?:is er|heb ik|kreeg ik|krijg ik|komt er)(?: (?:al|nog|een))* (?:reactie|antwoord) (?:van|gekregen van) ${whoReacts}$`,
      ].join('|'),
    ),
  ],
  [
    'signal',
    new RegExp(
      [
        `\\bwie\\b.*\\b(?:signaal|signalen)\\b.*\\b${given}\\b`,
        `\\bwie\\b.*\\b${given}\\b.*\\b(?:signaal|signalen)\\b`,
        `\\b(?:wie|welke collega|welk teamlid) ${gave} (?:\\w+ ){0,2}(?:signaal|signalen)\\b`,
        '\\b(?:van wie|wiens|van welke \\w+|wie z n)\\b.*\\b(?:signaal|signalen)\\b',
        '\\bwie\\b.*\\bachter (?:dit|dat|het|de|deze|die|een) (?:signaal|signalen)\\b',
        '\\bwho (?:gave|sent|wrote|raised|reported) (?:\\w+ ){0,2}signals?\\b',
      ].join('|'),
    ),
  ],
  [
    'today',
    /^(?=.*\b(?:er|vrij|weg|afwezig|aanwezig|vakantie|kantoor|werkt|werken|vandaag|morgen)\b)(?:(?:weet je|kun je zien|kan je zien|zie je) )?wie (?:is|zijn|werkt|werken|was|waren|heeft|hebben) (?:er )?(?:(?:allemaal|vandaag|morgen|nu|deze week|vanmiddag|volgende week|maandag|dinsdag|woensdag|donderdag|vrijdag|eigenlijk|ook|nog|wel|van het team|van mijn team|in mijn team) ?)*(?:niet|vrij|weg|afwezig|aanwezig|aan het werk|op vakantie|op kantoor|er)?(?: (?:vandaag|morgen|nu|deze week|volgende week|er|is|zijn|in mijn team|van mijn team|in het team|van het team|in ons team|bij ons))*$|^who is (?:not )?(?:in|here|away|off|working|out)(?: today| tomorrow)?$/,
  ],
  [
    'absence',
    new RegExp(
      [
        `\\bhoe vaak (?:is|was|meldt|meldde|heeft|had|was) ${somebody}\\b.*\\b(?:ziek|ziekgemeld|afwezig|weg|vrij|vrijgenomen|te laat)\\b`,
        `^(?:is|was) ${somebody} (?:(?:nu|echt|weer|nog|vaak|vandaag|ook|steeds|misschien) )*ziek(?: of .*)?$`,
        `^waarom (?:is|was) ${somebody} (?:er )?(?:(?:nu|weer|steeds|vandaag|zo vaak) )*(?:ziek|niet|afwezig|weg|vrij)$`,
        '^wie (?:is|zijn|was|waren) (?:er )?(?:(?:vaak|het vaakst|het meest|allemaal|vandaag|nu|deze week) )*ziek$',
        `^wat (?:heeft|mankeert) (?!${nobody}\\b)[a-z]+$`,
        '\\bhow often (?:is|was) [a-z]+ (?:ill|sick|away|late)\\b|^(?:is|was) [a-z]+ (?:ill|sick)$',
      ].join('|'),
    ),
  ],
  [
    'missing',
    new RegExp(
      [
        `\\bwie (?:van (?:mijn|ons|het) team )?(?:heeft|hebben|had) (?:\\w+ ){0,4}niet (?:\\w+ ){0,4}(?:${done}|ingecheckt|gedaan)\\b`,
        '\\bwie (?:moet|moeten) (?:\\w+ ){0,3}nog (?:\\w+ ){0,3}(?:antwoorden|invullen)\\b',
        '\\bwie (?:deed|doet|deden|doen) (?:er )?(?:(?:nog|deze week|vorige week) )*niet mee\\b|\\bwho (?:did not|didn t|has not|hasn t) (?:answer\\w*|fill\\w*)\\b',
      ].join('|'),
    ),
  ],
  [
    'wellbeing',
    new RegExp(
      [
        `^hoe (?:zit|zat|voelt) ${somebody} (?:er ?bij|zich)\\b|^hoe (?:gaat|ging) het met ${name}(?: (?:de laatste tijd|deze week|nu|momenteel|tegenwoordig|op het moment))?$|^(?:gaat|ging) het (?:(?:wel|nog|een beetje|echt) )*goed met ${somebody}\\b`,
        '\\bhow is (?!it|this|that|the|my)[a-z]+ (?:doing|feeling)$',
      ].join('|'),
    ),
  ],
  [
    'answer',
    new RegExp(
      [
        `\\bwie (?:van (?:mijn|ons|het) team )?(?:heeft|hebben|had)\\b.*\\b${done}\\b`,
        `\\bwie (?:\\w+ ){0,4}(?:heeft|hebben|had) ${done}\\b|\\bwie\\b.*\\b${done} (?:heeft|hebben|had)\\b`,
        '\\bwie (?:zei|zeiden|schreef|schreven|koos|kozen|vulde|vulden|typte|meldde|klaagde|antwoordde)\\b',
        '\\bwie (?:deed|doet|deden|doen|heeft|hebben|heb) (?:er )?(?:(?:nog|wel|niet|allemaal|deze week|vorige week) )*mee(?:gedaan)?$',
        '\\bwie (?:heeft|hebben) (?:er )?(?:nog )?niet (?:ingecheckt|gereageerd)\\b',
        '\\bwie (?:heeft|hebben|had)\\b.*\\bcheck ?in\\b.*\\b(?:gedaan|gemaakt|gemist|overgeslagen)\\b',
        '\\bwie\\b.*\\b(?:zit|zitten|zat|zaten|voelt|voelen|voelde|voelden)\\b.*\\b(?:slecht|zwaar|niet goed|ongelukkig|er ?doorheen|goed erbij|rot)\\b',
        '\\bwie (?:van (?:mijn|ons|het) team )?(?:heeft|hebben|had|hadden|vindt|vond|vonden) (?:het )?(?:(?:heel|erg|te|zo|afgelopen week|vorige week|deze week) )*(?:zwaar|moeilijk|druk)(?: (?:deze week|vorige week|afgelopen week|vandaag))?$',
        `\\b(?:van wie|wiens) (?:is|komt|zijn|komen|was)? ?(?:dit|dat|deze|die|het|een)? ?${written}`,
        `\\bwie (?:zit|zat) (?:hier|er|daar) ?achter$|\\bwie is de (?:schrijver|gever|afzender|melder)\\b|\\bwie gaf (?:dit|dat|het|een) signaal\\b`,
        `\\bwat (?:heeft|had|hebben) ${somebody} (?:\\w+ ){0,3}${done}`,
        `\\bwat (?:koos|antwoordde|vulde|schreef|deelde|zei) ${somebody}\\b`,
        `\\bwat (?:vindt|vond|denkt|dacht) ${somebody} van\\b`,
        `^(?:heeft|had) ${somebody} (?:(?:al|ook|nog|deze week|de|zijn|haar|het|niet) )*(?:check ?in )?(?:ingevuld|geantwoord|meegedaan|ingecheckt|gereageerd)$`,
        '\\bwho (?:said|wrote|shared|answered|reported|did not answer|didn t answer|complained)\\b|\\bwhat did [a-z]+ (?:answer|say|write|choose)\\b',
      ].join('|'),
    ),
  ],
];
/** Of what the register and the work hold, it is no secret who did it. */
const aboutWork =
  /\b(?:bag|bgt|woz|brk|bro|mutaties?|mandaat|mandaten|register|registraties?|pand|panden|adres|adressen|gat|perceel|percelen|besluit\w*|verwerk\w*|valide\w*|goedkeur\w*|goedgekeurd|tekent|getekend|vervang\w*|teken\w*|actie|afspraak|kanaal)\b/;

/** What somebody asks about a person that is told to nobody; undefined for all other text. Pure. */
export function huntsForPerson(text: string): Hunt | undefined {
  const plain = normalise(text);
  if (aboutWork.test(plain)) return undefined;
  return hunts.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** True for a text to somebody who wrote without their name, in which they are asked who they are. Pure. */
export function asksWhoWrote(text: string): boolean {
  const plain = normalise(text);
  return new RegExp(
    [
      '\\bwie (?:ben|bent) (?:je|jij|u|jullie)\\b',
      '\\bwie je (?:bent|zijt)\\b|\\bwie jij bent\\b|\\bwie u bent\\b',
      '\\bwie (?:schreef|heeft|zei|typte) (?:dit|dat|het)(?: \\w+)? ?(?:geschreven|gezegd|getypt|ingevuld)?$',
      '\\bwie is (?:dit|de schrijver|hier aan het woord)$|\\bvan wie (?:is|komt) (?:dit|deze)\\b',
      '\\b(?:wat is|mag ik|geef|noem|zeg|schrijf)(?: (?:me|mij|even|ook))? (?:je|jouw|uw) naam\\b|\\bhoe heet (?:je|jij|u)\\b',
      '\\bmet wie (?:spreek|praat|schrijf|heb) ik\\b',
      '\\bmaak je(?:zelf)? bekend\\b|\\bmeld je(?:zelf)? (?:even )?bij mij\\b',
      '\\bwho (?:are you|wrote this|is this)\\b|\\bwhat is your name\\b|\\byour name\\b',
    ].join('|'),
  ).test(plain);
}
