import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { notice } from '../../src/conversation/cards/notice.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';
import { tables } from '../support/core.ts';
import { payloads } from './traceless-payloads.ts';

const [amira] = team as [(typeof team)[0]];

/** A feature that breaks its word: it says that its turns leave no trace, and keeps who was there. */
const telltale: FeatureModule = {
  name: 'telltale',
  tables: [],
  open: () => undefined,
  offer: (_opened, { people, audit }) => {
    const note = async (directoryId: string) => {
      const me = await people.find(directoryId);
      if (me) await people.change(me.team, me.id, (now) => ({ ...now, tipDay: 'ma' }));
      return notice('kompas', 'Gezien', 'Ik schreef op dat je er was.');
    };
    const handling = { needs: everybodyAnywhere, traceless: true };
    return {
      phrases: [
        { say: 'verklik mij', title: 'Schrijf op', ...handling, run: (turn) => note(turn.directoryId) },
      ],
      actions: {
        'telltale.note': action(z.object({}), (turn) => note(turn.directoryId), handling),
        'telltale.log': action(
          z.object({}),
          async (turn) => {
            await audit.record(turn.directoryId, 'was hier', 'iemand');
            return notice('kompas', 'Gezien', 'Het staat in het logboek.');
          },
          handling,
        ),
        'telltale.openly': action(z.object({}), (turn) => note(turn.directoryId), {
          needs: everybodyAnywhere,
        }),
      },
    };
  },
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T11:00:00Z', features: [...kompas, use(telltale)] });
});
afterAll(() => bot.stop());

/** The ETag of every row that names people. */
async function named(): Promise<Record<string, string>> {
  const rows = await bot.rows(...tables.filter(({ namesPeople }) => namesPeople).map(({ name }) => name));
  return Object.fromEntries(
    tables.flatMap(({ name, namesPeople }) =>
      (rows[name] ?? [])
        .filter(({ row }) => (typeof namesPeople === 'function' ? namesPeople(row) : namesPeople))
        .map(({ partition, row, etag }) => [`${name} ${partition} ${row}`, etag]),
    ),
  );
}

const FAILED = 'Dit lukte niet';

describe('a turn that may leave no trace', () => {
  test.each(['telltale.note', 'telltale.log'])('may not write who was there: %s fails', async (verb) => {
    const before = await named();
    const { body } = await bot.post(tapped(amira, verb, {}));
    expect(JSON.stringify(body)).toContain(FAILED);
    expect(await named()).toEqual(before);
  });

  test('may not write it when it is typed either', async () => {
    const before = await named();
    const sent = await bot.hear(typed(amira, 'verklik mij'));
    expect(JSON.stringify(sent)).toContain(FAILED);
    expect(await named()).toEqual(before);
  });

  test('is held to that only itself: the same work in another turn is done', async () => {
    const { body } = await bot.post(tapped(amira, 'telltale.openly', {}));
    expect(JSON.stringify(body)).toContain('Ik schreef op dat je er was');
  });

  test('is there for all that says so: each is done, and writes to no row that names people', async () => {
    const own = bot.features.filter(({ name }) => name !== 'telltale');
    const verbs = own.flatMap(({ actions }) =>
      Object.entries(actions).flatMap(([verb, { traceless }]) => (traceless ? [verb] : [])),
    );
    expect(Object.keys(payloads).sort()).toEqual(verbs.sort());
    const before = await named();
    for (const [verb, data] of Object.entries(payloads)) {
      const schema = own.flatMap(({ actions }) => actions[verb] ?? [])[0]?.schema;
      expect(schema?.safeParse(data).success, verb).toBe(true);
      const { body } = await bot.post(tapped(amira, verb, data));
      expect(JSON.stringify(body), verb).not.toContain(FAILED);
    }
    for (const { say } of own.flatMap(({ phrases }) => phrases).filter(({ traceless }) => traceless))
      expect(JSON.stringify(await bot.hear(typed(amira, say))), say).not.toContain(FAILED);
    expect(await named()).toEqual(before);
  });
});
