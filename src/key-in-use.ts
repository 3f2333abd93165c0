import type { Temporal } from 'temporal-polyfill';
import type { Config } from './config.ts';
import { checkOfKey } from './people/key-ring.ts';
import { settingsStore } from './people/settings.ts';
import type { Storage } from './storage/index.ts';

/**
 * The configuration with, as its secret key, the one of the ring that Kompas writes with here. A new key may be set beside the old
 * one at any time: nothing goes over to it before `sleutel roteer`, and until then all is written and read with the old one. Where
 * nothing was written yet, or with a key that is in no ring, it stays as it was given. Reads the settings when there is a ring.
 */
export async function withKeyInUse(
  config: Config,
  storage: Storage,
  now: () => Temporal.Instant,
): Promise<Config> {
  const { secret, otherSecrets, tenantId } = config;
  if (!secret || otherSecrets.length === 0) return config;
  const { keyCheck } = (await settingsStore(storage, tenantId, now).read()).municipality;
  if (keyCheck === undefined || keyCheck === checkOfKey(secret, tenantId)) return config;
  const inUse = otherSecrets.find((one) => checkOfKey(one, tenantId) === keyCheck);
  if (!inUse) return config;
  return {
    ...config,
    secret: inUse,
    otherSecrets: [secret, ...otherSecrets.filter((one) => one !== inUse)],
    nextSecret: secret,
  };
}
