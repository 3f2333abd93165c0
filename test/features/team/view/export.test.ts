import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import type { Picture } from '../../../../src/features/team/snapshot/rules.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import {
  imported,
  inChannel,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { RUIMTE, TOWN, WEST, wordsOfTap } from '../town.ts';

const OOST = { kind: 'team', key: 'oost' } as const;
const [amira] = team as [Somebody];
const head = somebody(31);
const director = somebody(32);
const nasty = '=SOM(1);"x"';
const picture: Picture = {
  count: '10-19',
  average: 4,
  themes: ['leren', 'werkdruk'],
  bands: [
    { from: 1, to: 2, percent: 30 },
    { from: 3, to: 5, percent: 70 },
  ],
};

let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ people, settings, groups }) => {
      const west = { key: 'objecten-west', name: nasty, schedule: defaultSchedule, department: 'Ruimte' };
      await settings.saveTeam(west);
      await settings.changeMunicipality((now) => ({
        ...now,
        teamsForDirection: { date: '2026-10-01', reference: 'OR-2026-15' },
      }));
      await settings.saveTeam({ key: 'oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([
        imported(head, { access: ['afdelingshoofd'] }),
        imported(director, { team: 'oost', access: ['directie'] }),
      ]);
      await groups.publish(WEST, { period: '2026-W46' });
      await groups.publish(WEST, { period: '2026-W47', picture });
      await groups.addSignal(WEST, {
        id: 'S',
        source: 'raised',
        state: 'received',
        day: '2026-11-20',
        moved: '2026-11-20',
        words: { text: 'GEHEIM' },
      });
      for (const place of [OOST, RUIMTE, TOWN]) await groups.publish(place, { period: '2026-W47', picture });
    },
  });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const taps = (who: Somebody, verb: string, data: object = {}) => wordsOfTap(bot, who, verb, data);
const linkFor = async (who: Somebody, place: object): Promise<string> =>
  /"url":"(https?:[^"]+)"/.exec(await taps(who, 'team.export', place))?.[1] ?? '';
const fetchFile = (url: string) => fetch(bot.url + new URL(url).pathname, { method: 'POST' });

async function rowsIn(response: Response) {
  const csv = readCsv(new Uint8Array(await response.arrayBuffer()));
  if ('problems' in csv) throw new Error('it cannot be read');
  return csv.rows.map(({ fields }) => Object.values(fields));
}
const exportsIn = async () =>
  ((await bot.rows('audit')).audit ?? [])
    .filter(({ value }) => value.what === 'teambeeld geëxporteerd')
    .map(({ value }) => [value.who, value.about]);

describe('an export of a team', () => {
  test('holds the snapshots as they were shown, nothing else, and calculates nothing', async () => {
    const response = await fetchFile(await linkFor(manager, WEST));
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="teambeeld-objecten-west.csv"',
    );
    const text = await response.clone().text();
    expect(text.split('\r\n')[0]?.replaceAll('"', '')).toBe(
      'groep;week;getoond;deelnemers;gemiddelde;verdeling;thema’s',
    );
    expect(text).not.toContain('GEHEIM');
    const [hidden = [], shown = [], ...more] = await rowsIn(response);
    expect(hidden).toEqual([`'${nasty}`, '2026-W46', 'nee, te weinig antwoorden', '', '', '', '']);
    expect(shown.slice(0, 5)).toEqual([`'${nasty}`, '2026-W47', 'ja', '10 tot 19', '4 of hoger (goed)']);
    expect(shown[5]).toBe('zwaar of heel zwaar: 30 % / gaat wel, of beter: 70 %');
    expect(shown[6]).toMatch(/ en /);
    expect(more).toEqual([]);
    expect(await exportsIn()).toEqual([[manager.account, 'objecten-west']]);
  });

  test('is offered without a link in the chat, also when it was asked in a channel, and under the view', async () => {
    const words = await says(manager, 'team exporteren');
    expect(words).toContain('Maak de link');
    expect(words).not.toContain('/bestand/');
    expect(await says(manager, 'Exporteer team')).toBe(words);
    const sent = await bot.hear(inChannel(typed(manager, 'team exporteren')));
    expect(sent.map(({ activity }) => JSON.stringify(activity)).join()).not.toContain('/bestand/');
    expect(await says(manager, 'team')).toContain('team.export');
    expect(await says(amira, 'team')).not.toContain('team.export');
  });

  test('works once', async () => {
    const url = await linkFor(manager, WEST);
    expect((await fetchFile(url)).status).toBe(200);
    const again = await fetchFile(url);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('al gebruikt');
    expect(await exportsIn()).toHaveLength(1);
  });

  test('does not work late', async () => {
    const url = await linkFor(manager, WEST);
    bot.clock.now = bot.clock.now.add(Temporal.Duration.from({ minutes: 16 }));
    const late = await fetchFile(url);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('verlopen');
  });

  test('does not work for who leads the team no longer, or is gone', async () => {
    const [one, other] = [await linkFor(manager, WEST), await linkFor(manager, WEST)];
    await bot.core.people.save([imported(manager)]);
    const lost = await fetchFile(one);
    expect(lost.status).toBe(403);
    expect(await lost.text()).not.toContain('2026-W47');
    await bot.core.people.save([imported(manager, { access: ['manager'], removed: '2026-11-25' })]);
    expect((await fetchFile(other)).status).toBe(403);
    expect(await exportsIn()).toEqual([]);
  });

  test.each([
    ['of another team', OOST],
    ['of the department', RUIMTE],
    ['of the municipality', TOWN],
    ['of nothing that exists', { kind: 'team', key: '../west|x' }],
  ])('is refused to a manager who asks for that %s', async (_, place) => {
    const words = await taps(manager, 'team.export', place);
    expect(words).toContain('Alleen wie het team leidt, kan dit');
    expect(words).not.toContain('/bestand/');
  });

  test('is refused to members, and to somebody whom nobody added', async () => {
    expect(await says(amira, 'team exporteren')).toContain('Alleen wie het team leidt, kan dit');
    expect(await taps(amira, 'team.export', WEST)).toContain('Alleen wie het team leidt, kan dit');
    expect(await says(somebody(99), 'team exporteren')).toContain('Ik ken je nog niet');
    expect(await taps(somebody(99), 'team.export', WEST)).not.toContain('/bestand/');
    expect(await taps(manager, 'team.export', { kind: 'council', key: '' })).not.toContain('/bestand/');
  });

  test('of a group without a closed window says so', async () => {
    await bot.core.settings.saveTeam({
      key: 'nieuw',
      name: 'Nieuw',
      schedule: defaultSchedule,
      managers: [manager.upn],
    });
    expect(await taps(manager, 'team.export', { kind: 'team', key: 'nieuw' })).toContain(
      'Er is nog niets om te exporteren',
    );
    // With two teams somebody chooses, or names one.
    expect(await says(manager, 'team exporteren')).toContain('Van welke groep wil je een bestand?');
    const named = await says(manager, 'team exporteren nieuw');
    expect(named).toContain('Teambeeld exporteren');
    expect(named).not.toContain('SOM');
  });
});

describe('the groups that somebody may export', () => {
  test('are the department and its teams for who heads it', async () => {
    for (const place of [WEST, RUIMTE])
      expect((await fetchFile(await linkFor(head, place))).status, place.key).toBe(200);
    for (const place of [OOST, TOWN]) expect(await linkFor(head, place), place.key).toBe('');
  });

  test('are all for the direction where that was agreed, and what a department tells stays the least it may be', async () => {
    for (const place of [WEST, OOST, RUIMTE, TOWN]) {
      const [row = []] = await rowsIn(await fetchFile(await linkFor(director, place)));
      if (place.kind !== 'team') expect(row[3]).toBe('minstens 10');
    }
    expect((await exportsIn()).map(([, about]) => about).sort()).toEqual([
      'municipality',
      'objecten-west',
      'oost',
      'ruimte',
    ]);
  });
});
