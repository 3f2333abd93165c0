import { z } from 'zod';
import { notice } from './cards/notice.ts';
import type { Message, NoticeAction } from './message.ts';

/**
 * Where somebody came from: a button without its title. `straight`: "Annuleer" shows that at once, and does not first say that nothing
 * changed. It is dealt with as a tap on that button, so that rights are checked as always.
 */
export type WayBack = Pick<NoticeAction, 'verb' | 'data'> & { straight?: true };

/** What "Annuleer" carries. */
export const cancelSchema = z.object({
  back: z
    .object({
      verb: z.string().max(100),
      data: z.record(z.string(), z.unknown()),
      straight: z.literal(true).optional(),
    })
    .optional(),
});

/** The verb of "Annuleer" on every form; whatever was filled in is not sent along. */
export const CANCEL = 'form.cancel';

/** "Annuleer" on a form that was opened from somewhere. */
export const cancelButton = (back?: WayBack): NoticeAction => ({
  verb: CANCEL,
  title: 'Annuleer',
  data: back ? { back } : {},
});

/** Where a tap on "Annuleer" leads at once; undefined for any other tap. */
export function straightBack(verb: string, payload: unknown): WayBack | undefined {
  const { data } = verb === CANCEL ? cancelSchema.safeParse(payload ?? {}) : {};
  return data?.back?.straight && data.back.verb !== CANCEL ? data.back : undefined;
}

/** The answer to "Annuleer", with the way back, or help for who typed to get there. */
export function cancelled({ back }: z.infer<typeof cancelSchema>): Message {
  const way = back
    ? { verb: back.verb, data: back.data, title: 'Terug' }
    : { verb: 'help.say', title: 'Help', data: { text: 'help' } };
  return notice(
    'kompas',
    'Niets veranderd',
    'Wat je net invulde, is niet bewaard. Wat er al stond, is er nog.',
    [way],
  );
}
