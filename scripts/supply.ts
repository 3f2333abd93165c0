import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { faultsIn, licencesIn, type Packages } from './lock-file.ts';

// Writes what Kompas is made of into .data: a list of licences, and a list of all parts that scanners read (CycloneDX).
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
const faults = faultsIn(packages);
mkdirSync('.data', { recursive: true });
const licences = licencesIn(packages).map(({ name, version, licence }) => `${name}@${version}\t${licence}\n`);
writeFileSync('.data/licences.txt', licences.join(''));
const options = { encoding: 'utf8', maxBuffer: 64_000_000 } as const;
writeFileSync(
  '.data/sbom.cdx.json',
  execFileSync('npm', ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx'], options),
);
process.stdout.write(`${licences.length} packages: .data/licences.txt and .data/sbom.cdx.json\n`);
for (const fault of faults) process.stdout.write(`FAIL ${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
