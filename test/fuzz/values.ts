import fc from 'fast-check';
import type { FormPart } from '../../src/conversation/field.ts';

/** Words and ids that mean something somewhere: what is nearly right gets further than what is all wrong. */
const known = [
  ...Array.from({ length: 9 }, (_, n) => `2026-W${40 + n}`),
  'objecten-west',
  'Objecten West',
  'Ruimte',
  'team',
  'department',
  'municipality',
  'P-1',
  'R-2026-11-25-001',
  'bram',
  'bram-3-a',
  'werkdruk',
  'ja',
  'nee',
  'with-name',
  'without-name',
  'manager',
  'beheerder',
  '00000000-0000-4000-8000-000000000001',
  '2026-11-25',
  '2026-02-30',
  '09:30',
  '25:99',
  '1,2,3',
  '€ 5.000,50',
];

/** Keys that reach into every object, where somebody copies them carelessly. */
const reaching: unknown = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":7}',
);
const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

const texts = fc.oneof(
  fc.constantFrom(...known),
  fc.string({ maxLength: 40 }),
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    'é'.repeat(300),
    'a'.repeat(20_000),
    'ja nee '.repeat(3_000),
    '(('.repeat(5_000),
    '${jPath($root)}',
    '<at>Kompas</at>',
    '=1+1',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'null',
    'O\'Brien"; --',
    '\u202eabc',
    '👩‍👩‍👧'.repeat(50),
  ),
);

const numbers = fc.oneof(
  fc.integer({ min: -2, max: 12 }),
  fc.constantFrom(0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324),
);

/** Anything that JSON can hold, and more often what programs trip over. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  numbers,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], reaching, deep(200)),
  fc.array(texts, { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
}

const BIG = 1_000_000;

/** Values that fit a JSON schema, as far as it can be told; where it says nothing, anything. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const { type, properties = {}, items = {}, minimum = -5, maximum = BIG } = schema;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(fitting));
  if (type === 'object')
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([name, inside]) => [name, fitting(inside)])),
      { requiredKeys: schema.required ?? [] },
    );
  if (type === 'array') return fc.array(fitting(items), { maxLength: 4 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'integer' || type === 'number') {
    const least = Math.max(minimum, -BIG);
    return fc.integer({ min: least, max: Math.max(least, Math.min(maximum, BIG)) });
  }
  return type === 'string' ? texts : anything;
}

/** What a card sends for an action: what its button carries by the schema, and what people fill in. */
export function payloadOf(payload: object, kinds: Record<string, FormPart>): fc.Arbitrary<object> {
  const filledIn = Object.entries(kinds).filter(([, kind]) => kind !== 'carried');
  return fc
    .tuple(fitting(payload as Schema), fc.record(Object.fromEntries(filledIn.map(([name]) => [name, texts]))))
    .map(([carried, typed]) => ({ ...(carried as object), ...typed }));
}

export { texts };
