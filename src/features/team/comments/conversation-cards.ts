import { notice } from '../../../conversation/cards/notice.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf } from '../../../conversation/paging.ts';
import { dutchCount } from '../../../language/lengths.ts';
import { underCode } from '../../../people/under-code.ts';
import { type Hindrance, isClosed, LONGEST_REPLY, type Reply, readBy, type Side } from './rules.ts';
import { COMMENTS_A_PAGE, commentsCard, GONE, week } from './shape.ts';

/** This many texts of 1,000 characters keep a card well under the size that Teams takes. */
const SAID_A_PAGE = 3;

/** A conversation as one side sees it: its verbs, and what its buttons carry. */
export interface ConversationView {
  side: Side;
  team: string;
  name: string;
  period: string;
  /** The comment; missing when it is no longer kept. */
  text?: string;
  said: readonly Reply[];
  day: string;
  /** For a writer who says something: nobody leads the team now. */
  leaderless?: boolean;
  /** What the buttons of this side carry to find the conversation again. */
  data: object;
}

const verbs = {
  lead: { open: 'comments.talk', write: 'comments.write', send: 'comments.send', close: 'comments.close' },
  writer: { open: 'replies.open', write: 'replies.write', send: 'replies.send', close: 'replies.close' },
} as const;

const whoSaid = (side: Side, from: Side) =>
  side === from && side === 'writer' ? 'Jij' : from === 'lead' ? 'Leidinggevende' : 'De schrijver';

const backOf = ({ side, team }: Pick<ConversationView, 'side' | 'team'>): NoticeAction =>
  side === 'lead'
    ? { verb: 'comments.open', title: 'Terug', data: { team, page: 0 } }
    : { verb: 'replies.mine', title: 'Terug', data: {} };

/** A conversation, newest page first. `may` tells whether this side may write. */
export function conversationCard(view: ConversationView, page: number, may: boolean, news = ''): Message {
  const { side, name, period, text = GONE, data } = view;
  const read = readBy(side, view.said, view.day);
  const closed = isClosed(read);
  // The other side learns of it tomorrow.
  const closedToday = isClosed(read.filter((one) => one.from === side && one.day === view.day));
  // Pages are counted from the end: what was said last is what somebody comes for.
  const pages = pageOf(read.toReversed(), page, SAID_A_PAGE);
  const said = pages.items.toReversed();
  const turn = (title: string, to: number) => ({
    verb: verbs[side].open,
    title,
    data: { ...data, page: to },
  });
  return commentsCard({
    text: 'Een gesprek zonder naam.',
    title: closed ? 'Gesprek zonder naam (gesloten)' : 'Gesprek zonder naam',
    place: `${week(period)} · ${name}`,
    notes: [
      ...(news ? [news] : []),
      closed
        ? `Het gesprek is gesloten. ${closedToday ? 'Wat de ander vandaag nog schrijft, lees je nog.' : 'Niemand kan nog iets schrijven.'}`
        : side === 'lead'
          ? 'Je weet niet wie dit schreef. Vraag daar ook niet naar.'
          : 'Schrijf wat je kwijt wilt. Wie je manier van schrijven kent, kan je herkennen.',
    ],
    sections: [
      {
        title: side === 'writer' ? 'Dit deelde jij' : 'Dit is gedeeld',
        lines: [{ text }],
      },
      ...(said.length > 0
        ? [
            {
              title: pages.last > 0 ? 'Een deel van het gesprek' : 'Het gesprek',
              lines: said.map((one) => ({
                who: whoSaid(side, one.from),
                text: one.text ?? 'Sloot het gesprek.',
              })),
            },
          ]
        : []),
    ],
    actions: [
      ...(may ? [{ verb: verbs[side].write, title: said.length > 0 ? 'Antwoord' : 'Reageer', data }] : []),
      ...(read.length > 0 && !closed
        ? [{ verb: verbs[side].close, title: 'Sluit het gesprek', data: { ...data, sure: false } }]
        : []),
      ...(pages.page < pages.last ? [turn('Eerder', pages.page + 1)] : []),
      ...(pages.page > 0 ? [turn('Later', pages.page - 1)] : []),
      backOf(view),
    ],
  });
}

/** For a writer: who reads it, and when. */
const readerWords = ({ leaderless }: ConversationView, it: 'het' | 'dit'): string =>
  leaderless
    ? `Nu leidt niemand dit team. Krijgt het weer een leidinggevende, dan leest die ${it} op zijn vroegst morgen.`
    : `Wie het team leidt, leest ${it} op zijn vroegst morgen.`;

/** The form for a reply. `typed` is what stood in it when something was wrong. */
export function replyForm(view: ConversationView, typed = '', problems: readonly string[] = []): Message {
  const { side, data, text } = view;
  return formCard({
    kind: 'comment',
    title: side === 'lead' ? 'Reageer op de schrijver' : 'Antwoord zonder naam',
    lead:
      side === 'lead' ? 'Je weet niet wie het schreef. Vraag daar ook niet naar.' : readerWords(view, 'dit'),
    about: text ?? GONE,
    problems,
    fields: [
      {
        kind: 'long',
        id: 'text',
        label: 'Je tekst',
        value: typed,
        hint: `Hooguit ${dutchCount(LONGEST_REPLY)} tekens`,
        required: true,
      },
    ],
    submit: { verb: verbs[side].send, title: 'Verstuur', data },
    seenBy:
      side === 'lead'
        ? 'De schrijver, en wie dit team na jou leidt. Het blijft bewaard tot 12 weken na het laatste bericht.'
        : `Wie je team leidt, en wie dat later doet. Zij zien je naam niet, wel je manier van schrijven. Ze lezen het op zijn vroegst morgen: dan verraadt het moment niet wie je bent. Het blijft bewaard tot 12 weken na het laatste bericht.\n${underCode()}`,
    back: { verb: verbs[side].open, data: { ...data, page: 0 } },
  });
}

export const tooLong = `Je tekst is te lang. Hieronder staan de eerste ${dutchCount(LONGEST_REPLY)} tekens. Er is nog niets verstuurd.`;
/** Somebody counted on it that nobody asks (trust:comments-stay-the-writers). */
export const asksWho =
  'Je vraagt wie de toelichting schreef. Vraag daar niet naar: wie zonder naam schrijft, rekent daarop. Haal die vraag weg, en verstuur je tekst opnieuw. Er is nog niets verstuurd.';
export const nothingTyped = 'Je hebt nog niets getypt.';

/** What somebody reads who said something. */
export const sentWords = (view: ConversationView): string =>
  view.side === 'lead'
    ? 'Je reactie is bewaard. Iedereen in het team krijgt op de volgende werkdag hetzelfde bericht. Je reactie staat daar niet in.'
    : `Je antwoord is bewaard. ${readerWords(view, 'het')}`;

/** Asks once more before a conversation is closed. */
export function closeForm({ side, data }: ConversationView): Message {
  return notice(
    'comment',
    'Wil je het gesprek sluiten?',
    'Daarna kun je niets meer schrijven. De ander kan vandaag nog wel iets schrijven. Lezen kunnen jullie het gesprek tot 12 weken na het laatste bericht.',
    [
      { verb: verbs[side].close, title: 'Ja, sluit het', data: { ...data, sure: true } },
      { verb: verbs[side].open, title: 'Nee, terug', data: { ...data, page: 0 } },
    ],
  );
}

/** What somebody reads who closed a conversation. */
export const closedWords = ({ side, leaderless }: ConversationView): string =>
  side === 'lead' || leaderless
    ? 'Je hebt het gesprek gesloten.'
    : 'Je hebt het gesprek gesloten. Wie het team leidt, ziet dat op zijn vroegst morgen.';

export const hindranceWords: Record<Exclude<Hindrance, 'nothing-yet'>, string> = {
  closed: 'Je tekst is niet verstuurd, want het gesprek is gesloten.',
  full: 'Je tekst is niet verstuurd: dit gesprek is te lang. Praat liever met elkaar.',
};

/** Several conversations of one writer. */
export function mineCard(
  list: readonly Pick<ConversationView, 'team' | 'name' | 'period' | 'text' | 'said' | 'day'>[],
  start: number,
): Message {
  const shown = pageOf(list, start, COMMENTS_A_PAGE);
  return commentsCard({
    text: 'Jouw gesprekken zonder naam.',
    title: 'Reacties op wat jij deelde',
    place: 'zonder naam',
    sections: shown.items.map(({ team, name, period, text = GONE, said, day }) => ({
      title: week(period),
      lines: [
        {
          text,
          detail: `${name}${isClosed(readBy('writer', said, day)) ? ' · gesloten' : ''}`,
          actions: [{ verb: 'replies.open', title: 'Open het gesprek', data: { team, period, page: 0 } }],
        },
      ],
    })),
    actions: pageButtons(shown, 'replies.mine', (page) => ({ page })),
  });
}
