import { afterEach, describe, expect, test } from 'vitest';
import { newsJob } from '../../../../src/features/pilots/telling.ts';
import { BY_ITSELF } from '../../../../src/people/actors.ts';
import { clockJob } from '../../../support/clock-job.ts';
import { gone } from '../../../support/connector.ts';
import {
  amira,
  bram,
  CHANNEL,
  cem,
  dewi,
  els,
  inChannelOnly,
  PILOT,
  somebody,
  startTown,
  type Town,
  wordsOf,
} from './town.ts';

const TUESDAY = '2026-11-24';
let town: Town;
afterEach(() => town.stop());

describe('who may', () => {
  test('somebody outside the pilot reads, shares and takes nothing', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Geheim van het team', '', 'Geheime blokkade');
    const verbs = ['open', 'save', 'day', 'read', 'show', 'today', 'last-week', 'take-back'];
    for (const verb of [...verbs, 'to-action', 'edit-action', 'save-action']) {
      const data = { day: TUESDAY, blocker: 's', answer1: 'Ik ook' };
      const { words } = await town.taps(els, `standup.${verb}`, data);
      expect(words).toContain('Deze pilot ken ik niet');
      expect(words).not.toContain('Geheim');
    }
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toHaveLength(1);
  });

  test('a member who was removed shares no more and is not reminded; what was shared stays with a name', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Voor het laatst');
    await town.core.pilots.setMembers(PILOT, [
      { directoryId: amira.account, role: 'lead' },
      { directoryId: cem.account, role: 'member' },
    ]);
    expect((await town.shares(bram, 'Nog iets')).words).toContain('Deze pilot ken ik niet');
    const reminded = await town.passes(`${TUESDAY} 10:40`);
    expect(reminded.map(({ conversation }) => conversation).sort()).toEqual(['chat-p1', 'chat-p3']);
    expect(wordsOf(await town.passes(`${TUESDAY} 11:00`))).toContain('Persoon 2: Voor het laatst');
  });
});

describe('the channel', () => {
  test('Kompas was removed from it: it posts there no more, the lead hears what to do, and nothing fails', async () => {
    town = await startTown();
    town.connector.behave({ do: 'answer', status: 403, code: 'BotNotInConversationRoster' });
    await town.passes(`${TUESDAY} 09:00`);
    town.connector.behave({ do: 'accept' });
    expect((await town.core.pilots.get(PILOT))?.channel).toBeUndefined();
    expect(await town.passes(`${TUESDAY} 10:40`)).toEqual([]);
    expect(await town.passes('2026-11-25 09:00')).toEqual([]);
    expect(wordsOf(await town.says(bram, 'standup'))).toContain('nog geen kanaal');
    expect((await town.shares(bram, 'Mijn tekst', '', '', '2026-11-25')).words).toContain('Mijn tekst');
  });

  test('without one the help leaves the stand-up out, and who types it reads the way on', async () => {
    town = await startTown();
    expect(wordsOf(await town.says(bram, 'help'))).toContain('"text":"stand-up"');
    await town.stop();
    town = await startTown({ channel: undefined });
    for (const who of [amira, bram]) {
      expect(wordsOf(await town.says(who, 'help'))).not.toContain('"text":"stand-up"');
      expect(wordsOf(await town.says(who, 'stand-up'))).toContain('pilot.show');
    }
    expect(wordsOf(await town.says(amira, 'stand-up'))).toContain('"text":"kanaal koppelen"');
    expect(wordsOf(await town.says(bram, 'stand-up'))).toContain('Vraag wie de pilot leidt');
  });

  test.each(['BotDisabledByAdmin', undefined])(
    'a refusal that is not about the channel (%s) does not cost the pilot its channel',
    async (code) => {
      town = await startTown();
      town.connector.behave({ do: 'answer', status: 403, code });
      await town.passes(`${TUESDAY} 09:00`).catch(() => {});
      town.connector.behave({ do: 'accept' });
      expect((await town.core.pilots.get(PILOT))?.channel).toBeDefined();
    },
  );

  test('Kompas was removed during the window: the lead hears it between ten and four on a day that they work', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    await town.shares(bram, 'Iets');
    const { channel } = (await town.core.pilots.get(PILOT)) ?? {};
    if (!channel) throw new Error('the pilot has a channel');
    town.connector.behave(gone, CHANNEL);
    expect(await town.passes(`${TUESDAY} 11:00`)).toEqual([]);
    await town.save(amira, { absentFrom: TUESDAY, absentUntil: '2026-11-26', reach: 'open' });
    const job = clockJob(newsJob(town.core), town.core);
    for (const moment of [`${TUESDAY}T12:00:00+01:00`, '2026-11-27T08:00:00+01:00']) await job.at(moment);
    expect(job.sent).toEqual([]);
    await job.at('2026-11-27T10:00:00+01:00');
    await job.at('2026-11-27T11:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['chat-p1']);
    expect(JSON.stringify(job.sent)).toContain('Koppel aan dit kanaal');
    const log = (await town.rows('audit')).audit?.map(({ value: { who, what, about } }) => [
      who,
      what,
      about,
    ]);
    expect(log).toContainEqual([BY_ITSELF, 'pilot: kanaal losgekoppeld', PILOT]);
    expect(wordsOf(await town.says(cem, 'standup vandaag'))).toContain('Iets');
  });

  test('Teams fails for a moment: the card comes after that, once', async () => {
    town = await startTown();
    town.connector.behave({ do: 'answer', status: 503 });
    await expect(town.passes(`${TUESDAY} 09:00`)).rejects.toThrow('did not arrive');
    town.connector.behave({ do: 'accept' });
    const sent = [...(await town.passes(`${TUESDAY} 09:01`)), ...(await town.passes(`${TUESDAY} 09:03`))];
    expect(inChannelOnly(sent)).toHaveLength(1);
    expect(await town.passes(`${TUESDAY} 09:06`)).toEqual([]);
  });
});

describe('what people send', () => {
  test('20,000 characters are cut at 1,000, and that is said', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    const { words } = await town.shares(bram, 'Kort', 'x'.repeat(20_000));
    expect(words).toContain('Antwoord 2 was langer dan 1.000 tekens.');
    const [shared] = await town.core.standups.shared(PILOT, TUESDAY);
    expect(shared).toMatchObject({ done: 'Kort', next: 'x'.repeat(1_000) });
  });

  test('after the close: it says so, and what was typed stays on screen', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    town.to(`${TUESDAY} 11:00`);
    const { words, titles } = await town.shares(bram, 'Te laat getypt', 'x'.repeat(20_000));
    expect(words).toContain('De stand-up is gesloten.');
    expect(words).toContain('Te laat getypt');
    expect(words).toContain('Antwoord 2 was langer');
    expect(Buffer.byteLength(words)).toBeLessThan(28_000);
    expect(titles).not.toContain('Deel met je team');
    expect(await town.core.standups.shared(PILOT, TUESDAY)).toEqual([]);
    expect((await town.shares(bram, 'Gisteren', '', '', '2026-11-23')).words).toContain('gesloten');
  });

  test('a day that does not exist or a page that is none changes nothing', async () => {
    town = await startTown();
    for (const data of [{ day: 'gisteren' }, { day: '2026-02-30' }, { day: TUESDAY, from: -1 }])
      expect((await town.taps(bram, 'standup.read', data)).words).toContain('Deze kaart werkt niet meer');
  });

  test('thirty people save at once: nothing is lost, and the channel names all with few changes', async () => {
    const crowd = Array.from({ length: 30 }, (_, n) => somebody(n + 1, `Mens${n + 1}`));
    town = await startTown({}, crowd);
    await town.passes(`${TUESDAY} 09:00`);
    await Promise.all(crowd.map((who, n) => town.shares(who, `Werk ${n + 1}`, '', `Blokkade ${n + 1}`)));
    const shared = await town.core.standups.shared(PILOT, TUESDAY);
    expect(shared.map(({ done }) => done).sort()).toEqual(crowd.map((_, n) => `Werk ${n + 1}`).sort());
    await town.channelSays('en nog 10');
    expect(town.connector.rewritten).toHaveLength(1);
    const [summary] = await town.passes(`${TUESDAY} 11:00`);
    expect(Buffer.byteLength(JSON.stringify(summary?.activity))).toBeLessThan(28_000);
    expect(wordsOf(summary ? [summary] : [])).toContain('In de weg (30)');
    const read = new Set<string>();
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page = await town.taps(crowd[0] ?? amira, 'standup.read', { day: TUESDAY, from });
      expect(Buffer.byteLength(page.words)).toBeLessThan(28_000);
      for (const [found] of page.words.matchAll(/Blokkade \d+/g)) read.add(found);
      from = page.buttons.find(({ title }) => title === 'Lees verder')?.data.from as number | undefined;
    }
    expect(read.size).toBe(30);
  });
});

describe('the clock', () => {
  test('two instances at once: one card, one reminder each, one summary', async () => {
    town = await startTown();
    const instances = [town.instance(), town.instance(), town.instance()];
    const all = (moment: string) => {
      town.to(moment);
      return town.during(() => Promise.all(instances.map((tick) => tick(town.clock.now))));
    };
    expect(await all(`${TUESDAY} 09:00`)).toHaveLength(1);
    await town.shares(bram, 'Iets');
    expect(await all(`${TUESDAY} 10:36`)).toHaveLength(3);
    expect(await all(`${TUESDAY} 11:00`)).toHaveLength(1);
  });

  test('somebody shares while the card is on its way: it names them soon', async () => {
    town = await startTown();
    town.to(`${TUESDAY} 09:00`);
    const tick = town.instance({
      post: async () => {
        await town.shares(bram, 'Snel');
        return { kind: 'sent', id: 'slow' };
      },
    });
    await tick();
    await town.channelSays('Persoon 2');
  });

  test('nobody shared: the card in the channel says so, and no summary follows', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    expect(await town.passes(`${TUESDAY} 11:00`)).toEqual([]);
    await town.channelSays('Niemand deelde iets.');
    expect(wordsOf(await town.says(amira, 'standup vandaag'))).toContain('Niemand deelde iets.');
  });

  test('a pilot of one has its stand-up like any other', async () => {
    town = await startTown({}, [amira]);
    expect(await town.passes(`${TUESDAY} 09:00`)).toHaveLength(1);
    await town.shares(amira, 'Alleen', '', 'Te weinig mensen');
    expect(wordsOf(await town.passes(`${TUESDAY} 11:00`))).toContain('Te weinig mensen');
  });

  test('Kompas was down at the close: the summary comes when it is back, on a working day', async () => {
    town = await startTown();
    await town.passes('2026-11-27 09:00');
    await town.shares(bram, 'Van vrijdag');
    expect(await town.passes('2026-11-28 10:00')).toEqual([]);
    expect(await town.passes('2026-11-30 06:30')).toEqual([]);
    const sent = await town.passes('2026-11-30 07:30');
    expect(wordsOf(sent)).toContain('Van vrijdag');
    expect(await town.passes('2026-11-30 08:00')).toEqual([]);
  });

  test('in the weeks of the clock change the window keeps its local times', async () => {
    town = await startTown({ from: '2026-10-19', until: '2026-11-20' });
    for (const day of ['2026-10-23', '2026-10-26']) {
      expect(await town.passes(`${day} 08:59`)).toEqual([]);
      expect(inChannelOnly(await town.passes(`${day} 09:00`))).toHaveLength(1);
      await town.shares(bram, 'Iets');
      expect(inChannelOnly(await town.passes(`${day} 10:59`))).toEqual([]);
      expect(inChannelOnly(await town.passes(`${day} 11:00`))).toHaveLength(1);
    }
  });

  test('opening the form takes point reads and four ranges, of which one tells whether pilots are on', async () => {
    town = await startTown();
    await town.passes(`${TUESDAY} 09:00`);
    town.requests.length = 0;
    await town.taps(dewi, 'standup.open', { day: TUESDAY });
    const asked = town.requests;
    const ranges = asked.filter(({ url }) => url.includes('()'));
    expect(ranges).toHaveLength(4);
    expect(asked.length - ranges.length).toBeLessThan(7);
  });
});
