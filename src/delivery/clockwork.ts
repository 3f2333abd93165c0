import { Temporal } from 'temporal-polyfill';

/** A piece of what the clock does at each tick. */
export interface Task {
  name: string;
  /** A rejection means that it did not come to its end. */
  run(): Promise<void>;
}

export interface ClockworkTools {
  /** What there is to do at a tick: each tick the same names. `isPaced`: what may wait a few minutes is not looked at each time. */
  tasksAt(now: Temporal.Instant, isPaced: boolean): readonly Task[];
  now(): Temporal.Instant;
  /** Told of each run that rejected; the next tick tries again. */
  onFailed(task: string, error: unknown): void;
  /** Told once of a run that goes on for longer than a tick may take. */
  onStuck?(task: string): void;
}

/** How things stand with the clock. */
export interface ClockState {
  /** Everything that the clock does came to its end since this moment; its start as long as that never happened. */
  lastTick: Temporal.Instant;
  /** True when that is five minutes ago or longer. */
  isBehind: boolean;
}

/** What the clock does, tick by tick. */
export interface Clockwork {
  /**
   * Begins every task, side by side, and resolves when those have ended; it never rejects. A task that is still running is
   * not begun a second time: whatever hangs, the others keep their time.
   */
  tick(isPaced?: boolean): Promise<void>;
  state(): ClockState;
  /** The names of what is running now. */
  busy(): string[];
  /** Resolves when what is running now has ended. */
  quiet(): Promise<void>;
}

/** A tick takes seconds. One that takes longer than this hangs, and the calendar with it. */
const LONGEST_TICK_MINUTES = 5;

/** Keeps the tasks of the clock apart, and knows which of them hangs. */
export function createClockwork({ tasksAt, now, onFailed, onStuck }: ClockworkTools): Clockwork {
  const start = now();
  /** When each task last came to its end; the start, as long as it never did. */
  const ended = new Map<string, Temporal.Instant>();
  const running = new Map<string, { since: Temporal.Instant; end: Promise<void> }>();
  const told = new Set<string>();
  const isLongAgo = (moment: Temporal.Instant) =>
    now().since(moment).total('minutes') >= LONGEST_TICK_MINUTES;

  async function run({ name, run }: Task): Promise<void> {
    try {
      await run();
      ended.set(name, now());
    } catch (error) {
      onFailed(name, error);
    } finally {
      running.delete(name);
      told.delete(name);
    }
  }

  /** Begins the task, unless it is still running. */
  async function begin(task: Task): Promise<void> {
    const { name } = task;
    const earlier = running.get(name);
    if (!earlier) {
      if (!ended.has(name)) ended.set(name, start);
      const since = now();
      const end = run(task);
      running.set(name, { since, end });
      await end;
    } else if (!told.has(name) && isLongAgo(earlier.since)) {
      told.add(name);
      onStuck?.(name);
    }
  }

  return {
    tick: async (isPaced = false) => {
      await Promise.all(tasksAt(now(), isPaced).map(begin));
    },
    state: () => {
      const lastTick = [...ended.values()].sort(Temporal.Instant.compare)[0] ?? start;
      return { lastTick, isBehind: isLongAgo(lastTick) };
    },
    busy: () => [...running.keys()],
    quiet: async () => {
      await Promise.all([...running.values()].map(({ end }) => end));
    },
  };
}
