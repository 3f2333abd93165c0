import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isBetween } from '../../../calendar/hours.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { TELLING_HOURS, WORKING_HOURS } from '../../../people/assigned.ts';
import { chatWith, isLeaderOf, isPresent, oncePerAccount, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { MatrixView } from './access.ts';
import type { Matrix, Side } from './matrix.ts';
import { isToTell, mayBeTold, told } from './rules.ts';
import { seenBy } from './seen-by.ts';
import type { MatrixStore } from './store.ts';

type TellTools = Pick<Tools, 'send'> & { matrices: Pick<MatrixStore, 'change'> };

/**
 * What either of the two is sent when a matrix waits for them: the same whether the other began it or confirmed it, and without a name,
 * since the chat keeps it (trust:answers-not-in-messages).
 */
export const waitsNews: Record<Side, Message> = {
  employee: noticeCard({
    kind: 'roles',
    text: 'Er staat een takenmatrix voor je klaar.',
    title: 'Er staat een takenmatrix voor je klaar',
    body: 'Jij en je leidinggevende vullen samen in welke taken je doet. Jullie bevestigen dat allebei. Het is geen beoordeling.',
    actions: [{ verb: 'matrix.show', title: 'Open', data: {}, style: 'positive' }],
    seenBy: seenBy.employee,
  }),
  manager: noticeCard({
    kind: 'roles',
    text: 'Er staat een takenmatrix voor je klaar.',
    title: 'Er staat een takenmatrix voor je klaar',
    body: 'Je vult die in met een collega. Kijk na wat er staat. Jullie bevestigen het allebei.',
    actions: [{ verb: 'matrix.waiting', title: 'Open', data: {}, style: 'positive' }],
  }),
};

/**
 * What either is sent who was told of the same matrix before: no second message in the same words under the first. It says as little of
 * who did what.
 */
export const againNews: Record<Side, Message> = {
  employee: noticeCard({
    kind: 'roles',
    text: 'Je takenmatrix wacht op bevestiging.',
    title: 'Je takenmatrix wacht op bevestiging',
    body: 'Kijk na wat er staat. Jullie bevestigen het allebei.',
    actions: [{ verb: 'matrix.show', title: 'Open', data: {}, style: 'positive' }],
    seenBy: seenBy.employee,
  }),
  manager: noticeCard({
    kind: 'roles',
    text: 'Een takenmatrix wacht op bevestiging.',
    title: 'Een takenmatrix wacht op bevestiging',
    body: 'Kijk na wat er staat. Jullie bevestigen het allebei.',
    actions: [{ verb: 'matrix.waiting', title: 'Open', data: {}, style: 'positive' }],
  }),
};

/** What either is sent once both confirmed, where the other was the last to do so. */
export const agreedNews: Record<Side, Message> = {
  employee: noticeCard({
    kind: 'roles',
    text: 'Je takenmatrix is bevestigd.',
    title: 'Je takenmatrix is bevestigd',
    body: 'Jij en je leidinggevende bevestigden die allebei. Kijk nu samen naar de rolindicatie.',
    actions: [{ verb: 'indication.show', title: 'Rolindicatie', data: {}, style: 'positive' }],
  }),
  manager: noticeCard({
    kind: 'roles',
    text: 'Een takenmatrix is bevestigd.',
    title: 'Een takenmatrix is bevestigd',
    body: 'Jij en je collega bevestigden die allebei. Kies je collega. Kijk dan samen naar de rolindicatie.',
    actions: [{ verb: 'matrix.pick', title: 'Kies een collega', data: {}, style: 'positive' }],
  }),
};

/** What either is sent who heard of a change that was put back: nothing waits for them any more. */
export const putBackNews: Record<Side, Message> = {
  employee: noticeCard({
    kind: 'roles',
    text: 'Je takenmatrix blijft zoals die was.',
    title: 'Je takenmatrix blijft zoals die was',
    body: 'De wijziging is teruggedraaid. Je hoeft niets te doen.',
    actions: [{ verb: 'matrix.show', title: 'Bekijk', data: {} }],
  }),
  manager: noticeCard({
    kind: 'roles',
    text: 'Een takenmatrix blijft zoals die was.',
    title: 'Een takenmatrix blijft zoals die was',
    body: 'De wijziging is teruggedraaid. Je hoeft niets te doen.',
    actions: [{ verb: 'matrix.pick', title: 'Kies een collega', data: {} }],
  }),
};

/** Tells one of the two that a matrix waits for them. Of several processes the one that writes it down sends. */
async function tell(
  { send, matrices }: TellTools,
  id: string,
  side: Side,
  person: Person,
  day: string,
): Promise<void> {
  const chat = chatWith(person);
  if (!chat) return;
  let mine: Matrix | undefined;
  await matrices.change(id, (now) => {
    mine = isToTell(now, side, day) ? now : undefined;
    return mine ? told(now, side, day) : now;
  });
  if (!mine) return;
  const { told: before } = mine;
  const outcome = await send(chat, (before?.[side] ? againNews : waitsNews)[side]);
  if (!mayWorkLater(outcome)) return;
  await matrices.change(id, (now) =>
    now.told?.[side]?.day === day && now.untold === undefined ? { ...now, told: before, untold: side } : now,
  );
}

/** The other of the two. */
export const otherOf = ({ side, person, reader }: MatrixView): { side: Side; person?: Person } =>
  side === 'manager' ? { side: 'employee', person } : { side: 'manager', person: reader };

const isAtWork = async ({ now, settings }: Turn, person: Person): Promise<boolean> => {
  const closures = new Set((await settings()).municipality.closures);
  return worksOn(person, today(now), closures) && isBetween(now, WORKING_HOURS);
};

/**
 * Tells the other of the two at once that a matrix waits for them, within working hours of a day that they work; otherwise the next round
 * does. Gives what to say of it, which is the same whether they are at work or not; '' where there is nobody to tell.
 */
export async function toldNow(tools: TellTools, turn: Turn, view: MatrixView): Promise<string> {
  const { side, person } = otherOf(view);
  if (!person) return '';
  const whom = side === 'employee' ? 'Je collega' : 'Je leidinggevende';
  if (!chatWith(person))
    return side === 'employee'
      ? 'Ik kan deze collega geen bericht sturen. Vraag je collega om “takenmatrix” te typen.'
      : 'Ik kan je leidinggevende geen bericht sturen. Vraag zelf of die “takenmatrix” typt.';
  if (await isAtWork(turn, person)) await tell(tools, view.id, side, person, today(turn.now).toString());
  return `${whom} krijgt bericht.`;
}

/** Tells the other of the two, who confirmed before, that both did; only where they are at work, as it asks nothing of them. */
export async function tellAgreed({ send }: Pick<TellTools, 'send'>, turn: Turn, view: MatrixView) {
  const { side, person } = otherOf(view);
  const chat = person && chatWith(person);
  if (chat && (await isAtWork(turn, person))) await send(chat, agreedNews[side]);
}

/**
 * Tells the other of the two that what both confirmed was put back, where they heard of the change or made it; only where they are at
 * work, as it asks nothing of them.
 */
export async function tellPutBack(
  { send, matrices }: { send: TellTools['send']; matrices: Pick<MatrixStore, 'keepTold'> },
  turn: Turn,
  view: MatrixView,
  gone: Matrix,
): Promise<void> {
  const { side, person } = otherOf(view);
  const chat = person && chatWith(person);
  const knows = gone.told?.[side] !== undefined || gone.by === side;
  const day = today(turn.now).toString();
  const isTold = chat && knows && mayBeTold(gone, side, day) && (await isAtWork(turn, person));
  // What is begun anew goes on from here: as many messages a day as without putting back.
  await matrices.keepTold(view.id, (isTold ? told(gone, side, day) : gone).told);
  if (isTold) await send(chat, putBackNews[side]);
}

/** On working days: tells those for whom a matrix waits and who were not told yet, on a day that they work. */
export const matrixTelling = (matrices: Pick<MatrixStore, 'drafts' | 'change' | 'reader'>): Job => ({
  name: 'matrix-telling',
  when: { hours: TELLING_HOURS, workdays: true },
  run: async ({ now, settings, everybody, send }) => {
    const date = today(now);
    const day = date.toString();
    const due = (await matrices.drafts()).filter(
      ({ matrix }) => matrix.untold !== undefined && isToTell(matrix, matrix.untold, day),
    );
    if (due.length === 0) return;
    const [{ municipality, teams }, everyone] = await Promise.all([settings(), everybody()]);
    const closures = new Set(municipality.closures);
    const people = oncePerAccount(everyone.filter(isPresent));
    const byAccount = new Map(people.map((person) => [person.directoryId, person]));
    await forEach(due, async ({ id, matrix: { untold } }) => {
      const employee = byAccount.get(id);
      if (!employee || !untold) return;
      const team = teams.find(({ key }) => key === employee.team) ?? { key: employee.team };
      const lead = byAccount.get((await matrices.reader(id))?.manager);
      const person = untold === 'employee' ? employee : lead && isLeaderOf(team, lead) ? lead : undefined;
      if (!person || !worksOn(person, date, closures)) return;
      await tell({ send, matrices }, id, untold, person, day);
    });
  },
});
