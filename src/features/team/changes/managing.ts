import { type Message, notice, type Turn, unknownPerson } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Address } from '../../../people/person.ts';
import { changeCard } from './cards.ts';
import type { Change } from './change.ts';
import { addForm, editForm, moveForm, withdrawForm } from './forms.ts';
import { detailsIn, mayEdit, reasonIn, type Typed, versionOf, whenIn, whenKey } from './rules.ts';
import type { ChangeStore } from './store.ts';
import { tell } from './telling.ts';

export interface ManageTools {
  changes: ChangeStore;
  audit: Audit;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  newId(): string;
}

const notAllowed = notice(
  'De kalender wordt bijgehouden door leidinggevenden en projectleiders',
  'Er is niets veranderd. Weet je iets wat gaat veranderen? Vertel het je leidinggevende.',
);
const gone = notice(
  'Dit staat niet meer op de kalender',
  'Er is niets veranderd. Typ kalender, dan zie je wat nu geldt.',
);
const elsewhere = 'Iemand anders paste dit net aan. Kijk hoe het nu staat, en bewaar daarna wat jij wilt.';

interface Desk {
  settings: Settings;
  /** ISO date. */
  day: string;
}

/** Keeping the calendar: for managers, project leads, heads of department and the direction. */
export function managing({ changes, audit, readSettings, send, newId }: ManageTools) {
  /** Runs `then` for who keeps the calendar (house trust rule 11). */
  async function atDesk(turn: Turn, then: (desk: Desk) => Promise<Message>): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), readSettings()]);
    if (!me) return unknownPerson;
    return mayEdit(me) ? then({ settings, day: today(turn.now).toString() }) : notAllowed;
  }

  /** Runs `then` on a change that is still to come. */
  const onChange = (turn: Turn, id: string, then: (change: Change, desk: Desk) => Promise<Message>) =>
    atDesk(turn, async (desk) => {
      const change = await changes.get(id);
      if (!change) return gone;
      return change.withdrawn
        ? changeCard(change, desk.settings, 'Er is niets veranderd.')
        : then(change, desk);
    });

  /** Edits a change unless somebody else was first: `stale` gives what stands there then, `done` what was made of it. */
  async function edited(
    id: string,
    day: string,
    seen: string | undefined,
    edit: (change: Change) => Change,
  ): Promise<{ done: Change } | { stale: Change | undefined }> {
    const done = await changes.change(id, day, (now) =>
      now.withdrawn || (seen !== undefined && seen !== versionOf(now)) ? undefined : edit(now),
    );
    return done ? { done } : { stale: await changes.get(id) };
  }

  /** What to show when somebody else was first. */
  function late(now: Change | undefined, { settings }: Desk, again: (now: Change) => Message): Message {
    if (!now) return gone;
    return now.withdrawn
      ? changeCard(now, settings, 'Iemand anders trok dit net in. Wat jij invulde, is niet bewaard.')
      : again(now);
  }

  return {
    begin: (turn: Turn) => atDesk(turn, async ({ settings }) => addForm(newId(), settings)),
    open: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => changeCard(change, settings)),
    edit: (turn: Turn, id: string) =>
      onChange(turn, id, async (change, { settings }) => editForm(change, settings)),
    move: (turn: Turn, id: string) => onChange(turn, id, async (change) => moveForm(change)),
    stop: (turn: Turn, id: string) => onChange(turn, id, async (change) => withdrawForm(change)),

    add: (turn: Turn, id: string, typed: Typed) =>
      atDesk(turn, async ({ settings, day }) => {
        const { details, problems } = detailsIn(typed, settings);
        const { when, problems: wrong } = whenIn(typed, day);
        if (problems.length + wrong.length > 0) return addForm(id, settings, typed, [...problems, ...wrong]);
        const change: Change = { id, ...details, when };
        if (!(await changes.add(change, day))) {
          const there = await changes.get(id);
          return there ? changeCard(there, settings, 'Dit stond er al op.') : gone;
        }
        await audit.record(turn.directoryId, 'verandering op de kalender gezet', id);
        return changeCard(change, settings, await tell(send, change, settings, 'added'));
      }),

    save: (turn: Turn, { id, seen }: { id: string; seen?: string }, typed: Typed) =>
      onChange(turn, id, async (change, desk) => {
        const { details, problems } = detailsIn(typed, desk.settings);
        if (problems.length > 0) return editForm(change, desk.settings, typed, problems);
        const result = await edited(id, desk.day, seen, (now) => ({ ...now, ...details }));
        if ('stale' in result)
          return late(result.stale, desk, (now) => editForm(now, desk.settings, typed, [elsewhere]));
        await audit.record(turn.directoryId, 'verandering op de kalender gewijzigd', id);
        return changeCard(result.done, desk.settings, 'Bewaard.');
      }),

    moveTo: (turn: Turn, { id, seen }: { id: string; seen?: string }, typed: Typed) =>
      onChange(turn, id, async (change, desk) => {
        const { when, problems } = whenIn(typed, desk.day);
        const { reason, problems: wrong } = reasonIn(typed);
        const same =
          whenKey(when) === whenKey(change.when) ? ['Zo staat het er al. Kies een andere dag.'] : [];
        const all = [...problems, ...wrong, ...(problems.length > 0 ? [] : same)];
        if (all.length > 0) return moveForm(change, typed, all);
        const result = await edited(id, desk.day, seen, (now) => ({
          ...now,
          when,
          moved: { from: now.when, reason },
        }));
        if ('stale' in result) return late(result.stale, desk, (now) => moveForm(now, typed, [elsewhere]));
        await audit.record(turn.directoryId, 'verandering op de kalender verzet', id);
        return changeCard(result.done, desk.settings, await tell(send, result.done, desk.settings, 'moved'));
      }),

    withdraw: (turn: Turn, id: string, typed: Typed) =>
      onChange(turn, id, async (change, desk) => {
        const { reason, problems } = reasonIn(typed);
        if (problems.length > 0) return withdrawForm(change, typed, problems);
        const result = await edited(id, desk.day, undefined, (now) => ({
          ...now,
          withdrawn: { day: desk.day, reason },
        }));
        if ('stale' in result)
          return late(result.stale, desk, (now) => withdrawForm(now, typed, [elsewhere]));
        await audit.record(turn.directoryId, 'verandering op de kalender ingetrokken', id);
        return changeCard(
          result.done,
          desk.settings,
          await tell(send, result.done, desk.settings, 'withdrawn'),
        );
      }),
  };
}
