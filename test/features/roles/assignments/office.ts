import { expect } from 'vitest';
import type { RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import { shownMark } from '../../../../src/features/roles/assignments/assignment.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import type { Person } from '../../../../src/people/person.ts';
import {
  imported,
  type Somebody,
  somebody,
  startTestBot,
  type TestBotOptions,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { entry, town } from '../../mandates/town.ts';

/** Two of the team, who leads it, another who leads it from outside, who keeps the register, and a colleague elsewhere. */
export const [amira, bram, cem] = team as unknown as [Somebody, Somebody, Somebody];
export const mara = team[8] as Somebody;
export const olaf = somebody(71, 'Olaf Buiten');
export const karin = somebody(72, 'Karin Register');
export const zoe = somebody(73, 'Zoë Oost');
export const otherManager = somebody(74, 'Bas Oost');

const chat = (who: Somebody): Partial<Person> => ({
  reach: 'open',
  address: {
    serviceUrl: 'http://127.0.0.1:9',
    conversation: `chat-${who.id}`,
    user: who.user,
    bot: '28:kompas',
  },
});

interface OfficeOptions extends TestBotOptions {
  entries?: RegisterEntry[];
}

/** The whole bot on a Wednesday morning, with a register of a town of two wijken. */
export async function startOffice({ entries = [], ...options }: OfficeOptions = {}) {
  const bot = await startTestBot({
    now: '2026-11-25T09:00:00Z',
    env: { TURNS_PER_MINUTE: '1000000' },
    ...options,
    seed: async (core) => {
      const { people, settings, register } = core;
      const { changeTeam } = settings;
      await settings.saveTeam({
        key: 'objecten-oost',
        name: 'Objecten Oost',
        schedule: (await settings.read()).teams[0]?.schedule ?? expect.fail('no team'),
      });
      await changeTeam('objecten-west', (now) => ({ ...now, managers: [olaf.upn] }));
      await people.save([
        imported(olaf, { team: 'objecten-oost', ...chat(olaf) }),
        imported(karin, { team: 'objecten-oost', access: ['mandaatbeheerder'] }),
        imported(zoe, { team: 'objecten-oost' }),
        imported(otherManager, { team: 'objecten-oost', access: ['manager'] }),
      ]);
      if (entries.length > 0)
        await register.replace(
          await register.current(),
          { entries, areas: town, tenures: [] },
          '2026-01-01T00:00:00Z',
        );
      await options.seed?.(core);
    },
  });
  // Those of the team can be written to, where the connector of this bot listens.
  for (const who of [amira, bram, cem])
    await bot.core.people.change('objecten-west', who.id, (now) => ({
      ...now,
      ...chat(who),
      address: {
        serviceUrl: bot.connector.url,
        conversation: `chat-${who.id}`,
        user: who.user,
        bot: '28:kompas',
      },
    }));
  const { assignments, parties } = bot.core.opened(roles);

  const taps = async (who: Somebody, verb: string, data: object = {}) =>
    JSON.stringify((await bot.post(tapped(who, verb, data))).body.value).replaceAll(
      /data:image\/png;base64,[\w+/=]+/g,
      'data:image/png',
    );
  const office = {
    ...bot,
    assignments,
    parties,
    taps,
    says: async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text))),
    /** What is kept of somebody's roles. */
    kept: (who: Somebody) => assignments.of(who.account),
    /** One who leads the team records roles of somebody, as the card before it carries them. */
    records: async (who: Somebody, of: Somebody, form: object = {}) =>
      taps(who, 'assignments.record', {
        who: of.account,
        seen: (await assignments.of(of.account))?.version ?? 0,
        form: { ...filled, ...form },
      }),
    /** The same, and the colleague says that it is so. */
    agreed: async (of: Somebody, form: object = {}, by = mara) => {
      await office.records(by, of, form);
      return office.answers(of, 'agree');
    },
    /** Somebody taps an answer on the card of what stands there now, or on one with another version. */
    answers: async (who: Somebody, answer: 'agree' | 'disagree' | 'drop', version?: number) => {
      const { held, asked, version: at = 0 } = (await assignments.of(who.account)) ?? {};
      const shown = answer === 'drop' ? held : asked;
      return taps(who, `assignments.${answer}`, {
        seen: shown ? shownMark(shown, version ?? at) : 'niets',
      });
    },
    /** What was sent to somebody's own chat. */
    sentTo: (who: Somebody) =>
      bot.connector.sent.filter(({ conversation }) => conversation === `chat-${who.id}`),
    logged: async () =>
      ((await bot.rows('audit')).audit ?? []).map(({ value: { who, what, about } }) => [who, what, about]),
  };
  return office;
}

export type Office = Awaited<ReturnType<typeof startOffice>>;

/** A form that is filled in right: Objectregistrator for BAG, everywhere. */
export const filled = {
  first: 'Objectregistrator',
  firstFor: 'BAG',
  second: 'geen',
  secondFor: '',
  areas: '',
  from: '2026-12-01',
  technique: '',
  process: '',
  together: '',
};

/** A register in which Ans Bos validates BAG, and Cor Dam processes it. */
export const someEntries = [
  entry({ id: 'R1' }),
  entry({ id: 'R2', activity: 'verwerken', holder: 'Cor Dam', deputies: [] }),
];
