import pMap from 'p-map';
import { isDate, today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { hasAccess } from '../../../people/access.ts';
import { type IbroRole, isPresent, oncePerAccount } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { allLinesCard, doneForm, editCard, lineCard, mineCard, moduleForm, startForm } from './cards.ts';
import type { Line } from './line.ts';
import { isSharedWith, moduleIn, moduleProblems, roleTyped, unshared, withModule } from './rules.ts';
import { lineSharing } from './sharing.ts';
import type { LineStore } from './store.ts';

export interface LineTools extends Pick<Tools, 'audit' | 'administrators' | 'newId' | 'people'> {
  lines: LineStore;
}

/** Who changes and adopts a leerlijn: the same as a role profile. */
export const editors = ['beheerder', 'afdelingshoofd'] as const;

const late = 'Iemand anders was net eerder. Er is niets veranderd. Dit staat er nu.';

/** A leerlijn as a form or button shows it. */
export interface Target {
  role: IbroRole;
  seen: number;
}

/** Reading, changing, adopting and following leerlijnen (docs/method.md step 6). */
export function lineShowing({ lines, audit, administrators, newId, people }: LineTools) {
  const shares = lineSharing({ people, lines });
  const dayOf = (turn: Turn) => today(turn.now).toString();

  async function mayChange(turn: Turn): Promise<boolean> {
    if (turn.scope !== 'personal') return false;
    const me = await turn.person();
    return editors.some((right) => hasAccess(right, turn.directoryId, me, administrators));
  }

  const show = async (turn: Turn, role: IbroRole, done = ''): Promise<Message> =>
    lineCard(role, await lines.of(role), await mayChange(turn), done);

  /** Changes the version that was seen, logged first; where another was made since, that is shown and nothing changes. */
  async function change(
    turn: Turn,
    { role, seen }: Target,
    what: string,
    make: (now: Line) => Line,
    done: string,
  ) {
    await audit.record(turn.directoryId, what, role);
    const isWritten = await lines.change(role, seen, make);
    return editCard(role, await lines.of(role), isWritten ? done : late);
  }

  const next = (now: Line, turn: Turn): Line => ({ ...now, version: now.version + 1, day: dayOf(turn) });

  /** The names of those in the team of who asks who share that they follow it. */
  async function sharing(turn: Turn, role: IbroRole): Promise<string[]> {
    const place = await turn.workplace();
    const members = oncePerAccount((place?.members ?? []).filter(isPresent));
    const found = await pMap(
      members.filter(({ directoryId }) => directoryId !== undefined && directoryId !== turn.directoryId),
      async ({ directoryId = '', name }) => {
        const followed = await shares.followedBy(directoryId);
        return followed.some((one) => one.role === role && isSharedWith(one, place?.team?.key)) ? [name] : [];
      },
      { concurrency: 8 },
    );
    return found.flat().toSorted((a, b) => a.localeCompare(b, 'nl'));
  }

  async function mine(turn: Turn, role: IbroRole, done = ''): Promise<Message> {
    if (!(await turn.person())) return unknownPerson;
    const [line, followed, others] = await Promise.all([
      lines.of(role),
      shares.followedBy(turn.directoryId),
      sharing(turn, role),
    ]);
    const found = followed.find((one) => one.role === role);
    return mineCard(role, line, found, others, done);
  }

  return {
    show,
    mine,

    async typed(turn: Turn, rest: string): Promise<Message> {
      const role = roleTyped(` ${rest}`);
      if (role) return show(turn, role);
      return allLinesCard(
        await lines.all(),
        rest.trim() === '' ? '' : 'Die rol ken ik niet. Kies een van de vier.',
      );
    },

    all: async (): Promise<Message> => allLinesCard(await lines.all()),
    edit: async (role: IbroRole): Promise<Message> => editCard(role, await lines.of(role)),
    module: async (role: IbroRole, id: string): Promise<Message> =>
      moduleForm(role, await lines.of(role), id),

    async saveModule(turn: Turn, target: Target & { id: string }, typed: FormValues): Promise<Message> {
      const { role, seen } = target;
      const line = await lines.of(role);
      const id = target.id || newId('M');
      const problems = moduleProblems(typed, line.modules.filter((one) => one.id !== id).length);
      if (problems.length > 0)
        return moduleForm(role, { ...line, version: seen }, target.id, typed, problems);
      if (line.version !== seen) return moduleForm(role, line, target.id, typed, [`${late} Bewaar opnieuw.`]);
      return change(
        turn,
        target,
        'leerlijn gewijzigd',
        (now) => next({ ...now, modules: withModule(now.modules, moduleIn(id, typed)) }, turn),
        'Bewaard.',
      );
    },

    removeModule: (turn: Turn, { id, ...target }: Target & { id: string }) =>
      change(
        turn,
        target,
        'leerlijn gewijzigd',
        (now) => next({ ...now, modules: now.modules.filter((one) => one.id !== id) }, turn),
        'De module is weg.',
      ),

    /** Adopts exactly the version that was seen. What is changed after that has to be adopted anew. */
    adopt: (turn: Turn, target: Target) =>
      change(
        turn,
        target,
        'leerlijn vastgesteld',
        (now) => {
          const after = next(now, turn);
          return { ...after, adopted: dayOf(turn), adoptedVersion: after.version };
        },
        'Vastgesteld.',
      ),

    start: async (role: IbroRole): Promise<Message> => startForm(role, await lines.of(role)),

    async saveStart(turn: Turn, target: Target, typed: FormValues): Promise<Message> {
      const { day = '' } = typed;
      const line = await lines.of(target.role);
      const problems = !isDate(day)
        ? ['Kies een dag die bestaat.']
        : day > dayOf(turn)
          ? ['Kies vandaag of een dag die geweest is.']
          : [];
      if (problems.length > 0) return startForm(target.role, line, typed, problems);
      return change(turn, target, 'leerlijn begonnen', (now) => ({ ...now, started: day }), 'Bewaard.');
    },

    async follow(turn: Turn, role: IbroRole): Promise<Message> {
      if (!(await turn.person())) return unknownPerson;
      await lines.follow(turn.directoryId, { role, day: dayOf(turn), done: [] });
      return mine(turn, role, 'Je volgt deze leerlijn.');
    },

    async unfollow(turn: Turn, role: IbroRole): Promise<Message> {
      await lines.unfollow(turn.directoryId, role);
      return mine(turn, role, 'Je volgt deze leerlijn niet meer.');
    },

    async done(turn: Turn, role: IbroRole): Promise<Message> {
      const followed = (await lines.followedBy(turn.directoryId)).find((one) => one.role === role);
      return followed ? doneForm(role, await lines.of(role), followed) : mine(turn, role);
    },

    async saveDone(turn: Turn, role: IbroRole, sent: string): Promise<Message> {
      const chosen = new Set(manyOf(sent));
      const { modules } = await lines.of(role);
      const done = modules.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
      await lines.changeFollowing(turn.directoryId, role, (now) => ({ ...now, done }));
      return mine(turn, role, 'Bewaard.');
    },

    async share(turn: Turn, role: IbroRole): Promise<Message> {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const shared = { shared: dayOf(turn), sharedWith: me.team };
      await lines.changeFollowing(turn.directoryId, role, (now) => ({ ...now, ...shared }));
      return mine(turn, role, 'Je team weet nu dat je deze leerlijn volgt.');
    },

    async unshare(turn: Turn, role: IbroRole): Promise<Message> {
      await lines.changeFollowing(turn.directoryId, role, unshared);
      return mine(turn, role, 'Je deelt dit niet meer.');
    },
  };
}
