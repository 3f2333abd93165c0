import { dutchDay } from '../../../calendar/clock.ts';
import { card, type Filled } from '../../../conversation/cards/card.ts';
import { linksCard } from '../../../conversation/cards/links.ts';
import type { Link, Message, NoticeAction } from '../../../conversation/message.ts';
import { asManyAsFit } from '../../../lib/as-many-as-fit.ts';
import { teamIn } from '../pilot/place.ts';
import type { Called } from './called.ts';
import { type Learning, practiceTexts, sources, stepWords } from './learning.ts';

/** Texts of users stand in `heading`, `text`, `value` and `detail` only. */
interface LearningItem {
  heading?: string;
  text?: string;
  facts?: readonly { title: string; value: string }[];
  detail: string;
  actions?: readonly NoticeAction[];
}

interface LearningsCard {
  text: string;
  title: string;
  /** User text, such as the name of the pilot or the words that were looked for. */
  place?: string;
  note?: string;
  items: readonly LearningItem[];
  actions?: readonly NoticeAction[];
  /** The label of a field for a reason. Without a label there is no field. */
  reason?: string;
  /** Who reads that reason. */
  seenBy?: string;
}

const filled = ({ heading = '', text = '', facts = [], detail, actions = [] }: LearningItem) => ({
  heading,
  text,
  facts,
  detail,
  actions,
});

/** Learning points or practice that is shared, with what can be done with each. */
export function learningsCard({
  text,
  title,
  place,
  note = '',
  items,
  actions = [],
  reason = '',
  seenBy = '',
}: LearningsCard): Message {
  return {
    text,
    card: card<Filled<LearningsCard>>(
      'learnings',
      { kind: 'learning', place },
      {
        title,
        note,
        items: items.map(filled),
        actions,
        reason,
      },
      seenBy,
    ),
  };
}

/** "stap 3 (rollen uitproberen) · Objectregisseur · BAG · 25 november 2026" */
const detailOf = ({ step, role, registration, day }: Learning, ...more: string[]) =>
  [`stap ${step} (${stepWords(step)})`, role, registration, ...more, dutchDay(day)]
    .filter(Boolean)
    .join(' · ');

/** What other teams read, as far as it was filled in; `called` says whom they may call. */
const factsOf = (learning: Learning, { teamName = '', person = '' }: Called) =>
  [
    ...practiceTexts.map(([field, title]) => ({ title, value: learning[field] ?? '' })),
    { title: 'Team', value: teamName },
    { title: 'Te bellen', value: person },
  ].filter(({ value }) => value !== '');

/** Practice as every team may read it: never the learning point that it came from. */
export const practiceItem = (learning: Learning, called: Called = {}) => ({
  heading: learning.title ?? '',
  facts: factsOf(learning, called),
  detail: detailOf(learning),
});

/** So many stand on one card: a card stays far below what Teams takes, also when somebody writes in emoji only. */
export const PAGE = { own: 6, practice: 4 };
/** And so many characters of it. */
const MOST_CHARACTERS = 9_000;

/** The button for the next page; none on the last. */
const moreButton = (verb: string, size: number, count: number, query: string, skip: number) =>
  skip + size < count ? [{ verb, title: 'Toon meer', data: { query, skip: skip + size } }] : [];

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Which part of a list is shown; nothing when it is all there. */
const partOf = (skip: number, size: number, count: number) =>
  count > size ? `Dit zijn ${skip + 1} tot en met ${Math.min(skip + size, count)} van ${count}.` : '';

const states = {
  own: '',
  asked: 'wacht op een ja van het team',
  shared: 'gedeeld met andere teams',
};

export interface OwnShown {
  list: readonly Learning[];
  pilotName(id: string): string | undefined;
  /** What was looked for, as typed; empty for everything. */
  query: string;
  skip: number;
  /** Ids of those about which others may call the reader. */
  called?: ReadonlySet<string>;
}

/** The learning points of one's own pilots, with what can be done with each. */
export function ownCard({ list, pilotName, query, skip, called = new Set() }: OwnShown): Message {
  const items = list.slice(skip, skip + PAGE.own).map((learning): LearningItem => {
    const { id, state } = learning;
    const unname = called.has(id)
      ? [{ verb: 'learning.unname', title: 'Haal mijn naam weg', data: { id } }]
      : [];
    const buttons: Record<Learning['state'], NoticeAction[]> = {
      own: [{ verb: 'learning.share', title: 'Deel met andere teams', data: { id } }],
      asked: [{ verb: 'learning.decide', title: 'Bekijk het voorstel', data: { id } }, ...unname],
      shared: unname,
    };
    const pilot = pilotName(learning.pilot) ?? '';
    // A pilot team shares with other teams; what a team learned in its retro stays there.
    const isOfTeam = teamIn(learning.pilot) !== undefined;
    return {
      text: learning.text,
      actions: isOfTeam ? [] : buttons[state],
      detail: [pilot, detailOf(learning, sources[learning.source]), states[state]]
        .filter(Boolean)
        .join(' · '),
    };
  });
  const count = counted(list.length, 'leerpunt', 'leerpunten');
  return learningsCard({
    title: query ? `${count} gevonden` : `${count} van jullie`,
    place: query,
    note: partOf(skip, PAGE.own, list.length),
    items,
    actions: [
      ...moreButton('learning.list', PAGE.own, list.length, query, skip),
      { verb: 'learning.new', title: 'Nieuw leerpunt', data: {} },
      ...(list.length > 0 ? [{ verb: 'learning.links', title: 'Exporteer leerpunten', data: {} }] : []),
    ],
    text: `Er ${list.length === 1 ? 'is' : 'zijn'} ${count}.`,
  });
}

export interface PracticeShown {
  list: readonly Learning[];
  calledOf(learning: Learning): Called;
  query: string;
  skip: number;
}

/** What all teams share: the municipality's library of practice. */
export function practiceCard({ list, calledOf, query, skip }: PracticeShown): Message {
  const count = counted(list.length, 'praktijkvoorbeeld', 'praktijkvoorbeelden');
  const page = list
    .slice(skip, skip + PAGE.practice)
    .map((learning) => practiceItem(learning, calledOf(learning)));
  const items = asManyAsFit(page, PAGE.practice, MOST_CHARACTERS);
  return learningsCard({
    title: query ? `${count} gevonden` : `${count} van alle teams`,
    place: query,
    note: partOf(skip, items.length, list.length),
    items,
    actions: moreButton('practice.list', items.length, list.length, query, skip),
    text: `Er ${list.length === 1 ? 'is' : 'zijn'} ${count}.`,
  });
}

/**
 * Asks for the yes of the team, with exactly what other teams would read. `may` tells whether the reader may
 * say that yes.
 */
export function askCard(learning: Learning, pilotName: string, called: Called, may = true): Message {
  const { id } = learning;
  const agree = { verb: 'learning.agree', title: 'Ja, deel', data: { id, proposal: learning.proposal ?? 0 } };
  return learningsCard({
    title: 'Delen met andere teams?',
    place: pilotName,
    note: may
      ? 'Een collega uit het pilotteam stelt dit voor. Eén ja van iemand anders is genoeg. Dit is alles wat anderen zien:'
      : 'Iemand anders van het pilotteam zegt hier ja of nee. Dit is alles wat anderen zien:',
    items: [practiceItem(learning, called)],
    reason: 'Waarom niet? (mag leeg blijven)',
    seenBy:
      'Iedereen die dit voorstel ziet, leest je reden. Kompas bewaart die niet, Microsoft 365 wel. Dat je ja zei, staat in het logboek van beheer. Dat je nee zei, staat nergens.',
    actions: [
      ...(may ? [agree] : []),
      { verb: 'learning.refuse', title: 'Nee, deel het niet', data: { id } },
    ],
    text: 'Wil het pilotteam een leerpunt delen met andere teams?',
  });
}

const outcomes = {
  shared: {
    title: 'Gedeeld met andere teams',
    note: 'Iedereen bij de gemeente vindt dit met “praktijkvoorbeelden”.',
  },
  refused: { title: 'Het team deelt dit niet', note: 'Andere teams zien het niet.' },
  withdrawn: {
    title: 'Niet meer gedeeld',
    note: 'Andere teams zien het niet meer. Het leerpunt zelf blijft van het pilotteam.',
  },
};
type SharingDecision = keyof typeof outcomes;

/** What became of a proposal, for everybody who saw it. */
export function outcomeCard(
  learning: Learning,
  outcome: SharingDecision,
  pilotName: string,
  { reason = '', called }: { reason?: string; called?: Called } = {},
): Message {
  const { title, note } = outcomes[outcome];
  const item = practiceItem(learning, called);
  const facts = reason ? [...item.facts, { title: 'Reden', value: reason }] : item.facts;
  return learningsCard({
    title,
    note,
    place: pilotName,
    items: [{ ...item, facts }],
    text: `${title}. ${note}`,
  });
}

/** What can be taken back from the library. */
export function withdrawCard({ list, pilotName, skip }: Omit<OwnShown, 'query'>): Message {
  return learningsCard({
    title: 'Welk praktijkvoorbeeld trek je in?',
    note: `Andere teams zien dat dan niet meer. ${partOf(skip, PAGE.own, list.length)}`.trim(),
    items: list.slice(skip, skip + PAGE.own).map((learning) => ({
      heading: learning.title ?? '',
      detail: [pilotName(learning.pilot), detailOf(learning)].filter(Boolean).join(' · '),
      actions: [{ verb: 'learning.withdraw', title: 'Trek in', data: { id: learning.id } }],
    })),
    actions: moreButton('practice.withdrawable', PAGE.own, list.length, '', skip),
    text: 'Welk praktijkvoorbeeld trek je in?',
  });
}

/** The files that somebody asked for; `about` says what is in them. */
export function filesCard(links: readonly Link[], about: string): Message {
  return linksCard({
    kind: 'learning',
    text: 'Je bestanden staan klaar.',
    title: 'Je bestanden staan klaar',
    body: about,
    small: 'Elke link werkt één keer en hooguit 15 minuten. Wie de link heeft, kan het bestand openen.',
    links,
  });
}
