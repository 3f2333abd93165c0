import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inChannel, tapped } from '../../../support/bot.ts';
import { gone } from '../../../support/connector.ts';
import { amira, type Course, gijs, outsider, PILOT, petra, startCourse } from '../course.ts';

let town: Course;
beforeEach(async () => {
  town = await startCourse();
});
afterEach(() => town.stop());

const change = (aspect: string, more: object = {}, who = gijs) =>
  town.taps(who, 'pilot.save-change', { aspect, ...more });
interface Part {
  verb?: string;
  data?: object;
  type?: string;
  text?: string;
}

/** Everything on a card, from the outside in. */
const partsOn = (card: unknown): Part[] =>
  card !== null && typeof card === 'object'
    ? [card as Part, ...Object.values(card).flatMap((inner) => partsOn(inner))]
    : [];
const buttonOf = (card: unknown, verb: string) => partsOn(card).find((part) => part.verb === verb)?.data;
const runsOf = (card: unknown) =>
  partsOn(card).flatMap(({ type, text }) => (type === 'TextRun' && text ? [text] : []));
const changed = async () => (await town.stored()).iteration;

describe('a round', () => {
  test('changes one thing; a second is warned about with the reason, and may be done all the same', async () => {
    expect(await change('scope')).toContain('Vastgelegd voor ronde 1: gebied of registratie.');
    const warned = await change('rollen');
    expect(warned).toContain('In deze ronde veranderde al iets: gebied of registratie.');
    expect(warned).toContain('dan weet je straks niet wat hielp');
    expect(warned).toContain('Toch veranderen');
    // Said once, and what the method advises is the main button.
    expect(warned.match(/gebied of registratie/g)).toHaveLength(1);
    expect(warned).toMatch(/"title":"Begin een nieuwe ronde"[^{}]*(\{[^{}]*\})?[^{}]*"style":"positive"/);
    expect(warned).not.toMatch(/"title":"Toch veranderen"[^{}]*(\{[^{}]*\})?[^{}]*"style":"positive"/);
    expect((await changed()).changed).toEqual(['scope']);
    expect(await change('rollen', { sure: true })).toContain('Vastgelegd voor ronde 1: rollen.');
    await change('scope');
    expect((await changed()).changed).toEqual(['scope', 'rollen']);
  });

  test('asks what changes when nothing was chosen, and stands on the card of the pilot', async () => {
    // A list in which nothing was chosen is not sent.
    expect(await town.taps(gijs, 'pilot.save-change')).toContain('Kies wat er verandert.');
    expect(await change('iets anders')).toContain('Kies wat er verandert.');
    expect((await changed()).changed).toEqual([]);
    expect(await town.says(amira, 'pilot')).not.toContain('"Ronde: "');
    await change('scope');
    expect(await town.says(amira, 'pilot')).toContain('1 · gebied of registratie');
    expect(await town.taps(gijs, 'pilot.next-round', { after: 1 })).toContain('2 · nog niets veranderd');
  });

  test('keeps both when two who lead it change something in the same moment', async () => {
    await Promise.all([change('scope', { sure: true }), change('tooling', { sure: true }, petra)]);
    expect((await changed()).changed.toSorted()).toEqual(['scope', 'tooling']);
  });

  test('ends once, however often one card is tapped, and the next begins with nothing changed', async () => {
    await change('scope');
    const card = await town.taps(gijs, 'pilot.change');
    expect(card).toContain('"after":1');
    expect(await town.taps(gijs, 'pilot.next-round', { after: 1 })).toContain('Ronde 2 is begonnen.');
    expect(await town.taps(gijs, 'pilot.next-round', { after: 1 })).toContain('Ronde 2 was al begonnen.');
    await change('rollen');
    await Promise.all([gijs, petra].map((who) => town.taps(who, 'pilot.next-round', { after: 2 })));
    expect(await changed()).toEqual({ number: 3, day: '2026-11-25', changed: [] });
  });

  test.each([1, 2])('%i in which nothing happened yet stays the round that goes on', async (number) => {
    if (number === 2) {
      await change('scope');
      await town.taps(gijs, 'pilot.next-round', { after: 1 });
    }
    const before = await town.stored();
    const words = await town.taps(gijs, 'pilot.next-round', { after: number });
    expect(words).toContain(`Ronde ${number} loopt al. Er is nog niets veranderd of gemeten.`);
    // Where nothing was changed there is nothing to end.
    expect(words).not.toContain('Begin een nieuwe ronde');
    expect(await town.stored()).toEqual(before);
    await change('rollen');
    expect(await town.taps(gijs, 'pilot.next-round', { after: number })).toContain(
      `Ronde ${number + 1} is begonnen.`,
    );
  });

  test('in which something was measured can be ended, also when nothing was changed in it', async () => {
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      criteria: [{ name: 'doorlooptijd', start: 12, target: 6, unit: 'dagen', measured: [] }],
    }));
    await town.taps(amira, 'pilot.save-measure', { value1: '11' });
    expect(await town.taps(gijs, 'pilot.next-round', { after: 1 })).toContain('Ronde 2 is begonnen.');
  });

  test('is changed and ended by who leads the pilot only', async () => {
    const before = await town.rows('pilots');
    for (const [verb, data] of [
      ['pilot.change', {}],
      ['pilot.save-change', { aspect: 'scope' }],
      ['pilot.next-round', { after: 1 }],
    ] as const) {
      expect(await town.taps(amira, verb, data)).toContain('Alleen wie de pilot leidt, kan dit');
      expect(await town.taps(outsider, verb, data)).toContain('Deze pilot ken ik niet');
    }
    expect(await town.rows('pilots')).toEqual(before);
  });
});

describe('what precisely', () => {
  const WHAT = 'Noord valideert voor West';

  test('is written down with the change, and stands on the card of the pilot for who is in it', async () => {
    await change('rollen', { what: ` ${WHAT} ` });
    expect((await changed()).precisely).toEqual({ rollen: WHAT });
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain(`Ronde 1: rollen (${WHAT})`);
  });

  test('may be written down later, and changed; leaving it empty keeps what stands there', async () => {
    await change('rollen');
    await change('rollen', { what: WHAT });
    await change('rollen', { what: 'Toch West voor Noord' });
    await change('rollen', { what: '' });
    expect(await changed()).toMatchObject({
      changed: ['rollen'],
      precisely: { rollen: 'Toch West voor Noord' },
    });
  });

  test.each([
    ['nothing chosen', { aspect: '' }, 'Kies wat er verandert.'],
    ['something unknown chosen', { aspect: 'iets' }, 'Kies wat er verandert.'],
    ['far too much', { aspect: 'rollen', what: `${WHAT} ${'x'.repeat(5_000)}` }, 'hooguit 200 tekens'],
  ])('%s: the form comes back with what was typed', async (_name, sent, problem) => {
    const words = await town.taps(gijs, 'pilot.save-change', { what: WHAT, ...sent });
    expect(words).toContain(problem);
    expect(words).toContain(`"value":"${WHAT}`);
    expect((await changed()).changed).toEqual([]);
  });

  test('a warned form keeps the choice and the words, and takes both along into a new round', async () => {
    await change('scope');
    const { body } = await town.post(
      inChannel(tapped(gijs, 'pilot.save-change', { pilot: PILOT, aspect: 'rollen', what: WHAT })),
    );
    const warned = JSON.stringify(body.value);
    expect(warned).toContain(WHAT);
    const anyway = buttonOf(body.value, 'pilot.save-change');
    expect(anyway).toMatchObject({ aspect: 'rollen', what: WHAT, sure: true });
    const next = buttonOf(body.value, 'pilot.next-round');
    const form = await town.taps(gijs, 'pilot.next-round', next);
    expect(form).toContain('Ronde 2 is begonnen.');
    expect(form).toContain('"value":"rollen"');
    expect(form).toContain(`"value":"${WHAT}"`);
    expect((await changed()).changed).toEqual([]);
  });

  test('a form of a round that is over says so, keeps what was typed and then counts for the new one', async () => {
    await change('tooling', { round: 1 });
    await town.taps(petra, 'pilot.next-round', { after: 1 });
    const late = await change('rollen', { what: WHAT, round: 1 });
    expect(late).toContain('Ronde 1 is voorbij: ronde 2 loopt nu.');
    expect(late).toContain(WHAT);
    expect((await changed()).changed).toEqual([]);
    await change('rollen', { what: WHAT, round: 2 });
    expect(await changed()).toMatchObject({ number: 2, changed: ['rollen'] });
  });

  test.each(['${pilot}', '[hier](http://evil.example)', '<at>iedereen</at>'])(
    'is shown as it was typed: %s',
    async (what) => {
      await change('rollen', { what });
      const { body } = await town.post(tapped(amira, 'pilot.show', { pilot: PILOT }));
      expect(runsOf(body.value).join('\n')).toContain(what);
    },
  );
});

describe('rounds that were ended', () => {
  const measure = (value1: string) => town.taps(amira, 'pilot.save-measure', { value1 });
  const days = (count: number) => {
    town.clock.now = town.clock.now.add({ hours: 24 * count });
  };

  beforeEach(() =>
    town.core.pilots.change(PILOT, (now) => ({
      ...now,
      criteria: [{ name: 'doorlooptijd', start: 12, target: 6, unit: 'dagen', measured: [] }],
    })),
  );

  /** Three rounds: the second one without a figure, the third begun on the day of its first figure. */
  async function threeRounds() {
    await change('rollen', { what: 'Noord valideert voor West' });
    await measure('11');
    await measure('10');
    days(5);
    await town.taps(gijs, 'pilot.next-round', { after: 1 });
    await change('tooling');
    days(2);
    await measure('9');
    await town.taps(gijs, 'pilot.next-round', { after: 2 });
    await measure('7,5');
  }

  test('are kept: number, what changed precisely, from and until, and what was measured before and after', async () => {
    await threeRounds();
    const shown = await town.tapsAlone(amira, 'pilot.show');
    expect(shown).toContain('Ronde 1: rollen (Noord valideert voor West)');
    expect(shown).toContain('16 november 2026 tot en met 30 november 2026 · doorlooptijd: 12 → 10 dagen');
    expect(shown).toContain('30 november 2026 tot en met 2 december 2026 · doorlooptijd: 10 → 9 dagen');
    // Measured on the same day as the last figure of the round before, which stays.
    expect(shown).toContain('vanaf 2 december 2026 · doorlooptijd: 9 → 7,5 dagen');
  });

  test('a figure from before something was changed is where the round begins, not what it did', async () => {
    await measure('10');
    await change('tooling');
    expect(await town.tapsAlone(amira, 'pilot.show')).not.toContain('12 → 10');
    days(1);
    await measure('8');
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('doorlooptijd: 10 → 8 dagen');
    // What is changed later in the same round leaves what was measured in it.
    await change('scope', { sure: true });
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('doorlooptijd: 10 → 8 dagen');
    await town.taps(gijs, 'pilot.next-round', { after: 1 });
    days(1);
    await measure('7');
    await change('werkwijze');
    await measure('6');
    const shown = await town.tapsAlone(amira, 'pilot.show');
    expect(shown).toContain('doorlooptijd: 7 → 6 dagen');
    expect(shown).toContain('doorlooptijd: 10 → 7 dagen');
  });

  test('of one day say that day once', async () => {
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      iteration: { ...now.iteration, day: '2026-11-25' },
    }));
    await change('tooling');
    await town.taps(gijs, 'pilot.next-round', { after: 1 });
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('op 25 november 2026');
  });

  test('stand with what came out when the pilot is closed', async () => {
    await threeRounds();
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      closedOn: '2026-12-04',
      outcome: { toLine: '', proud: 'Sneller', ticks: [] },
    }));
    const shown = await town.tapsAlone(amira, 'pilot.show');
    expect(shown).toContain('Ronde 1: rollen');
    expect(shown).toContain('2 december 2026 tot en met 4 december 2026');
  });

  test('are all on a card of their own, page by page, for who is in the pilot only', async () => {
    for (let after = 1; after < 12; after += 1) {
      await change('werkwijze', { what: `Werkwijze ${after}.` });
      await town.taps(gijs, 'pilot.next-round', { after });
    }
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('En nog 9 rondes.');
    const first = await town.tapsAlone(amira, 'pilot.rounds');
    expect(first).toContain('Werkwijze 11.');
    expect(first).not.toContain('Werkwijze 1.');
    expect(await town.tapsAlone(amira, 'pilot.rounds', { page: 1 })).toContain('Werkwijze 1.');
    expect(await town.tapsAlone(outsider, 'pilot.rounds')).toContain('Deze pilot ken ik niet');
  });

  test('of a pilot from before rounds were kept: it stays readable, and its figures count as before', async () => {
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      iteration: { number: 3, day: '2026-11-20', changed: ['scope'] },
      criteria: [
        {
          name: 'doorlooptijd',
          start: 12,
          target: 6,
          unit: 'dagen',
          measured: [{ day: '2026-11-18', value: 11 }],
        },
      ],
    }));
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('Ronde 3: gebied of registratie');
    days(1);
    await measure('8');
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('doorlooptijd: 11 → 8 dagen');
  });

  test('are thirty at most: then the round that goes on stays', async () => {
    await town.core.pilots.change(PILOT, (now) => ({
      ...now,
      iteration: { number: 30, day: '2026-11-20', changed: [] },
      pastRounds: Array.from({ length: 29 }, (_, n) => ({
        number: n + 1,
        day: '2026-11-20',
        until: '2026-11-20',
        changed: ['tooling', 'scope', 'rollen', 'werkwijze'],
        precisely: { tooling: 'x'.repeat(200), scope: 'y'.repeat(200), rollen: '', werkwijze: '' },
      })),
    }));
    expect(await town.taps(gijs, 'pilot.next-round', { after: 30 })).toContain('al 30 rondes');
    expect((await changed()).number).toBe(30);
  });
});

test('who changed something in a round or began one is in the log, once', async () => {
  await change('scope');
  await change('scope');
  for (const who of [gijs, petra]) await town.taps(who, 'pilot.next-round', { after: 1 });
  expect(await town.logged()).toEqual([
    [gijs.account, 'pilot: ronde begonnen', PILOT],
    [gijs.account, 'pilot: verandering in ronde vastgelegd', PILOT],
  ]);
});

describe('a demo', () => {
  const demo = (more: object = {}, who = amira) =>
    town.taps(who, 'pilot.save-demo', {
      what: 'Het portaal',
      whom: 'het team Belastingen',
      date: '2026-12-02',
      ...more,
    });

  test('is planned by anybody in the pilot, stands in the channel and with the actions', async () => {
    expect(await town.says(amira, 'demo')).toContain('Wat laten jullie zien?');
    expect(await town.taps(amira, 'pilot.demo')).toContain('"maxLength":200');
    expect(await demo()).toContain('De demo staat bij de acties.');
    const [sent] = town.posted();
    expect(JSON.stringify(sent)).toContain('Demo voor het team Belastingen: Het portaal');
    expect(JSON.stringify(sent)).toContain('2 december 2026');
    // What somebody typed is on the card only: the text of a message is Markdown.
    expect(sent?.activity.text ?? '').not.toContain('Het portaal');
    expect(await town.core.pilotActions.of(PILOT)).toMatchObject([
      { source: 'demo', due: '2026-12-02', owner: amira.account },
    ]);
  });

  test.each([
    [{ date: '2026-11-24' }, 'Kies een dag vanaf vandaag.'],
    [{ date: 'morgen' }, 'Kies een dag vanaf vandaag.'],
    [{ what: ' ' }, 'Schrijf op wat jullie laten zien.'],
    [{ what: 'x'.repeat(20_000) }, 'Wat laten jullie zien: hooguit 200 tekens. Het zijn er 20.000.'],
  ])('with %j is not planned, and what was typed stays', async (more, problem) => {
    const words = await demo(more);
    expect(words).toContain(problem);
    expect(words).toContain('het team Belastingen');
    expect(await town.core.pilotActions.of(PILOT)).toEqual([]);
    expect(town.posted()).toEqual([]);
  });

  test('sent twice, also in the same moment and by two people, is planned and told once', async () => {
    await Promise.all([demo(), demo(), demo({ what: ' Het portaal ' }, gijs)]);
    expect(await demo()).toContain('Deze demo stond er al.');
    expect(await town.core.pilotActions.of(PILOT)).toHaveLength(1);
    expect(town.posted()).toHaveLength(1);
    await demo({ date: '2026-12-09' });
    expect(await town.core.pilotActions.of(PILOT)).toHaveLength(2);
  });

  test('is planned where the channel is gone, too, and not by somebody from outside', async () => {
    town.connector.behave(gone, '19:channel');
    expect(await demo()).toContain('De demo staat bij de acties.');
    expect(await demo({}, outsider)).toContain('Deze pilot ken ik niet');
    expect(await town.core.pilotActions.of(PILOT)).toHaveLength(1);
  });
});
