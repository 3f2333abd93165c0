import { strToU8, zipSync } from 'fflate';
import { appIdProblem, domainProblem, fill, type Installation } from './fill.ts';
import { type Icons, iconProblems } from './icons.ts';
import { ENGLISH_FILE, type English, englishFile, englishProblems } from './languages.ts';
import type { Manifest } from './template.ts';
import { languageProblems, manifestProblems } from './validate.ts';
import { versionProblem } from './versions.ts';

/** An app package ready to upload, or everything that is wrong with it. */
export type AppPackage =
  | { readonly ok: true; readonly zip: Uint8Array; readonly manifest: Manifest }
  | { readonly ok: false; readonly problems: readonly string[] };

// Stand in for a wrong answer, so that the manifest itself is still checked and all problems come out at once.
const example: Installation = {
  appId: '00000000-0000-0000-0000-000000000000',
  domain: 'kompas.example',
  version: '1.0.0',
};
// A fixed moment: the same input gives the same bytes.
const zipTime = new Date(2026, 0, 1);

/** What the project itself puts into a package. */
export interface Parts {
  readonly template: Manifest;
  readonly english: English;
  readonly icons: Icons;
}

/** Fills, checks and zips the Teams app package for one installation. */
export function packageApp({ template, english, icons }: Parts, installation: Installation): AppPackage {
  const wrongId = appIdProblem(installation.appId);
  const wrongDomain = domainProblem(installation.domain);
  const wrongVersion = versionProblem(installation.version);
  const manifest = fill(template, {
    appId: wrongId ? example.appId : installation.appId,
    domain: wrongDomain ? example.domain : installation.domain,
    version: wrongVersion ? example.version : installation.version,
  });
  const inEnglish = englishFile(manifest, english);
  const problems = [
    wrongId,
    wrongDomain,
    wrongVersion,
    ...manifestProblems(manifest),
    ...englishProblems(manifest, english),
    ...languageProblems(ENGLISH_FILE, inEnglish, manifest.manifestVersion),
    ...iconProblems(icons),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) return { ok: false, problems };
  const entries = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    [ENGLISH_FILE]: strToU8(`${JSON.stringify(inEnglish, null, 2)}\n`),
    [manifest.icons.color]: icons.color,
    [manifest.icons.outline]: icons.outline,
  };
  return { ok: true, manifest, zip: zipSync(entries, { level: 9, mtime: zipTime }) };
}
