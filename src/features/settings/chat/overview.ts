import { dutchDay } from '../../../calendar/clock.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Missing, missingFor } from '../../../people/changing/missing.ts';
import { municipalityGroups } from '../../../people/changing/municipality-settings.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import type { Changing, Municipality, Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { isMostUnreached, reachCount, reachedOf, reachedShort } from '../../../people/reach.ts';
import { toUnreached } from './unreached.ts';

/** Opens the form of a setting; `team` is the key of the team whose it is. */
export const editButton = (
  { key, title }: Pick<Setting<never>, 'key' | 'title'>,
  team?: string,
): NoticeAction => ({
  verb: 'settings.edit',
  title: `Wijzig: ${title}`,
  data: { setting: key, ...(team === undefined ? {} : { team }) },
});

/** A setting as a row: what is set and since when. A tap opens its form. */
export function settingRow<S extends Changing>(setting: Setting<S>, now: S, team?: string) {
  const { key, title, words } = setting;
  const at = now.changes?.[key]?.at;
  return {
    name: title,
    value: inRow(words(now)),
    detail: at === undefined ? '' : `sinds ${dutchDay(at)}`,
    action: editButton(setting, team),
  };
}

/** Goes on with the first hour where it was left. */
export const goOn: NoticeAction = { verb: 'setup.show', title: 'Verder met inrichten', data: {} };

const toUpload: NoticeAction = { verb: 'intake.upload', title: 'Upload een bestand', data: {} };

/** What is missing, by its name. */
export const missingTitle = (one: Missing): string =>
  one.kind === 'people' ? 'Mensen en teams' : one.setting.title;

/** What is missing as a row; a tap does it. */
const missingRow = (one: Missing, settings: Settings) =>
  one.kind === 'people'
    ? { name: missingTitle(one), value: 'nog niemand: upload jullie mensenbestand', action: toUpload }
    : settingRow(one.setting, settings.municipality);

/** Who gets a card at the first check-in, of how many, and that the others get nothing. */
export function reachedWords(count: { all: number; reached: number }): string {
  const { all, reached } = count;
  const reaches = `Kompas bereikt ${reachedOf(count)}`;
  if (reached === all) return `${reaches}.`;
  if (reached === 0) return `${reaches}. Niemand krijgt een kaart.`;
  const others = all - reached === 1 ? 'De andere persoon krijgt' : `De andere ${all - reached} krijgen`;
  return `${reaches}: ${reached === 1 ? 'die krijgt' : 'zij krijgen'} een kaart. ${others} niets.`;
}

function leadOf(missing: readonly Missing[], people: readonly Person[]): string {
  if (missing.length > 1) return `Voor de eerste check-in zijn nog ${missing.length} dingen nodig.`;
  if (missing.length === 1) return 'Voor de eerste check-in is nog 1 ding nodig.';
  if (isMostUnreached(people)) return reachedWords(reachCount(people));
  return 'Tik op een regel om die te wijzigen.';
}

/** The head says that all is well only where nothing is needed. */
function stateOf(missing: readonly Missing[], people: readonly Person[]): State {
  if (missing.length > 0) return { words: 'check-ins mogen nog niet', tone: 'warning' };
  if (isMostUnreached(people))
    return {
      words: reachCount(people).reached === 0 ? 'nog niemand bereikbaar' : 'veel mensen niet bereikbaar',
      tone: 'warning',
    };
  return { words: 'check-ins mogen', tone: 'good' };
}

/** The teams and the people: how many there are, and the way to put them in. */
function peopleRows({ teams }: Settings, people: readonly Person[]) {
  const { all, reached } = reachCount(people);
  return [
    {
      name: 'Teams',
      value: teams.length === 0 ? 'nog geen: ze komen met het mensenbestand' : `${teams.length}`,
      action: { verb: 'settings.teams', title: 'Bekijk de teams', data: {} },
    },
    {
      name: 'Mensen',
      value: all === 0 ? 'nog niemand' : reachedShort({ all, reached }),
      action: { verb: 'people.all', title: 'Zoek iemand', data: {} },
    },
    ...(reached < all ? [{ name: 'Niet bereikbaar', value: `${all - reached}`, action: toUnreached }] : []),
    { name: 'Mensenbestand', value: 'upload een nieuw bestand', action: toUpload },
  ];
}

/** All settings of the municipality, with on top what is missing for the first check-in, and who is there. */
export function overviewCard(settings: Settings, people: readonly Person[]): Message {
  const { municipality } = settings;
  const missing = missingFor(settings);
  const isMissing = ({ key }: Setting<Municipality>) =>
    missing.some((one) => one.kind === 'setting' && one.setting.key === key);
  const group = ({ title, settings: some }: (typeof municipalityGroups)[number]) => ({
    title,
    rows: some.filter((one) => !isMissing(one)).map((setting) => settingRow(setting, municipality)),
  });
  const isFilled = ({ rows }: ReturnType<typeof group>) => rows.length > 0;
  return rowsCard({
    kind: 'settings',
    text: missing.length === 0 ? 'De instellingen van Kompas.' : 'Er is nog iets nodig voor de check-ins.',
    state: stateOf(missing, people),
    title: 'Beheer van Kompas',
    lead: leadOf(missing, people),
    first: missing.length > 0 ? [goOn] : [],
    groups: [
      ...(missing.length > 0
        ? [{ title: 'Nog nodig', rows: missing.map((one) => missingRow(one, settings)) }]
        : []),
      ...municipalityGroups.slice(0, 1).map(group).filter(isFilled),
      { title: 'Teams en mensen', rows: peopleRows(settings, people) },
      ...municipalityGroups.slice(1).map((one) => ({ ...group(one), isVisible: false })),
    ],
    small: 'Elke wijziging staat in het logboek.',
    actions: [
      { verb: 'log.show', title: 'Logboek', data: {} },
      { verb: 'settings.last', title: 'Laatste wijziging terug', data: {} },
      { verb: 'settings.export', title: 'Instellingen als bestand', data: {} },
    ],
  });
}
