import { postcodeIn } from '../../../../language/addresses.ts';
import { claimsOf } from './claims.ts';
import { narrowest, placeBeside } from './places.ts';
import type { Reading } from './reading.ts';
import type { Understood } from './understood.ts';
import { unknownWord } from './unknown-names.ts';

/** The places that are asked about, by code, and the one that is not known. */
export function whereIsAsked(reading: Reading): Pick<Understood, 'areas' | 'unknownArea'> {
  const { kind, text, words, claims, claimed, areas: found, unknown, lookup } = reading;
  const named = narrowest(found, lookup);
  const isEverywhere = named.length === 0 && kind === 'may' && claimsOf(claims, 'everywhere').length > 0;
  const areas = isEverywhere ? [...lookup.roots] : named;
  return {
    areas,
    unknownArea:
      areas.length === 0
        ? (unknown.place ?? postcodeIn(text))
        : placeBeside(found, words, text, unknownWord(words, claimed)),
  };
}
