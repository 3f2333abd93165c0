import { detailCard } from '../../conversation/cards/detail.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../conversation/paging.ts';
import { type Waiting, waitingDetail } from '../../conversation/waiting.ts';

/** So many lines stand on a card, each with so many characters of its text. */
const [PAGE, LONGEST_SHOWN] = [10, 200];

const inShort = (text: string) => {
  const characters = [...text];
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…` : text;
};

const nothing = notice('mine', 'Er wacht niets op je', 'Krijg je iets te doen? Dan staat het hier.', [
  { verb: 'help.say', title: 'Bekijk je team', data: { text: 'team' } },
  { verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } },
]);

const isLate = ({ due }: Waiting, day: string) => due !== undefined && due < day;

/** 'één is te laat', '3 zijn te laat'; '' when nothing is. */
function lateWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'één is te laat' : `${count} zijn te laat`;
}

/** What is late first, and what waits for somebody else last; further in the order in which each kind came. */
function inOrder(waiting: readonly Waiting[], day: string): Waiting[] {
  const rank = (some: readonly Waiting[]) =>
    some.some((one) => isLate(one, day)) ? 0 : some.some(({ forOther }) => !forOther) ? 1 : 2;
  return [...Map.groupBy(waiting, ({ kind }) => kind).values()]
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((some) => some.toSorted((a, b) => rank([a]) - rank([b])));
}

/** All that waits for somebody, under a heading for each kind, on an ISO date. */
export function mineCard(waiting: readonly Waiting[], day: string, page: number): Message {
  if (waiting.length === 0) return nothing;
  const shown = pageOf(inOrder(waiting, day), page, PAGE);
  const own = waiting.filter(({ forOther }) => !forOther).length;
  const count = own === 1 ? '1 ding' : `${own} dingen`;
  const others = waiting.length - own;
  const late = lateWords(waiting.filter((one) => isLate(one, day)).length);
  return detailCard({
    kind: 'mine',
    state: late ? { words: late, tone: 'warning' } : undefined,
    text:
      own === 0 ? 'Er wacht niets op je.' : `Er wachten ${count} op je.`.replace('wachten 1 ', 'wacht 1 '),
    title: own === 0 ? 'Er wacht niets op je' : 'Wat er op je wacht',
    place: [own === 0 ? '' : count, others > 0 && own > 0 ? `${others} bij een ander` : '', partWords(shown)]
      .filter(Boolean)
      .join(' · '),
    sections: [...Map.groupBy(shown.items, ({ kind }) => kind)].map(([title, items]) => ({
      title,
      lines: items.map((one) => ({
        text: inShort(one.text),
        detail: waitingDetail(one, day),
        actions: one.actions,
      })),
    })),
    actions: pageButtons(shown, 'mine.list', (next) => ({ page: next })),
  });
}
