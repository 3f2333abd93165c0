import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longestSentence } from '../../src/language/reading-ease.ts';
import { misspelled } from '../../src/language/spelling.ts';

/** What a technical administrator reads in Azure, and no dictionary has. */
const ofAzure = ['object-id’s'];

/** Every Dutch text on the screen of Azure and in a message of an alert. */
function texts(): string[] {
  const found: string[] = [];
  const walk = (value: unknown, field = ''): void => {
    if (typeof value === 'string') {
      const isDutch = ['description', 'displayName', 'label', 'toolTip', 'validationMessage', 'password'];
      if (isDutch.includes(field) && !value.startsWith('[')) found.push(value);
    } else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, name);
  };
  for (const name of ['azuredeploy.json', 'createUiDefinition.json'])
    walk(JSON.parse(readFileSync(`infra/${name}`, 'utf8')));
  return [...new Set(found)];
}

test('what somebody reads in Azure is plain Dutch, without faults and in short sentences', () => {
  const told = texts();
  expect(told.length).toBeGreaterThan(25);
  for (const text of told) {
    // What Kompas writes in its log stands between quotes, and so does what somebody types.
    const words = text.replaceAll(/"[^"]*"|\/\w+|openssl rand -base64 48/g, '');
    expect(
      misspelled(words, (word) => ofAzure.includes(word)),
      text,
    ).toEqual([]);
    expect(longestSentence(words), text).toBeLessThanOrEqual(20);
  }
});
