import { DELIVERY_QUEUE } from './delivery/tables.ts';
import { backup } from './features/backup/index.ts';
import { checkin } from './features/checkin/index.ts';
import { compliments } from './features/compliments/index.ts';
import { type Entry, use } from './features/compose.ts';
import { distress } from './features/distress/index.ts';
import { doctor } from './features/doctor/index.ts';
import { PROBE_QUEUE } from './features/doctor/tables.ts';
import { growth } from './features/growth/index.ts';
import { help } from './features/help/index.ts';
import { intake } from './features/intake/index.ts';
import { mandates } from './features/mandates/index.ts';
import { mine } from './features/mine/index.ts';
import { pilots } from './features/pilots/index.ts';
import { plan } from './features/plan/index.ts';
import { presence } from './features/presence/index.ts';
import { privacy } from './features/privacy/index.ts';
import { roles } from './features/roles/index.ts';
import { settings } from './features/settings/index.ts';
import { team } from './features/team/index.ts';
import { tips } from './features/tips/index.ts';
import { roomTables } from './room-tables.ts';
import {
  type AnyTable,
  openStorage,
  type Storage,
  type StorageAddress,
  type StorageOptions,
} from './storage/index.ts';

/** Everything Kompas can do: one line a feature, in the order of the help and of answering free text. */
export const kompas: readonly Entry[] = [
  use(distress),
  use(checkin, (of) => ({ tipFor: of(tips).tipsFor(of(pilots).isInPilot), sinceLast: of(team).sinceLast })),
  use(mandates),
  use(tips, (of) => ({
    lately: of(checkin).lately,
    registerWords: of(mandates).words,
    isInPilot: of(pilots).isInPilot,
  })),
  use(pilots),
  use(roles, (of) => ({ register: of(mandates), shared: of(pilots).sharedLearnings })),
  use(growth, (of) => ({ assigned: of(roles).assignments.of })),
  use(plan, (of) => ({
    roles: of(roles).rolesState,
    holders: of(roles).roleHolders,
    pilots: of(pilots).closedPilots,
    closedFor: of(pilots).closedFor,
    dialogue: of(tips).dialogueState,
    learning: of(growth).learningState,
    passable: of(team).passable,
  })),
  use(team, (of) => ({ scored: of(checkin).scored, comments: of(checkin).comments })),
  use(mine),
  use(compliments),
  use(presence),
  use(settings, (of) => ({ ending: of(team).ending })),
  use(intake),
  use(backup),
  use(doctor, (of) => ({ checks: [of(mandates).check, of(backup).check] })),
  use(privacy, (of) => ({ inRegister: of(mandates).inNameOf })),
  use(help),
];

/** Every table there is: what is not in this list cannot be opened, shown, erased or left to expire. */
export function tablesOf(features: readonly Entry[] = kompas): AnyTable[] {
  return [...roomTables, ...features.flatMap(({ module }) => module.tables)];
}

export const queues = [DELIVERY_QUEUE, PROBE_QUEUE];

/** Opens this installation's storage. `prefix` keeps tests apart. */
export function openKompasStorage(
  address: StorageAddress,
  options: Pick<StorageOptions, 'prefix' | 'onRequest' | 'attemptMs'> = {},
  features: readonly Entry[] = kompas,
): Promise<Storage> {
  return openStorage({ address, tables: tablesOf(features), queues, ...options });
}
