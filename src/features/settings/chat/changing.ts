import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, perhaps } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { asSentence } from '../../../language/sentences.ts';
import {
  type Applied,
  applySetting,
  inMunicipality,
  inTeam,
  type SettingPlace,
} from '../../../people/changing/applying.ts';
import { municipalitySettings } from '../../../people/changing/municipality-settings.ts';
import { markOf, type Setting, type SettingContext, undoing } from '../../../people/changing/setting.ts';
import { teamSettings } from '../../../people/changing/team-settings.ts';
import type { Changing, Settings, Team } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import type { Ending } from '../../team/contract.ts';
import { changedBy } from './log-lines.ts';
import { toOverview } from './needs.ts';
import { type SettingRef, savedCard, settingForm, sureCard, undoButton } from './setting-form.ts';
import type { Saved } from './setup-cards.ts';
import { type StepId, stepIds } from './setup-steps.ts';

export interface ChangingTools extends Pick<Tools, 'people' | 'settings' | 'audit' | 'now' | 'everybody'> {
  ending: Pick<Ending, 'leavingProblem'>;
  /** Goes on with the first hour, from the step of which something was saved. */
  onward(turn: Turn, step: StepId, saved: Saved): Promise<Message>;
}

const keys = [...municipalitySettings, ...teamSettings].map(({ key }) => key);

export const refSchema = z.object({
  setting: z.string().refine((key) => keys.includes(key)),
  team: perhaps(z.string().max(200)),
  guided: perhaps(z.enum(stepIds)),
});
const seenSchema = refSchema.extend({
  seen: carried(z.string().max(40), ''),
  sure: carried(z.boolean(), false),
});
/** `again`: what was put back is set once more. */
export const undoSchema = seenSchema.extend({ again: carried(z.boolean(), false) });
/** All that the forms of settings ask for together: each reads its own. */
export const saveSchema = seenSchema.extend({
  gone: carried(z.string().max(10), ''),
  date: field.date,
  reference: field.text,
  name: field.text,
  contact: field.text,
  url: field.text,
  label: field.text,
  dates: field.long,
  choice: field.choice,
  weeks: field.number,
  everyWeeks: field.choice,
  day: field.choice,
  time: field.time,
  anchor: field.date,
  ...choosingSchema('many', 'people', 'drop'),
  ...choosingSchema('one', 'person'),
});
type Sent = Omit<z.infer<typeof saveSchema>, 'setting' | 'team' | 'guided' | 'seen' | 'sure'>;

const nowhere: Message = noticeCard({
  kind: 'settings',
  text: 'Dit team is er niet meer. Er is niets veranderd.',
  title: 'Dit team is er niet meer',
  body: 'Er is niets veranderd.',
  actions: [toOverview],
});

/** What somebody filled in, to be said back: our keys and choices mean nothing to them. */
const filledIn = ({ gone: _gone, choice: _choice, ...sent }: Sent): string =>
  Object.entries(sent)
    .filter(([id, value]) => value && !/Found$/.test(id))
    .map(([, value]) => value)
    .join(' · ');

/** Opening, saving and putting back one setting. */
export function changing(tools: ChangingTools) {
  const { settings, everybody, ending } = tools;

  /** Works on a setting where it stands. */
  async function on(
    turn: Turn,
    { setting: key, team: teamKey, guided }: SettingRef,
    work: <S extends Changing>(
      setting: Setting<S>,
      place: SettingPlace<S>,
      about: {
        ref: SettingRef;
        place: string;
        current: Settings;
        /** The sentence that stands in the way of a change, beside what its form says. */
        hindrance(next: S): Promise<string | undefined>;
      },
    ) => Promise<Message>,
  ): Promise<Message> {
    const current = await turn.settings();
    const from = guided === undefined ? {} : { guided };
    if (teamKey === undefined) {
      const setting = municipalitySettings.find((one) => one.key === key);
      const about = { ref: { setting: key, ...from }, place: '', current, hindrance: async () => undefined };
      return setting ? work(setting, inMunicipality(settings, current), about) : nowhere;
    }
    const setting = teamSettings.find((one) => one.key === key);
    const team = current.teams.find((one) => one.key === teamKey);
    if (!setting || !team) return nowhere;
    const about = {
      ref: { setting: key, team: teamKey, ...from },
      place: team.name,
      current,
      hindrance: (next: Team) => ending.leavingProblem(team, next, current),
    };
    return work(setting, inTeam(settings, team), about);
  }

  const contextFor = async <S extends Changing>(
    turn: Turn,
    { choosesPeople }: Setting<S>,
    current: Settings,
  ): Promise<SettingContext> => ({
    day: today(turn.now).toString(),
    people: choosesPeople ? await everybody() : [],
    settings: current,
  });

  /** Who changed a setting that an administrator had before them: user text, since it holds a name. */
  async function changedWords<S extends Changing>(setting: Setting<S>, about: string): Promise<string> {
    const who = await changedBy(tools, setting, about);
    return `${who ?? 'Iemand anders'} veranderde dit intussen.`;
  }

  /** What an administrator hears whose form showed something else than what stands there now. */
  async function lateWords<S extends Changing>(setting: Setting<S>, about: string): Promise<string> {
    return `${await changedWords(setting, about)} Hieronder zie je wat er nu staat. Wat jij invulde, is niet bewaard.`;
  }

  function edit(turn: Turn, ref: SettingRef): Promise<Message> {
    return on(turn, ref, async (setting, { now }, { current, ref: of, place }) =>
      settingForm(setting, { ref: of, place, now }, await contextFor(turn, setting, current)),
    );
  }

  function save(
    turn: Turn,
    { setting: key, team, guided, seen, sure, ...sent }: z.infer<typeof saveSchema>,
  ): Promise<Message> {
    return on(turn, { setting: key, team, guided }, async (setting, place, { current, hindrance, ...at }) => {
      const { now } = place;
      const context = await contextFor(turn, setting, current);
      const view = { ...at, now };
      const late = async (there: typeof now) => {
        const typed = filledIn(sent);
        return settingForm(setting, { ...at, now: there }, context, {
          problems: [await lateWords(setting, place.about), ...(typed ? [`Je vulde in: ${typed}`] : [])],
        });
      };
      if (seen !== markOf(setting, now)) return late(now);
      const read = setting.read(sent, now, context);
      if ('problems' in read)
        return settingForm(setting, view, context, {
          typed: read.typed ?? sent,
          problems: [...read.problems, 'Er is nog niets bewaard.'],
        });
      const next = read.change(now);
      const problem = await hindrance(next);
      if (problem) return settingForm(setting, view, context, { typed: sent, problems: [problem] });
      if (markOf(setting, next) === seen) {
        const same = 'Er is niets veranderd';
        if (!guided) return savedCard(setting, view, same);
        const words = `${same}. ${asSentence(`${setting.title}: ${setting.words(now)}`)}`;
        return tools.onward(turn, guided, { words, undo: undefined });
      }
      const warning = setting.warning?.(now, next);
      if (warning && !sure)
        return sureCard(view, `${setting.title}: ${setting.words(next)}`, warning, {
          verb: 'settings.save',
          title: 'Ja, doe dit',
          data: { ...at.ref, ...sent, seen, sure: true },
        });
      const result = await applySetting(tools, setting, place, read.change, {
        who: turn.directoryId,
        seen,
      });
      const told = await landed(result, late);
      if ('message' in told) return told.message;
      const after = { ...at, now: told.done };
      const body = setting.outcome?.(told.done, tools.now());
      if (!guided) return savedCard(setting, after, 'Bewaard', { body });
      const saved = `${setting.title}: ${setting.words(told.done)}`;
      const words = ['✓ Bewaard.', asSentence(saved), body].filter(Boolean).join(' ');
      return tools.onward(turn, guided, { words, undo: undoButton(setting, after) });
    });
  }

  /** What stands there after a change; or what is said where it did not come to that. */
  async function landed<S extends Changing>(
    result: Applied<S>,
    late: (there: S) => Promise<Message>,
  ): Promise<{ done: S } | { message: Message }> {
    if (result === 'gone') return { message: nowhere };
    if ('stale' in result) return { message: await late(result.stale) };
    return result;
  }

  function undo(
    turn: Turn,
    { setting: key, team, guided, seen, sure, again }: z.infer<typeof undoSchema>,
  ): Promise<Message> {
    return on(
      turn,
      { setting: key, team, guided },
      async (setting, place, { hindrance, current: _, ...at }) => {
        const { now } = place;
        const notBack = (there: typeof now, reason: string) =>
          savedCard(setting, { ...at, now: { ...there, changes: {} } }, 'Er is niets teruggezet', {
            reasons: [reason],
          });
        const late = async (there: typeof now) => notBack(there, await changedWords(setting, place.about));
        if (seen !== markOf(setting, now)) return late(now);
        const change = undoing(setting, now);
        if (!change)
          return savedCard(
            setting,
            { ...at, now },
            'Deze wijziging kan niet meer terug. Open de instelling, en vul in wat er moet staan.',
          );
        const next = change(now);
        const problem = await hindrance(next);
        if (problem) return notBack(now, problem);
        const warning = setting.warning?.(now, next);
        if (warning && !sure)
          return sureCard(at, `${setting.title}: ${setting.words(next)}`, warning, {
            verb: 'settings.undo',
            title: 'Ja, doe dit',
            data: { ...at.ref, seen, sure: true, again },
          });
        const result = await applySetting(tools, setting, place, change, {
          who: turn.directoryId,
          seen,
          undone: true,
        });
        const told = await landed(result, late);
        if ('message' in told) return told.message;
        return savedCard(setting, { ...at, now: told.done }, again ? 'Opnieuw gezet' : 'Teruggezet', {
          isBack: !again,
          body: setting.outcome?.(told.done, tools.now()),
        });
      },
    );
  }

  /** What a setting is now, with the button that puts back what stood there before. */
  const look = (turn: Turn, ref: SettingRef): Promise<Message> =>
    on(turn, ref, async (setting, { now }, { ref: of, place }) =>
      savedCard(setting, { ref: of, place, now }, 'Dit is het laatst gewijzigd'),
    );

  return { edit, save, undo, look };
}

/** The last change that can be put back, of the municipality and all teams; undefined when there is none. */
export function lastChange({ municipality, teams }: Settings): SettingRef | undefined {
  const of = ({ changes = {} }: Changing, team?: string) =>
    Object.entries(changes).flatMap(([setting, { at, before }]) =>
      before && keys.includes(setting) ? [{ at, ref: { setting, ...(team ? { team } : {}) } }] : [],
    );
  const all = [...of(municipality), ...teams.flatMap((team) => of(team, team.key))];
  // Instants of one clock, written alike but for their last digits: as numbers they come in order.
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]?.ref;
}
