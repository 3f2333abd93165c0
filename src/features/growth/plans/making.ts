import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { ownLeads } from '../../../people/leading.ts';
import type { Tools } from '../../module.ts';
import { learningGoals } from '../content/goals.ts';
import { beginCard, listCard, notShared, planCard, removed, sharedCard, stillSharedCard } from './cards.ts';
import { agreeForm, draftForm, goalsForm, shareForm, stepForm, topFields, topForm } from './forms.ts';
import { longest, type Outcome, type Plan } from './plan.ts';
import { begun, changed, contentOf, draftIn, draftProblems, markOf, stepProblems, topIn } from './rules.ts';
import { planSharing } from './sharing.ts';
import type { PlanStore } from './store.ts';

export interface PlanTools extends Pick<Tools, 'people'> {
  plans: PlanStore;
}

/** Making one's own plan, and reading what somebody else shared of theirs. */
export function planMaking(tools: PlanTools) {
  const { plans, people } = tools;
  const sharing = planSharing(tools);
  const dayOf = (turn: Turn) => today(turn.now).toString();

  async function shown(turn: Turn, plan: Plan, done = ''): Promise<Message> {
    const [leads, shared] = await Promise.all([
      ownLeads(turn, people),
      sharing.of(turn.directoryId, await turn.settings()),
    ]);
    return planCard({ plan, leads, shared, today: dayOf(turn) }, done);
  }

  /** Runs `then` on the plan of who asks; where there is none, the way to begin is shown. */
  async function onPlan(turn: Turn, then: (plan: Plan) => Message | Promise<Message>): Promise<Message> {
    if (!(await turn.person())) return unknownPerson;
    const plan = await plans.of(turn.directoryId);
    if (plan) return then(plan);
    return (await plans.sharedOf(turn.directoryId)) ? stillSharedCard : beginCard;
  }

  /** Changes the plan of who asks, unless something is wrong with what was typed: then the form is shown again. */
  const save = (
    turn: Turn,
    problems: readonly string[],
    again: (plan: Plan) => Message,
    change: (plan: Plan) => Partial<Plan>,
  ) =>
    onPlan(turn, async (plan) => {
      if (problems.length > 0) return again(plan);
      const after = await plans.change(turn.directoryId, (now) => changed(now, change(now), dayOf(turn)));
      return after ? shown(turn, after, 'Bewaard.') : beginCard;
    });

  return {
    show: (turn: Turn) => onPlan(turn, (plan) => shown(turn, plan)),

    async draft(turn: Turn): Promise<Message> {
      if (!(await turn.person())) return unknownPerson;
      return draftForm(await plans.of(turn.directoryId));
    },

    /** Begins a plan, or changes the draft of it. */
    async saveDraft(turn: Turn, typed: FormValues): Promise<Message> {
      if (!(await turn.person())) return unknownPerson;
      const problems = draftProblems(typed);
      if (problems.length > 0) return draftForm(await plans.of(turn.directoryId), typed, problems);
      const plan = begun(draftIn(typed), dayOf(turn));
      if (await plans.begin(turn.directoryId, plan))
        return shown(turn, plan, 'Bewaard. Kies nu één kleine stap.');
      return save(
        turn,
        [],
        () => beginCard,
        () => ({ draft: draftIn(typed) }),
      );
    },

    goals: (turn: Turn) => onPlan(turn, (plan) => goalsForm(plan)),

    saveGoals(turn: Turn, typed: FormValues): Promise<Message> {
      const chosen = new Set(manyOf(typed.goals ?? ''));
      const problems = lengthProblems(typed, [['ownGoal', 'Een eigen leerdoel', longest.ownGoal]]);
      return save(
        turn,
        problems,
        (plan) => goalsForm(plan, typed, problems),
        () => ({
          goals: learningGoals.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
          ownGoal: typed.ownGoal ?? '',
        }),
      );
    },

    step: (turn: Turn) => onPlan(turn, (plan) => stepForm(plan, dayOf(turn))),

    saveStep(turn: Turn, typed: FormValues): Promise<Message> {
      const { what = '', by = '' } = typed;
      const problems = stepProblems(typed, dayOf(turn));
      return save(
        turn,
        problems,
        (plan) => stepForm(plan, dayOf(turn), typed, problems),
        () => ({ step: { what, by } }),
      );
    },

    /** Says what came of the step: no more than that. */
    done: (turn: Turn, outcome: Outcome) =>
      onPlan(turn, (plan) =>
        plan.step
          ? save(
              turn,
              [],
              () => beginCard,
              ({ step }) => (step ? { step: { ...step, outcome } } : {}),
            )
          : shown(turn, plan, 'Kies eerst een kleine stap.'),
      ),

    forms: (turn: Turn) => onPlan(turn, (plan) => topForm(plan)),

    saveForms(turn: Turn, typed: FormValues): Promise<Message> {
      const { forms, problems } = topIn(topFields.map((place) => typed[place]));
      return save(
        turn,
        problems,
        (plan) => topForm(plan, typed, problems),
        () => ({ forms }),
      );
    },

    agree: (turn: Turn) => onPlan(turn, (plan) => agreeForm(plan)),

    saveAgree(turn: Turn, typed: FormValues): Promise<Message> {
      const { time = '', support = '' } = typed;
      const problems = lengthProblems(typed, [
        ['time', 'Tijd in het rooster', longest.time],
        ['support', 'Wat helpt', longest.support],
      ]);
      return save(
        turn,
        problems,
        (plan) => agreeForm(plan, typed, problems),
        () => ({ time, support }),
      );
    },

    askShare: (turn: Turn) =>
      onPlan(turn, async (plan) => {
        const leads = await ownLeads(turn, people);
        return leads.length > 0
          ? shareForm(plan, leads)
          : shown(turn, plan, 'Bij je team staat nog geen leidinggevende.');
      }),

    /** Shares exactly what was seen, with one who leads the team. */
    share: (turn: Turn, { to, seen }: { to: string; seen: string }) =>
      onPlan(turn, async (plan) => {
        const [me, leads] = await Promise.all([turn.person(), ownLeads(turn, people)]);
        const lead = leads.find(({ directoryId }) => directoryId === to);
        if (!lead || !me) {
          const problem = 'Kies een leidinggevende van je team.';
          return leads.length > 1 ? shareForm(plan, leads, [problem]) : shown(turn, plan, problem);
        }
        if (markOf(plan) !== seen)
          return shown(turn, plan, 'Je plan is net gewijzigd en nog niet gedeeld. Kijk het na.');
        await plans.share(turn.directoryId, {
          ...contentOf(plan),
          manager: to,
          team: me.team,
          day: dayOf(turn),
        });
        return shown(turn, plan, 'Gedeeld is wat hier staat, behalve je top 5.');
      }),

    /** Also without a plan: what was shared is kept longer than a plan that nobody changes. */
    async stopSharing(turn: Turn): Promise<Message> {
      await plans.stopSharing(turn.directoryId);
      return onPlan(turn, (plan) => shown(turn, plan, 'Je deelt je ontwikkelplan niet meer.'));
    },

    async remove(turn: Turn): Promise<Message> {
      await plans.remove(turn.directoryId);
      return removed;
    },

    async quiet(turn: Turn): Promise<void> {
      await plans.change(turn.directoryId, (now) => (now.quiet ? now : { ...now, quiet: true }));
    },

    async list(turn: Turn, page: number): Promise<Message> {
      return listCard(
        (await sharing.all(turn.directoryId, await turn.settings())).map(({ id, person, shared }) => ({
          id,
          person,
          day: shared.day,
        })),
        page,
      );
    },

    async read(turn: Turn, person: string): Promise<Message> {
      const found = await sharing.read(person, turn.directoryId, await turn.settings());
      return found ? sharedCard(found.person, found.shared) : notShared;
    },
  };
}
