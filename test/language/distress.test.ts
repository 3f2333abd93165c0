import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Distress, soundsLikeDistress } from '../../src/language/distress.ts';
import { alarms, noAlarms } from './distress-examples.ts';

describe('somebody who is not well', () => {
  const examples = Object.entries(alarms).flatMap(([kind, texts]) =>
    texts.map((text): [string, Distress] => [text, kind as Distress]),
  );
  test.each(examples)('"%s": %s', (text, kind) => {
    expect(soundsLikeDistress(text)).toBe(kind);
  });
});

describe('words about the work', () => {
  test.each(noAlarms)('"%s" is no alarm', (text) => {
    expect(soundsLikeDistress(text)).toBeUndefined();
  });

  test('no question about mandates is one', () => {
    for (const place of ['', 'lindrecht/', 'waterlo/']) {
      const file = new URL(`../features/mandates/questions/${place}questions.json`, import.meta.url);
      const texts = [...readFileSync(file, 'utf8').matchAll(/"(?:question|vraag|text)": "([^"]+)"/g)];
      expect(texts.length).toBeGreaterThan(10);
      for (const [, text = ''] of texts) expect(soundsLikeDistress(text), text).toBeUndefined();
    }
  });
});

test('a long text takes no time', () => {
  const long = 'ik wil er niet meer zijn werk van mijn collega dood en dan '.repeat(40).slice(0, 2_000);
  const start = performance.now();
  for (const text of [long, long.replaceAll('dood', 'rood'), 'ik '.repeat(660), 'mijn '.repeat(400)])
    soundsLikeDistress(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});
