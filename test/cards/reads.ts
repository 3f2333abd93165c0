import type { Json } from './walk.ts';

/** A name that a template reads: the way to it from the root of the data, through the items of a list too. */
interface Read {
  path: readonly string[];
  /** True for what is shown as it stands; false for what is only looked at, or gone into. */
  whole: boolean;
}

/** What a template reads, and the ways to what may be missing since the template looks whether it is there. */
export interface Reads {
  reads: readonly Read[];
  optional: readonly (readonly string[])[];
}

const expressionsIn = (text: string): string[] =>
  [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inside = '']) => inside);

const NAME = /(?<![\w.$])[$A-Za-z_][\w$]*(?:\.[A-Za-z_]\w*)*(?!\w*\()/g;
/** `$index` is the place in a list. */
const constants: readonly string[] = ['true', 'false', 'null', '$index'];

/** The names in an expression: not its functions, and not what stands between quotes. */
const namesIn = (expression: string): string[] =>
  [...expression.replace(/'[^']*'/g, "''").matchAll(NAME)]
    .map(([name]) => name)
    .filter((name) => !constants.includes(name));

/** The way to a name that is read where `scope` is the data. */
function pathOf(name: string, scope: readonly string[]): string[] {
  const [first = '', ...rest] = name.split('.');
  if (first === '$root') return rest;
  return first === '$data' ? [...scope, ...rest] : [...scope, first, ...rest];
}

const optionalIn = (expression: string, scope: readonly string[]) =>
  [...expression.matchAll(/exists\(([^)]*)\)/g)].map(([, name = '']) => pathOf(name, scope));

/** What a template reads. */
export function readsOf(template: Json): Reads {
  const reads: Read[] = [];
  const optional: string[][] = [];

  function read(text: string, scope: readonly string[], isShown: boolean): void {
    for (const expression of expressionsIn(text)) {
      reads.push(...namesIn(expression).map((name) => ({ path: pathOf(name, scope), whole: isShown })));
      optional.push(...optionalIn(expression, scope));
    }
  }

  function visit(value: Json, scope: readonly string[]): void {
    if (typeof value === 'string') read(value, scope, true);
    else if (Array.isArray(value)) for (const part of value) visit(part, scope);
    else if (typeof value === 'object' && value !== null) {
      const { $data, $when, ...parts } = value;
      const inner = typeof $data === 'string' ? scopeOf($data, scope) : scope;
      if (typeof $data === 'string') read($data, scope, false);
      if (typeof $when === 'string') read($when, inner, false);
      for (const part of Object.values(parts)) visit(part, inner);
    }
  }

  visit(template, []);
  return { reads, optional };
}

/** The way to what an element is drawn for: the last name in its expression, "if it is there, that, otherwise nothing". */
function scopeOf(text: string, scope: readonly string[]): string[] {
  const name = expressionsIn(text).flatMap(namesIn).at(-1);
  if (name === undefined) throw new RangeError(`no name in ${text}`);
  return pathOf(name, scope);
}

const startsWith = (path: readonly string[], start: readonly string[]) =>
  start.every((name, place) => path[place] === name);

/** Ways that a template reads and this data has not, apart from what may be missing. Nothing is missing of an empty list. */
export function missingIn(data: Json, { reads, optional }: Reads): string[] {
  const mayBeMissing = new Set(optional.map((path) => path.join('.')));

  function isMissing(value: Json, path: readonly string[], depth = 0): boolean {
    if (Array.isArray(value)) return value.some((item) => isMissing(item, path, depth));
    if (value === undefined) return !mayBeMissing.has(path.slice(0, depth).join('.'));
    const name = path[depth];
    if (name === undefined) return false;
    return typeof value !== 'object' || value === null || isMissing(value[name], path, depth + 1);
  }

  return reads.filter(({ path }) => isMissing(data, path)).map(({ path }) => path.join('.'));
}

/** Ways of data that no template reads. What is shown as it stands, such as the data of a button, is read with all in it. */
export function unreadIn(data: Json, { reads }: Reads, path: readonly string[] = []): string[] {
  if (data === undefined || reads.some((one) => one.whole && startsWith(path, one.path))) return [];
  if (Array.isArray(data)) return data.flatMap((item) => unreadIn(item, { reads, optional: [] }, path));
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).flatMap(([name, part]) =>
      unreadIn(part, { reads, optional: [] }, [...path, name]),
    );
  return reads.some((one) => startsWith(one.path, path)) ? [] : [path.join('.')];
}
