import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  chatOf,
  imported,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import {
  administrator,
  channel,
  crew,
  lead,
  mate,
  other,
  outsider,
  pilot,
  practice,
  tapWords,
  theOnly,
} from '../crew.ts';

let bot: TestBot;
let id: string;

const says = async (who: typeof lead, text: string) => wordsOf(await bot.hear(typed(who, text)));
const propose = (who: typeof lead, change: object = {}) =>
  tapWords(bot, who, 'learning.propose', { id, ...practice, ...change });
const state = async () => (await theOnly(bot)).state;
const audited = async () =>
  (await bot.rows('audit')).audit?.map(({ value }) => [value.who, value.what]) ?? [];

/** Says yes with the button of the proposal that is open now. */
const agree = async (who: typeof lead) =>
  tapWords(bot, who, 'learning.agree', { id, proposal: (await theOnly(bot)).proposal ?? 0 });

async function inChannel() {
  await bot.core.pilots.change('P-1', (now) => ({
    ...now,
    channel: { ...channel, serviceUrl: bot.connector.url },
  }));
}

beforeEach(async () => {
  bot = await startTestBot({ seed: crew });
  await bot.core.learnings.addLearning(pilot, 'Terugsturen kost drie dagen', 'retro', {
    registration: 'BAG',
  });
  id = (await theOnly(bot)).id;
});
afterEach(() => bot.stop());

describe('sharing with other teams', () => {
  test('asks the team in its channel, and one yes of somebody else is enough', async () => {
    await inChannel();
    expect(await tapWords(bot, mate, 'learning.share', { id })).toContain('Terugsturen kost drie dagen');
    expect(await propose(mate)).toContain('Het staat in het kanaal');
    const [card] = bot.connector.sent.filter(({ conversation }) => conversation === '19:pilot');
    const words = wordsOf(card ? [card] : []);
    for (const part of ['Bel voordat je terugstuurt', 'Ja, deel', 'Nee, deel het niet', 'Waarom niet?'])
      expect(words).toContain(part);
    // What other teams do not get to read is not what the team says yes to.
    expect(words).not.toContain('Terugsturen kost drie dagen');
    expect(words).not.toContain(mate.name);
    expect(await says(outsider, 'praktijk zoeken bel')).not.toContain('terugstuurt');
    expect(await says(other, 'leerpunten')).toContain('wacht op een ja van het team');

    expect(await agree(mate)).toContain('Hierover beslist iemand anders');
    expect(await state()).toBe('asked');
    expect(await agree(other)).toContain('Gedeeld met andere teams');
    expect(await state()).toBe('shared');
    expect(wordsOf(bot.connector.rewritten)).toContain('Gedeeld met andere teams');
    expect(wordsOf(bot.connector.rewritten)).not.toContain('Ja, deel');
    expect(await audited()).toContainEqual([other.account, 'praktijkvoorbeeld gedeeld']);
    // Nothing tells any more who proposed it.
    expect(JSON.stringify(await bot.rows('learnings', 'learningasks'))).not.toContain(mate.account);

    const found = await says(outsider, 'praktijk zoeken bag objectregistrator bellen');
    for (const part of ['Bel voordat je terugstuurt', 'Drie dagen sneller', 'Mutaties BAG', 'Objecten West'])
      expect(found).toContain(part);
    expect(found).not.toContain('Terugsturen kost drie dagen');
    expect(await says(other, 'leerpunten')).toContain('gedeeld met andere teams');
    expect(await agree(lead)).toContain('Hierover is al beslist');
  });

  test('ends with a no of anybody, with a reason that is shown and not kept', async () => {
    await inChannel();
    await propose(mate);
    const words = await tapWords(bot, mate, 'learning.refuse', { id, reason: 'Nog te pril ${x}' });
    expect(words).toContain('Het team deelt dit niet');
    expect(words).toContain('Nog te pril ${x}');
    expect(wordsOf(bot.connector.rewritten)).toContain('Nog te pril ${x}');
    expect(await state()).toBe('own');
    expect(JSON.stringify(await bot.rows('learnings', 'learningasks', 'audit'))).not.toContain('pril');
    expect((await bot.rows('learningasks')).learningasks).toEqual([]);
    expect(await says(outsider, 'praktijk zoeken bel')).not.toContain('terugstuurt');
    expect(await agree(other)).toContain('Hierover is al beslist');
    // What was filled in is there when somebody tries again.
    expect(await tapWords(bot, other, 'learning.share', { id })).toContain('Drie dagen sneller.');
  });

  test('takes no yes from a card of an earlier proposal', async () => {
    await inChannel();
    await propose(mate);
    await tapWords(bot, other, 'learning.refuse', { id });
    await propose(mate, { title: 'Een andere titel' });
    expect(await tapWords(bot, other, 'learning.agree', { id, proposal: 1 })).toContain('verlopen');
    expect(await state()).toBe('asked');
    expect(await agree(other)).toContain('Een andere titel');
  });

  test('takes no yes of who wrote it, where two propose at once and the first is slower to say who they are', async () => {
    await inChannel();
    await propose(mate);
    const { proposal = 0 } = await theOnly(bot);
    // Another text stands there by now, of another who proposed it, and the first writes down themselves only then.
    const changed = { title: 'Een andere titel', proposal: proposal + 1 };
    await bot.core.learnings.change(id, (now) => ({ ...now, ...changed }));
    await bot.core.learnings.setAsker(id, { directoryId: other.account, proposal: proposal + 1 });
    expect(await bot.core.learnings.setAsker(id, { directoryId: mate.account, proposal })).toBe(false);
    expect(await agree(other)).toContain('Hierover beslist iemand anders');
    expect(await state()).toBe('asked');
    expect(await agree(lead)).toContain('Gedeeld met andere teams');
  });

  test('lapses where it is known of an earlier proposal alone who made it', async () => {
    await inChannel();
    await propose(mate);
    await bot.core.learnings.change(id, (now) => ({ ...now, proposal: (now.proposal ?? 0) + 1 }));
    for (const who of [mate, other, lead]) expect(await agree(who)).toContain('Dit voorstel is verlopen');
    expect(await state()).toBe('asked');
    expect(await propose(other)).toContain('Het staat in het kanaal');
    expect(await agree(lead)).toContain('Gedeeld met andere teams');
  });

  test('is decided once when yes and no come at the same moment', async () => {
    await inChannel();
    await propose(mate);
    const answers = await Promise.all([
      tapWords(bot, other, 'learning.agree', { id, proposal: 1 }),
      tapWords(bot, lead, 'learning.refuse', { id }),
    ]);
    const decisions = answers.filter((words) => !words.includes('Hierover is al beslist'));
    expect(decisions).toHaveLength(1);
    const isShared = decisions[0]?.includes('Gedeeld met andere teams');
    expect(await state()).toBe(isShared ? 'shared' : 'own');
  });

  test('is one proposal when two are made', async () => {
    await inChannel();
    await propose(mate);
    expect(await propose(other)).toContain('Er ligt al een voorstel');
    expect(bot.connector.sent).toHaveLength(1);
  });

  test('without a channel asks the lead, in the own chat', async () => {
    const address = chatOf(lead, bot.connector.url);
    await bot.core.people.save([imported(lead, { access: ['projectleider'], reach: 'open', address })]);
    bot.clock.now = Temporal.Instant.from('2026-11-26T10:00:00Z');
    expect(await propose(mate)).toContain('krijgt een bericht');
    expect(bot.connector.sent.map(({ conversation }) => conversation)).toEqual(['chat-p41']);
    expect(await agree(other)).toContain('Hierover beslist iemand anders');
    expect(await tapWords(bot, other, 'learning.decide', { id })).not.toContain('Ja, deel');
    expect(await tapWords(bot, lead, 'learning.decide', { id })).toContain('Ja, deel');
    expect(await agree(lead)).toContain('Gedeeld met andere teams');
  });

  test.each([
    ['in the evening', '2026-11-26T18:30:00Z'],
    ['on a day that they do not work', '2026-11-28T10:00:00Z'],
  ])('writes to nobody %s: it waits in the list of who may say yes', async (_when, moment) => {
    const address = chatOf(lead, bot.connector.url);
    await bot.core.people.save([imported(lead, { access: ['projectleider'], reach: 'open', address })]);
    bot.clock.now = Temporal.Instant.from(moment);
    expect(await propose(mate)).toContain('Anderen zien het met');
    expect(bot.connector.sent).toEqual([]);
    expect(await tapWords(bot, lead, 'learning.list', {})).toContain('Bekijk het voorstel');
  });

  test('waits in the list when the channel cannot be reached', async () => {
    await inChannel();
    bot.connector.behave({ do: 'answer', status: 404 });
    expect(await propose(mate)).toContain('Anderen zien het met');
    bot.connector.behave({ do: 'accept' });
    expect(await tapWords(bot, other, 'learning.list', {})).toContain('Bekijk het voorstel');
    expect(await agree(other)).toContain('Gedeeld met andere teams');
  });

  test('needs a new proposal when who made it is forgotten', async () => {
    await inChannel();
    await propose(mate);
    await tapWords(bot, mate, 'privacy.erase');
    expect((await bot.rows('learningasks')).learningasks).toEqual([]);
    expect(await agree(other)).toContain('Dit voorstel is verlopen');
    expect(await propose(other)).toContain('Het staat in het kanaal');
    expect(await agree(lead)).toContain('Gedeeld met andere teams');
  });

  test.each([
    ['a name in the title', { title: 'De lijst van Amira' }, 'Haal de naam Amira weg'],
    ['a name in the result', { result: 'Dank aan Bert Kade!' }, 'Haal de naam Bert Kade weg'],
    ['a name in the process', { process: 'vraag gijs' }, 'Haal de naam gijs weg'],
    ['no title', { title: ' ' }, 'Geef het een titel.'],
    ['no reason', { why: '' }, 'Schrijf op waarom het werkt.'],
    ['20,000 characters', { why: 'w'.repeat(20_000) }, 'hooguit 500 tekens. Het zijn er 20.000.'],
  ])('comes back with %s', async (_, change, problem) => {
    const words = await propose(mate, change);
    expect(words).toContain(problem);
    expect(words).toContain('Drie dagen sneller'.slice(0, 'result' in change ? 0 : undefined));
    expect(words.length).toBeLessThan(28_000);
    expect(await state()).toBe('own');
  });
});

describe('shared practice', () => {
  beforeEach(async () => {
    await inChannel();
    await propose(mate);
    await agree(other);
  });

  test('is called by the name that the team has now, or by none when it said so', async () => {
    const { teams } = await bot.core.settings.read();
    const [west] = teams;
    if (!west) throw new Error('the harness has a team');
    await bot.core.settings.saveTeam({ ...west, name: 'Bron en Object' });
    const words = await tapWords(bot, outsider, 'practice.list', {});
    expect(words).toContain('Bron en Object');
    expect(words).not.toContain('Objecten West');
    await bot.core.learnings.change(id, (now) => ({ ...now, team: 'weg' }));
    expect(await tapWords(bot, outsider, 'practice.list', {})).not.toContain('Team');
  });

  test('is taken back by the lead, and by nobody else in the pilot', async () => {
    expect(await says(mate, 'trek praktijk terug')).toContain('Er is niets om in te trekken');
    expect(await tapWords(bot, mate, 'learning.withdraw', { id })).toContain('Alleen wie de pilot leidt');
    expect(await state()).toBe('shared');
    expect(await says(lead, 'trek praktijk terug')).toContain('Bel voordat je terugstuurt');
    expect(await tapWords(bot, lead, 'learning.withdraw', { id })).toContain('Niet meer gedeeld');
    expect(await state()).toBe('own');
    expect(wordsOf(bot.connector.rewritten.slice(-1))).toContain('Niet meer gedeeld');
    expect(await audited()).toContainEqual([lead.account, 'praktijkvoorbeeld ingetrokken']);
    expect(await says(outsider, 'praktijk zoeken bel')).not.toContain('terugstuurt');
    expect(await tapWords(bot, lead, 'learning.withdraw', { id })).toContain('Hierover is al beslist');
  });

  test('is taken back by an administrator when nobody leads the pilot any more', async () => {
    await bot.core.pilots.setMembers('P-1', []);
    expect(await says(administrator, 'trek praktijk terug')).toContain('Bel voordat je terugstuurt');
    expect(await tapWords(bot, administrator, 'learning.withdraw', { id })).toContain('Niet meer gedeeld');
  });

  describe('in the message box', () => {
    const search = async (text: string, who = outsider) =>
      (
        await bot.post({
          ...tapped(who, '', {}),
          name: 'composeExtension/query',
          value: { commandId: 'praktijk', parameters: [{ name: 'woorden', value: text }] },
        })
      ).body.composeExtension;

    test('is found by everybody, and put in a message without buttons', async () => {
      const { attachments } = await search('bag terugsturen');
      expect(attachments).toHaveLength(1);
      expect(attachments[0].preview.content.title).toBe('Bel voordat je terugstuurt');
      const card = JSON.stringify(attachments[0].content);
      expect(card).toContain('Drie dagen sneller.');
      expect(card).not.toContain('Action.Execute');
      expect(card).not.toContain('Terugsturen kost drie dagen');
    });

    test('stands beside learning points of the own pilot, which are shown but not put in a message', async () => {
      await bot.core.learnings.addLearning(pilot, 'Terugsturen <b>alleen</b> met reden', 'retro');
      expect((await search('terugsturen')).attachments).toHaveLength(1);
      const { attachments } = await search('terugsturen', mate);
      expect(attachments).toHaveLength(2);
      expect(attachments[1].preview.content.title).toBe('Terugsturen b alleen b met reden');
      expect(JSON.stringify(attachments[1].content)).not.toContain('met reden');
      expect(JSON.stringify(attachments[1].content)).toContain('nog niet gedeeld');
    });

    test('says what to type when there is nothing', async () => {
      for (const text of ['', 'zeppelin'])
        expect(await search(text)).toMatchObject({
          type: 'message',
          text: expect.stringContaining('bag overdracht'),
        });
    });
  });
});
