import { Constant, Expression, ExpressionFunctions } from 'adaptive-expressions';

/** What an expression in a template may look at. */
interface Scope {
  root: unknown;
  /** What the part of the template is bound to (`$data`). */
  data: unknown;
  /** Which of a list that is, from 0. */
  index?: number;
}

type Read = (scope: Scope) => unknown;

/** What holds for a condition: all that is there, but for `false`. */
const isTrue = (value: unknown): boolean =>
  typeof value === 'boolean' ? value : value !== undefined && value !== null;

/** A field of what a template is filled with; undefined where it has none of its own by that name. */
const fieldOf = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined;

/** Of what is no list, so many as no comparison holds for. */
const countOf = (value: unknown): number =>
  Array.isArray(value) || typeof value === 'string' ? value.length : Number.NaN;

const isSame = (a: unknown, b: unknown): boolean => (a ?? undefined) === (b ?? undefined);
const comparable = (a: unknown, b: unknown): a is number =>
  typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');

/** The functions of the language of templates that the cards of Kompas use; `read` gives the value of each part. */
const functions: Readonly<Record<string, (parts: readonly Read[]) => Read>> = {
  '==':
    ([a = nothing, b = nothing]) =>
    (scope) =>
      isSame(a(scope), b(scope)),
  '!=':
    ([a = nothing, b = nothing]) =>
    (scope) =>
      !isSame(a(scope), b(scope)),
  '>':
    ([a = nothing, b = nothing]) =>
    (scope) => {
      const [left, right] = [a(scope), b(scope)];
      return comparable(left, right) && left > (right as number);
    },
  '<':
    ([a = nothing, b = nothing]) =>
    (scope) => {
      const [left, right] = [a(scope), b(scope)];
      return comparable(left, right) && left < (right as number);
    },
  '!':
    ([a = nothing]) =>
    (scope) =>
      !isTrue(a(scope)),
  '&&': (parts) => (scope) => parts.every((part) => isTrue(part(scope))),
  '||': (parts) => (scope) => parts.some((part) => isTrue(part(scope))),
  if:
    ([when = nothing, then = nothing, otherwise = nothing]) =>
    (scope) =>
      isTrue(when(scope)) ? then(scope) : otherwise(scope),
  exists:
    ([a = nothing]) =>
    (scope) =>
      (a(scope) ?? undefined) !== undefined,
  count:
    ([a = nothing]) =>
    (scope) =>
      countOf(a(scope)),
  endsWith:
    ([a = nothing, b = nothing]) =>
    (scope) =>
      String(a(scope) ?? '').endsWith(String(b(scope) ?? '')),
  createArray: (parts) => (scope) => parts.map((part) => part(scope)),
};
const nothing: Read = () => undefined;

/** The names of a path such as `$root.tip.title`, the first one first. */
function pathOf({ children }: Expression): string[] {
  const [name, holder] = children;
  if (!(name instanceof Constant) || (holder && holder.type !== 'Accessor'))
    throw new RangeError('a card reads fields by their names alone');
  return [...(holder ? pathOf(holder) : []), String(name.value)];
}

function reading(expression: Expression): Read {
  const path = pathOf(expression);
  const [first = '', ...rest] = path;
  if (first === '$index') return ({ index }) => index;
  if (first === '$root') return ({ root }) => rest.reduce(fieldOf, root);
  if (first === '$data') return ({ data }) => rest.reduce(fieldOf, data);
  if (first.startsWith('$')) throw new RangeError(`a card knows no ${first}`);
  return ({ data }) => path.reduce(fieldOf, data);
}

/** Throws a `RangeError` for what the cards of Kompas do not use: a template is looked at as a whole before it is ever filled. */
function prepared(expression: Expression): Read {
  if (expression instanceof Constant) return () => expression.value;
  if (expression.type === 'Accessor') return reading(expression);
  const make = functions[expression.type];
  if (!make) throw new RangeError(`a card cannot use ${expression.type}`);
  return make(expression.children.map(prepared));
}

/** What is seen; where there is none, what was asked for, so that it is noticed. */
function seen(expression: Expression): Read {
  const value = prepared(expression);
  const instead = `\${${expression.toString()}}`;
  return (scope) => value(scope) ?? instead;
}

/** The expressions in a text of a template; undefined for a text without any. */
function expressionsIn(text: string): Expression[] | undefined {
  if (!text.includes('${')) return undefined;
  const known = ExpressionFunctions.standardFunctions;
  const { children } = Expression.parse(`\`${text}\``, (type) => {
    const found = known.get(type);
    if (!found) throw new RangeError(`a card cannot use ${type}`);
    return found;
  });
  // The parser begins each text with an empty one.
  return children.filter((one) => !(one instanceof Constant && one.value === ''));
}

/** A condition or the data of a part of a template, which is one expression. */
function single(text: unknown): Expression {
  const [only, ...more] = (typeof text === 'string' && expressionsIn(text)) || [];
  if (!only || more.length > 0) throw new RangeError(`a card cannot be bound to ${JSON.stringify(text)}`);
  return only;
}

/** Part of a template: gives what stands in the card, `null` for nothing, and a list for a part that is repeated. */
type Part = { fixed: unknown } | { fill: Read };

const filled = (part: Part, scope: Scope): unknown => ('fixed' in part ? part.fixed : part.fill(scope));

function textPart(text: string): Part {
  const expressions = expressionsIn(text);
  if (!expressions) return { fixed: text };
  const [only, ...more] = expressions;
  if (only && more.length === 0) return { fill: seen(only) };
  const parts = expressions.map(seen);
  return { fill: (scope) => parts.map((part) => String(part(scope))).join('') };
}

function listPart(items: readonly unknown[]): Part {
  const parts = items.map(partOf);
  if (parts.every((part) => 'fixed' in part)) return { fixed: parts.map(({ fixed }) => fixed) };
  return {
    fill: (scope) =>
      parts.flatMap((part) => {
        const item = filled(part, scope);
        return item === null ? [] : item;
      }),
  };
}

function objectPart({ $when, $data, ...fields }: Record<string, unknown>): Part {
  const parts = Object.entries(fields).map(([name, value]) => [name, partOf(value)] as const);
  if ($when === undefined && $data === undefined && parts.every(([, part]) => 'fixed' in part))
    return { fixed: Object.fromEntries(parts.map(([name, part]) => [name, filled(part, noScope)])) };
  const isThere = $when === undefined ? () => true : prepared(single($when));
  const make = (scope: Scope): object | undefined => {
    // Only what is true is: also not what is merely there.
    if (isThere(scope) !== true) return undefined;
    const made: Record<string, unknown> = {};
    for (const [name, part] of parts) {
      const value = filled(part, scope);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
  if ($data === undefined) return { fill: (scope) => make(scope) ?? null };
  const bound = seen(single($data));
  const within = (scope: Scope, data: unknown): Scope => (data === undefined ? scope : { ...scope, data });
  return {
    fill: (scope) => {
      const data = bound(scope);
      if (!Array.isArray(data)) return make(within(scope, data)) ?? null;
      const all = data.flatMap((one, index) => make({ ...within(scope, one), index }) ?? []);
      return all.length > 1 ? all : (all[0] ?? null);
    },
  };
}
const noScope: Scope = { root: undefined, data: undefined };

function partOf(value: unknown): Part {
  if (typeof value === 'string') return textPart(value);
  if (Array.isArray(value)) return listPart(value);
  if (typeof value === 'object' && value !== null) return objectPart(value as Record<string, unknown>);
  return { fixed: value };
}

/**
 * Prepares a template of an Adaptive Card once (Adaptive Cards documentation, "Template language"): gives a function that fills it with
 * data. Text in the data is never taken for a template. What is the same in every card is shared by all, and nobody may change it. Throws a
 * `RangeError` for what is in the language and in no card of Kompas.
 */
export function prepareTemplate(template: unknown): (data: unknown) => unknown {
  const part = partOf(template);
  return (data) => filled(part, { root: data, data });
}
