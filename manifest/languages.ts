import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Manifest } from './template.ts';

const shown = z.strictObject({ title: z.string(), description: z.string() });
const englishSchema = z.strictObject({
  name: z.strictObject({ short: z.string(), full: z.string() }),
  description: z.strictObject({ short: z.string(), full: z.string() }),
  /** What a command does, by what is typed. */
  commands: z.record(z.string(), z.string()),
  /** The searches of the message extension, by id, and what they ask, by name. */
  searches: z.record(z.string(), shown.extend({ parameters: z.record(z.string(), shown) })),
});

/** What the app says of itself in English, by command and not by place, so that a command can move. */
export type English = z.infer<typeof englishSchema>;

/** The name of the English file in the package, as `localizationInfo` of the manifest names it. */
export const ENGLISH_FILE = 'en.json';

/** Reads english.json. Throws when it has another shape. */
export function readEnglish(): English {
  return englishSchema.parse(JSON.parse(readFileSync(new URL('english.json', import.meta.url), 'utf8')));
}

/** Everything in the manifest that has no English, and English for what is gone, in Dutch; empty when they agree. */
export function englishProblems(manifest: Manifest, english: English): string[] {
  const commands = manifest.bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));
  const searches = manifest.composeExtensions.flatMap((extension) => extension.commands);
  const wanted = [
    ...commands.map(({ title }) => `opdracht '${title}'`),
    ...searches.map(({ id }) => `zoekopdracht '${id}'`),
    ...searches.flatMap(({ id, parameters }) => parameters.map(({ name }) => `veld '${name}' van '${id}'`)),
  ];
  const given = [
    ...Object.keys(english.commands).map((title) => `opdracht '${title}'`),
    ...Object.keys(english.searches).map((id) => `zoekopdracht '${id}'`),
    ...Object.entries(english.searches).flatMap(([id, { parameters }]) =>
      Object.keys(parameters).map((name) => `veld '${name}' van '${id}'`),
    ),
  ];
  return [
    ...[...new Set(wanted)]
      .filter((one) => !given.includes(one))
      .map((one) => `english.json: voor ${one} staat er geen Engels.`),
    ...given.filter((one) => !wanted.includes(one)).map((one) => `english.json: er is geen ${one}.`),
  ];
}

/**
 * The English file of the package (Teams: localization schema), whose keys are places in the manifest. A title of a command is
 * what Teams types for somebody, and Kompas understands Dutch only: titles of commands are in no language but Dutch.
 */
export function englishFile(manifest: Manifest, english: English): Record<string, string> {
  const commands = manifest.bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap((list, at) =>
      list.commands.map(({ title }, n) => [
        `bots[${bot}].commandLists[${at}].commands[${n}].description`,
        english.commands[title] ?? '',
      ]),
    ),
  );
  const searches = manifest.composeExtensions.flatMap((extension, at) =>
    extension.commands.flatMap(({ id, parameters }, n) => {
      const place = `composeExtensions[${at}].commands[${n}]`;
      const said = english.searches[id];
      return [
        [`${place}.title`, said?.title ?? ''],
        [`${place}.description`, said?.description ?? ''],
        ...parameters.flatMap(({ name }, field) => [
          [`${place}.parameters[${field}].title`, said?.parameters[name]?.title ?? ''],
          [`${place}.parameters[${field}].description`, said?.parameters[name]?.description ?? ''],
        ]),
      ];
    }),
  );
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': english.name.short,
    'name.full': english.name.full,
    'description.short': english.description.short,
    'description.full': english.description.full,
    ...Object.fromEntries([...commands, ...searches]),
  };
}
