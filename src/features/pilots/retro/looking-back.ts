import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { BoardAccess } from './access.ts';
import { lastTimeCard } from './last-time.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard, schemas } from './typed.ts';

/** What was agreed last time, and calling it done: by everybody who takes part. */
export function lookingBack({ actions, posts }: RetroTools, { onBoard, names, changed }: BoardAccess) {
  const shown = (turn: Turn, of: OfBoard, note = ''): Promise<Message> =>
    onBoard(turn, of, async (_retro, { place }) =>
      lastTimeCard(place, of.board, await actions.of(place.id), {
        names: await names(),
        day: today(turn.now).toString(),
        aloud: turn.scope !== 'personal',
        note,
        held: of.held,
      }),
    );

  /** Changes an action of the place, and shows them all as they are then. */
  const withAction = (
    turn: Turn,
    { action, ...of }: z.infer<typeof schemas.done>,
    doneOn: string | undefined,
    note: string,
  ): Promise<Message> =>
    onBoard(turn, of, async (retro, { place }) => {
      const change = await actions.change(place.id, action, (now) =>
        doneOn && now.doneOn ? now : { ...now, doneOn },
      );
      if (!change) return shown(turn, of, 'Die actie is er niet meer.');
      await changed(retro.board, turn.now);
      await posts.changed({ kind: 'card', pilot: place.id, of: today(turn.now).toString() }, turn.now);
      return shown(turn, of, note);
    });

  /** Of an action that is nobody's: who taps takes it on. */
  const take = (turn: Turn, { action, ...of }: z.infer<typeof schemas.done>): Promise<Message> =>
    onBoard(turn, of, async (retro, { place }) => {
      const todo = (await actions.of(place.id)).find(({ id }) => id === action);
      const day = today(turn.now).toString();
      const isMine =
        todo?.owner === undefined &&
        todo?.doneOn === undefined &&
        todo !== undefined &&
        (await actions.hand(place.id, todo, { owner: turn.directoryId, due: todo.due, told: day }));
      if (!isMine) return shown(turn, of, 'Een collega was net eerder. Je ziet hieronder hoe het nu is.');
      await changed(retro.board, turn.now);
      await posts.changed({ kind: 'card', pilot: place.id, of: day }, turn.now);
      return shown(turn, of, 'Jij pakt het op.');
    });

  return {
    take,
    lastTime: (turn: Turn, of: OfBoard) => shown(turn, of),
    done: (turn: Turn, data: z.infer<typeof schemas.done>) =>
      withAction(turn, data, today(turn.now).toString(), 'Die actie is gedaan.'),
    notDone: (turn: Turn, data: z.infer<typeof schemas.done>) =>
      withAction(turn, data, undefined, 'De actie staat weer open.'),
  };
}
