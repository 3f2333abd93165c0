import { weekOf } from '../../../calendar/weeks.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf } from '../../../conversation/paging.ts';
import { inRow } from '../cards/words.ts';
import { placeData } from '../groups/place.ts';
import { isClosed, type Reply, readBy } from './rules.ts';
import { COMMENTS_A_PAGE, type CommentLine, commentsCard, GONE, week } from './shape.ts';

/** When what is shared this week can be read: the same whatever anybody shared, so that it tells nothing (trust:no-trace). */
const LATER = 'Wat iemand deze week deelt, staat hier pas als de check-in sluit: vrijdag om 15.00 uur.';

/** A comment in the list. */
export interface Listed {
  period: string;
  text?: string;
  /** For who leads the team: the conversation about it. */
  conversation?: { id: string; said: readonly Reply[] };
}

/** What became of a conversation, for who leads the team. */
function repliedWords(said: readonly Reply[]): string {
  if (said.length === 0) return '';
  if (isClosed(said)) return 'Gesprek gesloten';
  return said.at(-1)?.from === 'writer' ? 'De schrijver antwoordde' : 'Er is gereageerd';
}

const byWeek = <T extends { period: string }>(items: readonly T[], line: (item: T) => CommentLine) =>
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
  const shown = pageOf(all, options.page, COMMENTS_A_PAGE);
  const weeks = hidden.map((period) => `${weekOf(period)}`);
  return commentsCard({
    text: 'Dit deelde je team zonder naam.',
    title: 'Wat is er gedeeld?',
    place: name,
    notes: [
      all.length > 0
        ? 'Zonder naam, en per week door elkaar.'
        : 'In de weken die ik mag laten zien, deelde niemand iets zonder naam.',
      LATER,
      ...(weeks.length > 0
        ? [
            `Van week ${inRow(weeks)} laat ik niets zien. Toen deden minder dan 6 collega’s mee. Dan zou iemand te herkennen zijn.`,
          ]
        : []),
    ],
    sections: byWeek(shown.items, ({ text = GONE, conversation }) => {
      const said = conversation ? readBy('lead', conversation.said, day) : [];
      return {
        text,
        detail: repliedWords(said),
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
      ...pageButtons(shown, 'comments.open', (page) => ({ team, page })),
      ...(leads ? [{ verb: 'comments.named', title: 'Met naam gedeeld', data: { team, page: 0 } }] : []),
      { verb: 'replies.mine', title: 'Schreef jij er een?', data: {} },
      { verb: 'team.open', title: 'Terug', data: placeData({ kind: 'team', key: team }) },
    ],
  });
}

/** A comment with name. `name` is missing when the writer no longer works here. */
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
  const shown = pageOf(all, options.page, COMMENTS_A_PAGE);
  return commentsCard({
    text: 'Dit deelde je team met naam.',
    title: 'Met naam gedeeld',
    place: name,
    notes: [...(all.length > 0 ? [] : ['Uit de afgelopen 12 weken staat hier niets met naam.']), LATER],
    sections: byWeek(shown.items, (one) => ({
      who: one.name ?? 'Iemand die hier niet meer werkt',
      text: one.text,
      chat: one.chat,
    })),
    actions: [
      ...pageButtons(shown, 'comments.named', (page) => ({ team, page })),
      { verb: 'comments.open', title: 'Terug', data: { team, page: 0 } },
    ],
  });
}

const look: NoticeAction = { verb: 'replies.mine', title: 'Kijk of het voor jou is', data: {} };

/** Everybody in the team gets this, whoever wrote the comment, since it stays in their chats. */
export const repliedNews: Message = notice(
  'comment',
  'Er is een reactie op iets wat zonder naam is gedeeld',
  'Iedereen in je team krijgt dit bericht. Schreef jij het? Tik op de knop. Dan lees je de reactie. Later kan het ook: typ “reacties”.',
  [look],
);

/** The answer to typed `reacties`: the same for everybody. */
export const repliesOffer: Message = notice(
  'comment',
  'Reacties op wat jij deelde',
  'Deelde je iets zonder naam en is erop gereageerd? Tik op de knop. Dan lees je de reactie.',
  [look],
);

export const nothingForYou: Message = notice(
  'comment',
  'Er is niets voor jou',
  'Dit is voor wie iets zonder naam deelde en een reactie kreeg. Deelde jij iets? Dan is er nog geen reactie.',
  [{ verb: 'help.say', title: 'Wat is er gedeeld?', data: { text: 'wat is er gedeeld' } }],
);

/** For who leads the team, at least a day after the writer answered. The name of the team is user data. */
export function answeredNews(team: string, name: string): Message {
  return noticeCard({
    kind: 'comment',
    text: 'Een schrijver antwoordde op je reactie.',
    title: 'Een schrijver antwoordde op je reactie',
    place: name,
    actions: [{ verb: 'comments.open', title: 'Bekijk', data: { team, page: 0 } }],
  });
}

/** Teams shows six buttons in a row. */
const MOST_BUTTONS = 6;

/** Said by name, of a team that somebody leads. */
const named = (team: string, title: string): NoticeAction => ({
  verb: 'comments.named',
  title,
  data: { team, page: 0 },
});

/**
 * The answer to typed `toelichtingen`: it stays in the chat, so it holds nothing that was shared. Who leads their only team
 * finds what was shared with a name as well.
 */
export function commentsOffer(
  teams: readonly { key: string; name: string }[],
  led: readonly { key: string }[] = [],
): Message {
  const shown = teams.slice(0, MOST_BUTTONS);
  const [only] = shown;
  const isLed = shown.length === 1 && led.some(({ key }) => key === only?.key);
  return notice(
    'comment',
    'Wat is er gedeeld?',
    `${
      shown.length > 1
        ? 'Kies een team. Dan lees je wat dat team zonder naam deelde.'
        : isLed
          ? 'Lees wat je team zonder naam deelde, of wat iemand met naam met jou deelde.'
          : 'Tik op de knop. Dan lees je wat je team zonder naam deelde.'
    }${teams.length > shown.length ? ' Andere teams open je met “team”.' : ''}`,
    [
      ...shown.map(({ key, name }) => ({
        verb: 'comments.open',
        title: shown.length > 1 ? name : isLed ? 'Zonder naam gedeeld' : 'Bekijk',
        data: { team: key, page: 0 },
      })),
      ...(isLed && only ? [named(only.key, 'Met naam gedeeld')] : []),
    ],
  );
}

/**
 * Where who leads finds what people shared with them by name. The same whoever shared what: what somebody did not share
 * is told of nobody.
 */
export function namedOffer(led: readonly { key: string; name: string }[]): Message {
  const shown = led.slice(0, MOST_BUTTONS);
  return notice(
    'comment',
    'Wat iemand met naam met jou deelt',
    `${shown.length > 1 ? 'Kies een team.' : 'Tik op de knop.'} ${LATER}`,
    shown.map(({ key, name }) => named(key, shown.length > 1 ? name : 'Met naam gedeeld')),
  );
}

export const conversationGone: Message = notice(
  'comment',
  'Dit gesprek is er niet meer',
  'Wat er stond, is gewist of te oud. Er is niets verstuurd.',
);
export const notYours: Message = notice(
  'comment',
  'Dit is niet voor jou',
  'Wat een team deelt, lezen alleen dat team zelf en wie het leidt.',
);
export const onlyLead: Message = notice(
  'comment',
  'Dit is niet voor jou',
  'Alleen wie het team leidt, kan dit openen. Er is niets veranderd.',
);
