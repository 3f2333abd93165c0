import type { Handover } from '../../../src/features/roles/handovers/handover.ts';
import { versionOf } from '../../../src/features/roles/handovers/rules.ts';
import { roles } from '../../../src/features/roles/index.ts';
import type { Core } from '../../support/core.ts';
import { kinds, TEAM } from './kinds.ts';

const handover: Handover = {
  id: 'O-00000001',
  what: 'KANARIEoverdracht',
  from: 'Afdeling Vergunningen',
  to: 'Objectregistrator',
  trouble: ['long'],
  note: '',
  day: '2026-11-20',
};
const role = 'Objectregisseur' as const;
const part = 'grenzen' as const;

/** A profile that was changed twice, and handovers of the team: one that hampers, one that goes well, one taken off the list. */
export async function bringRoles(core: Core): Promise<void> {
  const { profiles, handovers } = core.opened(roles);
  const by = kinds.administrator.who.account;
  const [was, is] = ['KANARIErolprofiel', 'Je beslist samen.'];
  await profiles.write([{ role, part, seen: 0, text: was }], by, '2026-11-19');
  await profiles.write([{ role, part, seen: 1, text: is }], by, '2026-11-20');
  await handovers.add(TEAM, handover);
  await handovers.add(TEAM, { ...handover, id: 'O-00000002', what: 'Foto’s', settled: '2026-11-20' });
  await handovers.add(TEAM, { ...handover, id: 'O-00000003', what: 'Tekening', removed: '2026-11-20' });
}

const one = { team: TEAM, id: handover.id };
const filled = { what: 'Meetgegevens', from: 'Kadaster', to: 'Geodata-engineer', trouble: '', note: '' };

/** What the actions of profiles and handovers are sent. `shared`: a learning point that may stand beside a profile. */
export const rolesPayloads = (shared: string): Record<string, object> => ({
  'profile.all': {},
  'profile.show': { role },
  'profile.edit': { role },
  'profile.part': { role, part },
  'profile.save': { role, part, seen: 2, text: 'Je beslist nooit alleen.' },
  'profile.history': { role, page: 0 },
  'profile.restore': { role, part, version: 1, seen: 2 },
  'profile.points': { role },
  'profile.save-points': { role, seen: '', points: shared },
  'profile.file': {},
  'handover.list': { team: TEAM, filter: 'all', page: 0 },
  'handover.new': { team: TEAM },
  'handover.add': { team: TEAM, id: 'O-00000009', ...filled },
  'handover.open': one,
  'handover.edit': one,
  'handover.save': { ...one, ...filled, seen: versionOf(handover) },
  'handover.settle': one,
  'handover.unsettle': { team: TEAM, id: 'O-00000002' },
  'handover.remove': one,
  'handover.restore': { team: TEAM, id: 'O-00000003' },
  'handover.file': {},
});
