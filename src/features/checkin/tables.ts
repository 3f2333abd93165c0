import { Temporal } from 'temporal-polyfill';
import { periodOf } from '../../calendar/weeks.ts';
import type { Purpose } from '../../people/pseudonym.ts';
import { type Theme, themes as themeWords } from '../../people/themes.ts';
import { below, type DataSubject, defineTable, key, partsOf } from '../../storage/index.ts';
import { optionOf, type Score, type Sharing } from './rules.ts';

/** Who may read a comment, said to who wrote it. */
const readersOf: Record<Sharing, string> = {
  private: 'alleen jij',
  'without-name': 'je team en leidinggevende, zonder je naam',
  'with-name': 'je leidinggevende, met je naam',
};

/**
 * Partition: tenant and team. Rows `w|period|pseudonym` (a team's period) and `p|pseudonym|period` (a person's own
 * line), written and removed together in one transaction. Both rows hold the same; neither names anybody.
 */
export interface AnswerRow {
  period: string;
  /** The Monday of the period, from which retention counts: never the day of answering. */
  day: string;
  score?: Score;
  themes?: Theme[];
  skipped?: boolean;
  /** Sealed. Until the window closes; after that only what its writer kept to themselves. */
  comment?: string;
  /** Sealed. */
  sharing?: Sharing;
  /** Same as `day`: comments live shorter. It stands on every answer, so that it does not tell who wrote one. */
  draftDay?: string;
}

/** True for a comment from before drafts were sealed, which stands beside its score until it is written anew. */
export const isUnsealed = ({ comment, draftDay }: AnswerRow): boolean =>
  comment !== undefined && draftDay === undefined;

/** '2026-W48' as people say it. */
const inWords = (period: string) => `Week ${Number(period.slice(6))} van ${period.slice(0, 4)}`;

const pseudonymsFor = (wanted: Purpose, pseudonyms: DataSubject['pseudonyms']) =>
  pseudonyms.filter(({ purpose }) => purpose === wanted);

export const answersTable = defineTable<AnswerRow>({
  name: 'answers',
  namesPeople: false,
  coded: true,
  owner: 'checkin',
  holds: 'je antwoorden op "Hoe zit je erbij?", onder een code in plaats van je naam',
  seenBy:
    'wat je koos: jij; je team, je leidinggevende en wie daarboven staat, zien alleen het teambeeld, vanaf 6 antwoorden; een toelichting: wie erbij staat',
  retention: {
    days: 26 * 7,
    from: 'day',
    sooner: {
      days: 12 * 7,
      from: 'draftDay',
      fields: ['comment', 'sharing'],
      what: 'een toelichting blijft',
    },
  },
  codes: ({ partition, row }) => {
    const part = partsOf(row)[0] === 'w' ? 2 : 1;
    return [{ of: 'row', part, place: partsOf(partition)[1] ?? '', purpose: 'answer' }];
  },
  json: ['themes'],
  sealed: { fields: ['comment', 'sharing'], bytes: 4_096, beside: 'draftDay' },
  person: {
    kind: 'personal',
    guardsItself: true,
    undecided: ({ sharing = 'private' }) => (sharing === 'private' ? [] : ['comment', 'sharing']),
    rows: ({ tenant, pseudonyms }) =>
      pseudonymsFor('answer', pseudonyms).map(({ team, pseudonym }) => ({
        partition: key(tenant, team),
        ...below('p', pseudonym),
      })),
    twins: (row) => {
      const [, pseudonym = '', period = ''] = partsOf(row);
      return [key('w', period, pseudonym)];
    },
    describe: ({ period, score, themes, comment, sharing = 'private', skipped }) =>
      skipped
        ? `${inWords(period)}: overgeslagen.`
        : `${inWords(period)}: ${score ? optionOf(score).word : 'geen antwoord'}` +
          `${themes?.length ? `, over ${themes.map((theme) => themeWords[theme]).join(' en ')}` : ''}` +
          `${comment ? `. Je schreef (leest: ${readersOf[sharing]}): ${comment}` : '.'}`,
  },
});

/**
 * A comment shared without name, published when its window closed. Partition: tenant, team, so that all that a team
 * shared is one range. Row: a pseudonym that stands on nothing but comments and their replies, and the period. No score
 * and no moment: all comments of a window are written together.
 */
export interface SharedComment {
  day: string;
  text: string;
}

export const commentsTable = defineTable<SharedComment>({
  name: 'comments',
  // It was shared, and the draft is gone.
  isDone: () => true,
  namesPeople: false,
  coded: true,
  owner: 'checkin',
  holds: 'wat je zonder naam met je team deelde',
  seenBy: 'je team en je leidinggevende, door elkaar, zonder naam',
  retention: { days: 12 * 7, from: 'day' },
  codes: ({ partition }) => [{ of: 'row', part: 0, place: partsOf(partition)[1] ?? '', purpose: 'comment' }],
  person: {
    kind: 'personal',
    rows: ({ tenant, pseudonyms }) =>
      pseudonymsFor('comment', pseudonyms).map(({ team, pseudonym }) => ({
        partition: key(tenant, team),
        ...below(pseudonym),
      })),
    describe: ({ day, text }) => `${inWords(periodOf(Temporal.PlainDate.from(day)))}: ${text}`,
  },
});

/** A comment shared with name. Partition: tenant, team. Row: directory id, period. No pseudonym, score or moment. */
export const namedCommentsTable = defineTable<SharedComment>({
  name: 'namedcomments',
  // It was shared, and the draft is gone.
  isDone: () => true,
  namesPeople: true,
  owner: 'checkin',
  holds: 'wat je met naam met je leidinggevende deelde',
  seenBy: 'wie je team leidt, ook wie dat later gaat doen',
  retention: { days: 12 * 7, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below(directoryId)],
    describe: ({ day, text }) => `${inWords(periodOf(Temporal.PlainDate.from(day)))}: ${text}`,
  },
});
