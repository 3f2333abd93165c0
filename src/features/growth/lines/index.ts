import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { field } from '../../../conversation/field.ts';
import { colleagueAlone, colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { lineSharing } from './sharing.ts';
import { editors, type LineTools, lineShowing } from './showing.ts';
import { showTotals } from './totals.ts';

const ofRole = z.object({ role: z.enum(ibroRoles) });
const onVersion = ofRole.extend({ seen: z.number().int().min(0).max(999_999) });
const id = z.string().max(40);
/** Local times at which what is shared is looked at, and taken away where it holds no more. */
const HOURS = ['05:00', '06:00'] as const;

const reading = { needs: colleagueAnywhere };
const changing: { needs: Needs } = { needs: { who: editors, where: 'own chat', typed: 'leerlijn' } };
const own = { needs: { ...colleagueAlone, typed: 'leerlijn' } };
const seeing = { needs: { ...colleagueAlone, typed: 'leerlijn', checked: 'krijgt alleen de eigen teams' } };

/** Leerlijnen: what there is to learn for a role, and who follows it (docs/method.md step 6). */
export function lines(tools: Tools & LineTools): FeatureOffer {
  const line = lineShowing(tools);
  const sharing = lineSharing(tools);
  return {
    phrases: [
      {
        say: 'leerlijn',
        also: ['leerlijnen', 'de leerlijnen', 'wat kan ik leren', 'leren voor een rol'],
        title: 'Lees wat er te leren is: zet de naam van een rol erachter',
        needs: colleagueAnywhere,
        takesRest: true,
        run: (turn, rest) => line.typed(turn, rest),
      },
    ],
    actions: {
      'line.all': action(z.object({}), () => line.all(), reading),
      'line.show': action(ofRole, (turn, { role }) => line.show(turn, role), reading),
      'line.edit': action(ofRole, (_, { role }) => line.edit(role), changing),
      'line.module': action(ofRole.extend({ id }), (_, sent) => line.module(sent.role, sent.id), changing),
      'line.save-module': action(
        onVersion.extend({
          id,
          title: field.text,
          kind: field.choice,
          provider: field.text,
          form: field.text,
          time: field.text,
        }),
        (turn, { role, seen, id: module, ...typed }) =>
          line.saveModule(turn, { role, seen, id: module }, typed),
        changing,
      ),
      'line.remove-module': action(
        onVersion.extend({ id }),
        (turn, target) => line.removeModule(turn, target),
        changing,
      ),
      'line.adopt': action(onVersion, (turn, target) => line.adopt(turn, target), changing),
      'line.start': action(ofRole, (_, { role }) => line.start(role), changing),
      'line.save-start': action(
        onVersion.extend({ day: field.date }),
        (turn, { day, ...target }) => line.saveStart(turn, target, { day }),
        changing,
      ),
      'line.mine': action(ofRole, (turn, { role }) => line.mine(turn, role), own),
      'line.follow': action(ofRole, (turn, { role }) => line.follow(turn, role), own),
      'line.unfollow': action(ofRole, (turn, { role }) => line.unfollow(turn, role), own),
      'line.done': action(ofRole, (turn, { role }) => line.done(turn, role), own),
      'line.save-done': action(
        ofRole.extend({ done: field.choices }),
        (turn, { role, done }) => line.saveDone(turn, role, done),
        own,
      ),
      'line.share': action(ofRole, (turn, { role }) => line.share(turn, role), own),
      'line.unshare': action(ofRole, (turn, { role }) => line.unshare(turn, role), own),
      'line.totals': action(z.object({}), (turn) => showTotals(tools, turn), seeing),
    },
    jobs: [
      {
        name: 'line-shares',
        when: { hours: HOURS },
        run: async ({ now, once }) => {
          const name = { what: 'line-shares', about: 'all', period: today(now).toString() };
          await once(name, () => sharing.endOld());
        },
      },
    ],
  };
}
