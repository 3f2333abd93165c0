import { z } from 'zod';
import { action, type Offer } from '../../../conversation/offer.ts';
import { type DialogueTools, inDialogue } from './access.ts';
import { agreementsOf } from './agreements.ts';
import { agreementsForm, fields } from './cards.ts';
import { nextSchema, ofDialogue, saveSchema } from './typed.ts';
import { workshop } from './workshop.ts';

/** The workshop in a channel. Only agreements are stored, and no author: a talk is no survey. */
export function dialogue(tools: DialogueTools): Pick<Offer, 'phrases' | 'actions'> {
  const cards = workshop(tools);
  const agreements = agreementsOf(tools);

  return {
    phrases: [
      {
        say: 'teamdialoog',
        also: ['start teamdialoog', 'team dialoog', 'teamgesprek stijlen'],
        title: 'Een gesprek van 45 minuten met je team, in het kanaal',
        run: cards.start,
      },
      {
        say: 'afspraken',
        also: ['onze afspraken', 'teamafspraken', 'afspraken van ons team'],
        title: 'Bekijk de afspraken uit de teamdialoog',
        run: agreements.openWhereTyped,
      },
    ],
    actions: {
      'dialogue.open': action(z.object({}), agreements.open),
      'dialogue.next': action(nextSchema, cards.next),
      'dialogue.write': action(ofDialogue, (turn, { id }) =>
        inDialogue(tools, turn, id, async (read) => agreementsForm(read.value)),
      ),
      'dialogue.keep': action(ofDialogue, (turn, { id }) =>
        inDialogue(tools, turn, id, (read) => agreements.keep(turn, read)),
      ),
      'dialogue.save': action(saveSchema, (turn, { id, seen, ...data }) => {
        const typed = fields.map((field) => (data as Record<string, string>)[field] ?? '');
        const some = typed.filter((text) => text.trim() !== '');
        return inDialogue(tools, turn, id, (read) => agreements.save(turn, read, typed, seen), some);
      }),
    },
  };
}
