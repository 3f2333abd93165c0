import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANCEL } from '../../src/conversation/cancelling.ts';
import { formCard } from '../../src/conversation/form.ts';
import { inChannel, somebody, startTestBot, type TestBot, tapped } from '../support/bot.ts';

const who = somebody(1);
let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const tap = async (data: object) => JSON.stringify((await bot.post(tapped(who, CANCEL, data))).body.value);

describe('Annuleer', () => {
  test('says that nothing changed, and leads back to where the form was opened', async () => {
    const back = { verb: 'changes.open', data: { id: 'V-1' } };
    const submit = { verb: 'x.save', title: 'Bewaar', data: {} };
    const { card } = formCard({
      kind: 'kompas',
      title: 'Een formulier',
      lead: '',
      fields: [],
      seenBy: '',
      submit,
      back,
    });
    const { actions } = (card?.data ?? { actions: [] }) as {
      actions: { verb: string; title: string; data: object }[];
    };
    const [cancel] = actions.filter(({ title }) => title === 'Annuleer');
    expect(cancel?.verb).toBe(CANCEL);
    const answer = await tap(cancel?.data ?? {});
    expect(answer).toContain('Niets veranderd');
    expect(answer).toContain('"title":"Terug","verb":"changes.open","data":{"id":"V-1"}');
  });

  test('leads to help where a form was opened from nowhere', async () => {
    expect(await tap({})).toContain('"title":"Help"');
  });

  test('works in a channel too, and writes nothing', async () => {
    const start = bot.requests.length;
    const { body } = await bot.post(inChannel(tapped(who, CANCEL, {})));
    expect(JSON.stringify(body)).toContain('Niets veranderd');
    expect(bot.requests.slice(start).filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
