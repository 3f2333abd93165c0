import type { parameters } from './parameters.ts';
import type { variables } from './variables.ts';

/**
 * The language of templates, as far as it is used here. These functions give code; `value` puts it where a value is expected.
 * Names are checked by the compiler.
 */
export const value = (code: string): string => `[${code}]`;
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const parameter = (name: keyof typeof parameters): string => `parameters('${name}')`;
export const variable = (name: keyof typeof variables): string => `variables('${name}')`;
export const concat = (...parts: string[]): string => `concat(${parts.join(', ')})`;
/** The id of a resource of this template. */
export const idOf = (type: string, ...names: string[]): string =>
  `resourceId('${type}', ${names.join(', ')})`;
/** What Azure knows of a resource once it is there. */
export const known = (id: string, apiVersion: string): string => `reference(${id}, '${apiVersion}')`;

/** A literal as code, expressions in it included. */
function code(literal: unknown): string {
  if (typeof literal === 'string') return literal.startsWith('[') ? literal.slice(1, -1) : quoted(literal);
  if (Array.isArray(literal)) return `createArray(${literal.map(code).join(', ')})`;
  if (typeof literal === 'object' && literal !== null)
    return `createObject(${Object.entries(literal)
      .flatMap(([name, field]) => [quoted(name), code(field)])
      .join(', ')})`;
  return `json('${JSON.stringify(literal)}')`;
}

/** This value where the condition holds, and none elsewhere. */
export const onlyIf = (condition: string, literal: unknown): string =>
  value(`if(${condition}, ${code(literal)}, null())`);
