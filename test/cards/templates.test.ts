import { readdirSync, readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareTemplate } from '../../src/bot/template.ts';
import { noticeCard } from '../../src/conversation/cards/notice.ts';
import { missingIn, type Reads, readsOf, unreadIn } from './reads.ts';
import { collectSamples, type Sample } from './samples.ts';
import type { Json } from './walk.ts';

const folder = new URL('../../cards/', import.meta.url);
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);
const templates = files.map((file) => file.replace(/\.json$/, '')).sort();

const source = new URL('../../src/', import.meta.url);
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'conversation/cards/card.ts')
  .map((file) => ({ file, text: readFileSync(new URL(file, source), 'utf8') }));

/** The sources that hold this, and what they hold. */
const found = (what: RegExp): string[] =>
  sources.flatMap(({ file, text }) => [...text.matchAll(what)].map(([said]) => `${file}: ${said}`));

let samples: Sample[];
const reads = new Map<string, Reads>();

beforeAll(async () => {
  ({ samples } = await collectSamples());
  for (const name of templates)
    reads.set(name, readsOf(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Json));
});

/** What is wrong with the data of each sample that has a card, by the template that it is for. */
function eachSample(problemsOf: (data: Json, read: Reads) => string[]): string[] {
  const problems = samples.flatMap(({ message: { card } }) => {
    const read = card && reads.get(card.template);
    return read ? problemsOf(card.data as Json, read).map((problem) => `${card.template}: ${problem}`) : [];
  });
  return [...new Set(problems)].sort();
}

describe('every template', () => {
  test('is shown by a sample', () => {
    const shown = new Set(samples.map(({ message }) => `${message.card?.template ?? 'notice'}.json`));
    expect(files.filter((file) => !shown.has(file))).toEqual([]);
    expect(files.filter((file) => !file.endsWith('.json'))).toEqual([]);
  });

  test('is named by one function, with the type of what it reads', () => {
    const named = sources.flatMap(({ text }) =>
      [...text.matchAll(/\bcard<\w.*?>\(\s*'([\w-]+)'/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(templates);
  });

  test('is filled as the library of Adaptive Cards fills it', () => {
    const parts = new Map(
      templates.map((name) => {
        const template = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
        return [name, { ours: prepareTemplate(template), theirs: new Template(template) }];
      }),
    );
    for (const { name, message } of samples) {
      const { template, data } = message.card ?? noticeCard({ kind: 'kompas', text: '', title: 'x' }).card;
      const { ours, theirs } = parts.get(template) ?? {};
      expect(ours?.(data), name).toEqual(theirs?.expand({ $root: data }));
    }
  });

  test('reads only what that function gives', () => {
    expect(eachSample(missingIn)).toEqual([]);
  });

  test('reads all that it gives', () => {
    expect(eachSample(unreadIn)).toEqual([]);
  });
});

test('a card is made by the function of its template alone, and nobody else opens one', () => {
  expect(found(/\btemplate: ?['"`][a-z]|\bas Card\b|\bcard\??\.data\b/g)).toEqual([]);
});

describe('what a template reads', () => {
  const read = readsOf({
    text: '${title}',
    body: [
      { $when: '${exists(link)}', url: '${link.url}' },
      { $data: '${lines}', $when: "${detail != ''}", text: 'Zie ${detail}', data: { of: '${$root.id}' } },
      { $data: '${if(exists(more), more, createArray())}', title: '${$data}' },
      { $when: '${count(lines) > 0 && !open}', data: '${data}' },
    ],
  });
  const whole = { title: 'a', lines: [{ detail: 'b' }], id: 'c', open: false, data: { any: { thing: 1 } } };

  test('is found in lists, from the root, and behind a look whether it is there', () => {
    expect(missingIn(whole, read)).toEqual([]);
    expect(missingIn({ ...whole, link: {}, lines: [{}] }, read)).toEqual([
      'link.url',
      'lines.detail',
      'lines.detail',
    ]);
    expect(missingIn({ ...whole, id: undefined }, read)).toEqual(['id']);
    expect(missingIn({ lines: [] }, read)).toEqual(['title', 'id', 'open', 'data']);
  });

  test('tells what nobody reads', () => {
    expect(unreadIn(whole, read)).toEqual([]);
    expect(unreadIn({ ...whole, small: '', lines: [{ detail: 'b', note: 'c' }] }, read)).toEqual([
      'lines.note',
      'small',
    ]);
  });
});
