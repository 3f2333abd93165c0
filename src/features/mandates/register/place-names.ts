import { nameKey } from '../../../language/words.ts';
import { grouped } from './grouped.ts';
import type { Area } from './register.ts';

/** As two names are compared: what differs in capitals or accents only reads the same. */
const keyOf = (name: string) => nameKey(name) || name.trim().toLowerCase();

const withKind = ({ kind, name }: Area) => (keyOf(name).split(' ')[0] === kind ? name : `${kind} ${name}`);

/**
 * Gives the function that says what to call an area, by its code, so that nobody takes it for another: by its name where no other
 * area goes by that, also not as another name; else with its kind ("wijk Centrum"), else with what it lies in ("buurt Plein in wijk
 * Centrum"), else with its code. Of an area that is not there it gives the code. Only codes are unique: a wijk and one of its buurten
 * often share a name. Made to stand within a sentence, behind "in". Codes must be unique.
 */
export function placeNames(areas: readonly Area[]): (code: string) => string {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const longer: ((area: Area) => string)[] = [
    withKind,
    (area) => {
      const parent = byCode.get(area.parent ?? '');
      return parent ? `${withKind(area)} in ${names.get(parent.code) ?? parent.code}` : withKind(area);
    },
    (area) => `${withKind(area)} ${area.code}`,
  ];
  // Each round may give a name that another area has already: the last one goes by the code.
  for (const name of longer) {
    const owners = grouped(areas, ({ code, aliases }) => [
      ...new Set([names.get(code) ?? code, ...aliases].map(keyOf)),
    ]);
    const isClear = ({ code }: Area) => owners.get(keyOf(names.get(code) ?? code))?.length === 1;
    const unclear = areas.filter((area) => !isClear(area));
    if (unclear.length === 0) break;
    const next = unclear.map((area) => [area.code, name(area)] as const);
    for (const [code, text] of next) names.set(code, text);
  }
  return (code) => names.get(code) ?? code;
}
