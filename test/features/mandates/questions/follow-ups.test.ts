import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { beforeOf } from '../../../../src/features/mandates/chat/before.ts';
import { questionInWords } from '../../../../src/features/mandates/chat/question-in-words.ts';
import { replyTo } from '../../../../src/features/mandates/questions/answering/reply.ts';
import { answered, ask } from '../../../../src/features/mandates/questions/ask.ts';
import type { Before } from '../../../../src/features/mandates/questions/following/carried-over.ts';
import { followUp } from '../../../../src/features/mandates/questions/following/follow-up.ts';
import type { Lookup } from '../../../../src/features/mandates/register/lookup.ts';
import { demoLookup, lookupOf, withoutPeople } from '../registers.ts';
import dialogues from './follow-ups/dialogues.json' with { type: 'json' };
import heldOut from './follow-ups/held-out.json' with { type: 'json' };

/** A first question, and what is typed behind it with the whole question it is; `null` for what goes on about nothing. */
type Dialogue = [string, ...[string, string | null][]];

const day = Temporal.PlainDate.from('2026-11-25');
const file = (part: string) => readFileSync(new URL(`./waterlo/${part}.csv`, import.meta.url));
const towns: Record<string, { lookup: Lookup; me: string }> = {
  demo: { lookup: demoLookup(), me: 'Karim Dijk' },
  waterlo: { lookup: lookupOf(file('mandaten'), file('gebieden')), me: 'Sofie Jansen' },
};

/** How each line of a dialogue is read. */
function readings([first, ...rest]: Dialogue, { lookup, me }: { lookup: Lookup; me: string }) {
  let last = ask(first, lookup, day, me);
  let called: Before['called'];
  return rest.map(([line]) => {
    const before = beforeOf(last, withoutPeople(lookup, day.toString()));
    const read = before && followUp(line, { ...before, called }, lookup, day);
    called = read?.called;
    if (!read) {
      const own = ask(line, lookup, day, me);
      if (own.understood) last = own;
      return null;
    }
    last = answered(line, read.understood, me, lookup, day);
    const { choices } = replyTo(lookup, last.understood ?? read.understood, day.toString());
    if (choices?.what === 'person') return `? ${choices.options.toSorted().join(' | ')}`;
    return questionInWords(last.understood ?? read.understood, lookup, day.toString(), read.beside);
  });
}

const all = [
  ...Object.entries(dialogues).map(([town, list]) => ({ name: `${town}`, town, list })),
  ...Object.entries(heldOut).map(([town, list]) => ({ name: `${town}, held out`, town, list })),
];

describe.each(all)('what goes on about a question in $name', ({ town, list }) => {
  test.each(list as Dialogue[])('%s', (...dialogue) => {
    const place = towns[town];
    if (!place) throw new Error(`no register of ${town}`);
    const [, ...rest] = dialogue as Dialogue;
    expect(readings(dialogue as Dialogue, place)).toEqual(rest.map(([, whole]) => whole));
  });
});
