import type { HealthCheck } from '../doctor/contract.ts';
import type { Services } from '../module.ts';
import { type ProposalStore, proposalStore } from './changes/proposal-store.ts';
import { nameInRegister } from './chat/mentioned.ts';
import type { RecordedForRole, RegisterDuties } from './contract.ts';
import { colleaguesOf } from './register/colleagues.ts';
import { dutiesOn } from './register/duties.ts';
import { recordedForRole } from './register/for-role.ts';
import { namedIn } from './register/named.ts';
import { type MandateStore, mandateStore } from './register/store.ts';
import { type GapStore, gapStore } from './review/gaps.ts';
import { registerCheck } from './review/health.ts';

/** What the mandate register keeps. */
export interface MandateStores {
  store: MandateStore;
  gaps: GapStore;
  proposals: ProposalStore;
  /** What the register says of somebody, in Dutch lines: it knows names only, so also of who has the same one. */
  inNameOf(directoryId: string): Promise<string[]>;
  /** Names and words of the register as it is now: of areas, registrations, activities, functions, organisations and people. */
  words(): Promise<string[]>;
  /** Who may process, validate, approve and direct on a day (ISO date), as far as the register says so. */
  duties(day: string): Promise<RegisterDuties>;
  /** What the register records for a role. */
  recordedFor: RecordedForRole;
  /** How the register is doing. */
  check: HealthCheck;
}

/** Opens the register of one tenant. */
export function openStores({ storage, tenant, people, settings, now }: Services): MandateStores {
  const store = mandateStore(storage, tenant);

  async function inNameOf(directoryId: string): Promise<string[]> {
    const [{ lookup, records }, everybody] = await Promise.all([store.current(), people.everybody()]);
    const own = everybody.filter((person) => person.directoryId === directoryId);
    const names = own.flatMap((person) => [person.name, nameInRegister(person, everybody, lookup)]);
    return namedIn(records, names);
  }

  async function words(): Promise<string[]> {
    const { entries, areas, tenures } = (await store.current()).lookup.register;
    return [
      ...areas.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...entries.flatMap((entry) => [
        entry.registration,
        entry.activity,
        entry.organisation,
        entry.holder,
        ...entry.deputies,
      ]),
      ...tenures.flatMap(({ function: held, person }) => [held, person]),
    ];
  }

  return {
    store,
    inNameOf,
    words,
    duties: async (day) => {
      const [{ lookup }, everybody] = await Promise.all([store.current(), people.everybody()]);
      return dutiesOn(lookup, day, colleaguesOf(everybody, []));
    },
    recordedFor: async (role, day) => {
      const { lookup, pointer } = await store.current();
      return pointer && recordedForRole(lookup.register, role, day);
    },
    check: registerCheck({ store, people, settings, now }),
    gaps: gapStore(storage, tenant),
    proposals: proposalStore(storage, tenant),
  };
}
