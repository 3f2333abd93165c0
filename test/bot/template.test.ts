import { describe, expect, test } from 'vitest';
import { prepareTemplate } from '../../src/bot/template.ts';

const fill = (template: unknown, data: unknown) => prepareTemplate(template)(data);

describe('a template that is filled', () => {
  test('gives a value as it is where it stands alone, and as text among other text', () => {
    const action = { verb: 'x.y', data: { n: 1 } };
    expect(
      fill({ data: '${action}', text: 'Week ${week}: ${say}' }, { action, week: 48, say: 'ja' }),
    ).toEqual({
      data: action,
      text: 'Week 48: ja',
    });
  });

  test('never takes text in the data for a template', () => {
    expect(fill({ text: '${say}', more: '${say}!' }, { say: '${secret}', secret: 'x' })).toEqual({
      text: '${secret}',
      more: '${secret}!',
    });
  });

  test('shows what it asked for where there is nothing, so that it is noticed', () => {
    expect(fill({ text: 'Dag ${person.name}' }, {})).toEqual({ text: 'Dag ${person.name}' });
  });

  test('repeats a part for each of a list, also inside a list, and leaves it out for none', () => {
    const template = {
      body: [{ $data: '${rows}', text: '${$index} ${name} ${$root.end}' }, { text: 'last' }],
    };
    const some = { rows: [{ name: 'a' }, { name: 'b' }], end: '!' };
    expect(fill(template, some)).toEqual({ body: [{ text: '0 a !' }, { text: '1 b !' }, { text: 'last' }] });
    expect(fill(template, { rows: [], end: '!' })).toEqual({ body: [{ text: 'last' }] });
  });

  test.each([
    ['${a == 1}', { a: 1 }, true],
    ['${a != 1}', { a: 1 }, false],
    ["${a != ''}", {}, true],
    ['${count(a) > 0}', { a: [1] }, true],
    ['${count(a) > 0}', {}, false],
    ['${count(a) == 0}', {}, false],
    ['${count(a) < 3}', { a: [1, 2, 3] }, false],
    ['${a > 1}', { a: '2' }, false],
    ['${exists(a)}', { a: '' }, true],
    ['${exists(a)}', { a: null }, false],
    ['${!exists(a) && exists(b)}', { b: 1 }, true],
    ['${exists(a) || exists(b)}', {}, false],
    ['${exists(constructor)}', {}, false],
    ['${a}', { a: 'text that is there, but is not true' }, false],
    ["${if(exists(a), endsWith(a, '?'), false)}", { a: 'Wie?' }, true],
  ])('shows a part by %s of %j: %s', (when, data, isShown) => {
    expect(fill([{ $when: when, text: 'here' }], data)).toEqual(isShown ? [{ text: 'here' }] : []);
  });

  test('leaves a part out that is bound to what is not there', () => {
    expect(
      fill([{ $data: '${tip}', $when: "${tip != '' && exists(text)}", text: '${text}' }], { text: 'x' }),
    ).toEqual([]);
  });

  test('shares what is the same in every card', () => {
    const prepared = prepareTemplate({ same: { type: 'TextBlock' }, text: '${n}' });
    const [one, other] = [prepared({ n: 1 }), prepared({ n: 2 })] as { same: object }[];
    expect(one?.same).toBe(other?.same);
    expect(one).not.toEqual(other);
  });
});

test.each([
  ['a function that no card uses', { text: '${toUpper(name)}' }],
  ['a function that is none', { text: '${shout(name)}' }],
  ['a place in a list', { text: '${rows[0]}' }],
  ['what the host knows', { text: '${$host.theme}' }],
  ['a condition that is none', { $when: true, text: 'x' }],
  ['data that stands in the template', { $data: { n: 1 }, text: '${n}' }],
])('a template with %s is refused before it is filled', (_what, template) => {
  expect(() => prepareTemplate(template)).toThrow(RangeError);
});
