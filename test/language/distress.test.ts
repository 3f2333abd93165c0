import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { soundsLikeDistress } from '../../src/language/distress.ts';

describe('what sounds like somebody who is not well', () => {
  test.each([
    ['Het gaat heel slecht met me', 'soft'],
    ['het gaat niet zo goed', 'soft'],
    ['ik voel me rot', 'soft'],
    ["'t gaat slecht…", 'soft'],
    ['ik word gepest', 'soft'],
    ['Ik trek het niet', 'heavy'],
    ['ik trek het echt niet meer', 'heavy'],
    ['Ik kan het niet meer aan', 'heavy'],
    ['ik kan niet meer', 'heavy'],
    ['burn-out', 'heavy'],
    ['Ik heb een burnout', 'heavy'],
    ['moet steeds huilen', 'heavy'],
    ['PANIEK!!', 'heavy'],
    ['ik zie het niet meer zitten', 'heavy'],
    ['ik heb het moeilijk', 'heavy'],
    ['ik wil dood', 'life'],
    ['Ik wil niet meer leven', 'life'],
    ['ik denk aan zelfmoord', 'life'],
    ['soms zou ik er niet meer willen zijn, er niet meer zijn', 'life'],
  ])('"%s": %s', (text, how) => {
    expect(soundsLikeDistress(text)).toBe(how);
  });

  test.each([
    'chekin',
    'de kaart werkt slecht',
    'ik kan niet meer inloggen',
    'mijn werkdagen',
    'zwaar vervoer',
    'wie besluit als de eigenaren er niet meer zijn',
    'wie past de grens niet meer aan',
    '',
    '🙂',
  ])('"%s" does not', (text) => {
    expect(soundsLikeDistress(text)).toBeUndefined();
  });

  test('no question about mandates does', () => {
    for (const place of ['', 'lindrecht/', 'waterlo/']) {
      const file = new URL(`../features/mandates/questions/${place}questions.json`, import.meta.url);
      const texts = [...readFileSync(file, 'utf8').matchAll(/"(?:question|vraag|text)": "([^"]+)"/g)];
      expect(texts.length).toBeGreaterThan(10);
      for (const [, text = ''] of texts) expect(soundsLikeDistress(text), text).toBeUndefined();
    }
  });
});
