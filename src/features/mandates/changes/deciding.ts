import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Message, notice, type Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Stored } from '../../../storage/index.ts';
import { isDay } from '../register/read.ts';
import { decidingIsBarred, type Proposal, registeredEntry, waits } from './proposal.ts';
import { type RegisteringTools, registering } from './registering.ts';
import { beingRegistered, gone, notForYou } from './replies.ts';
import { type RightsTools, rightsOf } from './rights.ts';
import { type proposalRef, type ShowingTools, showing } from './shown.ts';
import { type TellingTools, telling } from './telling.ts';

export interface DecidingTools extends RightsTools, TellingTools, RegisteringTools, ShowingTools {
  audit: Audit;
}

export const approveSchema = z.object({
  id: z.string().max(100),
  number: z.string().trim().max(100).default(''),
  date: z.string().max(20).default(''),
  publication: z.string().trim().max(300).default(''),
});
export const rejectSchema = z.object({
  id: z.string().max(100),
  reason: z.string().trim().max(500).default(''),
});

/** Deciding on proposals: somebody else registers or rejects, and the proposer may withdraw. */
export function deciding(tools: DecidingTools) {
  const { store, proposals, audit } = tools;
  const rights = rightsOf(tools);
  const { shown } = showing(tools, rights);
  const { claimed, registered } = registering(tools);
  const { tellHolder, tellProposer } = telling(tools);

  async function decided(
    turn: Turn,
    id: string,
    work: (read: Stored<Proposal>) => Promise<Message>,
  ): Promise<Message> {
    if (!(await rights.mayDecide(turn))) return notForYou;
    const read = await proposals.find(id);
    if (!read || decidingIsBarred(read.value, turn.directoryId) === 'decided') return gone;
    if (decidingIsBarred(read.value, turn.directoryId) === 'own') {
      return notice(
        'Je kunt je eigen voorstel niet registreren',
        'Een tweede persoon kijkt mee. Dat is met opzet zo. Je kunt je voorstel wel intrekken.',
      );
    }
    return work(read);
  }

  /** What somebody hears who was overtaken by another. */
  async function overtaken(id: string): Promise<Message> {
    const state = (await proposals.find(id))?.value.state;
    return state === 'registering' || state === 'registered' ? beingRegistered : gone;
  }

  return {
    /** First the proposal is taken, then the register changes, then the proposal is closed: one outcome for all. */
    approve: (
      turn: Turn,
      { id, number, date, publication }: z.infer<typeof approveSchema>,
    ): Promise<Message> =>
      decided(turn, id, async (read) => {
        const { lookup } = await store.current();
        const { decision: earlier } = read.value;
        const isBrokenOff = read.value.state === 'registering' && earlier !== undefined;
        if (!isBrokenOff && (number === '' || !isDay(date))) {
          return shown(read.value, turn, lookup, 'Vul het nummer en de datum van het besluit in.');
        }
        if (!isBrokenOff && publication === '' && read.value.entry.publication === '') {
          return shown(read.value, turn, lookup, 'Vul in waar het besluit is gepubliceerd.');
        }
        const decision = isBrokenOff ? earlier : { number, date, publication };
        const mine = await claimed(read, turn, decision);
        if (!mine) return overtaken(id);
        const entry = registeredEntry(mine.value, decision);
        const outcome = await registered(
          mine.value,
          entry,
          turn.now.toString({ smallestUnit: 'millisecond' }),
        );
        if (outcome !== 'done') {
          const open: Proposal = {
            ...mine.value,
            ...{
              state: 'open',
              decidedBy: undefined,
              decidedAt: undefined,
              decision: undefined,
              claim: undefined,
            },
          };
          if (!(await proposals.decide(mine, open))) return overtaken(id);
          if (outcome === 'conflict') {
            return notice(
              'Dit mandaat is intussen gewijzigd',
              'Het voorstel past niet meer op wat er nu staat. Er is niets veranderd en het voorstel staat er nog. ' +
                'Wijs het af en vraag om een nieuw voorstel.',
              [{ verb: 'mandates.proposal', title: 'Terug naar het voorstel', data: { id } }],
            );
          }
          const problem =
            outcome === 'busy'
              ? 'Het register verandert nu. Probeer het zo nog eens.'
              : `${outcome.lost.join(' ')} Er is niets veranderd. Wijs het af en vraag om een nieuw voorstel.`;
          return shown(open, turn, (await store.current()).lookup, problem);
        }
        // Before the proposal is closed: whoever finishes what breaks off here writes it, once.
        const { decidedBy = turn.directoryId, decidedAt } = mine.value;
        await audit.record(decidedBy, 'mandaat geregistreerd', entry.id, {
          at: decidedAt ? Temporal.Instant.from(decidedAt) : turn.now,
          name: id,
        });
        const day = today(turn.now).toString();
        const done: Proposal = { ...mine.value, state: 'registered', decidedDay: day, claim: undefined };
        if (!(await proposals.decide(mine, done))) return overtaken(id);
        const after = await store.current();
        await tellHolder(after.lookup, entry, done.kind, day);
        await tellProposer(done, 'Je voorstel is geregistreerd', '');
        return notice(
          'Geregistreerd',
          'Het register is bijgewerkt. De houder en de voorsteller krijgen bericht.',
        );
      }),

    reject: (turn: Turn, { id, reason }: z.infer<typeof rejectSchema>): Promise<Message> =>
      decided(turn, id, async (read) => {
        if (read.value.state === 'registering') return beingRegistered;
        const { lookup } = await store.current();
        if (reason === '')
          return shown(read.value, turn, lookup, 'Geef een reden. De voorsteller leest die.');
        const day = today(turn.now).toString();
        const done = { state: 'rejected' as const, decidedBy: turn.directoryId, decidedDay: day, reason };
        if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
        await audit.record(turn.directoryId, 'mandaatvoorstel afgewezen', read.value.entry.id);
        await tellProposer(read.value, 'Je voorstel is afgewezen', reason);
        return notice(
          'Afgewezen',
          'De voorsteller krijgt bericht met jouw reden. Het register is niet veranderd.',
        );
      }),

    withdraw: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      const read = await proposals.find(id);
      if (!read || !waits(read.value) || read.value.by !== turn.directoryId) return gone;
      if (read.value.state === 'registering') return beingRegistered;
      const day = today(turn.now).toString();
      const done = { state: 'withdrawn' as const, decidedBy: turn.directoryId, decidedDay: day };
      if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
      await audit.record(turn.directoryId, 'mandaatvoorstel ingetrokken', read.value.entry.id);
      return notice('Ingetrokken', 'Je voorstel is weg. Het register is niet veranderd.');
    },
  };
}
