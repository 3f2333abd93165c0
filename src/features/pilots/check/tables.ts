import { defineTable } from '../../../storage/index.ts';

/** A question with an example case. Partition: tenant, pilot. Row: id. One answer of the team, none of a person. */
export interface QuizRow {
  day: string;
  question: string;
  options: string[];
  /** Place of the right option. */
  right: number;
  why: string;
  /** What the team chose. */
  chosen?: number;
  message?: string;
}

export const pilotQuizTable = defineTable<QuizRow>({
  name: 'pilotquiz',
  namesPeople: false,
  owner: 'pilots',
  holds: 'oefenvragen van een pilot en wat het team samen antwoordde',
  seenBy: 'wie meedoet aan dezelfde pilot',
  retention: { days: 365, from: 'day' },
  json: ['options'],
  person: { kind: 'none', why: 'Het team antwoordt samen. Er staat niets over één persoon.' },
});
