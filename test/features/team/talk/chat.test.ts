import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import type { TalkPoint } from '../../../../src/features/team/talk/point.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import {
  imported,
  inChannel,
  manager,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { gone } from '../../../support/connector.ts';
import { WEST, wordsOfTap } from '../town.ts';

const [amira, bert] = team as [Somebody, Somebody];
const olga = somebody(20, 'Olga Oost');
const stranger = somebody(30, 'Vera Vreemd');
const OOST = { kind: 'team', key: 'objecten-oost' } as const;
const HOME = '19:west';
const TODAY = '2026-11-25';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: async ({ settings, people }) => {
      await settings.saveTeam({ key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule });
      await people.save([imported(olga, { team: 'objecten-oost' })]);
    },
  });
  const { connector, core } = bot;
  const channel = { serviceUrl: connector.url, conversation: HOME, bot: '28:kompas' };
  await core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
    channel,
  });
});
afterEach(() => bot.stop());

const inConversation = (activity: object, id: string) => ({
  ...inChannel(activity as never),
  conversation: { id, conversationType: 'channel' },
});
const says = async (who: Somebody, text: string, where = `${HOME};messageid=1`) =>
  wordsOf(await bot.hear(inConversation(typed(who, `<at>Kompas</at> ${text}`), where)));

/** Taps in the team's channel; gives all words of the card that this person sees. */
async function taps(
  who: Somebody,
  verb: string,
  data: object,
  where = `${HOME};messageid=1`,
): Promise<string> {
  const { body } = await bot.post(inConversation(tapped(who, verb, data), where));
  return JSON.stringify(body.value);
}
const own = (who: Somebody, verb: string, data: object) => wordsOfTap(bot, who, verb, data);

const points = async (place: typeof WEST | typeof OOST = WEST) =>
  (await bot.core.groups.content(place)).points;
const texts = async (kind: TalkPoint['kind']) =>
  (await points()).filter((point) => point.kind === kind && !point.dropped).map(({ text }) => text);
const ofWest = { team: 'objecten-west' };
const better = (n: number, text: string, owner: Somebody = amira, due = '2026-12-11') => ({
  [`better${n}`]: text,
  [`owner${n}`]: owner.id,
  [`due${n}`]: due,
});
const save = (who: Somebody, data: object) => taps(who, 'talk.save', { ...ofWest, ...data });
const posted = () => bot.connector.sent.map(({ activity }) => activity.summary);

/** A point of a talk of six weeks ago. */
const old: TalkPoint = {
  id: '2026-10-14-better-1',
  kind: 'better',
  text: 'Eerst bellen',
  day: '2026-10-14',
  due: '2026-11-20',
  owner: bert.account,
};
const look = (who: Somebody, answer: object, mark = '2026-11-20   ') =>
  taps(who, 'talk.look', { ...ofWest, ids: [old.id], marks: [mark], inTalk: true, ...answer });

describe('beginning a talk', () => {
  test('in the channel of the team posts a card without any point', async () => {
    await bot.core.groups.addPoint(WEST, old);
    const words = await says(amira, 'teamgesprek');
    expect(words).toContain('Waar zijn we trots op, en wat kan beter?');
    expect(words).toContain('Terugkijken');
    expect(words).not.toContain('Eerst bellen');
  });

  test('in another channel says where to go, and in the own chat shows the points', async () => {
    await bot.core.groups.addPoint(WEST, old);
    expect(await says(amira, 'teamgesprek', '19:elsewhere')).toContain(
      'Een teamgesprek houd je in het kanaal van je team',
    );
    const words = wordsOf(await bot.hear(typed(amira, 'teamgesprek')));
    expect(words).toContain('Eerst bellen');
    expect(words).toContain('begin je in het kanaal van je team');
  });

  test('works in any channel while the team has none, and never for somebody without a team', async () => {
    expect(await says(olga, 'teamgesprek', '19:any')).toContain('Schrijf op');
    expect(await says(stranger, 'teamgesprek')).toContain('Ik ken je nog niet');
  });

  test('leaves the talk about styles as it was', async () => {
    expect(await says(amira, 'teamgesprek stijlen')).toContain('Teamdialoog, kaart 1 van 5');
  });
});

describe('what a team chooses', () => {
  test('is kept without author, and posted in the channel with who takes it on', async () => {
    expect(await taps(amira, 'talk.write', ofWest)).toContain('Wat kiezen jullie?');
    const answer = await save(amira, { proud1: ' Alles  op tijd ', ...better(1, 'Minder mail', bert) });
    expect(answer).toContain('Bewaard, en in het kanaal gezet.');
    expect(bot.connector.sent.map(({ conversation }) => conversation)).toEqual([`${HOME};messageid=1`]);
    const words = wordsOf(bot.connector.sent);
    for (const part of ['Alles op tijd', 'Minder mail', bert.name, '11 december 2026'])
      expect(words).toContain(part);
    expect(words).not.toContain(amira.name);
    expect(await points()).toEqual([
      expect.objectContaining({
        kind: 'better',
        text: 'Minder mail',
        owner: bert.account,
        due: '2026-12-11',
      }),
      expect.objectContaining({ kind: 'proud', text: 'Alles op tijd', owner: undefined }),
    ]);
    expect(JSON.stringify(await bot.rows('groups'))).not.toContain(amira.account);
  });

  test('asks for an owner from the team and a day from today, and loses nothing that was typed', async () => {
    const forged = await save(amira, better(1, 'Minder mail', olga));
    expect(forged).toContain('Verbeterpunt 1: kies wie het oppakt.');
    expect(forged).toContain('Minder mail');
    expect(await save(amira, better(2, 'Minder mail', bert, '2026-11-24'))).toContain(
      'Verbeterpunt 2: kies een dag vanaf vandaag.',
    );
    expect(await save(amira, better(1, '', bert))).toContain('schrijf op wat beter kan');
    expect(await save(amira, {})).toContain('Schrijf ten minste één punt op.');
    expect(await points()).toEqual([]);
    expect(posted()).toEqual([]);
  });

  test('of two people at once is together at most three, and what does not fit comes back', async () => {
    const [one, two] = await Promise.all([
      save(amira, { proud1: 'A', proud2: 'B' }),
      save(bert, { proud1: 'C', proud2: 'D' }),
    ]);
    const kept = await texts('proud');
    expect(kept).toHaveLength(3);
    const lost = ['A', 'B', 'C', 'D'].filter((text) => !kept.includes(text));
    expect(lost).toHaveLength(1);
    const form = [one, two].filter((answer) => answer.includes('Er passen er 3 van elk.'));
    expect(form).toHaveLength(1);
    expect(form[0]).toContain(`"value":"${lost[0]}"`);
  });

  test('tapped twice is there once', async () => {
    const same = { proud1: 'A', ...better(1, 'Minder mail') };
    await Promise.all([save(amira, same), save(amira, same), save(bert, { proud1: 'a' })]);
    expect((await texts('proud')).map((text) => text.toLowerCase())).toEqual(['a']);
    expect(await texts('better')).toEqual(['Minder mail']);
    const before = posted().length;
    expect(await save(amira, same)).toContain('Dit stond er al.');
    expect(posted()).toHaveLength(before);
  });

  test('of 20,000 characters is cut at 300, and says so', async () => {
    expect(await save(amira, { proud1: 'é'.repeat(20_000) })).toContain('ik bewaarde de eerste 300 tekens');
    expect(await texts('proud')).toEqual(['é'.repeat(300)]);
  });

  test('may be taken back on the same day, and makes place for another', async () => {
    await save(amira, { proud1: 'A', proud2: 'B', proud3: 'C' });
    const [first] = await points();
    expect(await own(bert, 'talk.remove', { ...ofWest, id: first?.id })).toContain('Weggehaald.');
    await save(amira, { proud1: 'D' });
    expect((await texts('proud')).sort()).toEqual(['B', 'C', 'D']);
    expect(await own(bert, 'talk.remove', { ...ofWest, id: old.id })).toContain('staat niet meer open');
  });

  test('is kept when the channel is gone, and who wrote is told', async () => {
    bot.connector.behave(gone, HOME);
    expect(await own(amira, 'talk.save', { ...ofWest, proud1: 'A' })).toContain(
      'In het kanaal zetten lukte niet: vertel het je team zelf.',
    );
    expect(await texts('proud')).toEqual(['A']);
  });

  test('stays out of reach of another team, an ex-member and a stranger, who get back what they typed', async () => {
    await bot.core.groups.addPoint(WEST, old);
    for (const who of [olga, stranger]) {
      const answer = await save(who, { proud1: 'Van mij' });
      expect(answer).toContain('Van mij');
      for (const verb of ['talk.write', 'talk.next', 'talk.points'])
        expect(await taps(who, verb, ofWest)).not.toContain('Eerst bellen');
      expect(await taps(who, 'talk.open', { ...ofWest, id: old.id })).not.toContain('Eerst bellen');
      await look(who, { state1: 'done' });
      await taps(who, 'talk.remove', { ...ofWest, id: old.id });
    }
    const gone = await bot.core.people.find(amira.account);
    if (gone) await bot.core.people.save([{ ...gone, removed: TODAY }]);
    await save(amira, { proud1: 'Van mij' });
    expect(await points()).toEqual([{ ...old, done: undefined, dropped: undefined, looked: undefined }]);
    expect(posted()).toEqual([]);
  });
});

describe('what a team chose while something broke', () => {
  /** The storage fails at this moment, once. */
  const breakOnce = (name: 'content' | 'takePlace', call: number) => {
    const { groups } = bot.core;
    const real = groups[name];
    let n = 0;
    const broken = async (...args: unknown[]) => {
      n += 1;
      if (n === call) {
        Object.assign(groups, { [name]: real });
        throw new Error('storage is away');
      }
      return (real as (...all: unknown[]) => Promise<unknown>)(...args);
    };
    Object.assign(groups, { [name]: broken });
  };

  test('is posted by a second tap, and not again by a third', async () => {
    breakOnce('content', 2);
    expect(await save(amira, { proud1: 'Alles op tijd' })).toContain('Dit lukte niet');
    expect(posted()).toEqual([]);
    expect(await save(amira, { proud1: 'Alles op tijd' })).toContain('Bewaard, en in het kanaal gezet.');
    expect(await save(amira, { proud1: 'Alles op tijd' })).toContain('Dit stond er al.');
    expect(posted()).toHaveLength(1);
  });

  test('has the owner that was chosen, in a place that came free too', async () => {
    await bot.core.groups.addPoint(WEST, {
      id: `${TODAY}-better-1`,
      kind: 'better',
      text: 'Oud',
      day: TODAY,
      due: '2026-12-01',
      dropped: TODAY,
      owner: bert.account,
    });
    breakOnce('takePlace', 1);
    await save(amira, better(1, 'Nieuw', amira));
    expect(await texts('better')).toEqual([]);
    await save(amira, better(1, 'Nieuw', amira));
    expect(await points()).toEqual([expect.objectContaining({ text: 'Nieuw', owner: amira.account })]);
    const owners = ((await bot.rows('groups')).groups ?? []).filter(({ row }) => row.startsWith('o|'));
    expect(owners).toHaveLength(1);
  });

  test('by two at once in one free place keeps the text and the owner of one of them together', async () => {
    const free = (n: number): TalkPoint => ({
      id: `${TODAY}-better-${n}`,
      kind: 'better',
      text: `Oud ${n}`,
      day: TODAY,
      dropped: TODAY,
      owner: manager.account,
    });
    for (const n of [1, 2, 3]) await bot.core.groups.addPoint(WEST, free(n));
    await Promise.all([save(amira, better(1, 'Van A', amira)), save(bert, better(1, 'Van B', bert))]);
    const owners = (await points())
      .filter(({ dropped }) => !dropped)
      .map(({ text, owner }) => [text, owner])
      .toSorted();
    expect(owners).toEqual([
      ['Van A', amira.account],
      ['Van B', bert.account],
    ]);
  });

  test('is kept while the channel is slow, and who wrote it hears that it is not known yet', async () => {
    bot.connector.behave({ do: 'hang' });
    expect(await save(amira, { proud1: 'A' })).toContain('Ik weet nog niet of het in het kanaal staat.');
    expect(await texts('proud')).toEqual(['A']);
    bot.connector.behave({ do: 'accept' });
    await bot.connector.until(() => posted().length > 0);
    expect(posted()).toHaveLength(1);
  });
});

describe('a team without a channel', () => {
  test('chooses its points, but they are put nowhere: anybody may read along where somebody taps', async () => {
    const ofOost = { team: 'objecten-oost' };
    for (const where of ['19:any', '19:another']) {
      expect(await taps(olga, 'talk.write', ofOost, where)).toContain(
        'Ik weet nog niet welk kanaal van jullie team is.',
      );
      const answer = await taps(olga, 'talk.save', { ...ofOost, ...better(1, 'Minder mail', olga) }, where);
      expect(answer).toContain(
        where === '19:any' ? 'nog geen kanaal: vertel het je team zelf' : 'Dit stond er al.',
      );
    }
    expect(await points(OOST)).toHaveLength(1);
    expect(posted()).toEqual([]);
  });
});

describe('looking back', () => {
  beforeEach(async () => {
    await bot.core.groups.addPoint(WEST, old);
  });
  const now = async () => (await points()).find(({ id }) => id === old.id);

  test('comes first in a later talk, once', async () => {
    expect(await taps(amira, 'talk.write', ofWest)).toContain('Hoe staat het met deze punten?');
    expect(await look(amira, { state1: 'done' })).toContain('Wat kiezen jullie?');
    expect(await now()).toMatchObject({ done: TODAY });
    expect(await taps(bert, 'talk.write', ofWest)).toContain('Wat kiezen jullie?');
    expect(await save(amira, {})).toContain('Bewaard, en in het kanaal gezet.');
    expect(wordsOf(bot.connector.sent)).toContain('Gedaan');
  });

  test('gives a point that goes on a new date, from today', async () => {
    expect(await look(amira, { state1: 'runs' })).toContain('Loopt het nog? Dan: kies een datum.');
    expect(await look(amira, { state1: 'runs', due1: '2026-11-01' })).toContain('kies een dag vanaf vandaag');
    expect(await now()).toMatchObject({ due: '2026-11-20', looked: undefined });
    await look(amira, { state1: 'runs', due1: '2026-12-18' });
    expect(await now()).toMatchObject({ due: '2026-12-18', looked: TODAY, done: undefined });
  });

  test('lets a point go, and then it is no longer shown to the team', async () => {
    await look(amira, { state1: 'dropped' });
    expect(await now()).toMatchObject({ dropped: TODAY });
    expect(await own(bert, 'talk.points', ofWest)).not.toContain('Eerst bellen');
    expect(wordsOf(await bot.hear(typed(bert, 'team')))).not.toContain('Eerst bellen');
    expect(await own(bert, 'talk.open', { ...ofWest, id: old.id })).toContain('staat niet meer open');
  });

  test('by two at once writes nothing of one over the other', async () => {
    const [one, two] = await Promise.all([
      look(amira, { state1: 'runs', due1: '2026-12-18' }),
      look(bert, { state1: 'runs', due1: '2027-01-08' }),
    ]);
    const told = [one, two].map((answer) => answer.includes('Iemand anders werkte dit net bij.'));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await now())?.due).toBe(told[0] ? '2027-01-08' : '2026-12-18');
  });

  test('with an old card changes nothing that was settled, and ids of nobody do nothing', async () => {
    await look(amira, { state1: 'done' });
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    await look(bert, { state1: 'dropped' });
    expect(await now()).toMatchObject({ done: TODAY, dropped: undefined });
    expect(await taps(bert, 'talk.look', { ...ofWest, ids: ['x|y/..'], state1: 'done' })).toContain(
      'staat niet meer open',
    );
  });

  test('at a point of somebody who left finds a new owner for it', async () => {
    const gone = await bot.core.people.find(bert.account);
    if (gone) await bot.core.people.save([{ ...gone, removed: TODAY }]);
    const form = await taps(amira, 'talk.write', ofWest);
    expect(form).toContain('nog niet opgepakt');
    expect(form).not.toContain(bert.name);
    await look(amira, { state1: 'runs', due1: '2026-12-18', owner1: amira.id });
    expect(await now()).toMatchObject({ owner: amira.account });
  });

  test.each([
    ['the same date', '2026-12-18'],
    ['another date', '2027-01-08'],
  ])(
    'at a point of nobody, by two at once who choose somebody else and %s, gives it to one of them',
    async (_which, due) => {
      const id = '2026-10-14-better-2';
      await bot.core.groups.addPoint(WEST, { ...old, id, owner: undefined });
      const both = { ids: [id], state1: 'runs' };
      const answers = await Promise.all([
        look(amira, { ...both, due1: '2026-12-18', owner1: amira.id }),
        look(bert, { ...both, due1: due, owner1: bert.id }),
      ]);
      const rows = (await bot.rows('groups')).groups ?? [];
      expect(rows.filter(({ row }) => row.startsWith('o|') && row.endsWith(id))).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes('Iemand anders werkte dit net bij.'))).toHaveLength(
        1,
      );
    },
  );
});

describe('the points of a team', () => {
  const fetchFile = (answer: string) =>
    fetch(bot.url + (answer.match(/\/bestand\/[\w.-]+/)?.[0] ?? ''), { method: 'POST' });

  test('typed in a channel are answered in the own chat', async () => {
    await bot.core.groups.addPoint(WEST, old);
    const sent = await bot.hear(inConversation(typed(amira, '<at>Kompas</at> teampunten'), '19:elsewhere'));
    const public_ = sent.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(wordsOf(public_)).not.toContain('Eerst bellen');
  });

  test('go into a file for members, without who takes them on, and that is in the log', async () => {
    await bot.core.groups.addPoint(WEST, { ...old, text: `=SOM(1) van ${bert.name}` });
    await save(amira, { proud1: 'Alles op tijd' });
    const response = await fetchFile(await own(amira, 'talk.links', {}));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const csv = readCsv(bytes);
    if ('problems' in csv) throw new Error('it cannot be read');
    expect(csv.rows.map(({ fields }) => [fields.soort, fields.punt, fields.stand])).toEqual([
      ['verbeterpunt', "'=SOM(1) van een collega", 'open'],
      ['trots', 'Alles op tijd', ''],
    ]);
    expect(new TextDecoder().decode(bytes)).not.toContain(bert.name);
    const log = ((await bot.rows('audit')).audit ?? []).map(({ value }) => [value.who, value.what]);
    expect(log).toEqual([[amira.account, 'teampunten geëxporteerd']]);
  });

  test('name nobody who left while they are known, and the card says what may still be there', async () => {
    const gone = await bot.core.people.find(bert.account);
    if (gone) await bot.core.people.save([{ ...gone, name: 'Karel Zonneveld', removed: TODAY }]);
    await bot.core.groups.addPoint(WEST, { ...old, text: 'Zonneveld hielp iedereen' });
    const card = await own(amira, 'talk.links', {});
    expect(card).toContain('Kijk zelf of er nog een naam in staat');
    const text = await (await fetchFile(card)).text();
    expect(text).toContain('een collega hielp iedereen');
    expect(text).not.toContain('Zonneveld');
  });

  test('of another team are in nobody’s file', async () => {
    await bot.core.groups.addPoint(WEST, old);
    const response = await fetchFile(await own(olga, 'talk.links', {}));
    expect(await response.text()).not.toContain('Eerst bellen');
    expect(await own(stranger, 'talk.links', {})).not.toContain('/bestand/');
  });

  test('can be seen by who leads the team', async () => {
    await bot.core.groups.addPoint(WEST, old);
    expect(wordsOf(await bot.hear(typed(manager, 'teampunten')))).toContain('Eerst bellen');
  });
});
