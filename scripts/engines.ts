import { readFileSync, writeFileSync } from 'node:fs';
import { type Packages, withoutEngines } from './lock-file.ts';

// After packages were added or renewed: takes out of the lock file what would make npm warn about the Node that installs.
const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages };
writeFileSync(file, `${JSON.stringify({ ...lock, packages: withoutEngines(lock.packages) }, null, 2)}\n`);
