import { z } from 'zod';
import { notice } from './cards/notice.ts';
import type { Message, NoticeAction } from './message.ts';

/** Where somebody came from: a button without its title. */
export type WayBack = Pick<NoticeAction, 'verb' | 'data'>;

/** What "Annuleer" carries. */
export const cancelSchema = z.object({
  back: z.object({ verb: z.string().max(100), data: z.record(z.string(), z.unknown()) }).optional(),
});

/** The verb of "Annuleer" on every form; whatever was filled in is not sent along. */
export const CANCEL = 'form.cancel';

/** "Annuleer" on a form that was opened from somewhere. */
export const cancelButton = (back?: WayBack): NoticeAction => ({
  verb: CANCEL,
  title: 'Annuleer',
  data: back ? { back } : {},
});

/** The answer to "Annuleer", with the way back, or help for who typed to get there. */
export function cancelled({ back }: z.infer<typeof cancelSchema>): Message {
  const way = back
    ? { ...back, title: 'Terug' }
    : { verb: 'help.say', title: 'Help', data: { text: 'help' } };
  return notice(
    'kompas',
    'Niets veranderd',
    'Wat je net invulde, is niet bewaard. Wat er al stond, is er nog.',
    [way],
  );
}
