import { dutchDay } from '../../../calendar/clock.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Missing, missingFor } from '../../../people/changing/missing.ts';
import { municipalityGroups } from '../../../people/changing/municipality-settings.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import { type Changing, consentGiven, type Settings } from '../../../people/municipality.ts';

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

const named = (one: Missing) => (one.kind === 'people' ? 'mensen en teams' : one.setting.title);

function leadOf(missing: readonly Missing[]): string {
  if (missing.length === 0) return 'Tik op een regel om die te wijzigen.';
  if (missing.length === 1)
    return `Voor de eerste check-in is nog 1 ding nodig: ${missing.map(named).join('')}.`;
  return `Voor de eerste check-in zijn nog ${missing.length} dingen nodig.`;
}

/** All settings of the municipality, with on top what is missing for the first check-in. */
export function overviewCard(settings: Settings): Message {
  const { municipality, teams } = settings;
  const missing = missingFor(settings);
  const group = ({ title, settings: some }: (typeof municipalityGroups)[number]) => ({
    title,
    rows: some.map((setting) => settingRow(setting, municipality)),
  });
  return rowsCard({
    kind: 'settings',
    text: missing.length === 0 ? 'De instellingen van Kompas.' : 'Er is nog iets nodig voor de check-ins.',
    state: consentGiven(municipality)
      ? { words: 'Check-ins mogen', tone: 'good' }
      : { words: 'Check-ins mogen nog niet', tone: 'warning' },
    title: 'Beheer van Kompas',
    lead: leadOf(missing),
    first: missing.length > 0 ? [goOn] : [],
    groups: [
      ...municipalityGroups.slice(0, 1).map(group),
      {
        title: 'Teams en mensen',
        rows: [
          {
            name: 'Teams',
            value: `${teams.length}`,
            action: { verb: 'settings.teams', title: 'Bekijk de teams', data: {} },
          },
          {
            name: 'Mensen',
            value: 'zoek iemand, wijzig rechten of team',
            action: { verb: 'people.all', title: 'Zoek iemand', data: {} },
          },
        ],
      },
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
