import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { soundsEnglish } from '../../src/language/english.ts';
import { saysHowOneIs } from '../../src/language/feelings.ts';
import { smallTalk } from '../../src/language/small-talk.ts';

/** Every question about mandates that other tests ask. */
const questions = ['', 'lindrecht/', 'waterlo/'].flatMap((place) => {
  const file = new URL(`../features/mandates/questions/${place}questions.json`, import.meta.url);
  const texts = readFileSync(file, 'utf8').matchAll(/"(?:question|vraag|text)": "([^"]+)"/g);
  return [...texts].map(([, text = '']) => text);
});

describe('a question about mandates', () => {
  test('is no small talk, and no word on how somebody is', () => {
    expect(questions.length).toBeGreaterThan(30);
    for (const text of questions.filter((one) => /\b(?:wie|mag|welke?|waar|who|may|mandaat)\b/i.test(one))) {
      expect(smallTalk(text), text).toBeUndefined();
      expect(saysHowOneIs(text), text).toBe(false);
    }
  });
});

describe('how somebody is', () => {
  test.each([
    'goed',
    'gaat wel',
    'heel zwaar',
    '🙂',
    ':(',
    '3',
    '7/10',
    'Prima!',
    'not great',
    'ik voel me top',
  ])('is said with "%s"', (text) => {
    expect(saysHowOneIs(text)).toBe(true);
  });

  test.each([
    '',
    'ok',
    'is goed',
    'top',
    'ik ben weer beter',
    'zwaar vervoer',
    'goedkeuren',
    'is het goed?',
    'goed mandaat',
    'de BAG gaat goed',
    '12',
    '2026',
    'een',
    '👍',
    '😂',
    'tot 5',
    'het',
    'ja',
  ])('is not said with "%s"', (text) => {
    expect(saysHowOneIs(text)).toBe(false);
  });
});

describe('small talk', () => {
  test.each([
    ['dank je wel!', 'thanks'],
    ['👍🏽', 'thanks'],
    ['hey, how are you?', 'how are you'],
    ['goedemorgen', 'greeting'],
    ['', 'greeting'],
    ['doei', 'bye'],
    ['nee', 'answer'],
    ['www.gemeente.example', 'link'],
    ['stomme bot', 'scolding'],
  ])('"%s": %s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind);
  });

  test.each([
    'bedankbrief',
    'dag van de BAG',
    'test mandaat',
    'ja, wie valideert dat',
    'goed',
    '🙂',
    'stop',
    'help',
  ])('"%s" is none', (text) => {
    expect(smallTalk(text)).toBeUndefined();
  });
});

describe('English', () => {
  test.each(['I want to die', 'delete my data', 'what can you do', 'I am on holiday until Monday'])(
    '"%s"',
    (text) => {
      expect(soundsEnglish(text)).toBe(true);
    },
  );
  test.each(['stop', 'help', 'check-in', 'goed', 'wat is mijn data', 'ik wil dood', 'is de BAG in orde', ''])(
    'is not "%s"',
    (text) => {
      expect(soundsEnglish(text)).toBe(false);
    },
  );
});
