import { today } from '../../../calendar/clock.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import type { IbroRole } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { SharedLearnings } from '../../pilots/contract.ts';
import { nothingShared, pointsChoosing, pointsForm } from './editing-cards.ts';
import { MOST_POINTS } from './profile.ts';
import type { ProfileStore } from './store.ts';

export interface PointsTools extends Pick<Tools, 'audit'> {
  profiles: ProfileStore;
  shared: SharedLearnings;
  show(turn: Turn, role: IbroRole, note: string): Promise<Message>;
}

const late = 'Iemand anders koos net andere voorbeelden. Jouw keuze staat nog in het formulier.';
const tooMany = `Kies hooguit ${MOST_POINTS} praktijkvoorbeelden.`;
/** The same for the same points, in whatever order. */
const markOf = (ids: readonly string[]) => [...ids].sort().join(',');

/** Putting what pilots and teams shared beside a role profile (docs/method.md step 3: learning points sharpen the profiles). */
export function points({ profiles, shared, audit, show }: PointsTools) {
  return {
    form: async (role: IbroRole): Promise<Message> => {
      const [all, there] = await Promise.all([shared(), profiles.points(role)]);
      if (all.length === 0) return nothingShared(role);
      return pointsForm(role, all, { points: there.join(',') }, { seen: markOf(there) });
    },
    save: async (turn: Turn, role: IbroRole, seen: string, sent: FormValues): Promise<Message> => {
      const [all, there] = await Promise.all([shared(), profiles.points(role)]);
      if (all.length === 0) return nothingShared(role);
      const { sent: typed, problems } = chosenIn([pointsChoosing(all)], sent);
      const known = new Set(all.map(({ id }) => id));
      const wanted = manyOf(typed.points ?? '').filter((id) => known.has(id));
      const wrong = wanted.length > MOST_POINTS ? [tooMany, ...problems] : problems;
      if (wrong.length > 0) return pointsForm(role, all, typed, { seen, problems: wrong });
      if (markOf(wanted) === markOf(there)) return show(turn, role, 'Bewaard.');
      const isLate = () => pointsForm(role, all, typed, { seen: markOf(there), problems: [late] });
      if (seen !== markOf(there)) return isLate();
      await audit.record(turn.directoryId, 'praktijkvoorbeelden bij rolprofiel gekozen', role);
      const isWritten = await profiles.setPoints(role, wanted, today(turn.now).toString());
      return isWritten ? show(turn, role, 'Bewaard.') : isLate();
    },
  };
}
