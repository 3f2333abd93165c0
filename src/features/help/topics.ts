import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { seenByNobody } from '../../people/under-code.ts';
import { say } from './saying.ts';
import { readTogether } from './who-sees.ts';

const help = say('help', 'Wat kun je?');
const talk = say('ik wil even praten', 'Ik wil even praten');
const checkin = say('check-in', 'Naar de check-in');
const signal = say('signaal', 'Geef een signaal');
const myData = say('mijn gegevens', 'Mijn gegevens');

/** Who reads what is typed, where somebody asks in their own chat. */
const readAlone = notice(
  'privacy',
  'Wie leest dit?',
  `${seenByNobody} Wat je hier typt, laat Kompas niemand zien. Het blijft wel in Teams staan, zoals elk bericht.`,
  [say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'), myData],
);

/**
 * What people ask in a sentence of their own that nobody else understood, by the words in it, with the way on. The first that
 * fits is the answer. None of it depends on who asks; who reads along depends on where they ask.
 */
const topics: readonly [RegExp, Message | ((scope: Turn['scope']) => Message)][] = [
  [
    /\b(?:antwoord|keuze|check ?in)\b.*\b(?:wijzig\w*|verander\w*|aanpas\w*|aan te passen|intrek\w*)|\b(?:wijzig|verander|pas)\b.*\b(?:antwoord|keuze)|verkeerd (?:getikt|geklikt|ingevuld|gekozen|gedrukt)|change my answer|wrong (?:button|answer)/,
    notice(
      'checkin',
      'Je antwoord wijzigen of intrekken',
      'Dat kan tot de check-in sluit. Open je check-in, bekijk wat je koos en kies opnieuw.',
      [checkin],
    ),
  ],
  [
    /\b(?:wanneer|hoe vaak|when|how often)\b.*\bcheck ?ins?\b/,
    notice(
      'checkin',
      'De check-in komt vanzelf',
      'Open de check-in. Daar staat tot wanneer je kunt antwoorden, of wanneer de volgende begint.',
      [checkin],
    ),
  ],
  [
    /\b(?:hoe lang|waar|wat|how long|where|what)\b.*\b(?:gegevens|data|antwoord|antwoorden|toelichting)\b.*\b(?:bewaard|bewaar|bewaren|blijft|blijven|staan|opgeslagen|kept|stored)\b|\b(?:hoe lang|waar(?! moet ik)|wat|how long|where|what)\b.*\b(?:gegevens|data|antwoorden)\b|\b(?:bewaar|onthoud|store|keep)\b.*\b(?:je|jij|you|gegevens|data)\b|\bprivacy\b/,
    notice(
      'privacy',
      'Wat Kompas bewaart',
      'Bekijk alles wat ik van jou bewaar, en wis het als je wilt. Je beheerder heeft een bladzijde waarop staat hoe lang alles blijft.',
      [myData, say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?')],
    ),
  ],
  [
    /\b(?:wie|iemand|leidinggevende|chef|baas|who|anyone|manager|boss)\b.*\b(?:lezen|leest|meelezen|ziet|zien|see|sees|read|reads)\b|\b(?:leest|ziet|leest er)\b.*\b(?:iemand|leidinggevende|chef|baas)\b/,
    (scope) => (scope === 'personal' ? readAlone : readTogether),
  ],
  [
    /\b(?:ik ben thuis|werk\b.*\bthuis|thuis ?werken|thuis aan het werk|work(?:ing)? from home|wfh)\b/,
    notice(
      'presence',
      'Thuis werken is ook werken',
      'Je hoeft niets door te geven. Ik stuur je berichten op je werkdagen, waar je ook werkt.',
      [say('mijn werkdagen', 'Mijn werkdagen')],
    ),
  ],
  [
    /\b(?:tandarts|dokter|huisarts|ziekenhuis|kapper|fysio\w*|dentist|doctor|appointment)\b/,
    notice(
      'presence',
      'Ik houd alleen hele dagen bij',
      'Er is niets veranderd. Werk je die dag helemaal niet? Typ bijvoorbeeld: afwezig morgen.',
    ),
  ],
  [
    /^(?!.*\b(?:register|mandaat|mandaten|fouten?|gaten?)\b)(?:wat|is|zijn|heeft|hebben) (?:er )?(?:\w+ ){0,3}(?:gemeld|doorgegeven|gedeeld)(?: \w+){0,4}$|^(?:wat|welke) (?:zijn )?(?:de )?meldingen\b/,
    notice('kompas', 'Wat wil je bekijken?', 'Kies hieronder. Alles wat op jou wacht, staat bij Van mij.', [
      say('signalen', 'Signalen'),
      say('toelichtingen', 'Wat het team deelde'),
      say('van mij', 'Van mij'),
    ]),
  ],
  [
    /^(?!.*\b(?:doorgeven|kwijt|melden|weten|zeg|vertel)\b).*(?:\b(?:doet|doen) het (?:\w+ ){0,2}niet\b|\b(?:is|zijn|gaat|gaan) (?:\w+ ){0,3}(?:kapot|stuk|defect|vies|vol|verstopt)$|\bwerkt (?:\w+ ){0,2}niet(?: meer)?$|\b(?:al weer|alweer|steeds|nog steeds) (?:kapot|stuk|defect)\b)/,
    notice(
      'signal',
      'Wil je dat laten weten?',
      'Geef een signaal. Je ziet vooraf wie het leest. Er is nog niets verstuurd.',
      [signal, help],
    ),
  ],
  [
    /\b(?:klacht|klagen|idee|ideeen|feedback|suggestie|verbeterpunt|complaint|suggestion|iets (?:melden|kwijt))\b/,
    notice('signal', 'Wil je iets laten weten?', 'Geef een signaal. Je ziet vooraf wie het leest.', [signal]),
  ],
  [
    /\bwie (?:zit|zitten|zijn|hoort|horen)\b.*\b(?:in|bij|van) (?:mijn|m n|ons|het) team\b|\bteamleden\b/,
    notice(
      'team',
      'Wie er in je team zit, zie je in Teams',
      'Ik laat hier geen lijst zien. Staat iemand in Kompas bij het verkeerde team? Vraag het dan de beheerder.',
      [say('team', 'Bekijk je team'), say('wie is mijn leidinggevende', 'Wie leidt mijn team?')],
    ),
  ],
  [
    /\b(?:declaratie\w*|salaris|loon|reiskosten|cao|functioneringsgesprek|beoordeling|vacature\w*)\b/,
    notice(
      'kompas',
      'Dat staat niet in Kompas',
      'Vraag het aan je leidinggevende of aan personeelszaken. Ik weet wie iets mag beslissen over de registraties.',
      [say('wie is mijn leidinggevende', 'Wie is mijn leidinggevende?'), help],
    ),
  ],
  [
    /\b(?:wie ben ik|mijn (?:functie|rechten)|my (?:role|rights)|in mijn team|in my team)\b/,
    notice('kompas', 'Wat ik van jou weet', 'Bekijk het hieronder.', [
      say('mijn rollen', 'Mijn rollen'),
      myData,
      say('mijn mandaten', 'Mijn mandaten'),
      say('wie is mijn leidinggevende', 'Wie leidt mijn team?'),
    ]),
  ],
  [
    /\b(?:hoe laat|weerbericht|wat voor weer|het weer|grap|mop|joke|weather|jou gemaakt|made you|voetbal|lunch)\b/,
    notice(
      'kompas',
      'Daar weet ik niets van',
      'Ik help met je check-in, met tips, en met de vraag wie iets mag beslissen.',
      [help],
    ),
  ],
  [
    /\b(?:snap|begrijp|volg) (?:ik )?(?:het|dit|er|je|jou|hem)\b.*\bni(?:et|ks)|^(?:wat|huh|he|hoezo|hoe|what)$|wat bedoel (?:je|u)|(?:don t|do not) understand|what do you mean|^(?:wie kan|kan iemand)\b.*\bhelpen|wat moet ik (?:hier|daar|er) ?mee\b.*|hoe werkt(?:$| (?:dit|het|de bot))|^help(?: (?:me|mij))?(?: \w+)?$/,
    notice(
      'kompas',
      'Ik help je op weg',
      'Typ een paar woorden, bijvoorbeeld: check-in, tip, of wie valideert BAG. Liever een mens? Dat kan ook.',
      [help, talk],
    ),
  ],
];

/** The answer to a text that nobody else understood, when its words say what it is about, where it was typed. */
export const topicOf = (text: string, scope: Turn['scope']): Message | undefined => {
  const plain = normalise(text);
  const found = topics.find(([pattern]) => pattern.test(plain))?.[1];
  return typeof found === 'function' ? found(scope) : found;
};
