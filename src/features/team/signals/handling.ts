import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Message, notice, type Turn, unknownPerson } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { placeData, placeFields, placeOf } from '../place.ts';
import { handles, seatOf, seenGroup } from '../rights.ts';
import type { GroupStore, Place } from '../store.ts';
import { overtaken, type Shown, signalCard, stepForm, withTyped } from './handle-cards.ts';
import { keepersOf, placeName } from './keepers.ts';
import { readableOn, type Signal, states } from './signal.ts';
import { type Answers, asked, cutIn, questions, walked } from './walk.ts';

export interface HandlingTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
  everybody(): Promise<Person[]>;
  audit: Audit;
}

/** A signal as a card names it; whether this person may open it is checked again. */
export const signalSchema = z.object({
  ...placeFields,
  id: z.string().min(1).max(80),
});
const state = z.enum(states);
const field = z.string().max(20_000).default('');
export const stepSchema = signalSchema.extend({ to: state });
export const saveSchema = stepSchema.extend({
  from: state,
  seen: z.string().max(64),
  ...{ size: field, cause: field, complete: field, others: field, judged: field, table: field },
  ...{ decided: field, reason: field, check: field, told: field, acts: field, due: field, owner: field },
});

/** So many people can be chosen from. */
const MOST_OWNERS = 100;

const notYours = notice(
  'Dit signaal is niet voor jou',
  'Alleen wie het oppakt, kan er iets mee doen. Er is niets veranderd.',
);
const gone = notice(
  'Dit signaal is er niet meer',
  'Er is niets veranderd. Typ signalen voor wat er nu staat.',
);
const noSuchStep = notice(
  'Deze stap kan nu niet',
  'Er is niets veranderd. Typ signalen en open het signaal opnieuw.',
);

/** By which a save knows whether what somebody had before them still holds. */
const versionOf = ({ state, acts, due, words }: Signal): string =>
  createHash('sha256')
    .update(JSON.stringify([state, acts, due, Object.entries(words).sort()]))
    .digest('hex')
    .slice(0, 16);

interface View extends Shown {
  handles: boolean;
  owners: { value: string; title: string }[];
}

/** Opening a signal and bringing it further, one state at a time or all that are left at once. */
export function handling({ groups, readSettings, everybody, audit }: HandlingTools) {
  /** Who may be asked to do something: the people of the team, and who takes care of signals there. */
  function ownersOf(place: Place, people: readonly Person[], settings: Settings) {
    const team =
      place.kind === 'team' ? people.filter((one) => isPresent(one) && one.team === place.key) : [];
    const all = new Map([...keepersOf(place, people, settings), ...team].map((one) => [one.id, one]));
    return [...all.values()]
      .flatMap(({ directoryId, name }) => (directoryId ? [{ value: directoryId, title: name }] : []))
      .slice(0, MOST_OWNERS)
      .sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  }

  async function inSignal(
    turn: Turn,
    { id, ...data }: z.infer<typeof signalSchema>,
    then: (view: View) => Promise<Message>,
    refused: (message: Message) => Message = (message) => message,
  ): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), readSettings()]);
    if (!me) return refused(unknownPerson);
    const place = placeOf(data);
    const seat = seatOf(me, settings);
    const mine = handles(seat, place);
    // What was given past a manager is for who takes care of it alone; what a team gives, the team reads.
    if (!mine && !(place.kind === 'team' && seenGroup(seat, place))) return refused(notYours);
    const [{ signals }, people] = await Promise.all([groups.content(place), everybody()]);
    const day = today(turn.now).toString();
    const signal = readableOn(signals, day).find((one) => one.id === id);
    if (!signal) return refused(gone);
    return then({
      ...{ place, signal, handles: mine, day },
      placeName: placeName(place, settings) ?? '',
      closures: new Set(settings.municipality.closures),
      names: new Map(
        people.flatMap((one) => (one.directoryId && isPresent(one) ? [[one.directoryId, one.name]] : [])),
      ),
      owners: ownersOf(place, people, settings),
    });
  }

  const open = (turn: Turn, data: z.infer<typeof signalSchema>, note = ''): Promise<Message> =>
    inSignal(turn, data, async (view) => signalCard(view, view.handles, note));

  const step = (turn: Turn, { to, ...data }: z.infer<typeof stepSchema>): Promise<Message> =>
    inSignal(turn, data, async (view) => {
      if (!view.handles) return notYours;
      if (asked(view.signal.state, to).length === 0)
        return signalCard(view, true, 'Iemand bracht dit signaal al verder. Dit geldt nu.');
      return stepForm(view, { to, seen: versionOf(view.signal), owners: view.owners });
    });

  async function save(turn: Turn, data: z.infer<typeof saveSchema>): Promise<Message> {
    const { kind, group, id, from, to, seen, ...typed } = data;
    const refused = (message: Message) => withTyped(message, typed);
    return inSignal(
      turn,
      { kind, group, id },
      async (view) => {
        if (!view.handles) return refused(notYours);
        if (asked(from, to).length === 0) return refused(noSuchStep);
        const { signal, day } = view;
        const walking = { day, owners: new Set(view.owners.map(({ value }) => value)) };
        if (signal.state !== from || versionOf(signal) !== seen) return other(data, view);
        const result = walked(signal, to, typed, walking);
        if ('problems' in result)
          return stepForm(view, { to, seen, owners: view.owners, typed, problems: result.problems });
        let mine = false;
        const now = await groups.changeSignal(view.place, id, (current) => {
          const again = versionOf(current) === seen ? walked(current, to, typed, walking) : undefined;
          mine = again !== undefined && 'signal' in again;
          return again && 'signal' in again ? again.signal : current;
        });
        if (!now) return refused(gone);
        if (!mine) return inSignal(turn, { kind, group, id }, (fresh) => other(data, fresh), refused);
        await settle(turn, view, data);
        return open(turn, { kind, group, id }, savedWords(typed));
      },
      refused,
    );
  }

  /** The owner of what was decided, and the managing actions in the audit log: which signal, and not a word of it. */
  async function settle(
    turn: Turn,
    { place, signal }: View,
    { from, to, acts, owner }: z.infer<typeof saveSchema>,
  ) {
    const steps = asked(from, to);
    if (steps.includes('deciding')) {
      await groups.give(place, signal, acts === 'ja' ? owner : undefined);
      await audit.record(turn.directoryId, 'besluit over signaal', signal.id);
    }
    if (steps.includes('answered')) await audit.record(turn.directoryId, 'signaal teruggekoppeld', signal.id);
  }

  /** For who comes second: what holds now, and every word they typed. The same words a second time are saved already. */
  async function other(data: z.infer<typeof saveSchema>, view: View): Promise<Message> {
    const { kind: _kind, group: _group, id: _id, from, to, seen: _seen, ...typed } = data;
    const { signal, owners } = view;
    const same = asked(from, to)
      .flatMap((one) => questions[one])
      .every((question) => (typed[question].trim() || undefined) === signal.words[question]);
    if (same && signal.state === to) return signalCard(view, true, 'Dit is al bewaard.');
    if (asked(signal.state, to).length === 0)
      return withTyped(
        notice('Iemand anders was je voor', 'Dit signaal is al verder. Wat jij typte, is niet bewaard.', [
          {
            verb: 'signal.open',
            title: 'Open het signaal',
            data: { ...placeData(view.place), id: signal.id },
          },
        ]),
        typed,
      );
    const problems = overtaken(signal, to, typed, from);
    return stepForm(view, { to, seen: versionOf(signal), owners, typed, problems });
  }

  return { open, step, save };
}

function savedWords(typed: Answers): string {
  return cutIn(typed).length > 0
    ? 'Bewaard. Van een antwoord dat te lang was, bleven de eerste 500 tekens over.'
    : 'Bewaard.';
}
