import type { NoticeAction } from './message.ts';

/** A part of a list that is longer than a card holds. Pages count from 0; `last` is the last one. */
export interface Page<T> {
  items: T[];
  page: number;
  last: number;
}

/** The part of a list for a page from 0. Past the end it is the last page. */
export function pageOf<T>(list: readonly T[], page: number, size: number): Page<T> {
  const last = Math.max(0, Math.ceil(list.length / size) - 1);
  const at = Math.min(page, last);
  return { items: list.slice(at * size, (at + 1) * size), page: at, last };
}

/** 'deel 2 van 3', or '' where there is one part only. */
export const partWords = ({ page, last }: Page<unknown>): string =>
  last > 0 ? `deel ${page + 1} van ${last + 1}` : '';

/** The buttons to the parts before and after; `to` gives the data of a button. */
export function pageButtons(
  { page, last }: Page<unknown>,
  verb: string,
  to: (page: number) => object,
): NoticeAction[] {
  return [
    ...(page > 0 ? [{ verb, title: 'Vorige', data: to(page - 1) }] : []),
    ...(page < last ? [{ verb, title: 'Volgende', data: to(page + 1) }] : []),
  ];
}
