import { z } from 'zod';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action, type Offer } from '../../../conversation/offer.ts';
import { type DialogueTools, inDialogue } from './access.ts';
import { agreementsOf } from './agreements.ts';
import { agreementsForm, fields } from './cards.ts';
import { tellingOf } from './places.ts';
import { nextSchema, ofDialogue, saveSchema } from './typed.ts';
import { inChannel, workshop } from './workshop.ts';

const inTeam = { needs: { ...colleagueAnywhere, checked: 'zit in het team' } };
const inTeamsPlace: Needs = {
  ...colleagueAnywhere,
  where: 'channel or group',
  refusals: { where: inChannel },
};
const starting: Needs = {
  ...inTeamsPlace,
  checked: 'heeft het team een kanaal, dan daar; anders in het kanaal van de afspraken, als die er al zijn',
};
/** Its next card is posted where the dialogue is. */
const dialogueHere: Needs = { ...inTeamsPlace, checked: 'zit in het team; in het kanaal van de dialoog' };

/** The workshop in a channel. Only agreements are stored, and no author: a talk is no survey. */
export function dialogue(tools: DialogueTools): Pick<Offer, 'phrases' | 'actions'> {
  const cards = workshop(tools);
  const agreements = agreementsOf(tools);

  return {
    phrases: [
      {
        say: 'teamdialoog',
        wished:
          /\bgesprek\b.*\b(?:45 minuten|vijf kaarten)\b|\bgesprek met (?:mijn|ons|het) (?:hele )?team\b|\bteam ?dialoog\b/,
        also: ['start teamdialoog', 'team dialoog', 'teamgesprek stijlen'],
        title: 'Een gesprek van 45 minuten met je team, in het kanaal',
        needs: starting,
        run: cards.start,
      },
      {
        say: 'afspraken',
        wished:
          /^(?:welke|wat zijn onze|waar staan onze|wat waren onze) afspraken\b|\bwat (?:hebben|spraken) we (?:met elkaar )?(?:afgesproken|af)\b/,
        also: ['onze afspraken', 'teamafspraken', 'afspraken van ons team'],
        title: 'Bekijk de afspraken uit de teamdialoog',
        needs: {
          ...inTeam.needs,
          checked: 'zit in het team; in een kanaal alleen dat van het team, of waar ze zijn opgeschreven',
        },
        run: agreements.openWhereTyped,
      },
    ],
    actions: {
      'dialogue.open': action(z.object({}), agreements.open, inTeam),
      'dialogue.next': action(nextSchema, cards.next, { needs: dialogueHere }),
      'dialogue.write': action(
        ofDialogue,
        (turn, { id }) =>
          inDialogue(tools, turn, id, async ({ value }, me) =>
            agreementsForm(value, (await tellingOf(tools.teamLinks, turn, me.team, value)).told),
          ),
        inTeam,
      ),
      'dialogue.keep': action(
        ofDialogue,
        (turn, { id }) => inDialogue(tools, turn, id, (read) => agreements.keep(turn, read)),
        inTeam,
      ),
      'dialogue.save': action(
        saveSchema,
        (turn, { id, seen, ...data }) => {
          const typed = fields.map((field) => (data as Record<string, string>)[field] ?? '');
          const some = typed.filter((text) => text.trim() !== '');
          return inDialogue(
            tools,
            turn,
            id,
            (read, me) => agreements.save(turn, read, me.team, typed, seen),
            some,
          );
        },
        inTeam,
      ),
    },
  };
}
