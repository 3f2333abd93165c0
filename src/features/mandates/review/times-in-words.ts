import { dutchDay } from '../../../calendar/clock.ts';

/** How often something was reported and when (ISO day): "Eén keer gemeld, op 25 november 2026". */
export const timesInWords = (count: number, last: string): string =>
  count === 1
    ? `Eén keer gemeld, op ${dutchDay(last)}`
    : `${count} keer gemeld, voor het laatst op ${dutchDay(last)}`;
