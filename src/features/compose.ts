import type { Feature } from '../conversation/offer.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from './module.ts';

/** Gives what a feature opened. Throws for one that is not in the list. */
export type Opened = <O>(module: FeatureModule<O, never>) => O;

/** One feature in the list of `kompas.ts`, with what it is given of others. */
export interface Entry {
  // biome-ignore lint/suspicious/noExplicitAny: features of all kinds stand in one list; `use` ties each to its needs.
  module: FeatureModule<any, any>;
  needs(opened: Opened): unknown;
}

/** A feature that needs nothing of others. */
export function use<O>(module: FeatureModule<O, void>): Entry;
/** A feature and what it is given of others; called when all are open. */
export function use<O, N>(module: FeatureModule<O, N>, needs: (opened: Opened) => N): Entry;
export function use<O, N>(module: FeatureModule<O, N>, needs?: (opened: Opened) => N): Entry {
  return { module, needs: needs ?? (() => undefined) };
}

/** Opens every feature once. */
export function openAll(list: readonly Entry[], services: Services): Opened {
  const opened = new Map<unknown, unknown>(list.map(({ module }) => [module, module.open(services)]));
  return <O>(module: FeatureModule<O, never>): O => {
    if (!opened.has(module)) throw new Error(`the feature ${module.name} is not in the list of kompas.ts`);
    return opened.get(module) as O;
  };
}

/** What all features offer, in the order of the list. */
export function offerAll(
  list: readonly Entry[],
  opened: Opened,
  tools: Omit<Tools, 'features'>,
): (Feature & FeatureOffer)[] {
  const features: (Feature & FeatureOffer)[] = [];
  const withFeatures: Tools = { ...tools, features: () => features };
  for (const { module, needs } of list) {
    const offer = module.offer(opened(module), withFeatures, needs(opened));
    features.push({ ...offer, name: module.name, title: module.title });
  }
  return features;
}
