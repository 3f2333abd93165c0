import { distance } from 'fastest-levenshtein';
import { plainText } from '../../../language/words.ts';

/**
 * The words in which people ask about an activity. `stems` are beginnings of words; a typo in a stem of six letters or
 * more is forgiven. `pairs` are separable verbs and set phrases: all parts have to be there, in any order.
 */
interface ActivityWords {
  activity: string;
  stems: string[];
  pairs?: string[][];
}

/** The activity that an amount is about when none is named. */
export const ASSIGNMENT = 'opdracht verstrekken';

export const activityWords: readonly ActivityWords[] = [
  {
    activity: ASSIGNMENT,
    stems: [
      'opdracht',
      'opdrachten',
      'inhuren',
      'inkopen',
      'inkoop',
      'bestell',
      'aanbested',
      'assignment',
      'purchase',
    ],
    pairs: [
      ['besteed', 'aan'],
      ['huurt', 'in'],
      ['koopt', 'in'],
      ['tekent', 'contract'],
      ['tekenen', 'offerte'],
      ['tekent', 'offerte'],
      ['tekent', 'euro'],
      ['uitgeven', 'euro'],
    ],
  },
  {
    activity: 'goedkeuren',
    stems: [
      'goedkeur',
      'goedgekeurd',
      'goedkeuring',
      'accorder',
      'geaccordeerd',
      'akkoord',
      'fiatter',
      'gefiatteerd',
      'fiat',
      'approv',
      'vaststell',
      'vastgesteld',
      'bekrachtig',
    ],
    pairs: [
      ['keur', 'goed'],
      ['keurt', 'goed'],
      ['keurde', 'goed'],
      ['keuren', 'goed'],
      ['stelt', 'vast'],
      ['stemt', 'in'],
      ['tekent', 'af'],
      ['sign', 'off'],
      ['signs', 'off'],
    ],
  },
  {
    activity: 'valideren',
    stems: [
      'valid',
      'gevalid',
      'controle',
      'controlleer',
      'controler',
      'gecontroleerd',
      'toets',
      'getoetst',
      'nakijk',
      'nagekeken',
      'verifi',
      'geverifieerd',
      'check',
      'gecheckt',
      'review',
      'verify',
    ],
    pairs: [
      ['kijkt', 'na'],
      ['kijk', 'na'],
      ['keek', 'na'],
    ],
  },
  {
    activity: 'verwerken',
    stems: [
      'verwerk',
      'verwerkt',
      'invoer',
      'ingevoerd',
      'registreer',
      'registrer',
      'geregistreerd',
      'bijwerk',
      'bijgewerkt',
      'bijhoud',
      'muteer',
      'muter',
      'gemuteerd',
      'inteken',
      'process',
      'enter',
      'register',
    ],
    pairs: [
      ['voert', 'in'],
      ['voer', 'in'],
      ['voerde', 'in'],
      ['voeren', 'in'],
      ['werkt', 'bij'],
      ['werk', 'bij'],
      ['houdt', 'bij'],
    ],
  },
  {
    activity: 'koppelen',
    stems: [
      'koppel',
      'gekoppeld',
      'koppeling',
      'interface',
      'integratie',
      'script',
      'automatiser',
      'link',
      'integrat',
    ],
    pairs: [['sluit', 'aan']],
  },
  {
    activity: 'regie',
    stems: ['regie', 'regisser', 'regisseert', 'geregisseerd', 'ketenregie'],
  },
];

/** Role → the activity that is its core (seed: the four IBRO roles). */
export const roleWords: readonly { role: string; activity: string; stems: string[] }[] = [
  { role: 'Objectregistrator', activity: 'verwerken', stems: ['objectregistrator', 'registrator'] },
  {
    role: 'Kwaliteitscoördinator',
    activity: 'valideren',
    stems: ['kwaliteitscoordinator', 'kwaliteitscoord', 'quality'],
  },
  { role: 'Objectregisseur', activity: 'regie', stems: ['objectregisseur', 'regisseur'] },
  { role: 'Geodata-engineer', activity: 'koppelen', stems: ['geodata', 'geodataengineer', 'engineer'] },
];

/** Registrations and what people call them; every part of a wording has to be there. */
export const registrationWords: readonly { registration: string; wordings: string[][] }[] = [
  {
    registration: 'BAG',
    wordings: [
      ['bag'],
      ['adressen', 'gebouwen'],
      ['adres'],
      ['adressen'],
      ['panden'],
      ['pand'],
      ['verblijfsobject'],
      ['gebouwen'],
      ['addresses'],
      ['buildings'],
    ],
  },
  {
    registration: 'BGT',
    wordings: [['bgt'], ['topografie'], ['grootschalige', 'topografie'], ['topography']],
  },
  {
    registration: 'WOZ',
    wordings: [['woz'], ['waardering', 'onroerende', 'zaken'], ['taxatie'], ['taxaties'], ['woningwaarde']],
  },
  { registration: 'BRO', wordings: [['bro'], ['ondergrond'], ['bodem']] },
  // Other base registrations and registers that municipalities keep: so that a question about one is not answered for all.
  ...['BRP', 'BRT', 'BRV', 'BRI', 'NHR', 'WKPB', 'BLAU', 'BOR'].map((registration) => ({
    registration,
    wordings: [[registration.toLowerCase()]],
  })),
  { registration: 'BRK', wordings: [['brk'], ['kadaster'], ['percelen'], ['kadastrale'], ['parcels']] },
];

/** True when a word begins like the stem, one letter off at most in a stem of six letters or more. */
export function startsLike(word: string, stem: string): boolean {
  if (word.startsWith(stem)) return true;
  if (stem.length < 6 && !(stem === 'valid' && word.length >= 6)) return false;
  if (Math.abs(word.length - stem.length) > 5) return false;
  return [-1, 0, 1].some((step) => distance(word.slice(0, stem.length + step), stem) <= 1);
}

/** The words that belong to the language of these questions: never a place or a person with a typo. */
export const fixedWords = new Set(
  [
    'de het een van in op bij voor naar door met over te en of om dat die deze dit er is zijn was waren wordt worden heeft hebben had',
    'wie wat waar welke welk wanneer hoe hoeveel mag mogen mocht kan kunnen kon moet moeten zal zou ik je jij wij we hij zij ze u mijn zijn haar',
    'eigen niet geen wel ook nog als dan maar aan af uit na tot tot en met per vanaf sinds nu vandaag morgen gisteren',
    'wijk wijken buurt buurten gebied gemeente regio stad stadsdeel mutatie mutaties wijziging wijzigingen gegevens data registratie registraties',
    'mandaat mandaten bevoegd bevoegdheid bevoegdheden gemachtigd machtiging volmacht verantwoordelijk eindverantwoordelijk organisatie partij',
    'vervanger vervangers vervangt vervangen vervanging waarnemer ziek afwezig vrij vakantie verlof weg terecht zijn geschil conflict probleem',
    'bedrag euro limiet maximaal maximum hoogste lopen loopt af eindigt eindigen allemaal alles alle mensen iemand persoon',
    'who whom what where which may can could is are was in of the for to at by on from my own mutation mutations changes area district',
    'neighbourhood amount limit deputy replaces stand responsible accountable holds mandates expire before after does do did',
    'meneer mevrouw dhr mevr mij me mezelf hem hen hun jezelf iets niets zo zoals sta staan staat naam basisregistratie namens hier daar ergens eigenlijk nou toch misschien precies dan nodig hoor zeg vraag vraagje weten vertellen zoek zoeken hulp here there actually currently',
    'hoi hallo hey hi hello dag goedemorgen goedemiddag goedendag beste groet groeten kompas allowed authorised authorized gerechtigd recht',
    'wil willen wilt zou zouden ja nee yes no klopt kloppen niemand iedereen iemand heel hele gehele alleen zelf ex excl exclusief btw vat bv',
    'momenteel tegenwoordig inmiddels intussen straks binnenkort alvast sowieso gewoon gewoonlijk normaal altijd steeds meestal eens eerst zelfs dus immers trouwens',
    'currently now today tomorrow still already any some there here really officieel formeel rechtsgeldig',
    'ga gaat gaan doe doet doen regelt regelen ongeveer graag even alsjeblieft please kun kunt jullie ons onze',
  ]
    .join(' ')
    .split(' ')
    .map(plainText),
);
