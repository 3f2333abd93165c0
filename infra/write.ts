import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portal } from './portal.ts';
import { template } from './template.ts';

/** The files that Azure reads, by name, as they have to stand beside this one. */
export const files: Readonly<Record<string, string>> = {
  'azuredeploy.json': `${JSON.stringify(template, null, 2)}\n`,
  'createUiDefinition.json': `${JSON.stringify(portal, null, 2)}\n`,
};

if (import.meta.main)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(import.meta.dirname, name), text);
