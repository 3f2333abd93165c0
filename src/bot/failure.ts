import { randomBytes } from 'node:crypto';
import { noticeCard } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';

const BODY =
  'Wat je nu deed, is misschien niet bewaard. Wat er al stond, is er nog. Probeer het over een minuut nog eens.';

/** A short reference that a person can read to somebody and that stands in the log. */
export function newReference(): string {
  return randomBytes(3).toString('hex').toUpperCase();
}

/** What somebody reads whose turn failed, in words alone. A turn that may leave no trace has no reference. */
export const failedInWords = (reference?: string): string =>
  `Dit lukte niet. ${BODY}${reference ? ` Code: ${reference}.` : ''}`;

/** The same on a card, with a button that tries again where that makes sense. */
export function failure(reference: string | undefined, retry?: { verb: string; data: object }): Message {
  const actions = retry ? [{ verb: retry.verb, title: 'Probeer opnieuw', data: retry.data }] : [];
  return noticeCard({
    text: failedInWords(reference),
    kind: 'kompas',
    title: 'Dit lukte niet',
    body: BODY,
    ...(reference ? { small: `Code voor de beheerder: ${reference}` } : {}),
    actions,
  });
}
