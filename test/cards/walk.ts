/** Any part of a card. */
export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A text in a card: the object it stands in, under which name, and the names that lead to it. */
export interface TextPlace {
  text: string;
  name: string;
  owner: JsonObject;
  path: readonly string[];
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects in a card, the card itself first. What actions carry as `data` is not shown and left out. */
export function objectsIn(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([name, part]) => (name === 'data' ? [] : objectsIn(part)));
  return [value, ...inner];
}

/** All objects of a kind: `Input.` gives every input. */
export function ofType(card: Json, type: string): JsonObject[] {
  return objectsIn(card).filter((object) => typeof object.type === 'string' && object.type.startsWith(type));
}

/** All texts in a card, what actions carry included. */
export function textsIn(card: Json): TextPlace[] {
  const places: TextPlace[] = [];
  function visit(value: Json, owner: JsonObject, name: string, path: readonly string[]): void {
    if (typeof value === 'string') places.push({ text: value, name, owner, path });
    else if (Array.isArray(value)) for (const part of value) visit(part, owner, name, path);
    else if (isObject(value))
      for (const [inner, part] of Object.entries(value)) visit(part, value, inner, [...path, inner]);
  }
  visit(card, {}, '', []);
  return places;
}
