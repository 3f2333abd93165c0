import { dutchDay, today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import type { Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { toMine } from '../../../conversation/waiting.ts';
import { placeOf } from '../pilot/place.ts';
import { shortened } from '../pilot/sizes.ts';
import type { PilotStore } from '../pilot/store.ts';
import type { ActionStore, Todo } from './store.ts';

/** What was done longer ago than this (days) is no slip any more. */
const LATELY_DAYS = 14;
/** So many on the card, and so many characters of each. */
const [MOST, LONGEST] = [8, 200];

const toOpen: NoticeAction = { verb: 'help.say', title: 'Open acties', data: { text: 'acties' } };

const none = noticeCard({
  kind: 'mine',
  text: 'De laatste twee weken zette je geen actie op gedaan.',
  title: 'Je zette de laatste twee weken geen actie op gedaan',
  body: 'Hier staan alleen acties die van jou zijn. Wat nog openstaat, zie je hieronder.',
  actions: [toMine, toOpen],
});

interface DoneTools {
  pilots: PilotStore;
  actions: Pick<ActionStore, 'ownedIn' | 'of'>;
}

/** True for what was called done since a day (ISO date). */
const isDoneSince = ({ doneOn }: Pick<Todo, 'doneOn'>, since: string): boolean =>
  doneOn !== undefined && doneOn >= since;

/** The actions of who asks that were done lately, with the way back for each: the last one first. */
async function ownDone({ pilots, actions }: DoneTools, turn: Turn): Promise<Message> {
  const { directoryId } = turn;
  const since = today(turn.now).subtract({ days: LATELY_DAYS }).toString();
  const teams = async () => (await turn.settings()).teams;
  const each = await Promise.all(
    (await actions.ownedIn(directoryId, since)).map(async (id) => {
      const [place, todos] = await Promise.all([placeOf(pilots, teams, id), actions.of(id)]);
      return todos
        .filter((todo) => todo.owner === directoryId && isDoneSince(todo, since))
        .map((todo) => ({ id, place: place?.name, todo }));
    }),
  );
  const done = each
    .flat()
    .toSorted((a, b) => ((a.todo.doneOn ?? '') < (b.todo.doneOn ?? '') ? 1 : -1))
    .slice(0, MOST);
  if (done.length === 0) return none;
  return detailCard({
    kind: 'mine',
    text: 'Deze acties van jou staan op gedaan.',
    title: 'Deze acties van jou staan op gedaan',
    note: 'Tik bij een actie op “Toch niet gedaan”. Dan staat die weer open.',
    sections: [
      {
        lines: done.map(({ id, place, todo }) => ({
          text: shortened(todo.text, LONGEST),
          detail: [place, todo.doneOn && `gedaan op ${dutchDay(todo.doneOn)}`].filter(Boolean).join(' · '),
          actions: [
            { verb: 'action.undone', title: 'Toch niet gedaan', data: { pilot: id, action: todo.id } },
          ],
        })),
      },
    ],
    actions: [toMine],
  });
}

/** What somebody called done by accident, and wants back. */
export const doneLately = (tools: DoneTools): Phrase => ({
  say: 'gedane acties',
  wished:
    /\b(?:actie|acties|taak|punt)\b.*\b(?:per ongeluk|verkeerd|te vroeg|te snel|toch niet)\b|\b(?:per ongeluk|te vroeg|te snel)\b.*\b(?:actie|acties|taak|op gedaan|op klaar)\b|\bactie\b.*\b(?:weer open\w*|terugzetten|heropenen)\b|^heropen (?:de |mijn |een )?actie$/,
  also: ['acties die gedaan zijn', 'mijn gedane acties', 'afgeronde acties', 'actie heropenen'],
  title: 'Zet een actie terug die nog niet gedaan is',
  needs: colleagueAlone,
  unlisted: true,
  run: (turn) => ownDone(tools, turn),
});
