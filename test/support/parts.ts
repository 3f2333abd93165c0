/** The way to a part of a value, from outside in. */
export type Path = (string | number)[];

const isInside = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The way to every part of a JSON value, itself left out. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  const own = path.length > 0 ? [path] : [];
  if (!isInside(value)) return own;
  const keys = Array.isArray(value) ? value.map((_, n) => n) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsIn((value as Record<string, unknown>)[key], [...path, key]))];
}

/** The same value with another part in one place; undefined takes a part of an object away. */
export function withPart<T>(value: T, [key, ...rest]: Path, part: unknown): T {
  if (key === undefined) return part as T;
  const inside = (value as Record<string, unknown>)[key];
  if (Array.isArray(value)) return value.with(Number(key), withPart(inside, rest, part)) as T;
  return { ...value, [key]: withPart(inside, rest, part) };
}
