import { dutchDay } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Page, pageButtons, partWords } from '../../../conversation/paging.ts';
import {
  agreementFields,
  handOverIds,
  registrations,
  sources,
  tablesToTalk,
  toHandOver,
} from '../content/securing.ts';
import type { PlanForm } from '../content/step.ts';
import { toPlan } from '../steps/words.ts';
import { ageInWords, agreementsIn, ownedBy } from './rules.ts';
import type { BoardPoint, Securing } from './securing.ts';

export const toSecuring: NoticeAction = { verb: 'securing.show', title: 'Naar de borging', data: {} };
export const toBoard: NoticeAction = { verb: 'board.show', title: 'Naar het verbeterbord', data: {} };

/** What stays, with who works here by directory id. */
export interface SecuringShown {
  securing: Securing;
  form: PlanForm;
  names: ReadonlyMap<string, string>;
}

export const ownerName = ({ securing, names }: SecuringShown, duty: string): string | undefined =>
  names.get(securing.owners.get(duty) ?? '');

const NOT_YET = 'niet vastgelegd';

/** What a municipality keeps of the change. `mayKeep`: who asks may change it; `me`: their directory id in their own chat. */
export function securingCard(shown: SecuringShown, { note = '', mayKeep = false, me = '' } = {}): Message {
  const { securing, form } = shown;
  const { texts, handedOver } = securing.agreements;
  const done = handOverIds.filter((id) => handedOver[id]);
  return rowsCard({
    kind: 'plan',
    place: 'Borging',
    text: `${note ? `${note} ` : ''}Zo blijft wat werkt.`,
    note,
    title: 'Borging',
    lead: 'Zo blijft wat werkt, ook als het project stopt.',
    groups: [
      {
        title: 'Afspraken',
        rows: agreementsIn(form).map((field) => ({
          name: agreementFields[field],
          value: inRow(texts[field] ?? '') || NOT_YET,
          action: mayKeep ? { verb: 'securing.edit', title: 'Wijzig', data: {} } : undefined,
        })),
      },
      {
        title: 'Eigenaren per registratie',
        isVisible: form === 'full',
        rows: registrations.map((one) => ({
          name: one,
          value: `proceseigenaar: ${ownerName(shown, `proces-${one}`) ?? NOT_YET}`,
          detail: `data-eigenaar: ${ownerName(shown, `data-${one}`) ?? NOT_YET}`,
          action: mayKeep
            ? { verb: 'securing.owners', title: 'Wijzig', data: { registration: one } }
            : me !== '' && ownedBy(securing, me).some(({ registration }) => registration === one)
              ? { verb: 'securing.leave', title: 'Haal mij weg', data: { registration: one } }
              : undefined,
        })),
      },
      {
        title: `Overdracht: ${done.length} van ${handOverIds.length} klaar`,
        isVisible: false,
        rows: handOverIds.map((id) => ({
          name: `${handedOver[id] ? '✓' : '○'} ${toHandOver[id]}`,
          value: handedOver[id] ? `klaar op ${dutchDay(handedOver[id])}` : 'nog niet klaar',
        })),
      },
    ],
    actions: [
      ...(mayKeep ? [{ verb: 'securing.handing', title: 'Vink overdracht af', data: {} }] : []),
      toBoard,
      toPlan,
    ],
  });
}

const pointDetail = (shown: SecuringShown, point: BoardPoint, day: string): string =>
  [
    sources[point.source],
    `stap ${point.step}`,
    tablesToTalk[point.table],
    ownerName(shown, `punt-${point.id}`) ?? 'nog van niemand',
    point.done ? `klaar op ${dutchDay(point.done)}` : ageInWords(point.since, day),
    // A name stands beside it: the date alone, and never that it is late.
    !point.done && point.due ? `uiterlijk ${dutchDay(point.due)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

interface BoardOptions {
  note?: string;
  day: string;
  isDone: boolean;
  mayAdd: boolean;
}

/** Points over all teams, the oldest first, with who takes each up and since when it is there. */
export function boardCard(
  shown: SecuringShown,
  page: Page<BoardPoint>,
  { note = '', day, isDone, mayAdd }: BoardOptions,
): Message {
  const none = isDone ? 'Er is nog geen punt klaar.' : 'Er staat niets op het verbeterbord.';
  return listCard({
    kind: 'plan',
    place: ['Verbeterbord', partWords(page)].filter(Boolean).join(' · '),
    text: `${note ? `${note} ` : ''}Het verbeterbord.`,
    title: isDone ? 'Dit is klaar' : 'Wat kan beter?',
    lead: note || (page.items.length === 0 ? none : 'Punten van alle teams, het oudste eerst.'),
    sections:
      page.items.length === 0
        ? []
        : [
            {
              title: '',
              lines: page.items.map((point) => ({
                text: point.text,
                detail: pointDetail(shown, point, day),
                action: { verb: 'board.open', title: 'Open', data: { id: point.id } },
              })),
            },
          ],
    actions: [
      ...(mayAdd && !isDone ? [{ verb: 'board.new', title: 'Voeg een punt toe', data: {} }] : []),
      ...(mayAdd && !isDone ? [{ verb: 'board.pass', title: 'Geef een teampunt door', data: {} }] : []),
      ...pageButtons(page, 'board.show', (to) => ({ page: to, done: isDone })),
      isDone ? toBoard : { verb: 'board.show', title: 'Bekijk wat klaar is', data: { done: true } },
      toSecuring,
    ],
  });
}

/** A point that is gone, or was never there. */
export const noSuchPoint: Message = notice(
  'plan',
  'Dit punt is er niet meer',
  'Een punt blijft 2 jaar staan nadat het klaar is.',
  [toBoard],
);

/** Who taps to change a point that is not theirs. */
export const notYourPoint: Message = notice(
  'plan',
  'Dit punt wijzig jij niet',
  'Dat doet wie het punt oppakt, een leidinggevende, een projectleider, een afdelingshoofd of een beheerder.',
  [toBoard],
);

/** One point in full. */
export function pointCard(
  shown: SecuringShown,
  point: BoardPoint,
  { note = '', day, mayChange }: { note?: string; day: string; mayChange: boolean },
): Message {
  const data = { id: point.id, seen: point.version };
  return listCard({
    kind: 'plan',
    place: 'Verbeterbord',
    text: `${note ? `${note} ` : ''}Een punt van het verbeterbord.`,
    title: 'Een punt van het verbeterbord',
    lead: note,
    sections: [{ title: '', lines: [{ text: point.text, detail: pointDetail(shown, point, day) }] }],
    actions: [
      ...(mayChange && !point.done
        ? [
            { verb: 'board.done', title: 'Gedaan', data, style: 'positive' as const },
            { verb: 'board.edit', title: 'Wijzig', data: { id: point.id } },
          ]
        : []),
      ...(mayChange && point.done ? [{ verb: 'board.undone', title: 'Toch niet gedaan', data }] : []),
      toBoard,
    ],
  });
}

/** Nothing to pass on. */
export const nothingToPass: Message = notice(
  'plan',
  'Er is niets om door te geven',
  'Je geeft open verbeterpunten en signalen door van een team dat jij leidt.',
  [toBoard],
);
