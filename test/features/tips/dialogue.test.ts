import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { dialogue } from '../../../src/features/tips/dialogue/running.ts';
import { LONGEST_AGREEMENT, scenes, versionOf } from '../../../src/features/tips/dialogue/script.ts';
import type { DialogueRow } from '../../../src/features/tips/dialogue/store.ts';
import {
  imported,
  inChannel,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { turnFor } from '../../support/turn.ts';

const [amira, bert] = team as [Somebody, Somebody];
const other = somebody(20, 'Olga Oost');
const stranger = somebody(30, 'Vera Vreemd');
const THREAD = '19:channel;messageid=1';
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    seed: async ({ settings, people }) => {
      await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([imported(other, { team: 'objecten-oost' })]);
    },
  });
});
afterAll(() => bot.stop());
beforeEach(async () => {
  bot.connector.behave({ do: 'accept' });
  bot.connector.sent.length = 0;
  bot.lines.length = 0;
  const table = bot.storage.definitions.find(({ name }) => name === 'dialogues');
  for (const { partition, row } of (await bot.rows('dialogues')).dialogues ?? [])
    if (table) await bot.storage.table(table).remove(partition, row);
});

const kept = async (key = 'objecten-west') => (await bot.core.dialogues.of(key))?.value;

/** Types in the channel; gives what the bot posted. */
const says = (who: Somebody, text: string, conversation = THREAD) => {
  const activity = inChannel(typed(who, `<at>Kompas</at> ${text}`));
  return bot.hear({ ...activity, conversation: { id: conversation, conversationType: 'channel' } });
};

/** Taps on a card in the channel; gives the card that this person sees instead. */
async function taps(who: Somebody, verb: string, data: object): Promise<string> {
  const activity = inChannel(tapped(who, verb, data));
  const { body } = await bot.post({
    ...activity,
    conversation: { id: THREAD, conversationType: 'channel' },
  });
  return JSON.stringify(body.value);
}

/** Begins a dialogue and gives its id. */
async function begun(): Promise<string> {
  await says(amira, 'teamdialoog');
  return (await kept())?.id ?? '';
}

/** Begins a dialogue and writes these down; gives its id. Nothing counts as sent yet. */
async function agreedOn(...agreements: string[]): Promise<string> {
  const id = await begun();
  await taps(amira, 'dialogue.save', filled(id, ...agreements));
  bot.connector.sent.length = 0;
  return id;
}

const filled = (id: string, ...texts: string[]) => ({
  id,
  ...Object.fromEntries(texts.map((text, n) => [`agreement${n + 1}`, text])),
});

/** What stands in the fields of a form. */
const fieldsOf = (card: string): string[] =>
  [...card.matchAll(/"id":"agreement\d","label":"[^"]*","value":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, value]) => JSON.parse(`"${value}"`))
    .filter((value) => value !== '');

const posted = (): Sent[] => bot.connector.sent;

describe('beginning a team dialogue', () => {
  test('in a channel posts the first card there, and remembers the team, not who began', async () => {
    const [sent, ...more] = await says(amira, 'teamdialoog');
    expect(more).toEqual([]);
    expect(sent?.conversation).toBe(THREAD);
    expect(sent?.activity.summary).toBe('Teamdialoog, kaart 1 van 5: Wat past vandaag bij jou?');
    expect(wordsOf([sent as Sent])).toContain('Teamdialoog van 45 minuten.');
    expect(await kept()).toEqual({
      id: expect.stringMatching(/^T-/),
      day: '2026-11-25',
      scene: 1,
      agreements: [],
      channel: {
        serviceUrl: bot.connector.url,
        conversation: THREAD,
        bot: '28:kompas',
        teamsTeam: '19:team',
      },
    });
  });

  test('in the own chat only says where to go', async () => {
    const [sent] = await bot.hear(typed(amira, 'teamdialoog'));
    expect(sent?.activity.summary).toContain('De teamdialoog houd je in het kanaal.');
    expect(await kept()).toBeUndefined();
  });

  test('by somebody whom nobody added begins nothing', async () => {
    const [sent] = await says(stranger, 'teamdialoog');
    expect(sent?.activity.summary).toContain('Ik ken je nog niet.');
    expect(((await bot.rows('dialogues')).dialogues ?? []).length).toBe(0);
  });

  test('a second time keeps what was agreed until there is something new, and does not ask about it meanwhile', async () => {
    const first = await agreedOn('Eerst bellen.');
    bot.clock.now = bot.clock.now.add({ hours: 24 * 27 });
    const second = await begun();
    expect(second).not.toBe(first);
    expect(await kept()).toMatchObject({ scene: 1, agreements: ['Eerst bellen.'], checkFrom: '2027-01-19' });
    expect(fieldsOf(await taps(bert, 'dialogue.write', { id: second }))).toEqual(['Eerst bellen.']);
    bot.clock.now = bot.clock.now.subtract({ hours: 24 * 27 });
  });

  test('at the moment that somebody else saves the agreements loses none', async () => {
    const id = await begun();
    const { dialogues } = bot.core;
    let meanwhile: (() => Promise<string>) | undefined = () =>
      taps(bert, 'dialogue.save', filled(id, 'Eerst bellen.'));
    const { phrases } = dialogue({
      dialogues: {
        ...dialogues,
        of: async (key) => {
          const read = await dialogues.of(key);
          const saving = meanwhile;
          meanwhile = undefined;
          await saving?.();
          return read;
        },
      },
      settings: bot.core.settings,
      teamLinks: bot.core.teamLinks,
      send: async () => ({ kind: 'sent' }),
      newId: () => 'T-new',
    });
    await phrases
      .find(({ say }) => say === 'teamdialoog')
      ?.run(
        {
          ...turnFor(bot.core, amira, bot.clock.now),
          scope: 'channel',
          address: {
            serviceUrl: bot.connector.url,
            conversation: THREAD,
            user: amira.user,
            bot: '28:kompas',
          },
        },
        '',
      );
    expect(await kept()).toMatchObject({ id: 'T-new', agreements: ['Eerst bellen.'] });
  });
});

describe('a dialogue in another place than that of the agreements', () => {
  const ELSEWHERE = '19:elders;messageid=7';
  const ownChannel = (conversation?: string) =>
    bot.core.settings.changeTeam('objecten-west', ({ channel: _, ...rest }) =>
      conversation === undefined
        ? rest
        : { ...rest, channel: { serviceUrl: bot.connector.url, conversation, bot: '28:kompas' } },
    );
  afterEach(() => ownChannel());

  test.each([ELSEWHERE, '19:groep@thread.v2'])('is not begun: nothing moves to %s', async (place) => {
    await agreedOn('Eerst bellen.');
    const before = await kept();
    const [sent, ...more] = await says(bert, 'teamdialoog', place);
    expect(more).toEqual([]);
    expect(wordsOf([sent as Sent])).toContain('Jullie afspraken horen bij een ander kanaal');
    expect(wordsOf([sent as Sent])).not.toContain('Eerst bellen.');
    expect(await kept()).toEqual(before);
    expect(wordsOf(await says(bert, 'afspraken', place))).not.toContain('Eerst bellen.');
    expect(wordsOf(await says(bert, 'afspraken'))).toContain('1. Eerst bellen.');
  });

  test('is begun in another thread of that channel', async () => {
    await agreedOn('Eerst bellen.');
    const sent = await says(bert, 'teamdialoog', '19:channel;messageid=2');
    expect(wordsOf(sent)).toContain('Teamdialoog van 45 minuten.');
  });

  test('is begun in the channel of the team, which who leads it chose', async () => {
    await agreedOn('Eerst bellen.');
    await ownChannel('19:elders');
    const sent = await says(bert, 'teamdialoog', ELSEWHERE);
    expect(wordsOf(sent)).toContain('Teamdialoog van 45 minuten.');
    expect(await kept()).toMatchObject({
      agreements: ['Eerst bellen.'],
      channel: { conversation: ELSEWHERE },
    });
    for (const place of ['19:nog-een', THREAD])
      expect(wordsOf(await says(bert, 'teamdialoog', place))).toContain('in het kanaal van je team');
  });

  test('is begun once the agreements were taken away, also where the bot can post no more', async () => {
    const id = await agreedOn('Eerst bellen.');
    bot.connector.behave({ do: 'answer', status: 403 });
    await bot.post(tapped(bert, 'dialogue.save', filled(id)));
    bot.connector.behave({ do: 'accept' });
    const sent = await says(bert, 'teamdialoog', ELSEWHERE);
    expect(wordsOf(sent)).toContain('Teamdialoog van 45 minuten.');
  });

  test('takes nothing along that somebody was writing in the first one', async () => {
    const old = await begun();
    await says(bert, 'teamdialoog', ELSEWHERE);
    const before = await kept();
    bot.connector.sent.length = 0;
    const answer = await taps(amira, 'dialogue.save', filled(old, 'Eerst bellen.'));
    expect(answer).toContain('Deze kaart hoort bij een eerdere teamdialoog');
    expect(answer).toContain(JSON.stringify({ type: 'TextRun', text: 'Eerst bellen.' }));
    expect(fieldsOf(answer)).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(posted()).toEqual([]);
  });
});

describe('the next card', () => {
  test('is posted once in the thread when everybody taps at once', async () => {
    const id = await begun();
    bot.connector.sent.length = 0;
    const answers = await Promise.all(
      team.slice(0, 4).map((who) => taps(who, 'dialogue.next', { id, scene: 2 })),
    );
    expect(posted().map(({ conversation }) => conversation)).toEqual([THREAD]);
    expect(wordsOf(posted())).toContain('Wat geeft je energie?');
    for (const answer of answers) expect(answer).toContain('Kaart 2 van 5 staat hieronder');
  });

  test('is not posted in another channel, nor in the chat of who taps there', async () => {
    const id = await begun();
    const next = tapped(amira, 'dialogue.next', { id, scene: 2 });
    const other = { id: '19:another', conversationType: 'channel', isGroup: true };
    const start = bot.connector.sent.length;
    for (const activity of [next, { ...inChannel(next), conversation: other }])
      expect(JSON.stringify((await bot.post(activity)).body.value)).toContain('kanaal');
    expect(bot.connector.sent.slice(start)).toEqual([]);
    expect((await kept())?.scene).toBe(1);
  });

  test('is not posted again by a tap on a card further up', async () => {
    const id = await begun();
    for (const scene of [2, 3, 4]) await taps(amira, 'dialogue.next', { id, scene });
    bot.connector.sent.length = 0;
    expect(await taps(bert, 'dialogue.next', { id, scene: 2 })).toContain('Kaart 4 van 5 staat hieronder');
    expect(posted()).toEqual([]);
    expect((await kept())?.scene).toBe(4);
  });

  test('that could not be sent is shown to who tapped, and the next tap posts it after all', async () => {
    const id = await begun();
    bot.connector.sent.length = 0;
    bot.connector.behave({ do: 'answer', status: 500 });
    expect(await taps(amira, 'dialogue.next', { id, scene: 2 })).toContain('Wat geeft je energie?');
    bot.connector.behave({ do: 'accept' });
    await taps(bert, 'dialogue.next', { id, scene: 2 });
    expect(posted()).toHaveLength(1);
    expect(wordsOf(posted())).toContain('Wat geeft je energie?');
  });

  test('of the last scene asks for the agreements', async () => {
    const id = await begun();
    await taps(amira, 'dialogue.next', { id, scene: scenes.length });
    expect(wordsOf(posted().slice(-1))).toContain('Schrijf de afspraken op');
  });

  test.each([1, 6, 2.5, '2'])('number %j does not exist', async (scene) => {
    const id = await begun();
    bot.connector.sent.length = 0;
    expect(await taps(amira, 'dialogue.next', { id, scene })).toContain('Deze kaart werkt niet meer');
    expect(posted()).toEqual([]);
  });
});

describe('writing the agreements', () => {
  test('saves them tidy and each once, and posts them in the channel once', async () => {
    const id = await begun();
    bot.connector.sent.length = 0;
    const answer = await taps(
      amira,
      'dialogue.save',
      filled(id, '  Eerst\n bellen. ', '', 'eerst bellen.', 'Vrijdag geen overleg.'),
    );
    const agreements = ['Eerst bellen.', 'Vrijdag geen overleg.'];
    expect(await kept()).toMatchObject({ agreements, checkFrom: '2026-12-23', scene: 5 });
    expect(answer).toContain('Bewaard, en hier gezet. Ik kom er op 23 december 2026 op terug.');
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.conversation).toBe(THREAD);
    for (const [n, text] of agreements.entries()) expect(wordsOf(posted())).toContain(`${n + 1}. ${text}`);
    expect(posted()[0]?.activity.summary).toBe('De afspraken van jullie team.');
    // Saved again without a change: nothing new in the channel.
    expect(await taps(bert, 'dialogue.save', filled(id, ...agreements))).toContain('Bewaard. Ik kom er op');
    expect(posted()).toHaveLength(1);
  });

  test('cuts one at 300 characters and says so', async () => {
    const id = await begun();
    const answer = await taps(amira, 'dialogue.save', filled(id, '🙂'.repeat(LONGEST_AGREEMENT + 1)));
    expect([...((await kept())?.agreements[0] ?? '')]).toHaveLength(LONGEST_AGREEMENT);
    expect(answer).toContain('Een afspraak was te lang: ik bewaarde de eerste 300 tekens.');
    expect(await taps(amira, 'dialogue.save', filled(id, 'a'.repeat(300)))).not.toContain('te lang');
  });

  test('keeps at most five, whatever a card sends', async () => {
    const id = await begun();
    await taps(amira, 'dialogue.save', filled(id, ...Array.from({ length: 9 }, (_, n) => `Afspraak ${n}.`)));
    expect((await kept())?.agreements).toHaveLength(5);
  });

  test('with nothing typed asks for at least one, and saves nothing', async () => {
    const id = await begun();
    bot.connector.sent.length = 0;
    const answer = await taps(amira, 'dialogue.save', filled(id, ' ', '\n'));
    expect(answer).toContain('Er staat nog niets. Schrijf ten minste één afspraak op.');
    expect(await kept()).not.toHaveProperty('checkFrom');
    expect(posted()).toEqual([]);
  });

  test('says so when the channel could not be reached', async () => {
    const id = await begun();
    bot.connector.behave({ do: 'answer', status: 403 });
    const answer = await taps(amira, 'dialogue.save', filled(id, 'Eerst bellen.'));
    expect(answer).toContain('Bewaard. In het kanaal zetten lukte niet');
    expect((await kept())?.agreements).toEqual(['Eerst bellen.']);
  });

  test('with all of them emptied ends it: the channel hears so, and there is nothing to come back to', async () => {
    const id = await agreedOn('Eerst bellen.');
    const answer = await taps(bert, 'dialogue.save', filled(id));
    expect(answer).toContain('Jullie hebben nu geen afspraken');
    expect(await kept()).toMatchObject({ agreements: [] });
    expect(await kept()).not.toHaveProperty('checkFrom');
    expect(posted()).toHaveLength(1);
    expect(wordsOf(posted())).toContain('Iemand van jullie team heeft ze weggehaald.');
    expect(await taps(bert, 'dialogue.keep', { id })).toContain('Jullie team heeft nog geen afspraken');
    expect(await kept()).not.toHaveProperty('checkFrom');
  });

  test('shows markup, templates and mentions as they were typed', async () => {
    const id = await begun();
    const text = '**Vet** ${title} <at>Bert</at> [x](http://x.example)';
    await taps(amira, 'dialogue.save', filled(id, text));
    const [card] = posted().at(-1)?.activity.attachments ?? [];
    const runs = JSON.stringify(card?.content);
    expect(runs).toContain(JSON.stringify({ type: 'TextRun', text: `1. ${text}` }));
    expect(posted().at(-1)?.activity).not.toHaveProperty('entities');
    expect(posted().at(-1)?.activity.text ?? '').toBe('');
  });
});

describe('nothing typed is lost', () => {
  const mine = ['Mijn eerste afspraak.', 'Mijn tweede afspraak.'];

  test('when two people save at once: one is kept and posted, the other has their text in the form again', async () => {
    const id = await begun();
    bot.connector.sent.length = 0;
    const seen = versionOf([]);
    const lists = [mine, ['Iets van een ander.']];
    const answers = await Promise.all(
      lists.map((list, n) => taps(n === 0 ? amira : bert, 'dialogue.save', { ...filled(id, ...list), seen })),
    );
    expect(posted()).toHaveLength(1);
    const agreements = (await kept())?.agreements ?? [];
    const loser = lists.findIndex((list) => JSON.stringify(list) !== JSON.stringify(agreements));
    expect(answers[loser]).toContain('Iemand anders was net eerder');
    expect(fieldsOf(answers[loser] ?? '')).toEqual(lists[loser]);
    for (const text of agreements) expect(answers[loser]).toContain(`. ${text}`);
  });

  test('when somebody saved while the form was open: both texts are on the card, and saving again makes it hold', async () => {
    const id = await agreedOn('Eerst bellen.');
    const form = await taps(bert, 'dialogue.write', { id });
    const seen = form.match(/"seen":"([0-9a-f]+)"/)?.[1];
    await taps(amira, 'dialogue.save', filled(id, 'Iets van een ander.'));
    bot.connector.sent.length = 0;
    const again = await taps(bert, 'dialogue.save', { ...filled(id, ...mine), seen });
    expect(again).toContain('Iemand anders was net eerder');
    expect(again).toContain('1. Iets van een ander.');
    expect(fieldsOf(again)).toEqual(mine);
    expect(posted()).toEqual([]);
    expect((await kept())?.agreements).toEqual(['Iets van een ander.']);
    await taps(bert, 'dialogue.save', {
      ...filled(id, ...mine),
      seen: again.match(/"seen":"([0-9a-f]+)"/)?.[1],
    });
    expect((await kept())?.agreements).toEqual(mine);
  });

  test('when a new dialogue began meanwhile: the form is of that one, with the text in it', async () => {
    const old = await begun();
    const fresh = await begun();
    const form = await taps(amira, 'dialogue.save', filled(old, ...mine));
    expect(form).toContain(`"id":"${fresh}"`);
    expect(fieldsOf(form)).toEqual(mine);
    expect((await kept())?.agreements).toEqual([]);
  });

  test.each([
    ['of another team', other, 'Dit is van een ander team'],
    ['whom nobody added', stranger, 'Ik ken je nog niet'],
  ])('when it is from somebody %s: it is not saved, and given back to copy', async (_, who, title) => {
    const id = await begun();
    bot.connector.sent.length = 0;
    const answer = await taps(who, 'dialogue.save', filled(id, ...mine));
    expect(answer).toContain(title);
    for (const text of mine) expect(answer).toContain(JSON.stringify({ type: 'TextRun', text }));
    expect((await kept())?.agreements).toEqual([]);
    expect(posted()).toEqual([]);
  });
});

describe('a card', () => {
  const verbs = ['dialogue.next', 'dialogue.write', 'dialogue.keep', 'dialogue.save'];

  test.each(verbs)('of another team changes nothing: %s', async (verb) => {
    const id = await agreedOn('Eerst bellen.');
    const before = await kept();
    const answer = await taps(other, verb, { ...filled(id, 'Anders.'), scene: 2 });
    expect(answer).toContain('Dit is van een ander team');
    expect(answer).not.toContain('Eerst bellen.');
    expect(await kept()).toEqual(before);
    expect(posted()).toEqual([]);
  });

  test.each(verbs)('of an earlier dialogue changes nothing: %s', async (verb) => {
    const old = await begun();
    await begun();
    const before = await kept();
    bot.connector.sent.length = 0;
    const answer = await taps(amira, verb, { id: old, scene: 2 });
    expect(answer).toContain('Deze kaart hoort bij een eerdere teamdialoog');
    expect(await kept()).toEqual(before);
    expect(posted()).toEqual([]);
  });
});

describe('afspraken', () => {
  test('in the own chat and in the channel of the dialogue shows them and when they come back', async () => {
    await agreedOn('Eerst bellen.');
    for (const sent of [await bot.hear(typed(bert, 'afspraken')), await says(bert, 'afspraken')]) {
      expect(wordsOf(sent)).toContain('1. Eerst bellen.');
      expect(wordsOf(sent)).toContain('Ik kom er op 23 december 2026 op terug.');
    }
  });

  test('in a channel of others shows nothing of it', async () => {
    await agreedOn('Eerst bellen.');
    const sent = await says(bert, 'afspraken', '19:elders;messageid=7');
    expect(wordsOf(sent)).toContain('Ik laat jullie afspraken hier niet zien');
    expect(wordsOf(sent)).not.toContain('Eerst bellen.');
  });

  test('names no day that is past', async () => {
    await agreedOn('Eerst bellen.');
    const before = bot.clock.now;
    bot.clock.now = before.add({ hours: 24 * 28 });
    expect(wordsOf(await bot.hear(typed(bert, 'afspraken')))).not.toContain('op terug');
    bot.clock.now = before;
  });

  test('of a team without, and by somebody whom nobody added', async () => {
    expect(wordsOf(await bot.hear(typed(amira, 'afspraken')))).toContain(
      'Jullie team heeft nog geen afspraken',
    );
    expect(wordsOf(await says(stranger, 'afspraken'))).toContain('Ik ken je nog niet');
  });
});

describe('"Ja, zo houden"', () => {
  test('sets the next check four weeks on and posts nothing, whoever taps and how often', async () => {
    const id = await agreedOn('Eerst bellen.');
    const before = bot.clock.now;
    bot.clock.now = before.add({ hours: 24 * 30 });
    const answers = await Promise.all([amira, bert].map((who) => taps(who, 'dialogue.keep', { id })));
    for (const answer of answers) expect(answer).toContain('Ik kom er op 22 januari 2027 op terug.');
    expect(await kept()).toMatchObject({ checkFrom: '2027-01-22', agreements: ['Eerst bellen.'] });
    expect(posted()).toEqual([]);
    bot.clock.now = before;
  });

  test('keeps agreements that are looked at again and again beyond their year', async () => {
    const id = await agreedOn('Eerst bellen.');
    const before = bot.clock.now;
    bot.clock.now = before.add({ hours: 24 * 300 });
    await taps(amira, 'dialogue.keep', { id });
    expect((await kept())?.day).toBe('2027-09-21');
    bot.clock.now = before;
  });
});

describe('who wrote what', () => {
  test('stands nowhere: not in storage, not in the channel, not in the log', async () => {
    const id = await agreedOn('Eerst bellen.');
    await taps(bert, 'dialogue.next', { id, scene: 3 });
    await taps(bert, 'dialogue.save', filled(id, 'Later mailen.'));
    await taps(bert, 'dialogue.keep', { id });
    await bot.hear(typed(bert, 'afspraken'));
    const rows = JSON.stringify(await bot.rows('dialogues', 'audit', 'occurrences', 'outcomes'));
    expect(rows).toContain('Later mailen.');
    const everything = rows + bot.lines.join('\n') + wordsOf(posted());
    for (const { id: personId, name, upn, account, user } of [amira, bert])
      for (const trace of [`"${personId}"`, name, upn, account, user])
        expect(everything).not.toContain(trace);
    for (const text of ['Eerst bellen.', 'Later mailen.']) expect(bot.lines.join('\n')).not.toContain(text);
    expect(Object.keys((await kept()) as DialogueRow).sort()).toEqual([
      'agreements',
      'channel',
      'checkFrom',
      'day',
      'id',
      'scene',
      'writtenHere',
    ]);
  });
});

describe('a team that was renamed', () => {
  test('keeps its dialogue under its key, and the cards have the new name', async () => {
    const id = await begun();
    await bot.core.settings.saveTeam({ key: 'objecten-west', name: 'Team West', schedule: defaultSchedule });
    await taps(amira, 'dialogue.next', { id, scene: 2 });
    expect(wordsOf(posted().slice(-1))).toContain('Voor Team West');
    await bot.core.settings.saveTeam({
      key: 'objecten-west',
      name: 'Objecten West',
      schedule: defaultSchedule,
    });
  });
});
