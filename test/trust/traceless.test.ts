import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { notice } from '../../src/conversation/cards/notice.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { manager, startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';
import { tables } from '../support/core.ts';

const [amira] = team as [(typeof team)[0]];
const PERIOD = '2026-W48';

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

/** What each traceless action is sent; one that is not here fails the test, so that a new one comes along. */
const payloads: Record<string, object> = {
  'form.cancel': { back: { verb: 'checkin.open', data: { period: PERIOD } } },
  'checkin.trial': {},
  'checkin.trial-answer': { score: 3 },
  'checkin.open': { period: PERIOD },
  'checkin.again': { period: PERIOD },
  'checkin.answer': { period: PERIOD, score: 3 },
  'checkin.more': { period: PERIOD },
  'checkin.save': { period: PERIOD, themes: 'werkdruk', comment: 'Te veel lijsten', sharing: 'without-name' },
  'checkin.ask-withdraw': { period: PERIOD },
  'checkin.withdraw': { period: PERIOD },
  'checkin.skip': { period: PERIOD },
  'checkin.talk': { period: PERIOD },
  'checkin.send-talk': { period: PERIOD, partner: manager.account },
  'checkin.ask-talk': { period: PERIOD, partner: manager.account },
  'checkin.line': { period: PERIOD },
  'compliment.form': {},
  'compliment.preview': { to: manager.upn, text: 'Fijn geholpen' },
  'compliment.send': { to: manager.upn, text: 'Fijn geholpen' },
  'compliment.cancel': {},
  'tips.show': {},
  'tips.next': {},
  'tips.react': { tip: 'bram-3-a', how: 'helps' },
  'tips.back': { tip: 'bram-3-a' },
  'tips.kept': {},
  'personas.list': {},
  'personas.look': { persona: 'bram' },
  'personas.choose': { persona: 'bram' },
  'personas.quiz': { answers: 'abab' },
  'personas.none': {},
  'personas.clear': {},
  'signal.raise': {},
  'signal.withdraw': { kind: 'team', group: 'objecten-west', id: 'x' },
  'signal.send': { team: 'team', text: 'De lijst is te lang', named: 'no' },
  'comments.open': { team: 'objecten-west', page: 0 },
  'replies.mine': { page: 0 },
  'replies.open': { team: 'objecten-west', period: PERIOD, page: 0 },
  'replies.write': { team: 'objecten-west', period: PERIOD },
  'replies.send': { team: 'objecten-west', period: PERIOD, text: 'Dat klopt' },
  'replies.close': { team: 'objecten-west', period: PERIOD, sure: true },
  'retro.add': { pilot: 'P-1', board: 'R-1', text: 'Eerst bellen', column: 'better' },
  'retro.edit': { pilot: 'P-1', board: 'R-1', point: 'x-1', held: 'x-1.a' },
  'retro.change': {
    pilot: 'P-1',
    board: 'R-1',
    point: 'x-1',
    held: 'x-1.a',
    text: 'Eerst mailen',
    column: 'good',
  },
  'retro.take-back': { pilot: 'P-1', board: 'R-1', point: 'x-1', held: 'x-1.a' },
  'retro.ballot': { pilot: 'P-1', board: 'R-1' },
  'retro.vote': { pilot: 'P-1', board: 'R-1', points: '' },
  'pilot.evaluate': { pilot: 'P-1' },
  'pilot.save-evaluation': { pilot: 'P-1', clear: '4', time: '2', help: '3', together: '3', lasting: '5' },
  'pilot.drop-evaluation': { pilot: 'P-1' },
  'privacy.show': {},
  'privacy.ask-erase': {},
  'privacy.keep': {},
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
