import { createNameIndex, type NameIndex } from '../../../language/names.ts';
import { placeNames } from './place-names.ts';
import type { Area } from './register.ts';

/** The areas of a register, to be asked by code or found by name. */
export interface AreaLookup {
  area(code: string): Area | undefined;
  /** What to call an area so that nobody takes it for another: its name, and what tells it apart where others have that too. */
  placeName(code: string): string;
  /** The area itself, what it lies in, and so on up. */
  chain(code: string): string[];
  /** Areas that lie in no other. A question that names no area is answered from these. */
  roots: readonly string[];
  /** Finds areas by the names that people type. */
  areas: NameIndex;
}

const namesOf = ({ code, name, kind, aliases }: Area): { name: string; id: string }[] =>
  [name, ...aliases, `${kind} ${name}`, code].map((text) => ({ name: text, id: code }));

/** Prepares areas. They must be sound: every parent exists and none lies in itself. */
export function areaLookup(areas: readonly Area[]): AreaLookup {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const above = ({ parent }: Area) => (parent ? byCode.get(parent) : undefined);
  return {
    area: (code) => byCode.get(code),
    placeName: placeNames(areas),
    chain: (code) => {
      const chain: string[] = [];
      for (let at = byCode.get(code); at && !chain.includes(at.code); at = above(at)) chain.push(at.code);
      return chain;
    },
    roots: areas.filter(({ parent }) => parent === undefined).map(({ code }) => code),
    areas: createNameIndex(areas.flatMap(namesOf)),
  };
}
