import { saysHowOneIs } from './feelings.ts';
import { normalise } from './normalise.ts';

/** What people say to be polite, or to see whether somebody is there. */
export type SmallTalk =
  | 'greeting'
  | 'thanks'
  | 'bye'
  | 'answer'
  | 'dismissal'
  | 'how are you'
  | 'scolding'
  | 'link';

const behind =
  'hoor|top|super|kompas|bot|allemaal|daar|weer|zeg|maar|very much|so much|a lot|there|all|man|joh|wel|he|then|echt|nog|zeer|iedereen|collega s?';
// No text may be read in two ways here: forty of such words would be read in more ways than anybody can try.
const tail = `(?: (?:${behind}|voor (?:je|de|alles|het)(?: (?!(?:${behind}|voor)\\b)\\w+)?))*`;
const whole = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})${tail}$`);

const kinds: [Exclude<SmallTalk, 'link'>, RegExp][] = [
  [
    'thanks',
    whole(
      '(?:(?:heel|super|prima|gaat|wel|leuk|ok|oke|top|goed|ja|fijn|mooi|nice|great|hartstikke|erg|alvast|hartelijk) )*(?:dank(?: ?(?:je|jewel|u|uwel|jullie))?(?: wel)?|dankjewel|dankuwel|bedankt|thanks|thank you|thank u|thx|tnx|ty|merci|many thanks|much appreciated|cheers)',
      '(?:fijn|lief|handig|mooi|knap|goed|lekker) (?:gedaan|bezig|zo|werk)|goed antwoord|(?:good|nice|great) (?:job|work|bot)|wat (?:fijn|handig|lief|mooi)|(?:je|jij) bent (?:super|geweldig|lief|de beste|handig)|you are (?:great|the best)|you re (?:great|the best)|top|super|mooi|mooi zo|cool|nice|leuk|gelukt|yes gelukt',
    ),
  ],
  [
    'greeting',
    whole(
      '(?:hi|hey|hee|heey|hello|helo|yo|moi|mogge|dag|hallootjes|hola|howdy|greetings|hai)',
      '(?:een )?(?:goede ?morgen|goede ?middag|goede ?avond|goede? ?dag|morgen|middag|goeiemorgen|goeiemiddag|goeiendag|good morning|good afternoon|good evening|good day|morning)',
      '(?:daar|there|bot|iemand|iemand thuis|ben je (?:er|daar|wakker)|is daar iemand|are you there|anybody there|anyone there|hello world|allemaal)',
      'test(?:en|ing|je|bericht)?(?: test| \\d+)*|even testen|dit is een test|this is a test|ping|asdf|abc|\\d{2,}(?: \\d+)*|x+|lol|haha(?:ha)*|hihi|hmm+|uh+|eh+|pff+|tja|nou|zo|(?:en )?(?:wat )?nu(?: dan)?|start|begin|menu|opnieuw',
    ),
  ],
  [
    'bye',
    whole(
      'doei(?: doei)?|doeg|dag dag|daag|tot (?:morgen|straks|later|ziens|snel|volgende week|maandag|gauw|dan|de volgende keer)|houdoe|ciao|later|fijn(?:e)? (?:weekend|dag|avond|vakantie|middag)|prettig weekend|goed weekend|werk ze|succes|welterusten|goede nacht|fijne dag(?: verder)?',
      'bye(?: bye)?|goodbye|good night|see you(?: later| tomorrow| soon)?|have a (?:nice|good) (?:day|weekend|evening)|take care',
    ),
  ],
  [
    'dismissal',
    whole(
      '(?:(?:nee|nou|ach|oke|ok|ja|sorry|niks|niets|o) )*(?:laat maar(?: zitten)?|vergeet (?:het|t)(?: maar)?|(?:het |t )?hoeft (?:al )?niet|never ?mind|nvm|forget it|doe maar niet|niet nodig|niks|niets)',
    ),
  ],
  [
    'answer',
    whole(
      '(?:(?:nee |ja )?toch wel|(?:nee |ja )?toch niet|ja|jawel|jazeker|jep|yep|yes|yeah|yup|sure|nee|neen|nope|no|nou nee|nee dank je|nee bedankt|no thanks|no thank you|misschien|maybe|ok|oke|okay|oki|okido|akkoord|eens|prima zo|is goed|het is goed|dat is goed|doe maar|goed dan|best|klopt|inderdaad|precies|weet ik niet|geen idee|i don t know|nvt|later|nu niet|not now|sorry|pardon|excuses|begrepen|snap ik|duidelijk|helder|begrijp ik|got it|i see|understood|gezien|klaar|done|gedaan|volgende|verder|terug|annuleer|annuleren|cancel|next|back)',
    ),
  ],
  [
    'how are you',
    whole(
      'hoe (?:gaat|is) (?:het|t|ie)(?: (?:met (?:je|jou|u)|er mee|ermee))?|hoe gaat ie|hoe voel (?:je|jij) (?:je|jou)|gaat het(?: goed)?(?: met (?:je|jou))|alles goed|how are you(?: doing)?(?: today)?|how is it going|how s it going|what s up|hoe is het',
    ),
  ],
  [
    'scolding',
    whole(
      '(?:wat een |wat |jij |je bent een |you are |you re |this is |dit is |dat is |het is |echt )*(?:(?:stomme?|domme?|waardeloze?|waardeloos|slechte?|irritante?|rot|kut|klote|stupid|useless|dumb|bad|annoying|niks waard) ?)+(?:bot|ding|programma|app|robot|systeem|computer|tool)?',
      '(?:je|jij) (?:snapt|begrijpt|doet|kunt?|weet) (?:er )?(?:echt )?(?:niks|niets|het niet|me niet|mij niet)(?: van)?|daar heb ik niks aan|hier heb ik niks aan|dit werkt niet|werkt niet|het werkt niet|it doesn t work|doesn t work|this doesn t work|you don t understand(?: me)?|dat bedoel ik niet|dat vroeg ik niet|fout|wrong|onzin|bullshit|wtf|shit|kut|verdomme|godver\\w*|fuck\\w*(?: (?:you|off))?|rot op|hou je mond|shut up',
    ),
  ],
];

const thumbs =
  /[\u{1F44D}\u{1F64F}\u{2764}\u{1F44F}\u{1F44C}\u{1F4AA}\u{1F497}\u{1F499}\u{1F49A}\u{1F339}\u{1F490}]/u;
const onlySigns = /^[\s\p{Extended_Pictographic}\p{Emoji_Component}]+$/u;

/** What a text says that asks for nothing; undefined for all others. Dutch and English. Pure. */
export function smallTalk(text: string): SmallTalk | undefined {
  const sent = text.trim();
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(sent)) return 'link';
  if (sent !== '' && onlySigns.test(sent) && thumbs.test(sent)) return 'thanks';
  const plain = normalise(sent.replace(/\p{Extended_Pictographic}/gu, ' '));
  if (plain === '') return saysHowOneIs(sent) ? undefined : 'greeting';
  const behind = plain.replace(
    /^(?:(?:hi|hey|hee|hello|yo|moi|dag|goedemorgen|goedemiddag|good morning) )+/,
    '',
  );
  return kinds.find(([, pattern]) => pattern.test(plain) || pattern.test(behind))?.[0];
}
