import type { Choosable } from '../../../conversation/finding.ts';
import type { Lookup } from './lookup.ts';

/** The value of the option on a card that names nothing in particular: "Alle registraties", "Geen gebied", "Geen". */
export const everything = '*';

/** The areas to choose from, by code and in order of name: also found by their code and other names. */
export const areasOf = ({ register: { areas }, area: areaOf }: Lookup): Choosable[] =>
  [...areas]
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
    .map(({ code, name, parent, aliases }) => ({
      value: code,
      title: name,
      about: parent === undefined ? undefined : areaOf(parent)?.name,
      also: [code, ...aliases],
    }));

/** Names that stand for themselves, to choose from. */
export const named = (names: readonly string[]): Choosable[] =>
  names.map((name) => ({ value: name, title: name }));

/** The registrations that stand in the register. */
export const registrationsOf = ({ register: { entries } }: Lookup): string[] =>
  [...new Set(entries.map(({ registration }) => registration).filter(Boolean))].sort();
