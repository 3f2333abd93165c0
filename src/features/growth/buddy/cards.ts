import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import { buddyThemeIds, buddyThemes } from '../content/buddy-themes.ts';
import type { Offer, Wish } from './buddy.ts';
import { wishWords } from './rules.ts';

/** So many people whose buddy somebody is stand on one card; nobody has more in practice. */
const MOST = 10;

const seenByAsker =
  'Kompas vraagt één collega die past. Die leest je naam en wat je koos. Zegt die ja, dan weten jullie het van elkaar. Verder ziet niemand het.';
const seenByBuddy =
  'Alleen jij. Er is geen lijst van buddy’s. Vraagt Kompas jou, dan kies je zelf: ja of nee. Een nee ziet niemand. Kompas bewaart dit 1 jaar.';

const action = (verb: string, title: string, data: object = {}, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});
export const toShow = action('buddy.show', 'Open', {}, 'positive');

/** What typed words get: the same for everybody, since the chat keeps it. */
export const ready: Message = notice(
  'growth',
  'Een buddy is een collega die met je meedenkt',
  'Je kunt er een zoeken, en je kunt er zelf een zijn.',
  [toShow],
);

/** Somebody with whom who taps has to do, by name; `asker` is the directory id of who asked. */
interface With {
  asker: string;
  name: string;
  wish: Wish;
  day: string;
}

/** All there is of buddies for one person. */
export interface BuddyView {
  /** Their own question while it waits, or their own buddy. */
  waiting?: { wish: Wish; day: string };
  mine?: With;
  /** Whose buddy they are, and who asks them to be. */
  of: readonly With[];
  asked: readonly With[];
  offer?: Offer;
}

const end = (asker: string) => action('buddy.end', 'Stop hiermee', { asker });

/** The answers to a question, each in one tap and without a reason. */
const answers = ({ asker, day }: Pick<With, 'asker' | 'day'>) => [
  action('buddy.yes', 'Ja', { asker, day }),
  action('buddy.no', 'Nee', { asker, day }),
];

/** Buddies as one person has them. `done`: what was just done, in our words. */
export function buddyCard({ waiting, mine, of, asked, offer }: BuddyView, done = ''): Message {
  const hasNone = !waiting && !mine;
  const line = ({ name, wish, day }: With) => ({
    text: name,
    detail: `${wishWords(wish)} · ${dutchDay(day)}`,
  });
  return detailCard({
    kind: 'growth',
    text: 'Buddy’s.',
    title: 'Buddy',
    note: [
      done,
      waiting
        ? 'Kompas vroeg een collega die past. Je hoort het als die ja zegt. Anders kun je na 14 dagen opnieuw vragen.'
        : '',
      hasNone && !done ? 'Een buddy denkt met je mee, of laat je iets zien.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    facts: [
      { title: 'Je vraag', value: waiting ? `${wishWords(waiting.wish)} (${dutchDay(waiting.day)})` : '' },
      {
        title: 'Je wilt helpen met',
        value: offer ? [...offer.themes.map((id) => buddyThemes[id]), ...offer.roles].join(', ') : '',
      },
    ].filter(({ value }) => value !== ''),
    sections: [
      { title: 'Je buddy', lines: mine ? [{ ...line(mine), actions: [end(mine.asker)] }] : [] },
      {
        title: 'Wil je hun buddy zijn?',
        lines: asked.slice(0, MOST).map((one) => ({ ...line(one), actions: answers(one) })),
      },
      {
        title: 'Jij bent buddy van',
        lines: of.slice(0, MOST).map((one) => ({ ...line(one), actions: [end(one.asker)] })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...(hasNone ? [action('buddy.seek', 'Zoek een buddy', {}, 'positive')] : []),
      ...(waiting ? [action('buddy.withdraw', 'Trek je vraag in')] : []),
      action('buddy.offer', offer ? 'Wijzig waarmee je helpt' : 'Ik wil buddy zijn'),
      ...(offer ? [action('buddy.stop', 'Stop als buddy')] : []),
    ],
  });
}

const back = { verb: 'buddy.show', data: {}, straight: true } as const;
const themeChoices = buddyThemeIds.map((id) => ({ value: id, title: buddyThemes[id] }));
const none = { value: 'geen', title: 'Maakt niet uit' };
const roleChoices = ibroRoles.map((role) => ({ value: role, title: role }));

/** With what somebody wants help. */
export const seekForm = (sent: FormValues = {}, problems: readonly string[] = []): Message =>
  formCard({
    kind: 'growth',
    title: 'Waarbij zoek je een buddy?',
    lead: 'Kies een thema, een rol, of allebei. Kompas zoekt iemand met wie je een werkdag deelt.',
    problems,
    fields: [
      { id: 'theme', kind: 'one', label: 'Thema', value: sent.theme, choices: [...themeChoices, none] },
      { id: 'role', kind: 'one', label: 'Rol', value: sent.role, choices: [...roleChoices, none] },
    ],
    submit: { verb: 'buddy.ask', title: 'Vraag het', data: {} },
    seenBy: `${seenByAsker} Kompas bewaart dit 1 jaar, of tot een van jullie stopt.`,
    back,
  });

/** With what somebody wants to help. */
export const offerForm = (
  offer: Offer | undefined,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    title: 'Waarmee wil je helpen?',
    lead: 'Kies wat je goed kunt, of waar je graag over meedenkt.',
    problems,
    fields: [
      {
        id: 'themes',
        kind: 'many',
        label: 'Thema’s',
        value: sent?.themes ?? offer?.themes.join(','),
        choices: themeChoices,
      },
      {
        id: 'roles',
        kind: 'many',
        label: 'Rollen',
        value: sent?.roles ?? offer?.roles.join(','),
        choices: roleChoices,
      },
    ],
    submit: { verb: 'buddy.save-offer', title: 'Bewaar', data: {} },
    seenBy: seenByBuddy,
    back,
  });

/** Nobody fits. It does not tell who wants to be a buddy. */
export const nobodyCard: Message = notice(
  'growth',
  'Er is nu niemand die past',
  'Probeer een ander thema of een andere rol, hooguit drie keer per dag. Vraag het anders over een paar weken nog eens.',
  [action('buddy.seek', 'Zoek opnieuw'), action('buddy.show', 'Terug')],
);

/** The question, as the one who is asked gets it. */
export const askedCard = (name: string, wish: Wish, asker: string, day: string): Message =>
  noticeCard({
    kind: 'growth',
    text: 'Een collega zoekt een buddy.',
    title: 'Een collega zoekt een buddy',
    body: 'Wil jij dat zijn? Een reden hoef je niet te geven. Niets doen mag ook.',
    lines: [`Van: ${name}`, `Waarover: ${wishWords(wish)}`],
    actions: answers({ asker, day }),
    seenBy:
      'Zeg je ja, dan leest je collega jouw naam. Een nee ziet niemand: het lijkt dan alsof je niets antwoordde.',
  });

/** The good news for who asked. The name is behind the button. */
export const pairedCard: Message = notice(
  'growth',
  'Je hebt een buddy',
  'Een collega wil je buddy zijn. Spreek samen een eerste moment af.',
  [toShow],
);

/** What was asked waits no more: taken back, too long ago, or answered already. */
export const tooLate: Message = notice('growth', 'Deze vraag is er niet meer', 'Je hoeft niets te doen.', [
  toShow,
]);

export const declinedCard: Message = notice('growth', 'Goed', 'Je hoeft verder niets te doen.', [toShow]);
