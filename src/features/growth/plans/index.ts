import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import { isLeaderOf } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { askRemove, quietCard, ready } from './cards.ts';
import { topFields } from './forms.ts';
import { type PlanTools, planMaking } from './making.ts';
import { outcomes, questions } from './plan.ts';
import { planReminder } from './reminder.ts';
import { planSharing } from './sharing.ts';

const alone: Needs = { ...colleagueAlone, typed: 'ontwikkelplan' };
const own = { needs: alone };
const having = { needs: { ...alone, checked: 'heeft zelf een ontwikkelplan' } };
const sharingTo = {
  needs: { ...alone, checked: 'heeft zelf een ontwikkelplan, en kiest een leidinggevende van het team' },
};
const reading = { needs: { ...alone, checked: 'leidt het team, en de medewerker deelt het ontwikkelplan' } };
const none = z.object({});
/** Local times at which what is shared is looked at, and taken away where it holds no more. */
const HOURS = ['05:00', '06:00'] as const;
/** Far more than the mark of the longest plan takes. */
const LONGEST_MARK = 20_000;

/**
 * The ontwikkelplan of who wants or needs one: begun by the employee alone, read by nobody until they share it (docs/method.md step 4.4).
 */
export function plans(tools: Tools & PlanTools): FeatureOffer {
  const plan = planMaking(tools);
  const sharing = planSharing(tools);

  return {
    phrases: [
      {
        say: 'ontwikkelplan',
        also: [
          'mijn ontwikkelplan',
          'mijn plan om te leren',
          'wat wil ik leren',
          'ik wil iets leren',
          'leerplan',
        ],
        title: 'Schrijf op wat je wilt leren, of zoek een buddy',
        needs: alone,
        run: async (turn) => {
          const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
          return ready(me !== undefined && teams.some((team) => isLeaderOf(team, me)));
        },
      },
    ],
    actions: {
      'growth.show': action(none, (turn) => plan.show(turn), own),
      'growth.draft': action(none, (turn) => plan.draft(turn), own),
      'growth.save-draft': action(
        z.object(fieldsOf(field.long, questions)),
        (turn, sent) => plan.saveDraft(turn, sent as FormValues),
        own,
      ),
      'growth.goals': action(none, (turn) => plan.goals(turn), having),
      'growth.save-goals': action(
        z.object({ goals: field.choices, ownGoal: field.text }),
        (turn, sent) => plan.saveGoals(turn, sent),
        having,
      ),
      'growth.step': action(none, (turn) => plan.step(turn), having),
      'growth.save-step': action(
        z.object({ what: field.text, by: field.date }),
        (turn, sent) => plan.saveStep(turn, sent),
        having,
      ),
      'growth.done': action(
        z.object({ outcome: z.enum(outcomes) }),
        (turn, { outcome }) => plan.done(turn, outcome),
        having,
      ),
      'growth.forms': action(none, (turn) => plan.forms(turn), having),
      'growth.save-forms': action(
        z.object(fieldsOf(field.choices, topFields)),
        (turn, sent) => plan.saveForms(turn, sent as FormValues),
        having,
      ),
      'growth.agree': action(none, (turn) => plan.agree(turn), having),
      'growth.save-agree': action(
        z.object({ time: field.text, support: field.long }),
        (turn, sent) => plan.saveAgree(turn, sent),
        having,
      ),
      'growth.ask-share': action(none, (turn) => plan.askShare(turn), having),
      'growth.share': action(
        z.object({ to: field.choice, seen: z.string().max(LONGEST_MARK) }),
        (turn, sent) => plan.share(turn, sent),
        sharingTo,
      ),
      'growth.stop-sharing': action(none, (turn) => plan.stopSharing(turn), own),
      'growth.ask-remove': action(none, async () => askRemove, own),
      'growth.remove': action(none, (turn) => plan.remove(turn), own),
      'growth.quiet': action(
        none,
        async (turn) => {
          await plan.quiet(turn);
          return quietCard;
        },
        having,
      ),
      'growth.list': action(
        z.object({ page: carried(z.number().int().min(0).max(1_000), 0) }),
        (turn, { page }) => plan.list(turn, page),
        reading,
      ),
      'growth.read': action(
        z.object({ person: z.string().max(100) }),
        (turn, { person }) => plan.read(turn, person),
        reading,
      ),
    },
    jobs: [
      planReminder(tools.plans),
      {
        name: 'plan-shares',
        when: { hours: HOURS },
        run: async ({ now, once, settings }) => {
          const name = { what: 'plan-shares', about: 'all', period: today(now).toString() };
          await once(name, async () => sharing.endOld(await settings()));
        },
      },
    ],
  };
}
