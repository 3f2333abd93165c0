import { dutchDay } from '../../../calendar/clock.ts';
import { below, defineTable } from '../../../storage/index.ts';
import type { Learning } from './learning.ts';

/** Partition: tenant. Row: id, made from pilot, text and day, so that writing the same point again changes nothing. */
export const learningsTable = defineTable<Omit<Learning, 'id'>>({
  name: 'learnings',
  namesPeople: false,
  owner: 'pilots',
  holds: 'leerpunten van pilots en teams, en praktijkvoorbeelden die met andere teams gedeeld zijn',
  seenBy:
    'wie meedoet aan de pilot of in het team zit; na het afronden ook projectleiders en beheerders; wat gedeeld is iedereen bij de gemeente',
  retention: { days: 731, from: 'day' },
  json: ['post'],
  person: { kind: 'none', why: 'Een leerpunt gaat over het werk en heeft geen schrijver.' },
});

/**
 * Who proposed to share a learning point, kept until the team has said yes or no: who proposes does not say yes too.
 * Partition: tenant. Row: directory id, id of the learning point.
 */
export interface LearningAskRow {
  day: string;
  /** The number of their proposal; a row of an older version has none, and is of no proposal any more. */
  proposal?: number;
}

export const learningAsksTable = defineTable<LearningAskRow>({
  name: 'learningasks',
  namesPeople: true,
  owner: 'pilots',
  holds: 'welk leerpunt je voorstelde om te delen, tot je team ja of nee zegt',
  seenBy: 'niemand; in een pilot zonder kanaal weten anderen wel of het van een leider kwam',
  retention: { days: 90, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below(directoryId)],
    describe: ({ day }) => `Op ${dutchDay(day)} stelde je voor om een leerpunt met andere teams te delen.`,
  },
});

/**
 * Who may be called about practice that is shared. Only somebody who named themselves: a learning point has no author otherwise.
 * Partition: tenant. Row: directory id, id of the learning point.
 */
export interface LearningContactRow {
  day: string;
}

export const learningContactsTable = defineTable<LearningContactRow>({
  name: 'learningcontacts',
  namesPeople: true,
  owner: 'pilots',
  holds: 'bij welk praktijkvoorbeeld anderen jou mogen bellen, omdat jij dat koos',
  seenBy: 'iedereen bij de gemeente, zolang het voorbeeld gedeeld is',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below(directoryId)],
    describe: ({ day }) => `Sinds ${dutchDay(day)} mogen anderen je bellen over een praktijkvoorbeeld.`,
  },
});
