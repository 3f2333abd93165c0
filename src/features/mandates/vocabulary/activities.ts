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
