import { type HelpGroup, helpCard } from '../../conversation/cards/help.ts';
import { type Message, notice, noticeCard } from '../../conversation/message.ts';
import type { Feature, Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess } from '../../people/access.ts';
import type { Access, Person } from '../../people/person.ts';

/** What somebody reads when the app is there for the first time. */
export function welcome(_person: Person): Message {
  return noticeCard({
    text: 'Hallo, ik ben Kompas. Typ help, dan zie je wat ik kan.',
    title: 'Hallo, ik ben Kompas',
    body:
      'Elke week vraag ik: hoe zit je erbij? Eén tik is genoeg, overslaan mag altijd. ' +
      'Je antwoord staat nergens bij je naam. Niemand ziet wat één persoon koos. ' +
      'Wil je weten wie iets mag beslissen? Vraag het gewoon, bijvoorbeeld: wie valideert BAG in deze wijk?',
    small: 'Wil je dit niet? Typ stop check-ins. Alles zien wat ik bewaar? Typ mijn gegevens.',
    actions: [say('help', 'Wat kun je?'), say('mijn gegevens', 'Mijn gegevens')],
  });
}

export interface HelpTools {
  features(): readonly Feature[];
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

/** Lists what people can ask; made from the features themselves, so that it never misses one. */
export function help({ features, administrators }: HelpTools): Feature {
  /**
   * What this person may ask, under the heading of each feature, the first one open. Where others read along, only what
   * everybody may: a right is nobody else's business.
   */
  async function groupsFor(turn: Turn): Promise<HelpGroup[]> {
    const me = turn.scope === 'personal' ? await turn.person() : undefined;
    const may = (right: Access) =>
      turn.scope === 'personal' && hasAccess(right, turn.directoryId, me, administrators);
    const isListed = ({ unlisted, for: rights }: Phrase) => !unlisted && (!rights || rights.some(may));
    return features()
      .toSorted((a, b) => Number(a.title === undefined) - Number(b.title === undefined))
      .map(({ name, title = 'Verder', phrases, examples = [] }) => ({
        id: `help-${name}`,
        title,
        commands: [...examples, ...phrases.filter(isListed)].map(({ say, title }) => ({
          say,
          title,
          text: say,
        })),
      }))
      .filter(({ commands }) => commands.length > 0)
      .map((group, place) => ({ ...group, isVisible: place === 0 }));
  }

  return {
    name: 'help',
    phrases: [
      {
        say: 'help',
        also: ['hulp', 'wat kun je', 'wat kan je', 'menu', 'start', 'commando s', 'what can you do'],
        title: 'Alles wat je mij kunt vragen',
        run: async (turn) => helpCard({ text: 'Dit kun je mij vragen.', groups: await groupsFor(turn) }),
      },
      {
        say: 'wie ben jij',
        also: ['wie ben je', 'wat ben jij', 'ben je een mens', 'who are you'],
        title: 'Wat Kompas is',
        unlisted: true,
        run: async () =>
          notice(
            'Ik ben Kompas, een programma',
            'Ik begrijp korte zinnen en werk met kaarten. Wil je een mens spreken? Dat kan ook.',
            [say('help', 'Wat kun je?'), say('ik wil even praten', 'Ik wil even praten')],
          ),
      },
      {
        say: 'wie kan mijn antwoord zien',
        also: ['wie ziet mijn antwoord', 'wie ziet dit', 'wie leest dit', 'is dit anoniem', 'anoniem'],
        title: 'Wie wat kan zien',
        unlisted: true,
        private: true,
        run: async () =>
          notice(
            'Alleen jij ziet je eigen antwoord',
            'Het staat onder een code, niet bij je naam. Je leidinggevende ziet nooit wat één persoon koos. Een toelichting deel je alleen als je dat zelf kiest. Ook zonder naam kan iemand je stijl van schrijven herkennen.',
            [say('mijn gegevens', 'Wat bewaar je van mij?')],
          ),
      },
      {
        say: 'stop',
        also: ['stoppen', 'hou op', 'laat me met rust'],
        title: 'Kies wat je niet meer wilt',
        unlisted: true,
        private: true,
        run: async () =>
          notice('Wat wil je stoppen?', 'Er is nog niets veranderd.', [
            say('stop check-ins', 'Geen check-ins meer'),
            say('stop tips', 'Geen wekelijkse tip meer'),
            say('vergeet mij', 'Wis alles van mij'),
          ]),
      },
    ],
    actions: {},
  };
}

/** A button that says something for the person. */
const say = (text: string, title: string) => ({ verb: 'help.say', title, data: { text } });
