import { expect, test } from 'vitest';
import { asksPresence } from '../../src/features/mandates/questions/understanding/presence.ts';
import { leadsHearing } from '../../src/features/team/leads.ts';
import { saysHowOneIs } from '../../src/language/feelings.ts';
import { smallTalk } from '../../src/language/small-talk.ts';
import { effort } from '../support/effort.ts';

const leads = leadsHearing({} as Parameters<typeof leadsHearing>[0]);
const asksLead = (text: string) =>
  void leads.answer({ text } as Parameters<typeof leads.answer>[0]).catch(() => {});

/** What reads a text, and a text of which a part may be read in two ways, forty times. */
test.each<[string, (text: string) => unknown, string, string, string]>([
  ['thanks', smallTalk, 'bedankt', ' voor de hoor', ' qqq'],
  ['a greeting', smallTalk, 'dag', ' man voor je wel', ' qqq'],
  ['scolding', smallTalk, '', 'irritant ', 'q'],
  ['a typed face', saysHowOneIs, ';-', "(:'(:-", '-'],
  ['who leads me', asksLead, 'wie is mijn chef', ' ook alweer', ' q'],
  ['who is away', asksPresence, 'is jan ziek', ' today', ' q'],
])('%s is read in no time, also where it nearly is', (_what, read, before, piece, behind) => {
  read(before);
  const text = `${before}${piece.repeat(40)}${behind}`;
  expect(effort(() => read(text))).toBeLessThan(200);
});
