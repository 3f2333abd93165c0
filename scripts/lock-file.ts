/** What npm keeps of one package in `package-lock.json`. */
export interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  dev?: boolean;
  engines?: object;
}

/** The packages of a lock file by their place, such as `node_modules/zod`. */
export type Packages = Readonly<Record<string, Locked>>;

/** Packages that may run a script of their own while they are installed, each with its reason. There are none. */
const installScripts: Readonly<Record<string, string>> = {};

/** Licences that allow use by a municipality in software of its own, without a duty to publish that. */
const allowed = [
  '(AFL-2.1 OR BSD-3-Clause)',
  '(BSD-3-Clause OR CC-BY-3.0)',
  '(ISC AND CC-BY-3.0)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
];

/** Packages that name their licence in another place than where npm looks. */
const named: Readonly<Record<string, string>> = {
  'escape-regexp-component': 'MIT',
  jspath: 'MIT',
  limiter: 'MIT',
};

const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const isOurs = (place: string) => !place.includes('node_modules/');

/** The licence of each package that runs in production, by name and version, in the order of the alphabet. */
export function licencesIn(packages: Packages): { name: string; version: string; licence: string }[] {
  return Object.entries(packages)
    .filter(([place, { dev, link }]) => !isOurs(place) && !dev && !link)
    .map(([place, { version = '', license }]) => {
      const name = nameOf(place);
      return { name, version, licence: license ?? named[name] ?? 'onbekend' };
    })
    .sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`));
}

/**
 * What is wrong with where our packages come from, a line each: a script that runs while installing, a package without a
 * checksum, one from another place than npm's registry, a licence in production that we do not allow, and a version of Node that
 * npm would compare with the wrong one (`withoutEngines`).
 */
export function faultsIn(packages: Packages): string[] {
  const all = Object.entries(packages).filter(([place, { link }]) => !isOurs(place) && !link);
  return [
    ...all
      .filter(
        ([place, { hasInstallScript }]) => hasInstallScript && !Object.hasOwn(installScripts, nameOf(place)),
      )
      .map(([place]) => `${nameOf(place)} runs a script while it is installed`),
    ...all
      .filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
      .map(([place]) => `${nameOf(place)} has no checksum`),
    ...all
      .filter(
        ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
      )
      .map(([place]) => `${nameOf(place)} does not come from the registry of npm`),
    ...all
      .filter(([, { engines }]) => engines !== undefined)
      .map(([place]) => `${nameOf(place)} names a Node in the lock file: npm run engines`),
    ...licencesIn(packages)
      .filter(({ licence }) => !allowed.includes(licence))
      .map(({ name, licence }) => `${name} has the licence ${licence}`),
  ];
}

/**
 * The packages without the versions of Node that they name. npm compares those with the Node that installs, and warns or leaves
 * parts out; Kompas runs on the Node that is installed with it. With that one `test/supply.test.ts` compares what the packages
 * themselves say.
 */
export function withoutEngines(packages: Packages): Packages {
  return Object.fromEntries(
    Object.entries(packages).map(([place, locked]) => {
      if (isOurs(place)) return [place, locked];
      const { engines: _engines, ...rest } = locked;
      return [place, rest];
    }),
  );
}
