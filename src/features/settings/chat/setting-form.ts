import { cancelButton, type WayBack } from '../../../conversation/cancelling.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { GONE, markOf, type Setting, type SettingContext } from '../../../people/changing/setting.ts';
import type { Changing } from '../../../people/municipality.ts';
import { toOverview } from './needs.ts';

/** Which setting a button is about: of the municipality, or of the team with this key. */
export interface SettingRef {
  setting: string;
  team?: string;
  /** The step of the first hour that it was opened from: back there it goes. */
  guided?: string;
}

/** Where a setting stands, as its cards show it. */
export interface SettingView<S> {
  ref: SettingRef;
  /** The name of the team; '' for the municipality. */
  place: string;
  now: S;
}

export function wayBack({ team, guided }: SettingRef): NoticeAction {
  if (guided !== undefined)
    return { verb: 'setup.show', title: 'Verder met inrichten', data: { from: guided } };
  return team === undefined ? toOverview : { verb: 'settings.team', title: 'Naar het team', data: { team } };
}

const back = (ref: SettingRef): WayBack => {
  const { verb, data } = wayBack(ref);
  return { verb, data };
};

const kept =
  'In het logboek staat dat jij het wijzigde, 2 jaar lang. Wat er eerst stond, blijft 7 dagen bewaard, zodat het terug kan.';
const readersOf = ({ isForAll }: Pick<Setting<never>, 'isForAll'>) =>
  `${isForAll ? 'Iedereen die Kompas gebruikt' : 'Alle beheerders'}, zolang dit zo staat. ${kept}`;

/** The form of a setting, with what stands there or what somebody typed. `news` is what they should know before they go on. */
export function settingForm<S extends Changing>(
  setting: Setting<S>,
  { ref, place, now }: SettingView<S>,
  context: SettingContext,
  { typed, problems = [] }: { typed?: FormValues; problems?: readonly string[] } = {},
): Message {
  const data = { ...ref, seen: markOf(setting, now) };
  return formCard({
    kind: 'settings',
    place,
    title: setting.title,
    lead: setting.lead,
    problems,
    fields: setting.form(now, typed, context),
    submit: { verb: 'settings.save', title: 'Bewaar', data },
    actions:
      setting.removable && setting.isSet(now)
        ? [
            {
              verb: 'settings.save',
              title: 'Haal weg',
              style: 'destructive',
              data: { ...data, gone: GONE },
            },
          ]
        : [],
    seenBy: readersOf(setting),
    back: back(ref),
  });
}

/** Asks once before something that many people notice. `again` is the tap that does it. */
export function sureCard(
  { ref, place }: Pick<SettingView<unknown>, 'ref' | 'place'>,
  title: string,
  warning: string,
  again: NoticeAction,
): Message {
  return noticeCard({
    kind: 'settings',
    place,
    text: `Weet je het zeker? ${warning}`,
    title: 'Weet je het zeker?',
    body: warning,
    lines: [title],
    actions: [{ ...again, style: 'destructive' }, cancelButton(back(ref))],
  });
}

/**
 * The tap that puts back what stood there before the last change; undefined where that is not kept any more. `isBack`: that change put
 * something back itself.
 */
export function undoButton<S extends Changing>(
  setting: Setting<S>,
  { ref, now }: Pick<SettingView<S>, 'ref' | 'now'>,
  isBack = false,
): NoticeAction | undefined {
  if (now.changes?.[setting.key]?.before === undefined) return undefined;
  return {
    verb: 'settings.undo',
    title: isBack ? 'Zet opnieuw' : 'Maak ongedaan',
    data: { ...ref, seen: markOf(setting, now), again: isBack },
  };
}

/**
 * What was saved, with the ways on: back to all settings, or back to what stood there. `isBack`: it was put back. `body`: what comes of
 * it. `title` and `body` are our words; `reasons` may hold user text, such as the name of a colleague.
 */
export function savedCard<S extends Changing>(
  setting: Setting<S>,
  { ref, place, now }: SettingView<S>,
  title: string,
  {
    isBack = false,
    body = '',
    reasons = [],
  }: { isBack?: boolean; body?: string; reasons?: readonly string[] } = {},
): Message {
  const undo = undoButton(setting, { ref, now }, isBack);
  return noticeCard({
    kind: 'settings',
    place,
    text: title,
    title,
    body,
    lines: [...reasons, `${setting.title}: ${setting.words(now)}`],
    actions: [wayBack(ref), ...(undo ? [undo] : [])],
  });
}
