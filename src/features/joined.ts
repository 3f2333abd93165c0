import type { FeatureOffer } from './module.ts';

/** All entries of records as one. Throws where two have an entry of one name. */
function together<T>(records: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  const entries = records.flatMap((record) => Object.entries(record ?? {}));
  const names = entries.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) throw new Error(`two parts of a feature offer ${twice}`);
  return Object.fromEntries(entries);
}

/** What the folders of one feature offer, as one offer. Throws where two of them offer something of one name. */
export function joined(parts: readonly FeatureOffer[]): FeatureOffer {
  return {
    phrases: parts.flatMap(({ phrases }) => phrases),
    hears: parts.flatMap(({ hears = [] }) => hears),
    intakes: parts.flatMap(({ intakes = [] }) => intakes),
    exports: parts.flatMap(({ exports = [] }) => exports),
    actions: together(parts.map(({ actions }) => actions)),
    files: together(parts.map(({ files }) => files)),
    searches: together(parts.map(({ searches }) => searches)),
    rounds: parts.flatMap(({ rounds = [] }) => rounds),
    jobs: parts.flatMap(({ jobs = [] }) => jobs),
    waiting: async (turn) => (await Promise.all(parts.map(({ waiting }) => waiting?.(turn) ?? []))).flat(),
  };
}
