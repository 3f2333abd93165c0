import { CANCEL, cancelled, cancelSchema } from '../../conversation/cancelling.ts';
import { IN_ENGLISH, notice } from '../../conversation/cards/notice.ts';
import { everybodyAlone, everybodyAnywhere } from '../../conversation/needs.ts';
import { action, type Hearing } from '../../conversation/offer.ts';
import { soundsEnglish } from '../../language/english.ts';
import { huntsForPerson } from '../../language/person-hunt.ts';
import { hasAccess } from '../../people/access.ts';
import { inNeed } from '../../people/in-need.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { whoTakesCare } from './contact.ts';
import { aboutWords } from './glossary.ts';
import { listing } from './listing.ts';
import { neverTold, whoIsMissing } from './never.ts';
import { guidesCard } from './reading.ts';
import { say } from './saying.ts';
import { politeness } from './small-talk.ts';
import { undo } from './undo.ts';
import { whoIsIn } from './who-is-in.ts';
import { whoReads, whoSeesIt } from './who-sees.ts';

const moreAlone = 'In je eigen chat met mij kan meer. Typ daar: help.';

function offer(
  _opened: undefined,
  tools: Pick<Tools, 'features' | 'administrators' | 'publicUrl' | 'everybody'>,
): FeatureOffer {
  const { features, administrators } = tools;

  const { listedFor, cardFor } = listing(features, administrators);

  return {
    phrases: [
      {
        say: 'help',
        wished:
          /^(?:ik wil (?:zien|weten) )?wat (?:er )?(?:nog )?(?:allemaal )?(?:meer )?kan(?: er)?(?: nog)?(?: allemaal)?(?: meer)?$|^wat kan hier allemaal$/,
        also: [
          'hulp',
          'help me',
          'help mij',
          'kun je helpen',
          'kun je me helpen',
          'kan je me helpen',
          'kun je mij helpen',
          'ik heb hulp nodig',
          'ik zoek hulp',
          'hoe werkt dit',
          'hoe werkt het',
          'wat kun je',
          'wat kan je',
          'wat kun je doen',
          'waar kan ik jou voor gebruiken',
          'waar kan ik je voor gebruiken',
          'waarvoor kan ik jou gebruiken',
          'waar ben jij voor',
          'wat kan ik vragen',
          'wat kan ik hier',
          'alles wat ik kan',
          'alles wat je kan',
          'alles wat je kunt',
          'wat kan je allemaal',
          'wat kun je allemaal',
          'menu',
          'start',
          'commando s',
          'what can you do',
          'what can i ask',
          'can you help me',
          'can you help',
          'i need help',
          'how does this work',
        ],
        title: 'Alles wat je mij kunt vragen',
        needs: everybodyAnywhere,
        whenLost: 1,
        run: async (turn) => {
          const more = [
            turn.scope === 'personal' ? '' : moreAlone,
            soundsEnglish(turn.text) ? IN_ENGLISH : '',
          ];
          return cardFor(more.filter(Boolean).join(' '), await listedFor(turn));
        },
      },
      {
        say: 'uitleg',
        also: [
          'handleiding',
          'lees meer',
          'documentatie',
          'waar staat de uitleg',
          'waar vind ik uitleg',
          'waar kan ik dit nalezen',
          'gebruiksaanwijzing',
          'manual',
          'documentation',
        ],
        title: 'Lees hoe Kompas werkt',
        needs: everybodyAnywhere,
        run: (turn) => guidesCard(turn, tools),
      },
      {
        say: 'wie ben jij',
        also: [
          'wie ben je',
          'wat ben jij',
          'wat ben je',
          'ben je een mens',
          'ben jij een mens',
          'ben je een robot',
          'ben jij een robot',
          'ben je echt',
          'wat is kompas',
          'who are you',
          'what are you',
          'are you a robot',
          'are you human',
          'are you a bot',
          'do you speak english',
          'english',
          'in english',
        ],
        title: 'Wat Kompas is',
        needs: everybodyAnywhere,
        unlisted: true,
        run: async () =>
          notice(
            'kompas',
            'Ik ben Kompas, een programma',
            'Ik begrijp korte zinnen en werk met kaarten. Wil je een mens spreken? Dat kan ook.',
            [say('help', 'Wat kun je?'), say('ik wil even praten', 'Ik wil even praten')],
          ),
      },
      {
        say: 'wie kan mijn antwoord zien',
        also: [
          'wie ziet mijn antwoord',
          'wie ziet wat ik invul',
          'ziet mijn leidinggevende mijn antwoord',
          'who sees my answer',
          'who sees my answers',
          'who can see my answer',
          'who can see my answers',
        ],
        title: 'Wie wat kan zien',
        needs: everybodyAlone,
        unlisted: true,
        run: async (turn) => whoSeesIt(turn.text, (await turn.settings()).municipality),
      },
      undo(async (turn) => hasAccess('beheerder', turn.directoryId, await turn.person(), administrators)),
      {
        say: 'stop',
        wished:
          /\bik (?:wil|hoef|zou graag)\b.*\bgeen (?:\w+ )?(?:check ?ins?|tips?|berichten)\b|^(?:stop|hou op|kappen)\b.*\b(?:check ?ins?|tips?|berichten)\b|^(?:ik wil )?(?:de )?(?:tips?|check ?ins?) (?:niet meer|stoppen|uitzetten)\b/,
        also: [
          'stoppen',
          'hou op',
          'laat me met rust',
          'ik wil stoppen',
          'afmelden',
          'meld me af',
          'ik wil me afmelden',
          'uitschrijven',
          'ik wil geen berichten meer',
          'stop met berichten',
          'geen berichten meer',
          'stop ermee',
          'stop hiermee',
          'ik wil eruit',
          'uit',
          'zet uit',
          'zet dit uit',
          'hoe zet ik dit uit',
          'hoe stop ik dit',
          'hoe stop ik de check-ins',
          'hoe stop ik',
          'how do i stop this',
          'how do i unsubscribe',
          'unsubscribe',
          'stop it',
          'stop sending me messages',
          'no more messages',
          'leave me alone',
          'opt out',
        ],
        title: 'Kies wat je niet meer wilt',
        needs: everybodyAlone,
        unlisted: true,
        run: async () =>
          notice('kompas', 'Wat wil je stoppen?', 'Er is nog niets veranderd.', [
            say('stop check-ins', 'Zet de check-ins uit'),
            say('stop tips', 'Geen wekelijkse tip meer'),
            say('vergeet mij', 'Wis alles van mij'),
          ]),
      },
    ],
    hears: [
      ...politeness,
      aboutWords,
      // Whether somebody is there is asked of mandates first, which also say who stands in.
      hunted('reaction', 'first'),
      hunted('wellbeing', 'first'),
      hunted('missing', 'first'),
      hunted('answer', 'first'),
      hunted('signal', 'first'),
      hunted('absence', 'last'),
      whoIsIn(tools),
      whoTakesCare(tools),
      ...whoReads,
    ],
    actions: {
      [CANCEL]: action(cancelSchema, async (_, way) => cancelled(way), {
        needs: everybodyAnywhere,
        traceless: true,
      }),
    },
  };
}

/** A question about one person that is never answered. */
const hunted = (kind: keyof typeof neverTold | 'missing', order: 'first' | 'last'): Hearing => ({
  order,
  needs: everybodyAnywhere,
  answer: async (turn) => {
    if (huntsForPerson(turn.text) !== kind || (await inNeed(turn))) return undefined;
    return kind === 'missing' ? whoIsMissing(turn) : neverTold[kind];
  },
});

/** Lists what people can ask; made from the features themselves, so that it never misses one. */
export const help: FeatureModule<undefined> = {
  name: 'help',
  tables: [],
  open: () => undefined,
  offer,
};
