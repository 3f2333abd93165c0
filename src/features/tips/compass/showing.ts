import { z } from 'zod';
import { guideCard } from '../../../conversation/cards/guide.ts';
import type { Message } from '../../../conversation/message.ts';
import { everybodyAlone, everybodyAnywhere } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Municipality } from '../../../people/municipality.ts';
import type { Services } from '../../module.ts';
import { personaCard, personaListCard } from '../cards.ts';
import { contentOf, nameOf, personaContents } from '../content/index.ts';
import { type Persona, personas } from '../content/types.ts';
import { guide } from './guide.ts';

type Naming = Pick<Municipality, 'epithetsOnly'>;

function compassList(naming: Naming): Message {
  return personaListCard({
    text: 'Het veranderkompas: zes stijlen en wat ze nodig hebben.',
    title: 'Veranderkompas',
    lead: 'Dit gaat over stijlen, niet over mensen in je team. Wie wat herkent, weet alleen die persoon zelf.',
    personas: personaContents.map((content) => ({
      persona: content.persona,
      name: nameOf(content, naming),
      core: content.compass.brings,
      verb: 'compass.look',
      button: 'Bekijk',
    })),
    actions: [
      { verb: 'compass.own', title: 'Ons teamkompas', data: { team: '' } },
      { verb: 'compass.guide', title: 'Leidraad voor een gesprek', data: {} },
    ],
  });
}

function compassCard(persona: Persona, naming: Naming): Message {
  const content = contentOf(persona);
  const { brings, needs, difficult, opening } = content.compass;
  return personaCard({
    text: `Veranderkompas: ${nameOf(content, naming)}.`,
    title: nameOf(content, naming),
    facts: [
      { title: 'Deze stijl brengt mee', value: brings },
      { title: 'Deze stijl heeft nodig', value: needs },
      { title: 'Iets lastigs zeggen', value: difficult },
      { title: 'Begin met deze vraag', value: opening },
    ],
    actions: [
      { verb: 'compass.list', title: 'Terug naar de zes stijlen', data: {} },
      { verb: 'compass.guide', title: 'Leidraad voor een gesprek', data: {} },
    ],
  });
}

const talkGuide = guideCard({
  kind: 'style',
  text: 'Een leidraad voor een gesprek met z’n tweeën.',
  ...guide,
  actions: [
    { verb: 'compass.list', title: 'Veranderkompas', data: {} },
    { verb: 'checkin.talk', title: 'Ik wil zelf even praten', data: { period: '' } },
  ],
});

const nothing = z.object({});

/**
 * The change compass and the talk guide (docs/method.md steps 5.3 and 4.2). Written for managers, open to
 * everybody: what a manager is told about styles is no secret.
 */
export function compass({ settings }: Pick<Services, 'settings'>): Pick<Feature, 'phrases' | 'actions'> {
  const naming = async () => (await settings.recent()).municipality;
  return {
    phrases: [
      {
        say: 'veranderkompas',
        wished:
          /\b(?:per|elke|welke|een|bepaalde) stijl(?:en)?\b.*\b(?:nodig|meebreng\w*|brengt|lastig\w*|omga\w*)\b|\blastigs?\b.*\bstijl(?:en)?\b|\bhoe (?:ga ik om|praat ik) met .*\bstijl(?:en)?\b/,
        also: ['kompas per stijl', 'wat heeft welke stijl nodig'],
        title: 'Wat elke stijl meebrengt en nodig heeft',
        needs: { ...everybodyAlone, listedFor: ['manager'] },
        run: async () => compassList(await naming()),
      },
      {
        say: 'gesprek',
        wished:
          /\bleidraad\b|\bgesprek\b.*\b(?:over|voor) (?:de|een|iemands|zijn|haar|mijn|je) rol(?:len)?\b|\bgesprek met (?:zijn|z n) twee(?:en)?\b|\brolgesprek\b|\bwil met mij praten\b|\bhoe (?:pak|voer|begin) ik\b.*\bgesprek\b/,
        also: ['gespreksleidraad', 'leidraad gesprek', 'een op een', '1 op 1', 'rolgesprek'],
        title: 'Leidraad voor een gesprek met z’n tweeën',
        needs: { ...everybodyAlone, listedFor: ['manager'] },
        run: async () => talkGuide,
      },
    ],
    actions: {
      'compass.list': action(nothing, async () => compassList(await naming()), { needs: everybodyAnywhere }),
      'compass.look': action(
        z.object({ persona: z.enum(personas) }),
        async (_, { persona }) => compassCard(persona, await naming()),
        { needs: everybodyAnywhere },
      ),
      'compass.guide': action(nothing, async () => talkGuide, { needs: everybodyAnywhere }),
    },
  };
}
