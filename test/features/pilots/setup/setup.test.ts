import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';

const lead = somebody(70, 'Petra Gracht');
const [amira, bert, carla] = team as [(typeof team)[number], (typeof team)[number], (typeof team)[number]];
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({
    seed: ({ people }) => people.save([imported(lead, { access: ['projectleider'] })]),
  });
});
afterEach(() => bot.stop());

async function tap(verb: string, data: object = {}, who = lead) {
  const { body } = await bot.post(tapped(who, verb, data));
  return JSON.stringify(body.value);
}

const light = {
  name: 'Mutaties in Delfshaven',
  kind: 'rolpilot',
  from: '2026-11-25',
  until: '2026-12-18',
  members: `${amira.account},${bert.account}`,
};
/** Begins the pilot and gives its id. */
async function begin(more: object = {}): Promise<string> {
  await tap('pilot.create', { ...light, ...more });
  const [pilot] = await bot.core.pilots.all();
  if (!pilot) throw new Error('there is no pilot');
  return pilot.id;
}
const stored = async (id: string) => {
  const pilot = await bot.core.pilots.get(id);
  if (!pilot) throw new Error('the pilot is gone');
  return pilot;
};

describe('beginning a pilot', () => {
  test('lets choose from everybody, and says only of who is chosen that they have no account yet', async () => {
    const newcomer = somebody(71, 'Nora Nieuw');
    await bot.core.people.save([imported(newcomer, { directoryId: undefined })]);
    expect(wordsOf(await bot.hear(typed(lead, 'nieuwe pilot')))).toContain('Nora Nieuw');
    const refused = await tap('pilot.create', { ...light, members: `${amira.account},${newcomer.id}` });
    expect(refused).toContain('Nora Nieuw heeft nog geen account in Kompas');
    expect(await bot.core.pilots.all()).toEqual([]);
  });

  test('takes four questions, and the one who begins it leads it', async () => {
    const id = await begin();
    expect(await stored(id)).toMatchObject({
      name: light.name,
      kind: 'rolpilot',
      from: light.from,
      until: light.until,
    });
    expect((await bot.core.pilots.members(id)).sort((a, b) => (a.role < b.role ? -1 : 1))).toEqual([
      { directoryId: lead.account, role: 'lead' },
      { directoryId: amira.account, role: 'member' },
      { directoryId: bert.account, role: 'member' },
    ]);
    expect(JSON.stringify(await bot.rows('audit'))).toContain('pilot begonnen');
  });

  test('is for project leads and managers, whatever a card says', async () => {
    expect(await tap('pilot.create', light, amira)).toContain(
      'Alleen een projectleider of leidinggevende begint een pilot',
    );
    expect(wordsOf(await bot.hear(typed(amira, 'nieuwe pilot')))).toContain(
      'Alleen een projectleider of leidinggevende begint een pilot',
    );
    expect(await bot.core.pilots.all()).toEqual([]);
  });

  test.each([
    [{ name: '  ' }, 'Geef de pilot een naam.'],
    [{ kind: 'grote pilot' }, 'Kies wat voor pilot het is.'],
    [{ members: '' }, 'Kies minstens één collega.'],
    [{ members: 'iemand-anders' }, 'Kies minstens één collega.'],
    [{ until: '2026-11-24' }, 'De laatste dag ligt vóór de eerste.'],
    [{ from: '2026-11-02', until: '2026-11-20' }, 'De laatste dag is al voorbij.'],
    [{ until: '2026-02-30' }, 'Kies een eerste en een laatste dag.'],
    [{ until: '2036-12-18' }, 'Een pilot duurt hooguit een jaar.'],
  ])('with %j says what to mend, and keeps what was typed', async (change, problem) => {
    const words = await tap('pilot.create', { ...light, ...change });
    expect(words).toContain(problem);
    if (!('name' in change)) expect(words).toContain(light.name);
    expect(await bot.core.pilots.all()).toEqual([]);
  });

  test('in a channel makes that the channel of the pilot', async () => {
    await bot.post(inChannel(tapped(lead, 'pilot.create', light) as never));
    const [pilot] = await bot.core.pilots.all();
    expect(pilot?.channel).toMatchObject({ conversation: '19:channel' });
  });

  test('in one’s own chat can be tied to a channel later, by who leads it', async () => {
    const id = await begin();
    await bot.post(inChannel(tapped(amira, 'pilot.link', { pilot: id }) as never));
    expect((await stored(id)).channel).toBeUndefined();
    await bot.post(inChannel(tapped(lead, 'pilot.link', { pilot: id }) as never));
    expect((await stored(id)).channel).toMatchObject({ conversation: '19:channel' });
  });

  test('is tied to no chat of one or of some, whatever a card sends', async () => {
    const id = await begin();
    const link = tapped(lead, 'pilot.link', { pilot: id });
    const inGroup = {
      ...link,
      conversation: { id: '19:some', conversationType: 'groupChat', isGroup: true },
    };
    for (const activity of [link, inGroup])
      expect(JSON.stringify((await bot.post(activity)).body.value)).toContain(
        'Dit doe je in het kanaal zelf',
      );
    expect((await stored(id)).channel).toBeUndefined();
  });
});

describe('what people type to begin', () => {
  const formFor = async (text: string) => wordsOf(await bot.hear(typed(lead, text)));

  test('may name the kind and the pilot: both are filled in already', async () => {
    expect(await formFor('nieuwe pilot Mutaties in Noord')).toContain('"value":"Mutaties in Noord"');
    const week = await formFor('nieuwe proefweek');
    expect(week).toContain('"value":"proefweek","style"');
    // The next whole week, from Monday to Friday.
    expect(week).toContain('"value":"2026-11-30"');
    expect(week).toContain('"value":"2026-12-04"');
    expect(week).toContain('Nieuwe proefweek');
    expect(await formFor('start mini-pilot')).toContain('"value":"mini-pilot","style"');
    expect(await formFor('nieuwe pilot')).toContain('"value":"2026-12-23"');
  });

  test('with a name that is too long says so on the form', async () => {
    const words = await formFor(`nieuwe pilot ${'x'.repeat(200)}`);
    expect(words).toContain('Hoe heet de pilot: hooguit');
    expect(words).toContain('Het zijn er 200. Alleen het begin staat er nog.');
  });

  test('leads to a form on which nobody chooses themselves', async () => {
    expect(await formFor('nieuwe pilot')).not.toContain(lead.name);
    const id = await begin();
    expect(await tap('pilot.edit-members', { pilot: id })).not.toContain(lead.name);
    await tap('pilot.save-members', { pilot: id, members: carla.account });
    expect((await bot.core.pilots.members(id)).map(({ directoryId }) => directoryId).sort()).toEqual(
      [lead.account, carla.account].sort(),
    );
  });

  test.each([
    ['start een pilot', 'Nieuwe pilot'],
    ['stand up vandaag', 'Deze pilot heeft geen stand-up'],
    ['acties', light.name],
    ['retro starten', 'Hoe houden jullie deze retro?'],
    ['retro afronden', 'Hoe houden jullie deze retro?'],
    ['quiz', 'Een oefenvraag voor het team'],
    ['pilot stoppen', 'Aan het team is nog niet gevraagd hoe de pilot was.'],
    ['deel leerpunt', 'Er zijn nog geen leerpunten'],
    ['leerpunt toevoegen', 'Nieuw leerpunt'],
    ['goede praktijken', 'Zoek in praktijkvoorbeelden'],
    ['praktijkvoorbeeld', 'Zoek in praktijkvoorbeelden'],
  ])('is understood as people say it: %s', async (text, answer) => {
    await begin();
    expect(await formFor(text)).toContain(answer);
  });

  test('is the name of a kind too, for who is in one', async () => {
    await begin({ kind: 'proefweek' });
    expect(wordsOf(await bot.hear(typed(amira, 'mijn proefweek')))).toContain(light.name);
  });
});

describe('a pilot', () => {
  test('says who leads it, and to them alone what it takes to have a channel', async () => {
    const id = await begin();
    const seen = await tap('pilot.show', { pilot: id }, amira);
    expect(seen).toContain('"Leidt de pilot: ","weight":"Bolder"},{"type":"TextRun","text":"Petra Gracht"');
    expect(seen).not.toContain('@Kompas pilot');
    expect(await tap('pilot.show', { pilot: id })).toContain(
      'Typ in het kanaal van het pilotteam: @Kompas pilot',
    );
    expect(
      await tap('pilot.save-standup', { pilot: id, days: 'ma', from: '09:00', until: '11:00' }),
    ).toContain('Hij begint pas als de pilot een kanaal heeft.');
    await bot.post(inChannel(tapped(lead, 'pilot.link', { pilot: id }) as never));
    expect(await tap('pilot.show', { pilot: id })).not.toContain(
      'Typ in het kanaal van het pilotteam: @Kompas pilot',
    );
    expect(
      await tap('pilot.save-standup', { pilot: id, days: 'ma', from: '09:00', until: '11:00' }),
    ).toContain('De stand-up staat klaar.');
  });

  test('has actions that are done with a tap, and open again with the next', async () => {
    const id = await begin();
    await tap('pilot.save-demo', { pilot: id, what: 'Het portaal', date: '2026-12-01' }, amira);
    const [todo] = await bot.core.pilotActions.of(id);
    const done = await tap('pilot.done', { pilot: id, action: todo?.id }, amira);
    expect(done).toContain('Die actie is klaar.');
    expect(done).toContain('Toch niet klaar');
    expect(done).not.toContain('Het portaal');
    expect(await tap('pilot.not-done', { pilot: id, action: todo?.id }, carla)).toContain(
      'Deze pilot ken ik niet',
    );
    const open = await tap('pilot.not-done', { pilot: id, action: todo?.id }, amira);
    expect(open).toContain('De actie staat weer open.');
    expect(open).toContain('Het portaal');
  });

  test('that is closed is still found by who types something about it', async () => {
    const id = await begin();
    await tap('pilot.close', { pilot: id, proud: 'Het liep' });
    const words = wordsOf(await bot.hear(typed(amira, 'demo')));
    expect(words).toContain('Je pilot is al afgerond');
    expect(words).toContain(id);
    expect(words).not.toContain('nieuwe pilot');
    expect(wordsOf(await bot.hear(typed(lead, 'standup')))).toContain('nieuwe pilot');
  });

  test('is seen by who is in it and by nobody else', async () => {
    const id = await begin();
    expect(await tap('pilot.show', { pilot: id }, amira)).toContain(light.name);
    expect(await tap('pilot.show', { pilot: id }, carla)).toContain('Deze pilot ken ik niet');
    expect(wordsOf(await bot.hear(typed(carla, 'pilot')))).toContain('Je doet nu niet mee aan een pilot');
    expect(wordsOf(await bot.hear(typed(amira, 'pilot')))).toContain(light.name);
  });

  test('asks which, when somebody is in two', async () => {
    await begin();
    await tap('pilot.create', { ...light, name: 'Adressen in Noord' });
    const words = wordsOf(await bot.hear(typed(amira, 'pilot')));
    expect(words).toContain('Welke pilot bedoel je?');
    expect(words).toContain('Adressen in Noord');
  });

  test('is changed by its lead only', async () => {
    const id = await begin();
    const before = await bot.rows('pilots', 'pilotmembers');
    for (const [verb, data] of [
      ['pilot.save-goals', { goals: 'x' }],
      ['pilot.save-frame', { areas: 'x' }],
      ['pilot.save-members', { members: carla.account }],
      ['pilot.save-standup', { days: 'ma', from: '09:00', until: '10:00' }],
    ] as const) {
      expect(await tap(verb, { pilot: id, ...data }, amira)).toContain('Alleen wie de pilot leidt, kan dit');
      expect(await tap(verb, { pilot: id, ...data }, carla)).toContain('Deze pilot ken ik niet');
    }
    expect(await bot.rows('pilots', 'pilotmembers')).toEqual(before);
  });

  test('loses a member who is taken out, and they see it no more', async () => {
    const id = await begin();
    await tap('pilot.save-members', { pilot: id, members: `${bert.account},${carla.account}` });
    expect(await tap('pilot.show', { pilot: id }, amira)).toContain('Deze pilot ken ik niet');
    expect(await tap('pilot.show', { pilot: id }, carla)).toContain(light.name);
    expect((await bot.core.pilots.members(id)).find(({ role }) => role === 'lead')?.directoryId).toBe(
      lead.account,
    );
  });
});

describe('what a pilot wants to reach', () => {
  const goal = { name1: 'Doorlooptijd', start1: '12', target1: '8', unit1: 'dagen' };

  test('has a start, a target and a unit, and is measured by anybody in it', async () => {
    const id = await begin();
    await tap('pilot.save-goals', { pilot: id, goals: 'Wie mag wat?', ...goal });
    await tap('pilot.save-measure', { pilot: id, value1: '9,5' }, amira);
    expect((await stored(id)).criteria).toEqual([
      {
        name: 'Doorlooptijd',
        start: 12,
        target: 8,
        unit: 'dagen',
        measured: [{ day: '2026-11-25', value: 9.5 }],
      },
    ]);
    expect(await tap('pilot.show', { pilot: id })).toContain('Begin 12, nu 9,5, doel 8 dagen');
  });

  test('is there again when the form is opened a second time, the numbers as numbers', async () => {
    const id = await begin();
    await tap('pilot.save-goals', { pilot: id, ...goal, start1: '12,5' });
    const form = await tap('pilot.edit-goals', { pilot: id });
    expect(form).toContain('"id":"start1","label":"Begin","value":12.5');
    expect(form).toContain('"id":"target1","label":"Doel","value":8');
    expect(form).toContain('"id":"start2","label":"Begin","placeholder"');
  });

  test('keeps what was measured when its target changes, and counts one measurement a day', async () => {
    const id = await begin();
    await tap('pilot.save-goals', { pilot: id, ...goal });
    await tap('pilot.save-measure', { pilot: id, value1: '11' });
    await tap('pilot.save-measure', { pilot: id, value1: '10' });
    await tap('pilot.save-goals', { pilot: id, ...goal, target1: '7' });
    expect((await stored(id)).criteria[0]).toMatchObject({ target: 7, measured: [{ value: 10 }] });
  });

  test.each([
    ['left empty', {}, 'Vul minstens één getal in.', ''],
    ['with spaces', { value1: '  ' }, 'Vul minstens één getal in.', ''],
    ['with words', { value1: 'ongeveer 9' }, 'Vul getallen in', 'je typte “ongeveer 9”'],
    ['with one of two that is no number', { value1: '9', value2: 'veel' }, 'je typte “veel”', '"value":9,'],
  ])(
    'measured %s says what to fill in, keeps what was typed, and keeps no measurement',
    async (_, typedIn, problem, still) => {
      const id = await begin();
      await tap('pilot.save-goals', { pilot: id, ...goal, name2: 'Fouten', start2: '5', target2: '1' });
      const before = await bot.rows('pilots');
      const words = await tap('pilot.save-measure', { pilot: id, ...typedIn }, amira);
      expect(words).toContain(problem);
      expect(words).toContain(still);
      expect(words).not.toContain('De meting is bewaard');
      expect(await bot.rows('pilots')).toEqual(before);
    },
  );

  test.each([
    [{ name1: 'Doorlooptijd' }, 'vul bij Begin en Doel een getal in'],
    [{ start1: '1', target1: '2' }, 'schrijf op wat je meet'],
    [{ ...goal, target1: '12' }, 'Begin en Doel zijn hetzelfde'],
    [{ ...goal, start1: 'veel' }, 'vul bij Begin en Doel een getal in'],
  ])('is not kept when it is unclear: %j', async (sent, problem) => {
    const id = await begin();
    expect(await tap('pilot.save-goals', { pilot: id, ...sent })).toContain(problem);
    expect((await stored(id)).criteria).toEqual([]);
  });
});

describe('the frame of a pilot', () => {
  test('with zero hours is asked about once, and the lead may go on', async () => {
    const id = await begin();
    const asked = await tap('pilot.save-frame', { pilot: id, hours: '0' });
    expect(asked).toContain('Nul uur: dan komt de pilot boven op het gewone werk.');
    expect((await stored(id)).hours).toBeUndefined();
    expect(asked).toContain('"sure":true');
    // Teams shows no text in a field for a number, and would send nothing back the second time.
    expect(asked).toContain('"value":0');
    await tap('pilot.save-frame', { pilot: id, hours: '0', sure: true });
    expect((await stored(id)).hours).toBe(0);
  });

  test('may be walked through on paper', async () => {
    const id = await begin({ kind: 'procespilot' });
    await tap('pilot.save-frame', { pilot: id, tools: 'paper', areas: 'één wijk' });
    expect(await tap('pilot.show', { pilot: id })).toContain('op papier');
  });
});

describe('twenty thousand characters', () => {
  const long = 'x'.repeat(20_000);
  test.each([
    ['pilot.save-frame', { support: long }, 'Wie helpt als het vastloopt: hooguit 500 tekens.'],
    ['pilot.save-goals', { goals: long }, 'Wat willen jullie leren: hooguit 500 tekens.'],
    [
      'pilot.save-goals',
      { name1: 'Doorlooptijd', start1: '1', target1: '2', unit1: long },
      'Eenheid (1): hooguit 30 tekens.',
    ],
    [
      'pilot.save-standup',
      { days: 'ma', from: '09:00', until: '11:00', question2: long },
      'Vraag 2: hooguit 120 tekens.',
    ],
  ])(
    'in %s are not kept: it says how long a text may be, and the begin is still there',
    async (verb, sent, problem) => {
      const id = await begin();
      const before = await stored(id);
      const words = JSON.stringify(await tap(verb, { pilot: id, ...sent }));
      expect(words).toContain(`${problem} Het zijn er 20.000. Alleen het begin staat er nog.`);
      expect(words).toContain('x'.repeat(30));
      expect(Buffer.byteLength(words)).toBeLessThan(28_000);
      expect(await stored(id)).toEqual(before);
    },
  );
});

describe('two changes at once', () => {
  test('both count', async () => {
    const id = await begin();
    await Promise.all([
      tap('pilot.save-frame', { pilot: id, areas: 'Noord' }),
      tap('pilot.save-goals', { pilot: id, goals: 'Leren' }),
      tap('pilot.save-standup', { pilot: id, days: 'ma,wo', from: '09:00', until: '11:00' }),
    ]);
    expect(await stored(id)).toMatchObject({
      areas: 'Noord',
      goals: 'Leren',
      standup: { days: ['ma', 'wo'] },
    });
  });
});
