import { z } from 'zod';
import type { NoticeAction } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action, type Offer } from '../../conversation/offer.ts';
import { answerSchema } from './answering.ts';
import { LOW } from './rules.ts';
import { trialAskCard, trialThanksCard } from './trial-cards.ts';

const administering: Needs = { who: ['beheerder'], where: 'own chat', typed: 'proef-check-in' };
const handling = { needs: administering, traceless: true };

const again: NoticeAction = { verb: 'checkin.trial', title: 'Nog eens', data: {} };
/** The step of the first hour behind the trial. */
const onward: NoticeAction = { verb: 'setup.show', title: 'Verder met inrichten', data: { from: 'bereik' } };

/**
 * The check-in as an administrator tries it, before anybody gets it: the same cards, and nothing is written anywhere. It needs no
 * team and no consent, since there is no answer (trust:no-trace, trust:consent-first).
 */
export const trial: Pick<Offer, 'phrases' | 'actions'> = {
  phrases: [
    {
      say: 'proef-check-in',
      also: [
        'proef check in',
        'proefcheck-in',
        'probeer de check-in',
        'check-in proberen',
        'test de check-in',
      ],
      title: 'Probeer de check-in: er wordt niets bewaard',
      unlisted: true,
      needs: administering,
      traceless: true,
      run: async () => trialAskCard([onward]),
    },
  ],
  actions: {
    'checkin.trial': action(z.object({}), async () => trialAskCard([onward]), handling),
    'checkin.trial-answer': action(
      answerSchema.pick({ score: true }),
      async (turn, { score }) => {
        const { counsellor } = (await turn.settings()).municipality;
        const heavy = score <= LOW;
        return trialThanksCard(score, { heavy, counsellor, trial: [onward, again] });
      },
      handling,
    ),
  },
};
