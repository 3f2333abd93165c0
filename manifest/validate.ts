import { createRequire } from 'node:module';
import AjvDraft04, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { CommandList, Manifest } from './template.ts';

const require = createRequire(import.meta.url);
const schemas = '@microsoft/app-manifest/build/json-schemas/teams';
// Stricter than the schema: the Teams documentation shows people no more commands than this.
const maxCommands = 10;

const validators = new Map<string, ValidateFunction>();

/** Every problem Teams would have with a filled manifest, in Dutch, each naming its place; empty when valid. */
export function manifestProblems(manifest: unknown): string[] {
  const version = (manifest as Partial<Manifest> | null)?.manifestVersion;
  const validate = validatorFor(String(version));
  if (!validate) return [`manifestVersion: voor versie '${version}' is geen schema van Teams bekend.`];
  if (!validate(manifest))
    return (validate.errors ?? []).map((error) => `${place(error)}: ${reason(error)}.`);
  return [...leftOverPlaceholders(manifest), ...commandListProblems(manifest as Manifest)];
}

// Compiling the schema takes a quarter of a second, so each version is compiled once.
function validatorFor(version: string): ValidateFunction | undefined {
  const known = validators.get(version);
  if (known) return known;
  const schema = officialSchema(version);
  if (!schema) return undefined;
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validators.set(version, validate);
  return validate;
}

function officialSchema(version: string): object | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  try {
    return require(`${schemas}/v${version}/MicrosoftTeams.schema.json`);
  } catch {
    return undefined;
  }
}

function place(error: ErrorObject): string {
  const path = error.instancePath
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');
  return path === '' ? 'manifest' : path;
}

function reason({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'enum':
      return `moet een van deze waarden zijn: ${params.allowedValues.join(', ')}`;
    case 'const':
      return `moet '${params.allowedValue}' zijn`;
    case 'maxLength':
      return `mag niet langer zijn dan ${params.limit} tekens`;
    case 'maxItems':
      return `mag niet meer dan ${params.limit} onderdelen hebben`;
    case 'required':
      return `'${params.missingProperty}' ontbreekt`;
    case 'additionalProperties':
      return `'${params.additionalProperty}' hoort hier niet`;
    case 'pattern':
      return `heeft niet de juiste vorm (${params.pattern})`;
    case 'type':
      return `moet van het soort '${params.type}' zijn`;
    default:
      return `voldoet niet aan het schema van Teams (${message ?? keyword})`;
  }
}

function leftOverPlaceholders(manifest: unknown): string[] {
  const names = JSON.stringify(manifest).match(/\{\{.*?\}\}/g) ?? [];
  return [...new Set(names)].map((name) => `manifest: ${name} is niet ingevuld.`);
}

function commandListProblems(manifest: Manifest): string[] {
  return (manifest.bots ?? []).flatMap((bot, botIndex) =>
    (bot.commandLists ?? []).flatMap((list, index) =>
      listProblems(list, bot.scopes).map((problem) => `bots[${botIndex}].commandLists[${index}].${problem}`),
    ),
  );
}

function listProblems(list: CommandList, botScopes: readonly string[]): string[] {
  const unknown = list.scopes.filter((scope) => !botScopes.includes(scope));
  const problems = unknown.map((scope) => `scopes: de bot zelf werkt niet in '${scope}'.`);
  if (list.commands.length > maxCommands)
    problems.push(`commands: Teams toont niet meer dan ${maxCommands} opdrachten.`);
  return problems;
}
