import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enforceRetention } from '../../../../src/storage/index.ts';
import {
  amira,
  bram,
  CHANNEL,
  cem,
  dewi,
  els,
  inChannelOnly,
  PILOT,
  seenOn,
  startTown,
  type Town,
  wordsOf,
} from './town.ts';

const TUESDAY = '2026-11-24';
let town: Town;

beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.stop());

const cardOf = (sent: { activity: { attachments?: { content: object }[] } } | undefined) =>
  seenOn(sent?.activity.attachments?.[0]?.content);

describe('a day with a stand-up', () => {
  test('opens with one card in the channel, and once only', async () => {
    expect(await town.passes(`${TUESDAY} 08:59`)).toEqual([]);
    const sent = await town.passes(`${TUESDAY} 09:00`);
    expect(sent.map(({ conversation }) => conversation)).toEqual([CHANNEL]);
    const card = cardOf(sent[0]);
    expect(card.words).toContain('Mutaties West');
    expect(card.words).toContain('open tot 11.00 uur');
    expect(card.words).toContain('nog niemand');
    expect(card.titles).toEqual(['Vul in']);
    expect(await town.passes(`${TUESDAY} 09:05`)).toEqual([]);
  });

  test('is filled in on the card: the channel then shows who shared, and not what', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    const form = await town.taps(bram, 'standup.open', { day: TUESDAY });
    expect(form.words).toContain('Waar loop je vast?');
    expect(form.words).toContain('Iedereen in het kanaal van de pilot, met je naam.');
    const saved = await town.shares(bram, 'Drie mutaties gedaan', 'De rest', 'Wachten op besluit');
    expect(saved.words).toContain('Gedeeld met je team.');
    expect(saved.words).toContain('Persoon 2');
    expect(saved.titles).toEqual(expect.arrayContaining(['Bekijk of wijzig', 'Haal weg']));
    await town.channelSays('Persoon 2');
    const [changed] = town.connector.rewritten;
    expect(changed?.conversation).toBe(CHANNEL);
    expect(changed?.id).toBe('sent-1');
    expect(JSON.stringify(changed?.activity)).not.toContain('Wachten op besluit');
  });

  test('gives back what somebody wrote before, to change or to take away', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Drie mutaties gedaan');
    expect((await town.taps(bram, 'standup.open', { day: TUESDAY })).words).toContain('Drie mutaties gedaan');
    expect((await town.taps(cem, 'standup.open', { day: TUESDAY })).words).not.toContain('Drie mutaties');
    await town.shares(bram, 'Vier mutaties gedaan');
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toMatchObject([{ done: 'Vier mutaties gedaan' }]);
    expect((await town.shares(bram, '')).words).toContain('Je staat er niet meer bij');
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toEqual([]);
    expect((await town.shares(bram, ' ')).words).toContain('Vul minstens één antwoord in.');
  });

  test('reminds those who work and did not share, once, at four fifths of the window', async () => {
    await town.save(cem, { workdays: ['ma', 'wo'] });
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Klaar');
    expect(await town.passes(`${TUESDAY} 10:35`)).toEqual([]);
    const sent = await town.passes(`${TUESDAY} 10:36`);
    expect(sent.map(({ conversation }) => conversation).sort()).toEqual(['chat-p1', 'chat-p4']);
    expect(cardOf(sent[0]).titles).toEqual(['Vul in']);
    expect(await town.passes(`${TUESDAY} 10:50`)).toEqual([]);
  });

  test('closes with one summary: what is in the way first, the same words together', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Mutaties nagekeken', 'Afronden', 'De BAG ligt eruit');
    await town.shares(cem, 'Overleg gehad', 'Bellen', 'de BAG ligt eruit.');
    await town.shares(dewi, 'Kaart gemaakt', '', 'niks');
    const sent = await town.passes(`${TUESDAY} 11:00`);
    expect(sent.map(({ conversation }) => conversation)).toEqual([CHANNEL]);
    const { words, titles } = cardOf(sent[0]);
    expect(words.indexOf('De BAG ligt eruit')).toBeGreaterThan(0);
    expect(words.indexOf('De BAG ligt eruit')).toBeLessThan(words.indexOf('Mutaties nagekeken'));
    expect(words).toContain('In de weg bij Persoon 2, Persoon 3 · nog niemand pakt dit op');
    expect(words).not.toContain('niks');
    expect(titles.filter((title) => title === 'Pak ik op')).toHaveLength(1);
    await town.channelSays('gesloten');
    expect(await town.passes(`${TUESDAY} 11:05`)).toEqual([]);
  });

  test('can be answered in private, and typed text holds nothing that somebody wrote', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(amira, 'Alleen voor het team');
    for (const text of ['standup', 'stand-up', 'Dagstart']) {
      const sent = await town.says(amira, text);
      expect(cardOf(sent[0]).titles).toContain('Bekijk of wijzig');
      expect(wordsOf(sent)).not.toContain('Alleen voor het team');
    }
  });
});

describe('days without', () => {
  test('on a day that was not chosen, a holiday, a closure and before or after the pilot nothing happens', async () => {
    const { municipality } = await town.core.settings.read();
    await town.core.settings.changeMunicipality(() => ({ ...municipality, closures: ['2026-11-25'] }));
    for (const day of ['2026-11-25', '2026-11-28', '2026-12-25', '2026-12-21'])
      for (const time of ['09:30', '10:50', '11:10']) expect(await town.passes(`${day} ${time}`)).toEqual([]);
    town.to('2026-11-25 09:30');
    expect(wordsOf(await town.says(amira, 'standup'))).toContain('donderdag 26 november');
  });

  test('when nobody works, there is no card', async () => {
    for (const who of [amira, bram, cem, dewi]) await town.save(who, { absentUntil: '2026-11-30' });
    for (const time of ['09:00', '10:50', '11:00'])
      expect(await town.passes(`${TUESDAY} ${time}`)).toEqual([]);
  });
});

describe('what is in the way', () => {
  const summary = async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Iets', '', 'De BAG ligt eruit');
    return cardOf((await town.passes(`${TUESDAY} 11:00`))[0]);
  };
  const pick = (buttons: { verb: string; data: Record<string, unknown> }[], verb: string) =>
    buttons.find((button) => button.verb === verb)?.data ?? {};

  test('becomes an action in one tap, of who taps and due at the next stand-up; the channel shows it', async () => {
    const { buttons } = await summary();
    const answer = await town.taps(cem, 'standup.to-action', pick(buttons, 'standup.to-action'));
    expect(answer.words).toContain('pakt op: Persoon 3 · uiterlijk 25 november 2026');
    expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
      { text: 'De BAG ligt eruit', owner: cem.account, due: '2026-11-25', day: TUESDAY, source: 'standup' },
    ]);
    await town.channelSays('pakt op: Persoon 3');
  });

  test('two people tap at once: it is one action of one of them', async () => {
    const { buttons } = await summary();
    const data = pick(buttons, 'standup.to-action');
    await Promise.all([cem, dewi, amira].map((who) => town.taps(who, 'standup.to-action', data)));
    const todos = await town.core.pilotActions.of(PILOT);
    expect(todos).toHaveLength(1);
    const later = await town.taps(bram, 'standup.to-action', data);
    expect(later.words).toContain('Een collega was net eerder');
    expect(await town.core.pilotActions.of(PILOT)).toEqual(todos);
  });

  test('can be given to another member, by another day', async () => {
    const { buttons } = await summary();
    const data = pick(buttons, 'standup.to-action');
    await town.taps(cem, 'standup.to-action', data);
    expect((await town.taps(cem, 'standup.edit-action', data)).words).toContain('2026-11-25');
    const wrong = { ...data, owner: els.account, due: '2026-11-20' };
    const refused = await town.taps(cem, 'standup.save-action', wrong);
    expect(refused.words).toContain('Kies wie dit oppakt.');
    expect(refused.words).toContain('Kies een dag vanaf vandaag.');
    await town.taps(cem, 'standup.save-action', { ...data, owner: dewi.account, due: '2026-12-01' });
    expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
      { owner: dewi.account, due: '2026-12-01' },
    ]);
  });

  test('and is late, is mentioned once in each stand-up until it is done', async () => {
    const { buttons } = await summary();
    await town.taps(cem, 'standup.to-action', pick(buttons, 'standup.to-action'));
    const mentions = (sent: Parameters<typeof wordsOf>[0]) =>
      inChannelOnly(sent).filter((one) => wordsOf([one]).includes('Te laat')).length;
    const wednesday = await town.passes('2026-11-25 09:00');
    expect(mentions(wednesday)).toBe(0);
    for (const day of ['2026-11-26', '2026-11-27']) {
      const sent = await town.passes(`${day} 09:00`);
      await town.shares(bram, 'Iets');
      sent.push(...(await town.passes(`${day} 10:50`)), ...(await town.passes(`${day} 11:00`)));
      expect(mentions(sent)).toBe(1);
      const late = wordsOf(inChannelOnly(sent).filter((one) => wordsOf([one]).includes('Te laat')));
      expect(late).toContain('had klaar moeten zijn op 25 november 2026');
      // Who took it: no name stands beside what is late where others read it.
      expect(late).not.toContain('Persoon 3');
    }
    const [todo] = await town.core.pilotActions.of(PILOT);
    await town.taps(cem, 'pilot.done', { action: todo?.id });
    expect(mentions(await town.passes('2026-11-30 09:00'))).toBe(0);
  });
});

describe('reading', () => {
  test('standup vandaag: what is there so far, in whole on a next card', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Mutaties nagekeken', 'Afronden', 'Geen besluit');
    expect(wordsOf(await town.says(amira, 'standup vandaag'))).toContain('Mutaties nagekeken');
    const read = await town.taps(amira, 'standup.read', { day: TUESDAY, from: 0 });
    expect(read.words).toContain('Persoon 2 · Waar loop je vast?');
    expect(read.titles).toContain('Pak ik op');
  });

  test('standup vandaag, with nothing to read yet: when it opens, and after it that nobody shared', async () => {
    town.to(`${TUESDAY} 08:30`);
    expect(wordsOf(await town.says(amira, 'standup vandaag'))).toContain('De stand-up opent om 09.00 uur');
    await town.passes(`${TUESDAY} 09:00`);
    await town.passes(`${TUESDAY} 11:00`);
    expect(wordsOf(await town.says(amira, 'stand up vandaag'))).toContain('Niemand deelde iets.');
    const late = await town.taps(amira, 'standup.open', { day: TUESDAY });
    expect(late.words).toContain('Invullen kan niet meer.');
    expect(late.words).not.toContain('14 dagen');
  });

  test('standup in one’s own chat says whether one is in it already, and offers to change it', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    expect(wordsOf(await town.says(bram, 'standup'))).toContain('Waar loop je vast?');
    await town.shares(bram, 'Mutaties nagekeken');
    const words = wordsOf(await town.says(bram, 'standup'));
    expect(words).toContain('Jij staat er al bij.');
    expect(words).toContain('Bekijk of wijzig');
    // What is typed in the channel is answered there, for everybody.
    expect(wordsOf(await town.saysInChannel(bram, 'standup'))).not.toContain('Jij staat er al bij.');
  });

  test('standup vorige week: each day with who shared and what was in the way', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Mutaties nagekeken', '', 'Geen besluit');
    await town.passes(`${TUESDAY} 11:00`);
    await town.passes('2026-11-25 09:00');
    await town.passes('2026-11-25 11:00');
    town.to('2026-12-04 12:00');
    const words = wordsOf(await town.says(amira, 'standup vorige week'));
    for (const part of ['dinsdag 24 november', 'Geen besluit', 'Gedeeld: Persoon 2', 'Niemand deelde iets.'])
      expect(words).toContain(part);
    town.to('2026-12-11 12:00');
    expect(wordsOf(await town.says(amira, 'stand-up vorige week'))).toContain(
      'Vorige week was er geen stand-up',
    );
  });

  test('in another channel nothing that people wrote is posted; who taps reads it alone', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Mutaties nagekeken');
    const { channel } = (await town.core.pilots.get(PILOT)) ?? {};
    if (!channel) throw new Error('the pilot has a channel');
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      channel: { ...channel, conversation: '19:other' },
    }));
    for (const text of ['standup vandaag', 'standup vorige week']) {
      const sent = await town.saysInChannel(amira, text);
      expect(wordsOf(sent)).toContain('Hier lezen anderen mee');
      expect(wordsOf(sent)).not.toContain('Mutaties nagekeken');
    }
    expect((await town.taps(amira, 'standup.today')).words).toContain('Mutaties nagekeken');
  });

  test('after fourteen days no text is kept, and the action stays without who told it', async () => {
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Mutaties nagekeken', 'Afronden', 'Geen besluit');
    const { buttons } = cardOf((await town.passes(`${TUESDAY} 11:00`))[0]);
    const data = buttons.find(({ verb }) => verb === 'standup.to-action')?.data ?? {};
    await town.taps(cem, 'standup.to-action', data);
    town.to('2026-12-09 04:00');
    await enforceRetention(town.storage, '2026-12-09');
    const rows = await town.rows('standups', 'standupdays', 'pilotactions', 'occurrences', 'outcomes');
    expect(rows.standups).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('nagekeken');
    expect(JSON.stringify(rows)).not.toContain(bram.account);
    expect(rows.pilotactions).toHaveLength(2);
    expect((await town.taps(dewi, 'standup.edit-action', data)).words).toContain('Dit staat niet meer');
    expect((await town.taps(dewi, 'standup.day', { day: TUESDAY })).words).toContain('langer dan 14 dagen');
  });
});
