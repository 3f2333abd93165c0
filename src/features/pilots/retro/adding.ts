import type { z } from 'zod';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { createBuckets } from '../../../lib/buckets.ts';
import type { BoardAccess, RetroView } from './access.ts';
import { allCard, tooLong } from './board-cards.ts';
import { namesOfColleagues } from './naming.ts';
import { mayWrite, showsPoints } from './phases.ts';
import type { Retro } from './reading.ts';
import { type Column, columnsOn, LONGEST_POINT, MOST_OF_ONE, MOST_POINTS } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

/** The column that was chosen: the first where nothing was, as on the card. */
export const columnIn = (sent: string, lists: readonly Column[]): Column | undefined =>
  lists.find((column) => sent === '' || column === sent);

/** What somebody typed as a point: without line breaks, and no longer than a point may be. */
export const pointText = (text: string): string => fitted(text.replace(/\s+/g, ' '), LONGEST_POINT);
export const isCut = (text: string): boolean => [...text.trim()].length > LONGEST_POINT;

/** What was typed, without the signs that Markdown makes something of (trust:text-is-data). */
const plainly = (typed: string): string => typed.replace(/[^\p{L}\p{N}@.’' -]/gu, '');

/** What somebody is asked whose point holds the names of colleagues. */
export const nameQuestion = (names: readonly string[]): string =>
  `Staat hier een naam in: ${names.map(plainly).join(', ')}? Een punt gaat over het werk. Haal de naam weg.`;

const full = `Het bord is vol: er staan ${MOST_POINTS} punten op.`;
const enough = `Je zette vandaag al ${MOST_OF_ONE} punten op dit bord. Dit punt is niet bewaard. Morgen kan het weer.`;
const DAY_MS = 24 * 3_600_000;
const tooLate = 'De retro was net afgerond. Je punt is niet bewaard.';
export const nowRead = 'Er wordt niet meer geschreven. Je punt is niet bewaard.';

/** Looking at a board, and adding points to it. */
export function adding(
  { retros, newId, everybody, now: clock }: RetroTools,
  { onBoard, show, again, names, changed, own }: BoardAccess,
) {
  /** In memory alone: a point has no author, so nothing may be kept of who wrote how many (trust:no-trace). */
  const room = createBuckets(MOST_OF_ONE, () => clock().epochMilliseconds, undefined, DAY_MS);

  async function added(
    turn: Turn,
    { column: sent, text, named, held, sure, ...of }: z.infer<typeof schemas.add>,
    retro: Retro,
    view: RetroView,
  ): Promise<Message> {
    const fit = pointText(text);
    const typed = fit;
    const late = { note: tooLate, typed: [fit] };
    const back = (note: string) => show(retro, view, { note, typed, held });
    if (!mayWrite(retro.board)) return back(nowRead);
    if (fit === '') return show(retro, view, { note: 'Typ eerst een punt.', held });
    const column = columnIn(sent, columnsOn(retro.board));
    if (!column) return back('Kies waar je punt hoort.');
    if (retro.points.length >= MOST_POINTS) return back(full);
    const found = sure ? [] : namesOfColleagues(await everybody())(fit);
    if (found.length > 0)
      return show(retro, view, {
        note: nameQuestion(found),
        typed,
        held,
        also: {
          verb: 'retro.add',
          title: 'Het is geen naam: voeg toe',
          data: { ...of, column, text: fit, named, held, sure: true },
        },
      });
    if (!room.take(JSON.stringify([retro.board.id, of.pilot, turn.directoryId]))) return back(enough);
    const author = named === 'true' ? turn.directoryId : undefined;
    const point = { id: newId('P'), text: fit, column, author };
    await retros.add(retro.board, point, turn.now.toString());
    const now = await retros.get(of.pilot, of.board);
    // When the writing ended in the same moment, the point may not stay behind.
    if (now && !mayWrite(now.board)) {
      await retros.remove(retro.board, point);
      return onBoard(turn, of, (later, mine) => show(later, mine, { note: nowRead, typed, held }), late);
    }
    // Of many in the same moment each saw that there was room: no more of them stay than fit.
    if (now && now.points.length > MOST_POINTS) {
      await retros.remove(retro.board, point);
      const points = now.points.filter(({ id }) => id !== point.id);
      return show({ ...now, points }, view, { note: full, typed, held });
    }
    await changed(retro.board, turn.now);
    const mine = own.withPoint(held, { place: of.pilot, board: of.board, point: point.id });
    return again(turn, of, isCut(text) ? tooLong : 'Je punt staat op het bord.', late, mine);
  }

  return {
    all: (turn: Turn, { page, ...of }: z.infer<typeof schemas.all>) =>
      onBoard(turn, of, async (retro, view) =>
        showsPoints(retro.board)
          ? allCard(retro, view.place, await names(), page, of.held)
          : show(retro, view, { held: of.held }),
      ),

    add: (turn: Turn, data: z.infer<typeof schemas.add>) =>
      onBoard(turn, data as OfBoard, (retro, view) => added(turn, data, retro, view), {
        note: tooLate,
        // What they typed stays on screen, to copy.
        typed: [pointText(data.text)],
      }),
  };
}
