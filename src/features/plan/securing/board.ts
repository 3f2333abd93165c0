import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageOf } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { isAmong } from '../../../people/access.ts';
import { type MethodStep, stepOf } from '../../../people/steps.ts';
import { type PointSource, sources, type TalkTable, tablesToTalk } from '../content/securing.ts';
import { choosable, LATE, NOBODY } from '../steps/forms.ts';
import { boardCard, noSuchPoint, nothingToPass, notYourPoint, pointCard, toBoard } from './cards.ts';
import { passForm, pointChoosing, pointForm } from './forms.ts';
import { shownSecuring } from './reading.ts';
import { onBoard, pointProblems } from './rules.ts';
import { type BoardPoint, MOST_A_DAY, MOST_POINTS } from './securing.ts';
import { adders, type SecuringTools } from './tools.ts';

/** So many points stand on one card. */
const PAGE = 6;
const full = notice(
  'plan',
  'Het verbeterbord is vol',
  `Er staan al ${MOST_POINTS} punten op. Rond er eerst een af.`,
  [toBoard],
);

const fullToday = 'Je zette vandaag al veel op het verbeterbord. Morgen kan het weer.';
/** By these words in the log it is counted how much somebody added. */
const ADDED = 'verbeterbord: punt erbij';

type Filled = Pick<BoardPoint, 'text' | 'source' | 'step' | 'table' | 'due'>;

function filledIn({ text = '', source = '', step = '', table = '', due = '' }: FormValues): Filled {
  return {
    text,
    source: foundIn(sources, source) ? (source as PointSource) : 'own',
    step: stepOf(Number(step)) ?? (8 satisfies MethodStep),
    table: foundIn(tablesToTalk, table) ? (table as TalkTable) : 'team',
    due,
  };
}

/** The verbeterbord over all teams: points with who takes them up, at which table, and since when. */
export function board(tools: SecuringTools) {
  const { securing, audit, everybody, administrators, newId, passable } = tools;
  const inTurn = oneAtATime();

  async function passableOf(turn: Turn) {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    return me ? passable(me, settings) : [];
  }

  async function mayAdd(turn: Turn): Promise<boolean> {
    return (
      turn.scope === 'personal' && isAmong(adders, turn.directoryId, await turn.person(), administrators)
    );
  }

  async function show(turn: Turn, page: number, isDone: boolean, note = ''): Promise<Message> {
    const [shown, isAdder] = await Promise.all([shownSecuring(tools), mayAdd(turn)]);
    const points = onBoard(shown.securing.points, isDone);
    const day = today(turn.now).toString();
    return boardCard(shown, pageOf(points, page, PAGE), { note, day, isDone, mayAdd: isAdder });
  }

  /** Who may add may change all; who takes a point up, that one. */
  async function onPoint(
    turn: Turn,
    id: string,
    run: (point: BoardPoint, owner: string | undefined) => Promise<Message>,
  ): Promise<Message> {
    const { points, owners } = await securing.read();
    const point = points.find((one) => one.id === id);
    if (!point) return noSuchPoint;
    const owner = owners.get(`punt-${id}`);
    return (await mayAdd(turn)) || (turn.scope === 'personal' && owner === turn.directoryId)
      ? run(point, owner)
      : notYourPoint;
  }

  async function open(turn: Turn, id: string, note = ''): Promise<Message> {
    const [shown, isAdder] = await Promise.all([shownSecuring(tools), mayAdd(turn)]);
    const point = shown.securing.points.find((one) => one.id === id);
    if (!point) return noSuchPoint;
    const isTheirs =
      turn.scope === 'personal' && shown.securing.owners.get(`punt-${id}`) === turn.directoryId;
    return pointCard(shown, point, { note, day: today(turn.now).toString(), mayChange: isAdder || isTheirs });
  }

  async function read(filled: FormValues, first = '') {
    const people = await everybody();
    const choices = choosable(people);
    const { sent, problems } = chosenIn([pointChoosing(choices)], filled);
    const point = filledIn(sent);
    const wrong = [...problems, ...pointProblems(point, nameFinder(people.map(({ name }) => name)), first)];
    const owner = choices.some(({ value }) => value === sent.owner) ? (sent.owner ?? '') : '';
    return { choices, sent, point, wrong, owner };
  }

  /** Without which point it was: who wrote one stands nowhere. */
  const logChange = (turn: Turn) =>
    audit.record(turn.directoryId, 'verbeterbord: punt gewijzigd', 'gemeente');

  async function write(
    turn: Turn,
    { id, seen }: { id: string; seen: number },
    change: Partial<BoardPoint>,
    note: string,
  ) {
    const day = today(turn.now).toString();
    await logChange(turn);
    const isWritten = await securing.changePoint(id, seen, (now) => ({ ...now, ...change }), day);
    return open(turn, id, isWritten ? note : 'Iemand anders was net eerder. Er is niets veranderd.');
  }

  return {
    show,
    open,
    new: async (typed: FormValues = {}): Promise<Message> =>
      pointForm(newId('V'), choosable(await everybody()), { typed }),
    add: async (turn: Turn, id: string, filled: FormValues): Promise<Message> => {
      const since = today(turn.now).toString();
      const { choices, sent, point, wrong, owner } = await read(filled, since);
      if (wrong.length > 0) return pointForm(id, choices, { typed: sent, problems: wrong });
      if (onBoard((await securing.read()).points, false).length >= MOST_POINTS) return full;
      const fits = await inTurn(turn.directoryId, async () => {
        if ((await audit.countOn(turn.directoryId, ADDED, since)) >= MOST_A_DAY) return false;
        await audit.record(turn.directoryId, ADDED, 'gemeente');
        await securing.addPoint({ id, version: 1, ...point, since }, owner);
        return true;
      });
      if (!fits) return pointForm(id, choices, { typed: sent, problems: [fullToday] });
      return show(turn, 0, false, 'Het punt staat op het verbeterbord.');
    },
    edit: (turn: Turn, id: string): Promise<Message> =>
      onPoint(turn, id, async (there, owner) =>
        pointForm(id, choosable(await everybody()), {
          there,
          typed: { ...there, step: `${there.step}`, version: undefined, owner: owner ?? NOBODY },
        }),
      ),
    save: (turn: Turn, { id, seen }: { id: string; seen: number }, filled: FormValues): Promise<Message> =>
      onPoint(turn, id, async (there) => {
        const { choices, sent, point, wrong, owner } = await read(filled);
        const again = { typed: sent, there: { ...there, version: seen } };
        if (wrong.length > 0) return pointForm(id, choices, { ...again, problems: wrong });
        const day = today(turn.now).toString();
        await logChange(turn);
        if (await securing.changePoint(id, seen, (now) => ({ ...now, ...point }), day, owner))
          return open(turn, id, 'Bewaard.');
        return pointForm(id, choices, { typed: sent, there, problems: [LATE] });
      }),
    done: (turn: Turn, target: { id: string; seen: number }): Promise<Message> =>
      onPoint(turn, target.id, () =>
        write(turn, target, { done: today(turn.now).toString() }, 'Dit is gedaan.'),
      ),
    undone: (turn: Turn, target: { id: string; seen: number }): Promise<Message> =>
      onPoint(turn, target.id, () => write(turn, target, { done: undefined }, 'Dit staat weer open.')),
    /** What somebody may pass on of the teams that they lead. */
    pass: async (turn: Turn): Promise<Message> => {
      const points = await passableOf(turn);
      return points.length === 0 ? nothingToPass : passForm(points);
    },
    passing: async (turn: Turn, chosen: string): Promise<Message> => {
      const points = await passableOf(turn);
      const point = points.find(({ id }) => id === chosen);
      if (!point) return points.length === 0 ? nothingToPass : passForm(points, ['Kies wat je doorgeeft.']);
      return pointForm(newId('V'), choosable(await everybody()), {
        typed: { text: point.text, source: point.source },
      });
    },
  };
}
