import { expect } from 'vitest';
import type { Person } from '../../../../src/people/person.ts';
import {
  chatOf,
  imported,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { shownTo } from '../../../support/signal-form.ts';
import { type COUNCIL, type RUIMTE, WEST, wordsOfTap } from '../town.ts';

/** Two from Objecten West. */
export const [amira, bert] = team as [Somebody, Somebody];
/** Leads Objecten West. */
export const gijs = somebody(9, 'Gijs Toren');
/** Heads the department of both teams. */
export const head = somebody(20, 'Hanna Kering');
/** Takes signals for the works council. */
export const works = somebody(21, 'Noud Kreek');
/** Leads Objecten Oost. */
export const elsewhere = somebody(22, 'Rik Dam');
export const TEXT = 'De lijst met mutaties is te lang voor één ochtend.';
/** An answer to every question of a signal. */
export const everything = {
  size: 'Elke ochtend',
  judged: 'Ja',
  decided: 'We splitsen de lijst',
  told: 'De lijst wordt korter',
  acts: 'ja',
  owner: amira.id,
  due: '2026-12-04',
};

type SignalPlace = typeof WEST | typeof RUIMTE | typeof COUNCIL;

/** A bot in a department of two teams, with who takes care of signals in each place. */
export async function openSignalTown() {
  const bot: TestBot = await startTestBot();
  const { settings, people, groups } = bot.core;
  await settings.changeMunicipality((now) => ({
    ...now,
    worksCouncil: [works.upn],
    procedure: 'https://gemeente.example/melden',
    counsellor: { name: 'Rosa Linde', contact: '010 000 00 00' },
  }));
  const [west] = (await settings.read()).teams;
  if (!west) throw new Error('there is no team');
  for (const change of [{}, { key: 'oost', name: 'Objecten Oost' }])
    await settings.saveTeam({ ...west, ...change, department: 'Ruimte' });
  const there = (who: Somebody, change: Partial<Person> = {}) =>
    imported(who, {
      reach: 'open',
      welcomed: true,
      address: chatOf(who, bot.connector.url),
      ...change,
    });
  await people.save([
    there(amira),
    there(bert),
    there(gijs, { access: ['manager'] }),
    there(head, { team: 'oost', access: ['afdelingshoofd'] }),
    there(works, { team: 'oost' }),
    there(elsewhere, { team: 'oost', access: ['manager'] }),
  ]);

  const tap = (who: Somebody, verb: string, data: object = {}) => wordsOfTap(bot, who, verb, data);
  const signals = async (place: SignalPlace = WEST) => (await groups.content(place)).signals;
  /** What the form of a step sends along. */
  const formOf = async (who: Somebody, place: SignalPlace, id: string, to: string) => {
    const card = await tap(who, 'signal.step', { ...place, id, to });
    const found = /"verb":"signal.save","data":(\{[^}]*\})/.exec(card)?.[1];
    return found ? (JSON.parse(found) as object) : undefined;
  };
  return {
    bot,
    tap,
    signals,
    formOf,
    says: async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text))),
    /** Opens the form and sends it. */
    give: async (who: Somebody, change: object = {}) => {
      const shown = await shownTo(bot, who);
      return tap(who, 'signal.send', { shown, text: TEXT, named: 'nee', to: 'team', ...change });
    },
    nextDay: () => {
      bot.clock.now = bot.clock.now.add({ hours: 24 });
    },
    /** The one signal there is. */
    only: async (place: SignalPlace = WEST) => {
      const all = await signals(place);
      expect(all).toHaveLength(1);
      const [one] = all;
      if (!one) throw new Error('there is no signal');
      return one;
    },
    save: async (who: Somebody, place: SignalPlace, id: string, to: string, answers: object) =>
      tap(who, 'signal.save', { ...(await formOf(who, place, id, to)), ...answers }),
    /** Something else holds for somebody from now on. */
    becomes: async (who: Somebody, change: Partial<Person>) => {
      const one = await people.find(who.account);
      if (!one) throw new Error('nobody has this account');
      await people.save([{ ...one, ...change }]);
      // Somebody stands in one team.
      if (change.team !== undefined && change.team !== one.team) await people.drop(one.team, one.id);
    },
    audited: async () =>
      ((await bot.rows('audit')).audit ?? [])
        .map(({ value: { who, what, about } }) => [who, what, about])
        .sort(),
  };
}

export type SignalTown = Awaited<ReturnType<typeof openSignalTown>>;
