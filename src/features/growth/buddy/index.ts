import { z } from 'zod';
import { field } from '../../../conversation/field.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { ready } from './cards.ts';
import { type BuddyTools, buddyPairing } from './pairing.ts';
import { buddyTelling } from './telling.ts';

const alone: Needs = { ...colleagueAlone, typed: 'buddy' };
const own = { needs: alone };
const asked = { needs: { ...alone, checked: 'is gevraagd als buddy' } };
const paired = { needs: { ...alone, checked: 'is een van de twee' } };
const none = z.object({});
const on = z.object({ asker: z.string().max(100), day: z.string().max(10) });

/** Buddies: somebody asks for one by theme or role, another offers to be one, both agree (docs/method.md steps 4.4 and 5). */
export function buddy(tools: Tools & BuddyTools): FeatureOffer {
  const pairing = buddyPairing(tools);
  return {
    phrases: [
      {
        say: 'buddy',
        also: ['zoek een buddy', 'ik zoek een buddy', 'ik wil een buddy', 'ik wil buddy zijn', 'mijn buddy'],
        title: 'Zoek een collega die met je meedenkt, of wees er zelf een',
        unlisted: true,
        needs: alone,
        run: async () => ready,
      },
    ],
    actions: {
      'buddy.show': action(none, (turn) => pairing.show(turn), own),
      'buddy.seek': action(none, () => pairing.seek(), own),
      'buddy.ask': action(
        z.object({ theme: field.choice, role: field.choice }),
        (turn, sent) => pairing.ask(turn, sent),
        own,
      ),
      'buddy.withdraw': action(none, (turn) => pairing.withdraw(turn), own),
      'buddy.yes': action(on, (turn, sent) => pairing.yes(turn, sent), asked),
      'buddy.no': action(on, (turn, sent) => pairing.no(turn, sent), asked),
      'buddy.end': action(
        z.object({ asker: z.string().max(100) }),
        (turn, { asker }) => pairing.end(turn, asker),
        paired,
      ),
      'buddy.offer': action(none, (turn) => pairing.offer(turn), own),
      'buddy.save-offer': action(
        z.object({ themes: field.choices, roles: field.choices }),
        (turn, sent) => pairing.saveOffer(turn, sent),
        own,
      ),
      'buddy.stop': action(none, (turn) => pairing.stop(turn), own),
    },
    waiting: (turn) => pairing.waiting(turn),
    jobs: [buddyTelling(tools.buddies)],
  };
}
