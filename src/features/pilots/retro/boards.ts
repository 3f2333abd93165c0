import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { at, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted, manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { Address } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, inOpenPilot, notYours, onlyLead, type PilotView, viewOf } from '../pilot/rights.ts';
import { agreedCard, allCard, boardCard, postedCard, tooLong } from './cards.ts';
import { ballotForm, closeForm, groupForm } from './forms.ts';
import { namesIn } from './post.ts';
import {
  type Board,
  ballotOf,
  isOpen,
  LONGEST_GROUP,
  LONGEST_POINT,
  lastDay,
  MOST_POINTS,
  nextBoard,
  VOTES,
} from './rules.ts';
import type { Whole } from './store.ts';
import type { RetroTools } from './tools.ts';
import { agreedIn, type OfBoard as Of, type schemas } from './typed.ts';

const gone = notice(
  'Dit bord is er niet meer',
  'Punten en stemmen zijn gewist. Wat jullie afspraken, staat bij de pilot.',
);

const isAlreadyOpen = 'Dit bord is al open.';
const pointTooLate = 'De retro was net afgerond. Je punt is niet bewaard.';
const votesTooLate = { note: 'De retro was net afgerond. Je stemmen tellen niet meer mee.' };

/** The retro board of a pilot (docs/method.md step 7.4): points without author, three votes each, and a few agreements that stay. */
export function boards(tools: RetroTools) {
  const { pilots, retros, actions, audit, everybody, learnings: store, post, posts, newId } = tools;

  const namesOf = async () => namesIn(await everybody());
  const addressOf = ({ channel }: Pilot): Address | undefined => channel && { ...channel, user: '' };

  const changed = ({ pilot, id }: Pick<Board, 'pilot' | 'id'>, now: Temporal.Instant) =>
    posts.changed({ kind: 'retro', pilot, of: id }, now);

  /** Writes what was agreed to where it stays, and lets go of the rest. Harmless when repeated. */
  async function finish({ board }: Whole, pilot: Pilot, now: Temporal.Instant): Promise<void> {
    const day = today(now).toString();
    const { learnings = [], actions: list = [] } = board.agreed ?? {};
    for (const text of learnings) await store.addLearning(pilot, text, 'retro', {}, board.id);
    for (const [n, { text, owner, due }] of list.entries())
      await actions.add(pilot.id, {
        id: `${board.id}-${n + 1}`,
        text,
        source: 'retro',
        day,
        due: due || undefined,
        owner: owner || undefined,
      });
    await retros.endClosing(board, day);
    await changed(board, now);
  }

  /**
   * Runs `then` for a member while the board is open; says what became of it otherwise, and in `late` what became of
   * what they just did.
   */
  async function onBoard(
    turn: Turn,
    { pilot: id, board }: Of,
    then: (whole: Whole, view: PilotView) => Promise<Message>,
    late: { note?: string; typed?: string } = {},
  ): Promise<Message> {
    const view = await viewOf(pilots, turn, id);
    if (!view) return notYours;
    const whole = await retros.whole(id, board);
    if (!whole) return gone;
    const day = today(turn.now).toString();
    if (isOpen(whole.board, day)) {
      if (view.pilot.closedOn !== undefined) return alreadyClosed;
      // Nearly every answer has something to fill in, and in the channel it stands in the place of the board.
      if (turn.scope !== 'personal') await posts.formOpened({ pilot: id, of: board }, turn.now);
      return then(whole, view);
    }
    // What a crash left between agreeing and writing is finished by whoever comes next.
    if (whole.board.phase === 'closing') await finish(whole, view.pilot, turn.now);
    const { agreed } = whole.board;
    return agreed
      ? agreedCard(agreed, view.pilot, await namesOf(), late)
      : notice(
          'Deze retro is voorbij',
          'Een bord is twee weken open. Begin een nieuwe: typ retro in het kanaal.',
        );
  }

  const show = async (whole: Whole, { pilot }: PilotView, extra: { note?: string; typed?: string } = {}) =>
    boardCard(whole, pilot, await namesOf(), extra);

  async function again(
    turn: Turn,
    of: Of,
    note: string,
    late: { note?: string; typed?: string },
  ): Promise<Message> {
    return onBoard(turn, of, (whole, view) => show(whole, view, { note }), late);
  }

  /** Puts an open board in the channel; false when that does not work now. */
  async function intoChannel({ board, ...whole }: Whole, pilot: Pilot): Promise<boolean> {
    const address = addressOf(pilot);
    const card = postedCard({ board, ...whole }, pilot, await namesOf());
    // Noted before the board is posted, so that its points leave the channel when its time is over, whatever
    // happens then.
    const over = Temporal.PlainDate.from(lastDay(board.opened)).add({ days: 1 });
    await posts.changed({ kind: 'retro-end', pilot: pilot.id, of: board.id }, at(over, '00:00'));
    const posted = address && (await post(address, card));
    const message = posted?.kind === 'sent' ? posted.id : '';
    if (pilot.channel && message) await retros.shown(board, message, pilot.channel);
    else await retros.notShown(board);
    return message !== '';
  }

  /** What is typed is answered by a message that stays: no loose point may stand in it. */
  async function begun(turn: Turn, whole: Whole, view: PilotView, note: string): Promise<Message> {
    if (turn.text === '') return show(whole, view, { note });
    const data = { pilot: view.pilot.id, board: whole.board.id };
    return notice('De retro is begonnen', note, [{ verb: 'retro.board', title: 'Bekijk het bord', data }]);
  }

  return {
    /** Begins a board in the channel of the pilot, or shows the one that is open. */
    start: (turn: Turn, { pilot: id }: { pilot: string }) =>
      inOpenPilot(pilots, turn, id, async (view) => {
        const day = today(turn.now).toString();
        const last = await retros.newest(id);
        if (last?.board.phase === 'closing') await finish(last, view.pilot, turn.now);
        const isThere = last !== undefined && isOpen(last.board, day);
        // A board that did not reach the channel may reach it now.
        if (isThere && !(last.board.unposted && (await retros.takeUnposted(last.board))))
          return begun(turn, last, view, isAlreadyOpen);
        const whole: Whole = isThere
          ? last
          : {
              board: { id: nextBoard(day, last?.board), pilot: id, opened: day, phase: 'open' },
              points: [],
              ballots: [],
            };
        if (!isThere && !(await retros.open(whole.board)))
          return again(turn, { pilot: id, board: whole.board.id }, isAlreadyOpen, {});
        const isPosted = await intoChannel(whole, view.pilot);
        if (isPosted && turn.scope !== 'personal')
          return notice(
            'De retro is begonnen',
            'Het bord staat hier in het kanaal. Iedereen uit de pilot mag punten toevoegen.',
          );
        const note = view.pilot.channel
          ? isPosted
            ? 'Het bord staat in het kanaal.'
            : 'Ik kan nu niet in het kanaal schrijven. Je kunt hier wel verder.'
          : 'Deze pilot heeft nog geen kanaal. Typ in het kanaal: @Kompas pilot.';
        return begun(turn, whole, view, note);
      }),

    board: (turn: Turn, of: Of) => onBoard(turn, of, (whole, view) => show(whole, view)),
    all: (turn: Turn, { page, ...of }: z.infer<typeof schemas.all>) =>
      onBoard(turn, of, async (whole, { pilot }) => allCard(whole, pilot, await namesOf(), page)),

    add: (turn: Turn, { column, text, named, ...of }: z.infer<typeof schemas.add>) => {
      const fit = fitted(text.replace(/\s+/g, ' '), LONGEST_POINT);
      // What they typed stays on screen, to copy.
      const late = { note: pointTooLate, typed: fit };
      return onBoard(
        turn,
        of,
        async (whole, view) => {
          if (fit === '') return show(whole, view, { note: 'Typ eerst een punt.' });
          if (whole.points.length >= MOST_POINTS)
            return show(whole, view, {
              note: `Het bord is vol: er staan ${MOST_POINTS} punten op.`,
              typed: fit,
            });
          const point = {
            id: newId('P'),
            text: fit,
            column,
            author: named === 'true' ? turn.directoryId : undefined,
          };
          await retros.add(whole.board, point, turn.now.toString());
          const now = await retros.whole(of.pilot, of.board);
          // When the board was closed in the same moment, the point may not stay behind.
          if (now && now.board.phase !== 'open') {
            await retros.remove(whole.board, point);
            return again(turn, of, '', late);
          }
          await changed(whole.board, turn.now);
          const isCut = [...text.trim()].length > LONGEST_POINT;
          return again(turn, of, isCut ? tooLong : 'Je punt staat erop.', late);
        },
        late,
      );
    },

    ballot: (turn: Turn, of: Of) =>
      onBoard(turn, of, async (whole, { pilot }) =>
        ballotForm(whole, pilot, retros.votesOf(whole, turn.directoryId)),
      ),

    vote: (turn: Turn, { good, better, question, ...of }: z.infer<typeof schemas.vote>) =>
      onBoard(
        turn,
        of,
        async (whole, { pilot }) => {
          const wanted = [good, better, question].flatMap(manyOf);
          const chosen = ballotOf(whole.points, wanted);
          if (!chosen)
            return ballotForm(whole, pilot, wanted, [
              `Je koos er ${wanted.length}. Kies er hooguit ${VOTES}.`,
            ]);
          await retros.vote(whole.board, turn.directoryId, chosen);
          if ((await retros.whole(of.pilot, of.board))?.board.phase !== 'open') {
            await retros.vote(whole.board, turn.directoryId, []);
            return again(turn, of, '', votesTooLate);
          }
          await changed(whole.board, turn.now);
          const note =
            chosen.length === 0
              ? 'Je stemmen zijn weg.'
              : chosen.length === 1
                ? 'Je stem is bewaard.'
                : `Je ${chosen.length} stemmen zijn bewaard.`;
          return again(turn, of, note, votesTooLate);
        },
        votesTooLate,
      ),

    groups: (turn: Turn, of: Of) =>
      onBoard(turn, of, async (whole, { pilot, leads }) => (leads ? groupForm(whole, pilot, '') : onlyLead)),

    group: (turn: Turn, { name, good, better, question, ...of }: z.infer<typeof schemas.group>) =>
      onBoard(turn, of, async (whole, { pilot, leads }) => {
        if (!leads) return onlyLead;
        const ids = new Set([good, better, question].flatMap(manyOf));
        const points = whole.points.filter(({ id }) => ids.has(id));
        const problems = [
          ...(points.length === 0
            ? ['Vink eerst punten aan.']
            : name.trim() === '' && points.every(({ group }) => group === undefined)
              ? ['Geef de groep een naam.']
              : []),
          ...lengthProblems({ name }, [['name', 'Naam van de groep', LONGEST_GROUP]]),
        ];
        if (problems.length > 0) return groupForm(whole, pilot, name, problems, [...ids]);
        await retros.group(whole.board, points, name.trim() || undefined);
        await changed(whole.board, turn.now);
        return again(turn, of, 'Het bord is bijgewerkt.', {});
      }),

    close: (turn: Turn, of: Of) =>
      onBoard(turn, of, async (whole, view) =>
        view.leads ? closeForm(whole, view.pilot, await peopleOf(view), {}) : onlyLead,
      ),

    agree: (turn: Turn, data: z.infer<typeof schemas.agree>) =>
      onBoard(turn, data as Of, async (whole, view) => {
        if (!view.leads) return onlyLead;
        const sent = data as unknown as Record<string, string>;
        const day = today(turn.now).toString();
        const members = new Set(view.members.map(({ directoryId }) => directoryId));
        const { agreed, problems } = agreedIn(sent, members, day);
        if (problems.length > 0) return closeForm(whole, view.pilot, await peopleOf(view), sent, problems);
        if (!(await retros.beginClosing(whole.board, agreed)))
          return notice(
            'Iemand anders rondde het bord net af',
            'Wat jij invulde, is niet bewaard. Kijk eerst wat er nu staat.',
            [
              {
                verb: 'retro.board',
                title: 'Bekijk wat er is afgesproken',
                data: { pilot: view.pilot.id, board: whole.board.id },
              },
            ],
          );
        await audit.record(turn.directoryId, 'retro afgerond', view.pilot.id);
        const now = { ...whole, board: { ...whole.board, agreed } };
        await finish(now, view.pilot, turn.now);
        const after = whole.board.message ? 'Over een paar minuten staat dit ook in het kanaal.' : '';
        return agreedCard(agreed, view.pilot, await namesOf(), { after });
      }),
  };

  async function peopleOf({ members }: PilotView) {
    const names = await namesOf();
    return members.flatMap(({ directoryId }) => {
      const name = names.get(directoryId);
      return name ? [{ directoryId, name }] : [];
    });
  }
}
