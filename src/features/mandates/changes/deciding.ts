import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isDate, today } from '../../../calendar/clock.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { noSuchDay } from '../../../conversation/unshown.ts';
import type { Stored } from '../../../storage/index.ts';
import type { Tools } from '../../module.ts';
import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import {
  decidingIsBarred,
  isProposer,
  type MandateProposal,
  type ProposalDecision,
  publicationIsNeeded,
  registeredEntry,
  reopened,
  waits,
} from './proposal.ts';
import { aboutEntry } from './proposal-cards.ts';
import { type RegisteringOutcome, type RegisteringTools, registering } from './registering.ts';
import { beingRegistered, gone, NOT_FINISHED, notForYou } from './replies.ts';
import { type RightsTools, rightsOf } from './rights.ts';
import { type proposalRef, type ShowingTools, showing, whoIs } from './shown.ts';
import { type TellingTools, telling } from './telling.ts';

export interface DecidingTools
  extends RightsTools,
    TellingTools,
    RegisteringTools,
    ShowingTools,
    Pick<Tools, 'audit'> {}

/** So many characters are accepted in the fields of the card. Of a longer text the reader hears that it is too long. */
const LONGEST = { number: 100, publication: 300, reason: 500 };

export const approveSchema = z.object({
  id: z.string().max(100),
  number: field.text,
  date: field.date,
  publication: field.text,
});
/** What opens one of the two forms of a decision. */
export const decidingSchema = z.object({ id: z.string().max(100), open: z.enum(['approve', 'reject']) });
export const rejectSchema = z.object({
  id: z.string().max(100),
  reason: field.long,
});

/** What is wrong with a decision as somebody filled it in, in Dutch; `day` is the ISO date of today. */
function wrongWith(
  { number, date, publication }: Omit<z.infer<typeof approveSchema>, 'id'>,
  { kind, entry }: MandateProposal,
  day: string,
): string | undefined {
  // What is new or changed rests on a decision of its own, published in a place of its own.
  const empty = [
    ...(number === '' ? ['nummer van het besluit'] : []),
    ...(date === '' ? ['datum van het besluit'] : []),
    ...(publication === '' && publicationIsNeeded({ kind, entry })
      ? ['waar het besluit is gepubliceerd']
      : []),
  ];
  if (empty.length > 0) return `Vul nog in: ${listed(empty)}.`;
  if (!isDate(date)) return noSuchDay('Datum van het besluit');
  if (date > day)
    return 'De datum van het besluit ligt in de toekomst. Registreer pas als het besluit er is.';
  if (number.length > LONGEST.number)
    return `Het nummer is langer dan ${LONGEST.number} tekens. Maak het korter.`;
  return publication.length > LONGEST.publication
    ? `De publicatie is langer dan ${LONGEST.publication} tekens. Maak die korter.`
    : undefined;
}

/** What was filled in, cut so that the card can carry it back to be corrected. */
const fitting = ({ number, date, publication }: ProposalDecision): ProposalDecision => ({
  number: number.slice(0, LONGEST.number),
  date,
  publication: publication.slice(0, LONGEST.publication),
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
    work: (read: Stored<MandateProposal>) => Promise<Message>,
  ): Promise<Message> {
    if (!(await rights.mayDecide(turn))) return notForYou;
    const read = await proposals.find(id);
    const barred = read && decidingIsBarred(read.value, await whoIs(turn));
    if (!read || barred === 'decided') return gone;
    if (barred === 'own') {
      return notice(
        'mandate',
        'Je kunt je eigen voorstel niet registreren',
        'Een ander kijkt het na en registreert het. Je kunt je voorstel wel intrekken.',
      );
    }
    return work(read);
  }

  /** The reply when another was first. */
  async function overtaken(id: string): Promise<Message> {
    const state = (await proposals.find(id))?.value.state;
    return state === 'registering' || state === 'registered' ? beingRegistered : gone;
  }

  /** Lets a proposal wait again that could not be registered, and says what stood in the way. */
  async function waitingAgain(
    turn: Turn,
    mine: Stored<MandateProposal>,
    outcome: Exclude<RegisteringOutcome, 'done'>,
  ): Promise<Message> {
    const { id } = mine.value;
    const open = reopened(mine.value);
    if (!(await proposals.decide(mine, open))) return overtaken(id);
    if (outcome === 'conflict') {
      return notice(
        'mandate',
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

  /**
   * Closes a proposal that is in the register, and tells those whom it concerns. `isEarlier` when the decision is
   * that of a colleague who did not finish.
   */
  async function closed(
    turn: Turn,
    mine: Stored<MandateProposal>,
    entry: RegisterEntry,
    isEarlier: boolean,
  ): Promise<Message> {
    const { id, decidedBy = turn.directoryId, decidedAt } = mine.value;
    // Before the proposal is closed: when it breaks off here, whoever finishes it records the same line, and no
    // second one.
    await audit.record(decidedBy, 'mandaat geregistreerd', entry.id, {
      at: decidedAt ? Temporal.Instant.from(decidedAt) : turn.now,
      name: id,
    });
    const day = today(turn.now).toString();
    const done: MandateProposal = { ...mine.value, state: 'registered', decidedDay: day, claim: undefined };
    if (!(await proposals.decide(mine, done))) return overtaken(id);
    const after = await store.current();
    await tellHolder(after.lookup, entry, done, day);
    await tellProposer(after.lookup, done, 'Je voorstel is geregistreerd', '');
    const earlier = isEarlier ? 'Je collega was eerder: het besluit dat die invulde, geldt. ' : '';
    const body = `Het register is bijgewerkt. ${earlier}De houder en wie het voorstel deed, krijgen bericht.`;
    return noticeCard({
      kind: 'mandate',
      text: `Geregistreerd. ${body}`,
      title: 'Geregistreerd',
      body,
      lines: [aboutEntry(entry.id, after.lookup)],
    });
  }

  return {
    /** Opens the form to decide with; of what was decided or withdrawn meanwhile it says so at once. */
    open: (turn: Turn, { id, open }: z.infer<typeof decidingSchema>): Promise<Message> =>
      decided(turn, id, async (read) => {
        const { lookup } = await store.current();
        const problem = read.value.state === 'registering' ? NOT_FINISHED : undefined;
        return shown(read.value, turn, lookup, problem, { open });
      }),

    /** First the proposal is claimed, then the register changes, then the proposal is closed. */
    approve: (
      turn: Turn,
      { id, number, date, publication }: z.infer<typeof approveSchema>,
    ): Promise<Message> =>
      decided(turn, id, async (read) => {
        const { lookup } = await store.current();
        const { decision: earlier } = read.value;
        const isBrokenOff = read.value.state === 'registering' && earlier !== undefined;
        const filledIn = { number, date, publication };
        const day = today(turn.now).toString();
        const wrong = isBrokenOff ? undefined : wrongWith(filledIn, read.value, day);
        if (wrong) return shown(read.value, turn, lookup, wrong, { ...fitting(filledIn), open: 'approve' });
        const decision = isBrokenOff ? earlier : filledIn;
        const mine = await claimed(read, turn, decision);
        if (!mine) return overtaken(id);
        const entry = registeredEntry(mine.value, decision);
        const at = turn.now.toString({ smallestUnit: 'millisecond' });
        const outcome = await registered(mine.value, entry, at);
        return outcome === 'done'
          ? closed(turn, mine, entry, isBrokenOff && number !== '')
          : waitingAgain(turn, mine, outcome);
      }),

    reject: (turn: Turn, { id, reason }: z.infer<typeof rejectSchema>): Promise<Message> =>
      decided(turn, id, async (read) => {
        if (read.value.state === 'registering') return beingRegistered;
        const { lookup } = await store.current();
        if (reason === '')
          return shown(read.value, turn, lookup, 'Geef een reden. Wie het voorstel deed, leest die.', {
            open: 'reject',
          });
        if (reason.length > LONGEST.reason)
          return shown(
            read.value,
            turn,
            lookup,
            `Je reden is langer dan ${LONGEST.reason} tekens. Maak die korter. Alleen het begin staat er nog.`,
            { reason: reason.slice(0, LONGEST.reason), open: 'reject' },
          );
        const day = today(turn.now).toString();
        const done = { state: 'rejected' as const, decidedBy: turn.directoryId, decidedDay: day, reason };
        await audit.record(turn.directoryId, 'mandaatvoorstel afgewezen', read.value.entry.id);
        if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
        await tellProposer(lookup, read.value, 'Je voorstel is afgewezen', reason);
        return notice(
          'mandate',
          'Afgewezen',
          'Wie het voorstel deed, krijgt bericht met jouw reden. Het register is niet veranderd.',
        );
      }),

    withdraw: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      const read = await proposals.find(id);
      if (!read || !waits(read.value) || !isProposer(read.value, await whoIs(turn))) return gone;
      if (read.value.state === 'registering') return beingRegistered;
      const day = today(turn.now).toString();
      const done = { state: 'withdrawn' as const, decidedBy: turn.directoryId, decidedDay: day };
      await audit.record(turn.directoryId, 'mandaatvoorstel ingetrokken', read.value.entry.id);
      if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
      return notice('mandate', 'Ingetrokken', 'Je voorstel is weg. Het register is niet veranderd.');
    },
  };
}
