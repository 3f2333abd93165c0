import { z } from 'zod';
import { today } from '../../calendar/clock.ts';
import { carried } from '../../conversation/field.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { mineCard } from './cards.ts';

const pageSchema = z.object({ page: carried(z.number().int().min(0).max(1_000), 0) });

const when = '(?:(?:nu|vandaag|nog|eerst|dan|deze week|hier|er|allemaal|iets|wat) ?)*';
/** Somebody who asks what is theirs to do. */
const asksWhatToDo = new RegExp(
  [
    `^(?:en )?wat moet ik ${when}(?:doen|aanpakken|oppakken|regelen)?(?: dan)?$`,
    '^wat is er (?:deze week |vandaag )?nog te doen(?: voor (?:mij|me))?$',
    '^(?!ik\\b)(?:\\w+ ){1,4}is (?:gedaan|klaar|af)$',
    `^moet ik ${when}(?:doen|aanpakken|oppakken|regelen)?$`,
    `^wat (?:heb|kan) ik ${when}te doen$`,
    `^wat (?:ligt|staat|wacht|is|hangt) ${when}(?:open )?(?:(?:op|voor|aan) (?:mijn (?:bordje|bord|naam|lijstje|lijst|bureau)|mij|me)) ?${when}$`,
    '^wat is (?:er )?(?:nog )?van (?:mij|me)$',
    `^(?:heb ik|staat er|ligt er|is er) ${when}(?:voor mij |voor me )?(?:open ?staan|openstaand|open staat|open|liggen)$`,
    '^(?:ik wil |laat |toon )?(?:alles|wat er)?(?: mij)?(?: zien)? ?(?:wat )?(?:op|voor) mij (?:wacht|ligt|staat)(?: zien)?$',
    '^ik wil (?:alles )?zien wat (?:er )?(?:op|voor) mij (?:wacht|ligt|staat)$',
    '^waar moet ik (?:nog )?(?:wat|iets) (?:mee|aan doen)$',
    `^(?:en )?(?:waarop|waar|op wat|op wie) moet ik ${when}(?:op )?(?:reageren|antwoorden|antwoord geven)$`,
    '^(?:en )?wat is (?:nu |dan )?(?:de|mijn) (?:volgende|eerste|eerstvolgende) (?:stap|taak|klus)(?: (?:nu|dan|voor (?:mij|me)))*$',
    '^ik wil (?:iets|een actie|mijn actie|een taak) op gedaan zetten$',
    '^what (?:should|must) i do(?: now| today| next)?$',
  ].join('|'),
);

function offer(_opened: undefined, { features }: Pick<Tools, 'features'>): FeatureOffer {
  /** What waits for who is here, in the order of the features and of what each says. */
  async function show(turn: Turn, page = 0): Promise<Message> {
    const each = await Promise.all(features().map(async ({ waiting }) => (await waiting?.(turn)) ?? []));
    return mineCard(each.flat(), today(turn.now).toString(), page);
  }

  return {
    phrases: [
      {
        say: 'van mij',
        first: 1,
        also: [
          'wat is van mij',
          'wat moet ik nog doen',
          'wat heb ik nog te doen',
          'heb ik nog iets te doen',
          'moet ik nog iets doen',
          'moet ik nog wat doen',
          'wat staat er nog voor mij open',
          'wat staat er op mijn lijstje',
          'wat staat er op mijn lijst',
          'wat ligt er nog voor mij',
          'wat moet ik doen',
          'wat moet ik nog',
          'wat staat er open',
          'wat staat er nog open',
          'wat staat er voor mij open',
          'wat wacht er op mij',
          'mijn acties',
          'mijn open acties',
          'mijn taken',
          'mijn punten',
          'mijn teampunten',
          'mijn lijst',
          'my tasks',
          'my actions',
          'my to do list',
          'what is mine',
          'what do i have to do',
        ],
        title: 'Bekijk alles wat op jou wacht',
        needs: colleagueAlone,
        wished: asksWhatToDo,
        run: (turn) => show(turn),
      },
    ],
    actions: {
      'mine.list': action(pageSchema, (turn, { page }) => show(turn, page), { needs: colleagueAlone }),
    },
  };
}

/** One list of all that waits for somebody: each feature says what of it is theirs (`Offer.waiting`). */
export const mine: FeatureModule<undefined> = {
  name: 'mine',
  tables: [],
  open: () => undefined,
  offer,
};
