import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { chatWith } from '../../../people/person.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import { isOpen, type Report } from './gaps.ts';
import { inShort, openButton, type ReportTools } from './reports.ts';

/** In the morning, before who keeps the register begins with something else. */
const MORNING = ['08:30', '12:00'] as const;
const MOST_TOLD = 5;

/**
 * Tells the administrators who are at work on a working morning of all that was reported before that day and that none of them
 * was told of: one message for all of it, once a day. Where nobody could be told, it is new the next morning again.
 */
export const reportsJob = ({ store, gaps }: ReportTools): Job => ({
  name: 'mandate-reports',
  when: { hours: MORNING, workdays: true },
  run: ({ now, settings, everybody, once, send }) => {
    const date = today(now);
    const day = date.toString();
    return once({ what: 'mandate-reports', about: 'all', period: day }, async () => {
      const fresh = (await gaps.all()).filter(
        (one) => isOpen(one) && one.told === undefined && one.first < day,
      );
      if (fresh.length === 0) return;
      const [{ lookup }, people, { municipality }] = await Promise.all([
        store.current(),
        everybody(),
        settings(),
      ]);
      const closures = new Set(municipality.closures);
      const chats = colleaguesOf(people, municipality.closures)
        .keepers.filter((person) => worksOn(person, date, closures))
        .flatMap((person) => chatWith(person) ?? []);
      if (chats.length === 0) return;
      const outcomes = await Promise.all(chats.map((chat) => send(chat, freshCard(fresh, lookup))));
      if (outcomes.every(mayWorkLater))
        throw new Error('no administrator could be told of what was reported');
      if (!outcomes.some(({ kind }) => kind === 'sent')) return;
      for (const { ref } of fresh) await gaps.told(ref, day);
    });
  },
});

function freshCard(fresh: readonly Report[], lookup: Lookup): Message {
  const title =
    fresh.length === 1
      ? 'Nieuwe melding over het register'
      : `${fresh.length} nieuwe meldingen over het register`;
  const more = fresh.length - MOST_TOLD;
  const [first] = fresh;
  return noticeCard({
    kind: 'mandate',
    text: `${title}.`,
    title,
    lines: [
      ...fresh.slice(0, MOST_TOLD).map((report) => inShort(report, lookup)),
      ...(more > 0 ? [`En nog ${more} andere.`] : []),
    ],
    small: 'Je vindt ze ook bij “van mij”.',
    actions: [
      fresh.length === 1 && first
        ? openButton(first)
        : { verb: 'mandates.reports', title: 'Bekijk', data: {} },
    ],
  });
}
