import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { type AboutSomebody, nameOf, teamNames } from '../support/about-somebody.ts';
import { account, person } from '../support/town.ts';

const upnOf = (n: number) => `${nameOf(n).split(' ')[0]?.toLowerCase()}@gemeente.example`;

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  people: (n) =>
    town.core.people.save([
      person(`p0${n}`, {
        name: nameOf(n),
        upn: upnOf(n),
      }),
    ]),
  directory: async () => {},
  teamlinks: () =>
    town.core.teamLinks.link({
      team: 'objecten-west',
      teamsTeamId: '19:t',
      name: 'Objecten West',
      serviceUrl: 'http://127.0.0.1:1',
      bot: '28:kompas',
      since: '2026-11-01T00:00:00Z',
    }),
  takenback: (n) => town.core.takenBack.rows([{ table: 'answers', partition: 'p', row: account(n) }]),
  silences: (n) => town.core.silence.keep(account(n)),
  settings: async (n) => {
    const { settings } = town.core;
    const upn = upnOf(n);
    const and = (known: readonly string[] = []) => [...known.filter((one) => one !== upn), upn];
    for (const [key, name] of Object.entries(teamNames)) {
      const known = await settings.changeTeam(key, (now) => ({ ...now, managers: and(now.managers) }));
      if (!known) await settings.saveTeam({ key, name, schedule: defaultSchedule, managers: [upn] });
    }
    await settings.changeMunicipality(({ partners, ...now }) => ({
      ...now,
      partners: [...partners.filter((one) => one.upn !== upn), { label: `coach ${n}`, upn }],
    }));
  },
  audit: (n) => town.core.audit.record(account(n), 'register bekeken', 'objecten-west'),
});
