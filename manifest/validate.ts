import { createRequire } from 'node:module';
import AjvDraft04, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { CommandList, Manifest } from './template.ts';

const require = createRequire(import.meta.url);
const schemas = '@microsoft/app-manifest/build/json-schemas/teams';

const MANIFEST = 'MicrosoftTeams.schema.json';
const LANGUAGE = 'MicrosoftTeams.Localization.schema.json';

const validators = new Map<string, ValidateFunction>();

/** Every problem Teams would have with a filled manifest, in Dutch, each naming its place; empty when valid. */
export function manifestProblems(manifest: unknown): string[] {
  const version = (manifest as Partial<Manifest> | null)?.manifestVersion;
  const validate = validatorFor(String(version), MANIFEST);
  if (!validate) return [`manifestVersion: voor versie '${version}' is geen schema van Teams bekend.`];
  if (!validate(manifest))
    return (validate.errors ?? []).map((error) => `${place(error)}: ${reason(error)}.`);
  return [...leftOverPlaceholders(manifest), ...commandListProblems(manifest as Manifest)];
}

/**
 * Every problem Teams would have with the file of another language beside a manifest of this version, in Dutch, each naming the
 * file; empty when valid, and where no schema of the version is known: that is a problem of the manifest.
 */
export function languageProblems(file: string, content: object, manifestVersion: string): string[] {
  const validate = validatorFor(manifestVersion, LANGUAGE);
  if (!validate || validate(content)) return [];
  return (validate.errors ?? []).map((error) => `${file}: ${place(error, 'bestand')} ${reason(error)}.`);
}

// Compiling a schema takes a quarter of a second, so each is compiled once.
function validatorFor(version: string, name: string): ValidateFunction | undefined {
  const known = validators.get(`${version}/${name}`);
  if (known) return known;
  const schema = officialSchema(version, name);
  if (!schema) return undefined;
  // Microsoft writes patterns that are none with the flag for Unicode.
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validators.set(`${version}/${name}`, validate);
  return validate;
}

function officialSchema(version: string, name: string): object | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  try {
    return require(`${schemas}/v${version}/${name}`);
  } catch {
    return undefined;
  }
}

function place(error: ErrorObject, whole = 'manifest'): string {
  const path = error.instancePath
    .replace(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');
  return path === '' ? whole : path;
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
  return unknown.map((scope) => `scopes: de bot zelf werkt niet in '${scope}'.`);
}
