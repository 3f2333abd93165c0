import { formCard } from '../../../bot/form.ts';
import { type Message, type NoticeAction, notice } from '../../../bot/turn.ts';
import { weekLabel } from '../../../calendar/weeks.ts';
import { placeData } from '../place.ts';
import { inRow } from '../view/words.ts';
import { type Hindrance, isClosed, LONGEST_REPLY, pageOf, readBy, type Said, type Side } from './rules.ts';

/** So many texts of 1,000 characters leave a card well under what Teams takes. */
const COMMENTS_A_PAGE = 4;
const SAID_A_PAGE = 3;

interface Line {
  who: string;
  text: string;
  detail: string;
  /** A Teams link, or '' for none. */
  chat: string;
  actions: NoticeAction[];
}

interface CommentsCard {
  title: string;
  /** May be user text, such as the name of a team. */
  small: string;
  notes?: readonly string[];
  sections: readonly { title: string; lines: readonly Line[] }[];
  actions: readonly NoticeAction[];
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const week = (period: string): string => upper(weekLabel(period));
const plainLine = (text: string): Line => ({ who: '', text, detail: '', chat: '', actions: [] });

function commentsCard(text: string, { notes = [], ...data }: CommentsCard): Message {
  return { text, card: { template: 'comments', data: { notes, ...data } } };
}

const GONE = 'Deze toelichting is niet meer bewaard.';

/** A comment in the list. */
export interface Listed {
  period: string;
  text?: string;
  /** For who leads the team: the conversation about it. */
  conversation?: { id: string; said: readonly Said[] };
}

/** What became of a conversation, for who leads the team. */
function stateWords(said: readonly Said[]): string {
  if (said.length === 0) return '';
  if (isClosed(said)) return 'Gesprek gesloten';
  return said.at(-1)?.from === 'writer' ? 'De schrijver antwoordde' : 'Er is gereageerd';
}

const byWeek = <T extends { period: string }>(items: readonly T[], line: (item: T) => Line) =>
  [...Map.groupBy(items, ({ period }) => period)].map(([period, list]) => ({
    title: week(period),
    lines: list.map(line),
  }));

interface ListOptions {
  team: string;
  name: string;
  /** Weeks of which nothing may be shown. */
  hidden: readonly string[];
  page: number;
  leads: boolean;
  day: string;
}

/** Comments without name, in the order given. The same for everybody but for the buttons of who leads the team. */
export function listCard(all: readonly Listed[], options: ListOptions): Message {
  const { team, name, hidden, leads, day } = options;
  const { items, page, more } = pageOf(all, options.page, COMMENTS_A_PAGE);
  const turn = (title: string, to: number) => ({ verb: 'comments.open', title, data: { team, page: to } });
  const weeks = hidden.map((period) => `${Number(period.slice(6))}`);
  return commentsCard('Dit deelde je team zonder naam.', {
    title: 'Wat is er gedeeld?',
    small: name,
    notes: [
      all.length > 0
        ? 'Zonder naam, en per week door elkaar.'
        : 'In de weken die ik mag laten zien, deelde niemand iets zonder naam.',
      ...(weeks.length > 0
        ? [
            `Van week ${inRow(weeks)} laat ik niets zien. Toen deden minder dan 6 collega’s mee. Dan zou iemand te herkennen zijn.`,
          ]
        : []),
    ],
    sections: byWeek(items, ({ text = GONE, conversation }) => {
      const said = conversation ? readBy('lead', conversation.said, day) : [];
      return {
        ...plainLine(text),
        detail: stateWords(said),
        actions: conversation
          ? [
              {
                verb: 'comments.talk',
                title: said.length > 0 ? 'Open het gesprek' : 'Reageer',
                data: { team, id: conversation.id, page: 0 },
              },
            ]
          : [],
      };
    }),
    actions: [
      ...(page > 0 ? [turn('Vorige', page - 1)] : []),
      ...(more ? [turn('Meer', page + 1)] : []),
      ...(leads ? [{ verb: 'comments.named', title: 'Met naam gedeeld', data: { team, page: 0 } }] : []),
      { verb: 'replies.mine', title: 'Schreef jij er een?', data: {} },
      { verb: 'team.open', title: 'Terug', data: placeData({ kind: 'team', key: team }) },
    ],
  });
}

/** A comment with name; without a name where the writer works here no more. */
export interface Named {
  period: string;
  text: string;
  name?: string;
  chat?: string;
}

/** Comments with name, for who leads the team. */
export function namedCard(
  all: readonly Named[],
  options: Pick<ListOptions, 'team' | 'name' | 'page'>,
): Message {
  const { team, name } = options;
  const { items, page, more } = pageOf(all, options.page, COMMENTS_A_PAGE);
  const turn = (title: string, to: number) => ({ verb: 'comments.named', title, data: { team, page: to } });
  return commentsCard('Dit deelde je team met naam.', {
    title: 'Met naam gedeeld',
    small: name,
    notes: [
      all.length > 0
        ? 'Alleen wie dit team leidt, leest dit.'
        : 'De afgelopen 12 weken deelde niemand iets met naam.',
    ],
    sections: byWeek(items, (one) => ({
      ...{ who: one.name ?? 'Iemand die hier niet meer werkt', text: one.text, detail: '' },
      ...{ chat: one.chat ?? '', actions: [] },
    })),
    actions: [
      ...(page > 0 ? [turn('Vorige', page - 1)] : []),
      ...(more ? [turn('Meer', page + 1)] : []),
      { verb: 'comments.open', title: 'Terug', data: { team, page: 0 } },
    ],
  });
}

/** A conversation as one side sees it: its verbs, and what its buttons carry. */
export interface Talk {
  side: Side;
  team: string;
  name: string;
  period: string;
  /** The comment; missing when it is no longer kept. */
  text?: string;
  said: readonly Said[];
  day: string;
  /** What the buttons of this side carry to find the conversation again. */
  data: object;
}

const verbs = {
  lead: { open: 'comments.talk', write: 'comments.write', send: 'comments.send', close: 'comments.close' },
  writer: { open: 'replies.open', write: 'replies.write', send: 'replies.send', close: 'replies.close' },
} as const;

const whoSaid = (side: Side, from: Side) =>
  side === from && side === 'writer' ? 'Jij' : from === 'lead' ? 'Leidinggevende' : 'De schrijver';

const backOf = ({ side, team }: Pick<Talk, 'side' | 'team'>): NoticeAction =>
  side === 'lead'
    ? { verb: 'comments.open', title: 'Terug', data: { team, page: 0 } }
    : { verb: 'replies.mine', title: 'Terug', data: {} };

/** A conversation, newest page first. `may` tells whether this side may go on. */
export function talkCard(talk: Talk, page: number, may: boolean, news = ''): Message {
  const { side, name, period, text = GONE, data } = talk;
  const read = readBy(side, talk.said, talk.day);
  const closed = isClosed(read);
  // Pages are counted from the end: what was said last is what somebody comes for.
  const pages = pageOf(read.toReversed(), page, SAID_A_PAGE);
  const said = pages.items.toReversed();
  const turn = (title: string, to: number) => ({
    verb: verbs[side].open,
    title,
    data: { ...data, page: to },
  });
  return commentsCard('Een gesprek zonder naam.', {
    title: closed ? 'Gesprek zonder naam (gesloten)' : 'Gesprek zonder naam',
    small: `${week(period)} · ${name}`,
    notes: [
      ...(news ? [news] : []),
      closed
        ? 'Het gesprek is gesloten. Niemand kan nog iets schrijven.'
        : side === 'lead'
          ? 'Je weet niet wie dit schreef. Vraag daar ook niet naar.'
          : 'Wie je team leidt, ziet niet wie je bent. Je stijl van schrijven kan iemand wel herkennen.',
    ],
    sections: [
      {
        title: side === 'writer' ? 'Dit deelde jij' : 'Dit is gedeeld',
        lines: [plainLine(text)],
      },
      ...(said.length > 0
        ? [
            {
              title: pages.more || pages.page > 0 ? 'Een deel van het gesprek' : 'Het gesprek',
              lines: said.map((one) => ({
                ...plainLine(one.text ?? 'Sloot het gesprek.'),
                who: whoSaid(side, one.from),
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
      ...(pages.more ? [turn('Eerder', pages.page + 1)] : []),
      ...(pages.page > 0 ? [turn('Later', pages.page - 1)] : []),
      backOf(talk),
    ],
  });
}

/** The form for a reply. `typed` is what stood in it when something was wrong. */
export function writeForm(talk: Talk, typed = '', problems: readonly string[] = []): Message {
  const { side, data, text } = talk;
  return formCard({
    title: side === 'lead' ? 'Reageer op de schrijver' : 'Antwoord zonder naam',
    lead:
      side === 'lead'
        ? 'Alleen de schrijver leest dit. Je weet niet wie dat is.'
        : 'Wie het team leidt, leest dit op zijn vroegst morgen. Zo verraadt het moment niet wie je bent.',
    about: text ?? GONE,
    problems,
    fields: [
      {
        ...{ kind: 'long', id: 'text', label: 'Je tekst', value: typed },
        hint: `Hooguit ${LONGEST_REPLY} tekens`,
      },
    ],
    submit: { verb: verbs[side].send, title: 'Verstuur', data },
    actions: [{ verb: verbs[side].open, title: 'Terug', data: { ...data, page: 0 } }],
  });
}

export const tooLong = `Je tekst is te lang. Hieronder staan de eerste ${LONGEST_REPLY} tekens. Er is nog niets verstuurd.`;
export const nothingTyped = 'Je hebt nog niets getypt.';

export const sentWords: Record<Side, string> = {
  lead: 'Je reactie is bewaard. Iedereen in het team krijgt op de volgende werkdag hetzelfde bericht. Alleen de schrijver kan je reactie lezen.',
  writer: 'Je antwoord is bewaard. Wie het team leidt, leest het op zijn vroegst morgen.',
};

/** Asks once more before a conversation is closed. */
export function closeForm({ side, data }: Talk): Message {
  return notice(
    'Wil je het gesprek sluiten?',
    'Daarna kan niemand meer iets schrijven. Jullie kunnen het nog wel lezen, tot 12 weken na het laatste bericht.',
    [
      { verb: verbs[side].close, title: 'Ja, sluit het', data: { ...data, sure: true } },
      { verb: verbs[side].open, title: 'Nee, terug', data: { ...data, page: 0 } },
    ],
  );
}

export const closedWords: Record<Side, string> = {
  lead: 'Je hebt het gesprek gesloten.',
  writer:
    'Je hebt het gesprek gesloten. Wie het team leidt, ziet dat op zijn vroegst morgen. Wat die vandaag nog schrijft, zie je wel.',
};

export const hindranceWords: Record<Exclude<Hindrance, 'nothing-yet'>, string> = {
  closed: 'Je tekst is niet verstuurd, want het gesprek is gesloten.',
  full: 'Je tekst is niet verstuurd: dit gesprek is te lang. Praat liever met elkaar.',
};

/** Several conversations of one writer. */
export function mineCard(
  list: readonly { team: string; name: string; period: string; text?: string; said: readonly Said[] }[],
  start: number,
): Message {
  const { items, page, more } = pageOf(list, start, COMMENTS_A_PAGE);
  const turn = (title: string, to: number) => ({ verb: 'replies.mine', title, data: { page: to } });
  return commentsCard('Jouw gesprekken zonder naam.', {
    title: 'Reacties op wat jij deelde',
    small: 'Alleen jij ziet dit',
    sections: items.map(({ team, name, period, text = GONE, said }) => ({
      title: week(period),
      lines: [
        {
          ...plainLine(text),
          detail: `${name}${isClosed(said) ? ' · gesloten' : ''}`,
          actions: [{ verb: 'replies.open', title: 'Open het gesprek', data: { team, period, page: 0 } }],
        },
      ],
    })),
    actions: [...(page > 0 ? [turn('Vorige', page - 1)] : []), ...(more ? [turn('Meer', page + 1)] : [])],
  });
}

const look: NoticeAction = { verb: 'replies.mine', title: 'Kijk of het voor jou is', data: {} };

/** For everybody in the team, whoever wrote what: it stays in their chats. */
export const repliedNews: Message = notice(
  'Er is een reactie op iets wat zonder naam is gedeeld',
  'Iedereen in je team krijgt dit bericht. Schreef jij het? Dan lees je de reactie met de knop, of later met: reacties.',
  [look],
);

/** The answer to typed `reacties`: the same for everybody. */
export const repliesOffer: Message = notice(
  'Reacties op wat jij deelde',
  'Deelde je iets zonder naam en is erop gereageerd? Dan lees je het met de knop. Het blijft niet in de chat staan.',
  [look],
);

export const nothingForYou: Message = notice(
  'Er is niets voor jou',
  'Dit is voor wie iets zonder naam deelde en een reactie kreeg. Bij jou is dat nu niet zo.',
);

/** For who leads the team, on a later day than the writer's. The name of the team is user data. */
export function answeredNews(team: string, name: string): Message {
  return {
    text: 'Een schrijver antwoordde op je reactie.',
    card: {
      template: 'notice',
      data: {
        title: 'Een schrijver antwoordde op je reactie',
        lines: [name],
        small: 'Wie het is, blijft onbekend.',
        actions: [{ verb: 'comments.open', title: 'Bekijk', data: { team, page: 0 } }],
      },
    },
  };
}

/** Teams shows six buttons in a row. */
const MOST_BUTTONS = 6;

/** The answer to typed `opmerkingen`: it stays in the chat, so it holds nothing that was shared. */
export function commentsOffer(teams: readonly { key: string; name: string }[]): Message {
  const shown = teams.slice(0, MOST_BUTTONS);
  return notice(
    'Wat is er gedeeld?',
    `Je leest met de knop wat je team zonder naam deelde. Het blijft niet in de chat staan.${
      teams.length > shown.length ? ' Andere teams open je met: team.' : ''
    }`,
    shown.map(({ key, name }) => ({
      verb: 'comments.open',
      title: shown.length > 1 ? name : 'Bekijk',
      data: { team: key, page: 0 },
    })),
  );
}

export const goneTalk: Message = notice(
  'Dit gesprek is er niet meer',
  'Wat er stond, is gewist of te oud. Er is niets verstuurd.',
);
export const notYours: Message = notice(
  'Dit is niet voor jou',
  'Wat een team deelt, leest alleen dat team zelf en wie het leidt.',
);
export const onlyLead: Message = notice(
  'Dit is niet voor jou',
  'Alleen wie het team leidt, kan dit openen. Er is niets veranderd.',
);
