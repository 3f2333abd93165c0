import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import type { IbroRole } from '../../../people/person.ts';
import type { RecordedForRole } from '../../mandates/contract.ts';
import type { Tools } from '../../module.ts';
import type { SharedLearning, SharedLearnings } from '../../pilots/contract.ts';
import { rolesMeant } from '../content/roles.ts';
import { allProfilesCard, profileCard, whichRoleCard } from './cards.ts';
import { currentProfile } from './profile.ts';
import type { ProfileStore } from './store.ts';

export interface ShowingTools extends Pick<Tools, 'administrators'> {
  profiles: ProfileStore;
  recordedFor: RecordedForRole;
  shared: SharedLearnings;
}

/** Who may change a profile. */
export const editors = ['beheerder', 'afdelingshoofd'] as const;

const unknownRole = 'Die rol ken ik niet. Kies een van de vier.';

/** Role profiles as everybody reads them (docs/method.md step 3). */
export function showing({ profiles, recordedFor, shared, administrators }: ShowingTools) {
  /** In their own chat alone: elsewhere others see the card too. */
  async function mayChange(turn: Turn): Promise<boolean> {
    if (turn.scope !== 'personal') return false;
    const me = await turn.person();
    return editors.some((right) => hasAccess(right, turn.directoryId, me, administrators));
  }

  /** The learning points beside a profile, as far as they are shared still; nothing of pilots is read where there are none. */
  async function pointsOf(role: IbroRole): Promise<SharedLearning[]> {
    const ids = await profiles.points(role);
    if (ids.length === 0) return [];
    const there = new Map((await shared()).map((one) => [one.id, one]));
    return ids.flatMap((id) => there.get(id) ?? []);
  }

  async function show(turn: Turn, role: IbroRole, note = ''): Promise<Message> {
    const [versions, recorded, points, isEditor] = await Promise.all([
      profiles.versions(role),
      recordedFor(role, today(turn.now).toString()),
      pointsOf(role),
      mayChange(turn),
    ]);
    return profileCard(
      { role, parts: currentProfile(versions, role), recorded, points },
      { note, mayChange: isEditor },
    );
  }

  /** The four roles, with the last day on which each was changed. */
  async function all(note = ''): Promise<Message> {
    const changedOn = new Map<IbroRole, string>();
    for (const { role, day } of await profiles.versions())
      if (day > (changedOn.get(role) ?? '')) changedOn.set(role, day);
    return allProfilesCard(changedOn, note);
  }

  return {
    show,
    all,
    pointsOf,
    /** A role as somebody typed it: a slip is forgiven, and what is no role leads to the four. */
    typed: (turn: Turn, rest: string): Promise<Message> | Message => {
      if (rest.trim() === '') return all();
      const [role, ...others] = rolesMeant(rest);
      if (!role) return all(unknownRole);
      return others.length > 0 ? whichRoleCard([role, ...others]) : show(turn, role);
    },
  };
}
