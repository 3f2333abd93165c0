import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { test } from 'vitest';
import { beforeOf } from '../src/features/mandates/chat/before.ts';
import { questionInWords } from '../src/features/mandates/chat/question-in-words.ts';
import { ask } from '../src/features/mandates/questions/ask.ts';
import { followUp, seemsToGoOn } from '../src/features/mandates/questions/following/follow-up.ts';
import { asksUnknownActivity } from '../src/features/mandates/questions/understanding/unknown-activity.ts';
import { demoLookup } from './features/mandates/registers.ts';

const day = Temporal.PlainDate.from('2026-12-07');
test('probe', () => {
  const lookup = demoLookup();
  const firsts = [
    'wie valideert BAG in Noord?',
    'wat mag hanna kering',
    'mag Bert BGT valideren?',
    'wie vervangt Amira Sol bij BAG goedkeuren in Delfshaven?',
    'welke mandaten lopen binnenkort af',
  ];
  for (const line of readFileSync('/tmp/mandprobe/lines.txt', 'utf8').split('\n').filter(Boolean)) {
    const out: string[] = [];
    const alone = ask(line, lookup, day, 'Karim Dijk');
    if (alone.understood)
      out.push(
        `ALONE ${questionInWords(alone.understood, lookup, day.toString())} :: ${alone.answer.outcome} ${alone.answer.reason}`,
      );
    if (seemsToGoOn(line, lookup, day)) out.push('ASKBACK');
    if (asksUnknownActivity(line, lookup)) out.push('UNKNOWNACT');
    for (const first of firsts) {
      const before = beforeOf(ask(first, lookup, day, 'Karim Dijk'), lookup);
      const f = before && followUp(line, before, lookup, day);
      if (f) out.push(`AFTER[${first}] ${questionInWords(f.understood, lookup, day.toString(), f.beside)}`);
    }
    console.log(`${out.length ? '!!' : 'ok'} ${line}${out.map((o) => `\n      ${o}`).join('')}`);
  }
});
