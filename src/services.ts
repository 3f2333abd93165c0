import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type Config, KeyNeeded } from './config.ts';
import type { Services } from './features/module.ts';
import { createLinks } from './files/links.ts';
import { lazily } from './lib/lazily.ts';
import { whenUsed } from './lib/when-used.ts';
import { auditLog } from './people/audit.ts';
import { derivedKey } from './people/key-ring.ts';
import { notingDecisions, notingStops } from './people/noting.ts';
import { type Pseudonymise, pseudonymiser } from './people/pseudonym.ts';
import { settingsStore } from './people/settings.ts';
import { silences } from './people/silence.ts';
import { peopleStore } from './people/store.ts';
import { takenBack } from './people/taken-back.ts';
import { teamLinks } from './people/team-links.ts';
import { noticingRemovals, type Storage, sealedStorage } from './storage/index.ts';

/**
 * What features stand on: everything below the Teams edge that belongs to no feature. The bot, the command line and the
 * demo share it. Without a secret key in the configuration all works that needs none; the rest throws `KeyNeeded` when it is
 * used, before it writes anything (trust:no-key-needed).
 */
export function createServices(config: Config, unsealed: Storage, now: () => Temporal.Instant): Services {
  const { tenantId: tenant, administrators, nextSecret } = config;
  const secret = (purpose: string) => {
    if (!config.secret) throw new KeyNeeded();
    return derivedKey(config.secret, tenant, purpose);
  };
  const others = (purpose: string) => config.otherSecrets.map((one) => derivedKey(one, tenant, purpose));
  const taken = takenBack(
    unsealed,
    tenant,
    lazily(() => secret('taken back')),
    lazily(() => others('taken back')),
    now,
  );
  const sealed = sealedStorage(
    unsealed,
    lazily(() => secret('sealed fields')),
    lazily(() => others('sealed fields')),
  );
  const storage = noticingRemovals(sealed, taken.rows);
  const pseudonyms = lazily(() => pseudonymiser(secret('pseudonyms'), tenant));
  const pseudonymise: Pseudonymise = (...who) => pseudonyms()(...who);
  const pseudonymisers = lazily(() => others('pseudonyms').map((one) => pseudonymiser(one, tenant)));
  return {
    tenant,
    storage,
    asStored: unsealed,
    takenBack: taken,
    now,
    newId: (prefix) => `${prefix}-${randomBytes(4).toString('hex')}`,
    people: notingStops(peopleStore(storage, tenant), taken),
    teamLinks: teamLinks(storage, tenant),
    settings: notingDecisions(settingsStore(storage, tenant, now), taken),
    audit: auditLog(storage, tenant, now),
    isLocal: config.local,
    publicUrl: config.publicUrl,
    links: whenUsed(() => createLinks(storage, secret('links'), config.publicUrl, now)),
    pseudonymise,
    silence: silences(storage, tenant, () => [pseudonymise, ...pseudonymisers()], now),
    hasKey: config.secret !== undefined,
    secret,
    ring: {
      next: nextSecret && ((purpose) => derivedKey(nextSecret, tenant, purpose)),
      others,
      pseudonymisers,
    },
    administrators,
  };
}
