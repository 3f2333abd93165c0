import { expect, test } from 'vitest';
import { pageButtons, pageOf, partWords } from '../../src/conversation/paging.ts';

const titles = (...page: Parameters<typeof pageOf>) =>
  pageButtons(pageOf(...page), 'list', (to) => ({ page: to })).map(({ title, data }) => [title, data]);

test('a page that does not exist is the nearest one', () => {
  expect(pageOf([1, 2, 3], 9, 2)).toEqual({ items: [3], page: 1, last: 1 });
  expect(pageOf([], 3, 2)).toEqual({ items: [], page: 0, last: 0 });
  expect(pageOf([1, 2, 3], 0, 2)).toEqual({ items: [1, 2], page: 0, last: 1 });
});

test('buttons lead to what is there, and a list that fits has none', () => {
  expect(titles([1, 2], 0, 2)).toEqual([]);
  expect(titles([1, 2, 3, 4, 5], 0, 2)).toEqual([['Volgende', { page: 1 }]]);
  expect(titles([1, 2, 3, 4, 5], 1, 2)).toEqual([
    ['Vorige', { page: 0 }],
    ['Volgende', { page: 2 }],
  ]);
  expect(titles([1, 2, 3, 4, 5], 2, 2)).toEqual([['Vorige', { page: 1 }]]);
});

test('a part is named where there is more than one', () => {
  expect(partWords(pageOf([1, 2, 3], 1, 2))).toBe('deel 2 van 2');
  expect(partWords(pageOf([1], 0, 2))).toBe('');
});
