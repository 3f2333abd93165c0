import type { Message } from '../../src/conversation/message.ts';
import {
  answeredNews,
  commentsOffer,
  conversationGone,
  type Listed,
  listCard,
  namedCard,
  nothingForYou,
  notYours,
  onlyLead,
  repliedNews,
  repliesOffer,
} from '../../src/features/team/comments/cards.ts';
import { openConversation } from '../../src/features/team/comments/conversation.ts';
import {
  type ConversationView,
  closedWords,
  closeForm,
  mineCard,
  replyForm,
  sentWords,
  tooLong,
} from '../../src/features/team/comments/conversation-cards.ts';
import { nastyName, nastyText } from './nasty.ts';
import { day, group } from './team-samples.ts';

const said: ConversationView['said'] = [
  { from: 'lead', day: '2026-11-17', text: 'Welke twee ploegen zijn dat? Ik wil het graag oplossen.' },
  { from: 'writer', day: '2026-11-18', text: 'Noord en Zuid, elke dinsdag.' },
  { from: 'lead', day: '2026-11-19', text: 'Dank je. Ik bespreek het met beide ploegen.' },
];
const talk: ConversationView = {
  side: 'lead',
  team: group.key,
  name: group.name,
  period: '2026-W46',
  said,
  day,
  text: 'Twee ploegen wachten op elkaar.',
  data: { team: group.key, id: 'x'.repeat(22) },
};
const own: ConversationView = { ...talk, side: 'writer', data: { team: group.key, period: talk.period } };
const longTalk: Pick<ConversationView, 'said' | 'text' | 'name'> = {
  text: nastyText,
  name: nastyName,
  said: Array.from({ length: 12 }, (_, n) => ({
    from: n % 2 === 0 ? 'lead' : 'writer',
    day: '2026-11-17',
    text: nastyText,
  })),
};

/** The cards of what a team shared, and of talks with a writer without name. */
export function commentSamples(): Record<string, Message> {
  const about = (period: string, text: string, so: ConversationView['said'] = []): Listed => ({
    period,
    text,
    conversation: { id: 'x'.repeat(22), said: so },
  });
  const list = [
    about('2026-W47', 'Het overleg van maandag duurt te lang.'),
    about('2026-W47', 'Twee ploegen wachten op elkaar.', said.slice(0, 2)),
    about('2026-W46', 'De nieuwe lijst werkt prettig.', [...said, { from: 'writer', day: '2026-11-19' }]),
  ];
  const options = { team: group.key, name: group.name, hidden: [], page: 0, leads: true, day };
  const nastyList = Array.from({ length: 9 }, () => about('2026-W47', nastyText, said));
  const namedList = [
    {
      period: '2026-W47',
      text: 'Ik wil graag naar de cursus.',
      name: 'Amira Sol',
      chat: 'https://a.example',
    },
    { period: '2026-W46', text: 'Ik werk hier graag.' },
  ];
  return {
    'comments-for-the-manager': listCard(list, options),
    'comments-for-a-member': listCard(
      list.map(({ period, text }) => ({ period, text })),
      { ...options, hidden: ['2026-W44', '2026-W45'], leads: false },
    ),
    'comments-none': listCard([], { ...options, leads: false }),
    'comments-long': listCard(nastyList, { ...options, name: nastyName, page: 1 }),
    'comments-named': namedCard(namedList, options),
    'comments-named-none': namedCard([], options),
    'comments-named-long': namedCard(
      Array.from({ length: 9 }, () => ({
        ...namedList[0],
        period: '2026-W47',
        text: nastyText,
        name: nastyName,
      })),
      { ...options, page: 1 },
    ),
    'comments-offer': commentsOffer([group]),
    'comments-offer-many': commentsOffer(
      Array.from({ length: 8 }, (_, n) => ({ key: `t${n}`, name: n === 0 ? nastyName : `Team ${n}` })),
    ),
    'talk-begin': openConversation({ ...talk, said: [] }, 0),
    'talk-lead': openConversation(talk, 0, sentWords(talk)),
    'talk-writer': openConversation(own, 0),
    'talk-closed': openConversation(
      { ...own, text: undefined, said: [...said, { from: 'lead', day: '2026-11-20' }] },
      0,
    ),
    'talk-closed-today': openConversation(
      { ...talk, said: [...said, { from: 'lead', day }] },
      0,
      closedWords(talk),
    ),
    'talk-long': openConversation({ ...talk, ...longTalk }, 1),
    'talk-write-lead': replyForm(talk),
    'talk-write-writer': replyForm(own),
    'talk-write-nobody-leads': replyForm({ ...own, leaderless: true }),
    'talk-sent-nobody-leads': openConversation(own, 0, sentWords({ ...own, leaderless: true })),
    'talk-write-too-long': replyForm({ ...talk, text: nastyText }, nastyText, [tooLong]),
    'talk-close': closeForm(own),
    'talk-gone': conversationGone,
    'replies-list': mineCard(
      [
        { ...own, said: [] },
        { ...own, name: nastyName, text: nastyText },
        { ...own, text: undefined, said: [{ from: 'lead', day: '2026-11-20' }] },
      ],
      0,
    ),
    'replies-news': repliedNews,
    'replies-offer': repliesOffer,
    'replies-nothing': nothingForYou,
    'replies-answered': answeredNews(group.key, nastyName),
    'comments-not-yours': notYours,
    'comments-only-lead': onlyLead,
  };
}
