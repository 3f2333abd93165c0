import { readFileSync } from 'node:fs';

/** The parts of a Teams app manifest that this project reads; the official schema guards the rest. */
export interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly validDomains: readonly string[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly CommandList[];
  }[];
  readonly composeExtensions: readonly {
    readonly commands: readonly {
      readonly id: string;
      readonly parameters: readonly { readonly name: string }[];
    }[];
  }[];
  readonly [key: string]: unknown;
}

/** The commands that Teams suggests to people in the given scopes. */
export interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** Reads manifest.json with its placeholders still in place. */
export function readTemplate(): Manifest {
  return JSON.parse(readFileSync(new URL('manifest.json', import.meta.url), 'utf8'));
}

/** The titles of all commands that the manifest suggests, each title once. */
export function commandsIn(manifest: Manifest): string[] {
  const titles = manifest.bots
    .flatMap((bot) => bot.commandLists)
    .flatMap((list) => list.commands)
    .map((command) => command.title);
  return [...new Set(titles)];
}
