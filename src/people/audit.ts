import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { key, type Storage } from '../storage/index.ts';
import { type AuditEntry, auditTable } from './tables.ts';

/** The name in the log for what Kompas does by itself, such as ending the duties of somebody who left. */
export const BY_ITSELF = 'kompas';

export interface Audit {
  /**
   * Writes down a managing action. `about` names a team, a person's id or a setting, never an answer. With
   * `once` a repeat of the same action at the same moment writes nothing more, so that work that broke off
   * can be finished later.
   */
  record(
    who: string,
    what: string,
    about: string,
    once?: { at: Temporal.Instant; name: string },
  ): Promise<void>;
}

/**
 * The audit log of one tenant (trust:managing-is-logged). Partition: tenant and month. Row: who, moment, and
 * a random part or the name that was given.
 */
export function auditLog(storage: Storage, tenant: string, now: () => Temporal.Instant): Audit {
  const table = storage.table(auditTable);
  return {
    record: async (who, what, about, once) => {
      const moment = once?.at ?? now();
      const at = moment.toString();
      const entry: AuditEntry = { who, what, about, at, day: today(moment).toString() };
      const name = once?.name ?? randomBytes(4).toString('hex');
      await table.insert(key(tenant, at.slice(0, 7)), key(who, at, name), entry);
    },
  };
}
