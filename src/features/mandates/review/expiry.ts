import { Temporal } from 'temporal-polyfill';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job, JobContext } from '../../../delivery/jobs.ts';
import { chatWith } from '../../../people/person.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import { subjectOf } from '../vocabulary/wording.ts';

/** So many days before its last day somebody is told that an entry ends. */
export const NOTICE_DAYS = 30;
/** People are written to within these hours, when they are at work. */
const HOURS = ['09:00', '17:00'] as const;

/** Entries that hold on a day and end within thirty days of it, that day included. */
export function endingSoon(lookup: Lookup, day: string): RegisterEntry[] {
  const limit = Temporal.PlainDate.from(day).add({ days: NOTICE_DAYS }).toString();
  return lookup.register.entries.filter(
    (entry) => isValidOn(entry, day) && entry.until !== undefined && entry.until <= limit,
  );
}

function noticeOf(entry: RegisterEntry, lookup: Lookup): Message {
  const place = lookup.placeName(entry.area);
  return noticeCard({
    kind: 'mandate',
    text: 'Een mandaat op jouw naam loopt binnenkort af.',
    title: 'Een mandaat op jouw naam loopt af',
    lines: [
      `Het gaat om ${entry.id}: ${subjectOf(entry)} in ${place}.`,
      `De laatste dag is ${dutchDay(entry.until ?? entry.from)}. Daarna mag je dit niet meer.`,
    ],
    small: 'Moet het doorlopen? Vraag het op tijd aan de mandaatbeheerder.',
    actions: [
      { verb: 'help.say', title: 'Mijn mandaten', data: { text: 'mijn mandaten' } },
      { verb: 'help.say', title: 'Mandaatbeheerder', data: { text: 'wie is mandaatbeheerder' } },
    ],
  });
}

/**
 * Tells each holder once that an entry ends within thirty days; on working days during office hours. Repeating it is
 * harmless. Costs one point read while nothing ends.
 */
export function endingsJob(store: Pick<MandateStore, 'current'>): Job {
  return {
    name: 'mandate-endings',
    when: { hours: HOURS, workdays: true },
    run: (context) => tellOfEndings(store, context),
  };
}

async function tellOfEndings(
  store: Pick<MandateStore, 'current'>,
  { now, everybody, once, send }: JobContext,
): Promise<void> {
  const day = today(now).toString();
  const { lookup } = await store.current();
  const ending = endingSoon(lookup, day);
  if (ending.length === 0) return;
  const colleagues = colleaguesOf(await everybody(), []);
  for (const entry of ending) {
    const addresses = lookup
      .holders(entry, day)
      .flatMap((name) => colleagues.find(name) ?? [])
      .flatMap((person) => chatWith(person) ?? []);
    if (addresses.length === 0) continue;
    // Named by the entry alone: no row of ours has to say whose mandate it is.
    const name = { what: 'mandate-ends', about: entry.id, period: entry.until ?? '' };
    await once(name, async () => {
      const outcomes = await Promise.all(addresses.map((address) => send(address, noticeOf(entry, lookup))));
      if (outcomes.every(mayWorkLater)) throw new Error('nobody could be told of an entry that ends');
    });
  }
}
