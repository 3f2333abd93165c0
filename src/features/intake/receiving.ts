import type { Attached, SlowAnswer } from '../../conversation/attached.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { FileShape, Intake, IntakeKind, SentFile } from '../../conversation/intake.ts';
import type { Message } from '../../conversation/message.ts';
import type { Turn } from '../../conversation/turn.ts';
import { apart, TooMuch } from '../../files/apart.ts';
import { unplanned } from './agreeing.ts';
import { notForYou, notHere, notRead, notTheirs, planCard, tooMuch, whichCard } from './cards.ts';
import { type Guess, guessOf, kindSaid } from './guess.ts';
import type { Planning } from './planning.ts';
import type { IntakeStore, Upload } from './store.ts';

export interface ReceivingTools {
  store: IntakeStore;
  plans: Planning;
}

const onlyLists = (what: string): Message =>
  notRead(`Je stuurde ${what}. Ik lees alleen een bestand dat je bijvoegt: Excel (.xlsx) of CSV (.csv).`);

const oneAtATime = notice(
  'settings',
  'Stuur één bestand tegelijk',
  'Je stuurde er meer. Ik heb ze niet geopend, want ik weet niet in welke volgorde. Er is niets veranderd.',
);

const stillReading = notice(
  'settings',
  'Ik lees nog een ander bestand van je',
  'Dit bestand heb ik niet geopend. Wacht tot ik klaar ben, en stuur het dan opnieuw.',
);

/** Takes the files that people send: says what they are, keeps them for a day, and shows what they would do. */
export function receiving({ store, plans }: ReceivingTools) {
  /** Whose file is being read: of each person one at a time. Nothing rests on it but memory and processor. */
  const reading = new Set<string>();

  async function shapeOf(file: SentFile): Promise<{ shape: FileShape } | { refused: string }> {
    return apart<SentFile, { shape: FileShape } | { refused: string }>(
      new URL('../../files/shape-apart.ts', import.meta.url),
      file,
    );
  }

  /** What was said that it is, what it looks like, and else the list that Kompas waits for. */
  async function guessWith(
    shape: FileShape,
    mine: readonly Intake[],
    said: IntakeKind | undefined,
  ): Promise<Guess> {
    const guess = guessOf(shape, plans.intakes(), said);
    if (guess.sure || said !== undefined) return guess;
    for (const intake of mine) if (await intake.isAwaited?.()) return { ...guess, sure: intake };
    return guess;
  }

  /** Takes a file for what it looks like, keeps it and plans it; or asks what it is. */
  async function take(owner: string, file: SentFile, said: IntakeKind | undefined): Promise<Message> {
    const looked = await shapeOf(file);
    if ('refused' in looked) return notRead(looked.refused);
    const mine = await plans.allowed(owner);
    if (mine.length === 0) return notForYou;
    const guess = await guessWith(looked.shape, mine, said);
    if (guess.sure && !mine.includes(guess.sure)) return notTheirs(guess.sure);
    const upload = await store.keep(owner, file);
    if (guess.sure) return planAs(upload, guess.sure.kind);
    const likely = guess.likely.filter((one) => mine.includes(one));
    return whichCard(file.name, upload.id, likely.length > 0 ? likely : mine);
  }

  /** A file as a list of one kind, from now on. */
  async function planAs(upload: Upload, kind: IntakeKind): Promise<Message> {
    const { state, kind: before } = upload.row.value;
    // What was put before others is another list then: it has to be put before them again.
    const isOther = state === 'asked' && kind !== before;
    const changed = await store.change(upload, { kind, ...(isOther ? { state: 'open' } : {}) });
    if (!changed) return unplanned('gone', upload, plans);
    const planned = await plans.plan(changed);
    if (typeof planned === 'string') return unplanned(planned, changed, plans);
    if (planned.plan.isUnchanged && planned.plan.problems.length === 0) await planned.intake.sentAgain?.();
    return planCard(planned);
  }

  /** Never more than one file of somebody at a time; what takes too much is told. */
  async function inTurn(owner: string, work: () => Promise<Message>): Promise<Message> {
    if (reading.has(owner)) return stillReading;
    reading.add(owner);
    try {
      return await work();
    } catch (error) {
      if (error instanceof TooMuch) return tooMuch;
      throw error;
    } finally {
      reading.delete(owner);
    }
  }

  return {
    planAs,

    /** A file from the upload page, of somebody who may upload. `asked` is the list that they asked the page for. */
    uploaded: (owner: string, file: SentFile, asked: IntakeKind | undefined): Promise<Message> =>
      inTurn(owner, () => take(owner, file, asked)),

    async receive(turn: Turn, attached: readonly Attached[]): Promise<Message | SlowAnswer> {
      const { directoryId, text } = turn;
      const files = attached.filter((one) => one.kind === 'file');
      const [file, ...more] = files;
      if (turn.scope !== 'personal') return notHere;
      if (!file) return onlyLists(attached[0]?.kind === 'link' ? 'een link naar een bestand' : 'een plaatje');
      // Who may send nothing has nothing fetched for them.
      const allowed = await plans.allowed(directoryId, await turn.person());
      if (allowed.length === 0) return notForYou;
      if (more.length > 0) return oneAtATime;
      return {
        meanwhile: 'Ik haal je bestand op en lees het. Dat kan even duren.',
        work: (tell) =>
          inTurn(directoryId, async () => {
            const bytes = await file.fetch();
            if (!(bytes instanceof Uint8Array)) return notRead(bytes.reason);
            await tell('Ik heb je bestand, en kijk nu wat het zou veranderen.');
            return take(directoryId, { name: file.name, bytes }, kindSaid(text));
          }),
      };
    },
  };
}
