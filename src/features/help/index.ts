import { type HelpGroup, helpCard } from '../../conversation/cards/help.ts';
import { notice } from '../../conversation/cards/notice.ts';
import { everybodyAlone, everybodyAnywhere, isThere } from '../../conversation/needs.ts';
import type { Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { hasAccess, rightsListed } from '../../people/access.ts';
import type { Access } from '../../people/person.ts';
import { underCode } from '../../people/under-code.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';

/** So much of the help is in sight. */
const MOST_FIRST = 4;

const commandOf = ({ say, title }: Pick<Phrase, 'say' | 'title'>) => ({ say, title, text: say });

const moreAlone = 'In je eigen chat met mij kan meer. Typ daar: help.';

function offer(
  _opened: undefined,
  { features, administrators }: Pick<Tools, 'features' | 'administrators'>,
): FeatureOffer {
  /**
   * What this person may ask, under the heading of each feature, and first what they come back for most. Where others read along, only what
   * everybody may, since a right is nobody else's business, and only what can be tapped there. In the own chat what is for a
   * channel stands in it too: its answer says where to go.
   */
  async function commandsFor(turn: Turn): Promise<{ first: HelpGroup['commands']; groups: HelpGroup[] }> {
    const me = turn.scope === 'personal' ? await turn.person() : undefined;
    const may = (right: Access) =>
      turn.scope === 'personal' && hasAccess(right, turn.directoryId, me, administrators);
    const isListed = ({ unlisted, needs }: Phrase) =>
      !unlisted &&
      (turn.scope === 'personal' || isThere(needs.where, turn.scope)) &&
      (rightsListed(needs)?.some(may) ?? true);
    const asked = await Promise.all(
      features().map(async ({ name, title, phrases, examples = [], fitting }) => {
        const listed = phrases.filter(isListed);
        const shown = fitting && listed.length > 0 ? await fitting(turn, listed) : listed;
        return { id: `help-${name}`, title, commands: [...examples, ...shown] };
      }),
    );
    const groups = asked
      .toSorted((a, b) => Number(a.title === undefined) - Number(b.title === undefined))
      .filter(({ commands }) => commands.length > 0)
      .map(({ id, title = 'Verder', commands }) => ({
        id,
        title,
        isVisible: false,
        commands: commands.map(commandOf),
      }));
    const first = asked
      .flatMap(({ commands }) => commands)
      .filter(({ first }) => first !== undefined)
      .toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0))
      .slice(0, MOST_FIRST)
      .map(commandOf);
    return { first, groups };
  }

  return {
    phrases: [
      {
        say: 'help',
        also: ['hulp', 'wat kun je', 'wat kan je', 'menu', 'start', 'commando s', 'what can you do'],
        title: 'Alles wat je mij kunt vragen',
        needs: everybodyAnywhere,
        whenLost: 1,
        run: async (turn) =>
          helpCard({
            text: 'Dit kun je mij vragen.',
            more: turn.scope === 'personal' ? '' : moreAlone,
            ...(await commandsFor(turn)),
          }),
      },
      {
        say: 'wie ben jij',
        also: ['wie ben je', 'wat ben jij', 'ben je een mens', 'who are you'],
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
        also: ['wie ziet mijn antwoord', 'wie ziet dit', 'wie leest dit', 'is dit anoniem', 'anoniem'],
        title: 'Wie wat kan zien',
        needs: everybodyAlone,
        unlisted: true,
        run: async () =>
          notice(
            'kompas',
            'Alleen jij ziet je eigen antwoord',
            `${underCode()} Je leidinggevende ziet nooit wat één persoon koos. Een toelichting deel je alleen als je dat zelf kiest. Ook zonder naam kan iemand je stijl van schrijven herkennen.`,
            [say('mijn gegevens', 'Wat bewaar je van mij?')],
          ),
      },
      {
        say: 'stop',
        also: ['stoppen', 'hou op', 'laat me met rust'],
        title: 'Kies wat je niet meer wilt',
        needs: everybodyAlone,
        unlisted: true,
        run: async () =>
          notice('kompas', 'Wat wil je stoppen?', 'Er is nog niets veranderd.', [
            say('stop check-ins', 'Geen check-ins meer'),
            say('stop tips', 'Geen wekelijkse tip meer'),
            say('vergeet mij', 'Wis alles van mij'),
          ]),
      },
    ],
    actions: {},
  };
}

/** Lists what people can ask; made from the features themselves, so that it never misses one. */
export const help: FeatureModule<undefined> = {
  name: 'help',
  tables: [],
  open: () => undefined,
  offer,
};

/** A button that says something for the person. */
const say = (text: string, title: string) => ({ verb: 'help.say', title, data: { text } });
