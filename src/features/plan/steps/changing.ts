import { today } from '../../../calendar/clock.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { manyOf } from '../../../language/fitted.ts';
import { eraseChosen } from '../../../people/erase-again.ts';
import type { MethodStep } from '../../../people/steps.ts';
import type { PlanForm } from '../content/step.ts';
import { allStepsCard, askCloseCard, notYours, stepCard } from './cards.ts';
import { choosable, LATE, NOBODY, stepChoosings, stepForm, ticksForm } from './forms.ts';
import { MOST_SUPPORTERS } from './plan.ts';
import { type Reading, readingOf, stepIn } from './reading.ts';
import { type StepView, stepProblems } from './rules.ts';
import type { StepChange } from './store.ts';
import type { StepsTools } from './tools.ts';
import { formWords } from './words.ts';

/** A step, and the version of it that somebody had before them. */
export interface Target {
  step: MethodStep;
  seen: number;
}

/** Changing the plan: who sees to a step, when, what is done, and closing it. Each change is in the log. */
export function changing(tools: StepsTools) {
  const { plan, audit, everybody } = tools;

  /** Runs with the step for who may change it. */
  async function forWhoMay(
    turn: Turn,
    number: MethodStep,
    run: (reading: Reading, step: StepView) => Promise<Message> | Message,
  ): Promise<Message> {
    const reading = await readingOf(tools, turn);
    const step = stepIn(reading.view, number);
    return reading.mayChange(step) ? run(reading, step) : notYours;
  }

  async function shown(turn: Turn, number: MethodStep, note: string): Promise<Message> {
    const { view, mayKeep, mayChange, isMine } = await readingOf(tools, turn);
    const step = stepIn(view, number);
    return stepCard(view, step, { note, mayKeep, mayChange: mayChange(step), isMine: isMine(step) });
  }

  /** Writes a change, logged first. False when somebody else changed the step since. */
  async function write(
    turn: Turn,
    { step, seen }: Target,
    what: string,
    change: StepChange,
  ): Promise<boolean> {
    await audit.record(turn.directoryId, 'stappenplan gewijzigd', `stap ${step}: ${what}`);
    return plan.change(step, seen, change, today(turn.now).toString());
  }

  return {
    edit: (turn: Turn, number: MethodStep) =>
      forWhoMay(turn, number, async (_, step) => stepForm(step, choosable(await everybody()))),

    save: (turn: Turn, target: Target, filled: FormValues) =>
      forWhoMay(turn, target.step, async (_, step) => {
        const people = await everybody();
        const choices = choosable(people);
        const { sent, problems } = chosenIn(stepChoosings(choices), filled);
        const { from = '', until = '', notes = '', links = '', holder = '' } = sent;
        const known = new Set(choices.map(({ value }) => value));
        const supporters = manyOf(sent.supporters ?? '').filter((id) => known.has(id) && id !== holder);
        const wrong = [
          ...problems,
          ...stepProblems({ from, until, notes, links }, nameFinder(people.map(({ name }) => name))),
          ...(supporters.length > MOST_SUPPORTERS
            ? [`Kies hooguit ${MOST_SUPPORTERS} mensen die helpen.`]
            : []),
        ];
        if (wrong.length > 0)
          return stepForm({ ...step, version: target.seen }, choices, { typed: sent, problems: wrong });
        const holding = holder === NOBODY || !known.has(holder) ? '' : holder;
        const change: StepChange = {
          step: { from, until, notes, links },
          holder: holding,
          by: turn.directoryId,
          supporters,
        };
        const isWritten = await write(turn, target, 'wie, wanneer of notities', change);
        const before = [step.holder, ...step.supporters].map((one) => one?.directoryId);
        // They may have erased themselves since they were looked up (trust:see-and-erase).
        await eraseChosen(
          tools,
          [holding, ...supporters].filter((id) => !before.includes(id)),
        );
        if (isWritten) return shown(turn, target.step, 'Bewaard.');
        const now = stepIn((await readingOf(tools, turn)).view, target.step);
        return stepForm(now, choices, { typed: sent, problems: [LATE] });
      }),

    ticks: (turn: Turn, number: MethodStep) =>
      forWhoMay(turn, number, ({ view }, step) =>
        step.criteria.every(({ known }) => known?.done === true)
          ? shown(turn, number, 'Kompas weet al dat alles klaar is.')
          : ticksForm(view.form, step),
      ),

    saveTicks: (turn: Turn, target: Target, done: string) =>
      forWhoMay(turn, target.step, async ({ view }, step) => {
        const day = today(turn.now).toString();
        const chosen = new Set(manyOf(done));
        // What Kompas knows by itself was not asked: a tick that stands there stays.
        const asked = step.criteria.filter(({ known }) => known?.done !== true);
        const added = asked.filter(({ criterion, ticked }) => chosen.has(criterion.id) && !ticked);
        const gone = asked.filter(({ criterion, ticked }) => !chosen.has(criterion.id) && ticked);
        const left = Object.entries(step.ticks).filter(
          ([id]) => !gone.some(({ criterion }) => criterion.id === id),
        );
        const ids = (list: typeof asked) => list.map(({ criterion }) => criterion.id);
        const change: StepChange = {
          step: { ticks: Object.fromEntries([...left, ...ids(added).map((id) => [id, day])]) },
          ticked: { by: turn.directoryId, now: ids(added), gone: ids(gone) },
        };
        if (added.length + gone.length === 0) return shown(turn, target.step, 'Er is niets veranderd.');
        if (await write(turn, target, 'afgevinkt', change)) return shown(turn, target.step, 'Bewaard.');
        const now = await readingOf(tools, turn);
        return ticksForm(view.form, stepIn(now.view, target.step), { typed: done, problems: [LATE] });
      }),

    askClose: (turn: Turn, number: MethodStep) =>
      forWhoMay(turn, number, ({ view }, step) => askCloseCard(view, step)),

    /** Closes a step, or opens it again. */
    setClosed: (turn: Turn, target: Target, isClosed: boolean) =>
      forWhoMay(turn, target.step, async () => {
        const closed = isClosed ? today(turn.now).toString() : null;
        const isWritten = await write(turn, target, isClosed ? 'afgerond' : 'weer geopend', { closed });
        const done = isClosed ? 'De stap is afgerond.' : 'De stap is weer open.';
        return shown(
          turn,
          target.step,
          isWritten ? done : 'Iemand anders was net eerder. Er is niets veranderd.',
        );
      }),

    /** Takes who asks away from a step, and nobody else. */
    leave: async (turn: Turn, number: MethodStep): Promise<Message> => {
      const isThere = (await plan.read()).people.some(
        (one) =>
          one.step === number &&
          one.directoryId === turn.directoryId &&
          (one.part === 'holder' || one.part === 'supporter'),
      );
      if (!isThere) return shown(turn, number, 'Je staat niet bij deze stap.');
      await audit.record(turn.directoryId, 'stappenplan gewijzigd', `stap ${number}: haalt zichzelf weg`);
      await plan.leave(number, turn.directoryId);
      return shown(turn, number, 'Je staat niet meer bij deze stap.');
    },

    setForm: async (turn: Turn, form: PlanForm): Promise<Message> => {
      await audit.record(turn.directoryId, 'stappenplan gewijzigd', formWords[form]);
      await plan.setForm(form);
      const { view, mayKeep } = await readingOf(tools, turn);
      return allStepsCard(view, mayKeep);
    },
  };
}
