import { createHash } from 'node:crypto';
import type { Intake, IntakeKind, PlannedIntake } from '../../conversation/intake.ts';
import type { NoticeAction } from '../../conversation/message.ts';
import { TooMuch } from '../../files/apart.ts';
import { isAmong, type Who } from '../../people/access.ts';
import type { Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { answersInOrder, detailsOf, type IntakeStore, type Turn, type Upload } from './store.ts';

export interface PlanningTools extends Pick<Tools, 'people' | 'administrators' | 'features' | 'audit'> {
  store: IntakeStore;
}

/** A file with what it would do now, and what somebody agrees to who sees this. */
export interface Planned {
  upload: Upload;
  intake: Intake;
  plan: PlannedIntake;
  turn: Turn;
  /** A hash of the file, the answers, what is shown, and the state that it was made from. */
  seen: string;
  needsSecond: boolean;
  /** Where who sent it goes on when there is nothing more to do. */
  onward?: NoticeAction;
  /** True where who sent it may send other lists as well: this one may be taken for the wrong kind. */
  isOneOfMore: boolean;
}

/** Why a file was not planned. `too much`: it took too long or too much memory. `busy`: others of the same person are worked on. */
export type NotPlanned = 'gone' | 'not allowed' | 'too much' | 'busy';

/** So many files of one person are worked on or wait for it: each is in memory whole, and they go one at a time for everybody. */
const MOST_AT_ONCE = 2;

/** A sentence with the quotes that all cards have. */
const quoted = (text: string) => text.replace(/"([^"\n]*)"/g, '“$1”');

/** A plan in the words of a card. */
const onCard = (plan: PlannedIntake): PlannedIntake => ({
  ...plan,
  problems: plan.problems.map(({ line, reason }) => ({ line, reason: quoted(reason) })),
  doubts: plan.doubts.map(quoted),
});

function seenOf(upload: Upload, { kind }: Intake, plan: PlannedIntake): string {
  const { hash, answers } = detailsOf(upload);
  const { read, counts, doubts, changes, problems, summary, state } = plan;
  const shown = JSON.stringify([read, counts, doubts, changes, problems, summary]);
  return createHash('sha256')
    .update(JSON.stringify([hash, kind, answersInOrder(answers), shown, state]))
    .digest('base64url');
}

/** How the log names a file: what it would do, and the hash of its bytes. No names. */
export const inLog = ({ upload, intake, plan }: Pick<Planned, 'upload' | 'intake' | 'plan'>): string =>
  `${intake.kind}: ${plan.summary}; bestand ${detailsOf(upload).hash.slice(0, 16)}`;

/** What the lists are that features read, who may send them, and what a file would do. */
export function planning({ store, people, administrators, features, audit }: PlanningTools) {
  const intakes = (): Intake[] => features().flatMap((feature) => feature.intakes ?? []);
  const intakeOf = (kind: IntakeKind | undefined) => intakes().find((one) => one.kind === kind);

  const may = (who: Who, directoryId: string, person: Person | undefined) =>
    isAmong(who, directoryId, person, administrators);

  /** The kinds that somebody may send, by their row of this moment (trust:rights-on-verified-id). */
  async function allowed(directoryId: string, known?: Person): Promise<Intake[]> {
    const person = known ?? (await people.find(directoryId));
    return intakes().filter(({ needs }) => may(needs.who, directoryId, person));
  }

  /**
   * Before who sent a file sees what it would do: that they look is in the log where that shows people, once for each thing that it
   * shows (trust:managing-is-logged). Gives the file as it then stands.
   */
  async function noted({ upload, intake, plan, seen }: Pick<Planned, 'upload' | 'intake' | 'plan' | 'seen'>) {
    const { value } = upload.row;
    if (intake.showsPeople === undefined || plan.isUnchanged || value.noted === seen) return upload;
    await audit.record(upload.owner, intake.showsPeople, inLog({ upload, intake, plan }));
    return (await store.change(upload, { noted: seen })) ?? upload;
  }

  /** What is worked on, by whose it is and then by the file as it was read. */
  const atWork = new Map<string, Map<string, Promise<Planned | NotPlanned>>>();

  /**
   * What a file would do on what stands there now, for somebody to look at. The owner has to have the right still. Whoever asks again
   * while it is worked on gets what comes of that.
   */
  async function plan(upload: Upload): Promise<Planned | NotPlanned> {
    const { owner, id, row } = upload;
    const theirs = atWork.get(owner) ?? new Map<string, Promise<Planned | NotPlanned>>();
    const file = `${id} ${row.etag}`;
    const before = theirs.get(file);
    if (before) return before;
    if (theirs.size >= MOST_AT_ONCE) return 'busy';
    const mine = planned(upload);
    theirs.set(file, mine);
    atWork.set(owner, theirs);
    try {
      return await mine;
    } finally {
      theirs.delete(file);
      if (theirs.size === 0) atWork.delete(owner);
    }
  }

  async function planned(upload: Upload): Promise<Planned | NotPlanned> {
    const { owner, row } = upload;
    const intake = intakeOf(row.value.kind);
    if (!intake) return 'gone';
    const person = await people.find(owner);
    if (!may(intake.needs.who, owner, person)) return 'not allowed';
    const file = await store.fileOf(upload);
    if (!file) return 'gone';
    // Read before what it is compared with: whoever applies meanwhile took another turn.
    const turn = await store.turn(intake.kind);
    try {
      const made = onCard(await intake.plan(file, detailsOf(upload).answers, owner));
      const needsSecond = intake.second !== undefined && (await intake.second.isNeeded(made));
      const seen = seenOf(upload, intake, made);
      return {
        upload: await noted({ upload, intake, plan: made, seen }),
        intake,
        plan: made,
        turn,
        seen,
        needsSecond,
        onward: (await intake.onward?.()) ?? intake.next,
        isOneOfMore: intakes().filter(({ needs }) => may(needs.who, owner, person)).length > 1,
      };
    } catch (error) {
      if (error instanceof TooMuch) return 'too much';
      throw error;
    }
  }

  return { intakes, allowed, plan, mayBe: may };
}

export type Planning = ReturnType<typeof planning>;
