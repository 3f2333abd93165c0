import { type MethodStep, stepOf, steps } from '../../../people/steps.ts';
import { changeRow, changeRows, key, partsOf, type RowChange, type Storage } from '../../../storage/index.ts';
import type { CriterionId, PlanForm } from '../content/step.ts';
import {
  type Earlier,
  isPart,
  type Part,
  type Plan,
  type PlanPerson,
  type StepState,
  untouched,
} from './plan.ts';
import { type PlanRow, personParts, planStepsTable } from './tables.ts';

/** What becomes of a step. What is left out stays as it is. */
export interface StepChange {
  step?: Partial<Omit<StepState, 'step' | 'version' | 'closed'>>;
  /** The day on which it is closed; null opens it again. */
  closed?: string | null;
  /** Directory ids; '' for nobody. */
  holder?: string;
  /** Who chose the action holder, by directory id: another has to be told. */
  by?: string;
  supporters?: readonly string[];
  /** Who ticked these criteria; those that are ticked no more lose who did. */
  ticked?: { by: string; now: readonly CriterionId[]; gone: readonly CriterionId[] };
}

export interface PlanStore {
  /** The whole plan. One range. */
  read(): Promise<Plan>;
  /** Which form holds; `day` is not kept. */
  setForm(form: PlanForm): Promise<void>;
  /**
   * Changes a step and who has to do with it, all of it or nothing. `seen`: the version that somebody had before them; `day`: ISO date.
   * False when it was changed since: then nothing is written.
   */
  change(step: MethodStep, seen: number, change: StepChange, day: string): Promise<boolean>;
  /** Takes somebody away from a step as its action holder and as who helps; what else stands there stays. */
  leave(step: MethodStep, directoryId: string): Promise<void>;
  /** Changes what is kept about asking an action holder; undefined leaves it. True when it was written. */
  changeHolder(
    who: Pick<PlanPerson, 'directoryId' | 'step'>,
    change: (now: PlanPerson) => PlanPerson | undefined,
  ): Promise<boolean>;
}

function personOf(row: string, { day = '', untold, nudged, muted }: PlanRow): PlanPerson | undefined {
  const { directoryId, step, what } = personParts(row);
  const known = stepOf(step);
  return known && isPart(what)
    ? { directoryId, step: known, part: what, day, untold, nudged, muted }
    : undefined;
}

/** What is kept of who saw to a step before, and sees to it no more. */
const WAS = 'was';

function earlierOf(row: string, { nudged, muted }: PlanRow): Earlier | undefined {
  const { directoryId, step, what } = personParts(row);
  const known = stepOf(step);
  return known && what === WAS ? { directoryId, step: known, nudged, muted } : undefined;
}

function stateOf(step: MethodStep, row: PlanRow): StepState {
  const { version = 0, from = '', until = '', notes = '', links = '', ticks = {}, closed } = row;
  return { step, version, from, until, notes, links, ticks, closed };
}

const rowOf = ({ step: _, ...row }: StepState): PlanRow => row;

/** The plan of one tenant. */
export function planStore(storage: Storage, tenant: string): PlanStore {
  const table = storage.table(planStepsTable);
  const partition = key(tenant);
  const stepRow = (step: MethodStep) => key('s', `${step}`);
  const personRow = (directoryId: string, step: MethodStep, part: Part | typeof WAS) =>
    key('p', directoryId, `${step}`, part);

  async function read(): Promise<Plan> {
    const rows = await table.range({ partition });
    const states = new Map(
      rows.flatMap(({ row, value }) => {
        const [kind, number] = partsOf(row);
        const step = kind === 's' ? stepOf(Number(number)) : undefined;
        return step ? [[step, stateOf(step, value)] as const] : [];
      }),
    );
    return {
      form: rows.find(({ row }) => row === 'f')?.value.form ?? 'full',
      steps: steps.map(({ step }) => states.get(step) ?? untouched(step)),
      people: rows.flatMap(({ row, value }) => (row.startsWith('p|') ? (personOf(row, value) ?? []) : [])),
      earlier: rows.flatMap(({ row, value }) => (row.startsWith('p|') ? (earlierOf(row, value) ?? []) : [])),
    };
  }

  /** Takes somebody away from a part, and keeps of an action holder what holds when they are chosen anew. */
  const taken = ({ directoryId, step, part, day, nudged, muted }: PlanPerson): RowChange<PlanRow>[] => [
    { do: 'remove', row: personRow(directoryId, step, part) },
    ...(part === 'holder' && (nudged || muted)
      ? [
          {
            do: 'put' as const,
            row: personRow(directoryId, step, WAS),
            value: { day: nudged ?? day, nudged, muted },
          },
        ]
      : []),
  ];

  /** Makes somebody an action holder, with what was kept of them; `untold`: they do not know it yet. */
  const held = (
    { earlier }: Plan,
    step: MethodStep,
    id: string,
    row: Pick<PlanRow, 'day' | 'untold'>,
  ): RowChange<PlanRow>[] => {
    const before = earlier.find((one) => one.step === step && one.directoryId === id);
    const value = { ...row, nudged: before?.nudged, muted: before?.muted };
    return [
      { do: 'put', row: personRow(id, step, 'holder'), value },
      ...(before ? [{ do: 'remove' as const, row: personRow(id, step, WAS) }] : []),
    ];
  };

  /** Who has to do with the step afterwards: what stays is not written, so that nobody who was erased meanwhile comes back. */
  function peopleChanges(
    plan: Plan,
    step: MethodStep,
    { holder, by, supporters, ticked }: StepChange,
    day: string,
  ): RowChange<PlanRow>[] {
    const there = plan.people.filter((one) => one.step === step);
    const of = (part: Part) => there.filter((one) => one.part === part);
    const put = (part: Part, wanted: readonly string[]): RowChange<PlanRow>[] => [
      ...of(part)
        .filter(({ directoryId }) => !wanted.includes(directoryId))
        .flatMap(taken),
      ...wanted
        .filter((id) => !of(part).some(({ directoryId }) => directoryId === id))
        .flatMap((id): RowChange<PlanRow>[] =>
          part === 'holder'
            ? held(plan, step, id, { day, ...(by !== undefined && by !== id ? { untold: true } : {}) })
            : [{ do: 'put', row: personRow(id, step, part), value: { day } }],
        ),
    ];
    return [
      ...(holder === undefined ? [] : put('holder', holder === '' ? [] : [holder])),
      ...(supporters === undefined ? [] : put('supporter', [...new Set(supporters)])),
      ...(ticked?.now ?? []).flatMap((id) => put(id, [ticked?.by ?? ''])),
      ...(ticked?.gone ?? []).flatMap((id) => put(id, [])),
    ];
  }

  return {
    read,
    setForm: (form) => table.put(partition, 'f', { form }),
    change: (step, seen, change, day) =>
      changeRows(table, partition, async () => {
        const [plan, stored] = await Promise.all([read(), table.get(partition, stepRow(step))]);
        const now = stored ? stateOf(step, stored.value) : untouched(step);
        if (now.version !== seen) return { changes: [], done: false };
        const closed = change.closed === undefined ? now.closed : (change.closed ?? undefined);
        const value = rowOf({ ...now, ...change.step, closed, version: seen + 1 });
        return {
          changes: [
            stored
              ? { do: 'replace', row: stepRow(step), value, etag: stored.etag }
              : { do: 'insert', row: stepRow(step), value },
            ...peopleChanges(plan, step, change, day),
          ],
          done: true,
        };
      }),
    leave: (step, directoryId) =>
      changeRows(table, partition, async () => {
        const theirs = (await read()).people.filter(
          (one) =>
            one.step === step &&
            one.directoryId === directoryId &&
            (one.part === 'holder' || one.part === 'supporter'),
        );
        return { changes: theirs.flatMap(taken), done: undefined };
      }),
    changeHolder: async ({ directoryId, step }, change) => {
      const row = personRow(directoryId, step, 'holder');
      const done = await changeRow(table, partition, row, (value) => {
        const now = personOf(row, value);
        const next = now && change(now);
        return next && { day: next.day, untold: next.untold, nudged: next.nudged, muted: next.muted };
      });
      return done !== undefined;
    },
  };
}
