import { hkdfSync, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Config } from './config.ts';
import type { Services } from './features/module.ts';
import { createLinks } from './files/links.ts';
import { auditLog } from './people/audit.ts';
import { pseudonymiser } from './people/pseudonym.ts';
import { settingsStore } from './people/settings.ts';
import { silences } from './people/silence.ts';
import { peopleStore } from './people/store.ts';
import { teamLinks } from './people/team-links.ts';
import { type Storage, sealedStorage } from './storage/index.ts';

/**
 * What features stand on: everything below the Teams edge that belongs to no feature. The bot, the command line and the
 * demo share it.
 */
export function createServices(config: Config, unsealed: Storage, now: () => Temporal.Instant): Services {
  const { tenantId: tenant, administrators } = config;
  const secret = (purpose: string) => Buffer.from(hkdfSync('sha256', config.secret, tenant, purpose, 32));
  const storage = sealedStorage(unsealed, secret('sealed fields'));
  const pseudonymise = pseudonymiser(secret('pseudonyms'), tenant);
  return {
    tenant,
    storage,
    now,
    newId: (prefix) => `${prefix}-${randomBytes(4).toString('hex')}`,
    people: peopleStore(storage, tenant),
    teamLinks: teamLinks(storage, tenant),
    settings: settingsStore(storage, tenant, now),
    audit: auditLog(storage, tenant, now),
    isLocal: config.local,
    publicUrl: config.publicUrl,
    links: createLinks(storage, secret('links'), config.publicUrl, now),
    pseudonymise,
    silence: silences(storage, tenant, pseudonymise, now),
    secret,
    administrators,
  };
}
