import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { NoticeAction } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';

/** Everything in this room is for administrators alone, in their own chat (trust:rights-on-verified-id). */
export const administering: Needs = {
  who: ['beheerder'],
  where: 'own chat',
  typed: 'beheer',
  refusals: {
    who: noticeCard({
      kind: 'settings',
      text: 'Dit is alleen voor beheerders.',
      title: 'Dit is alleen voor beheerders',
      body: 'Wil je iets weten of laten wijzigen? Vraag het de beheerder van Kompas bij jouw gemeente.',
    }),
  },
};

export const toOverview: NoticeAction = { verb: 'settings.show', title: 'Naar beheer', data: {} };
