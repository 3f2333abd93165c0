import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gone } from '../../../support/connector.ts';
import { amira, type Course, gijs, outsider, PILOT, petra, startCourse } from '../course.ts';

let town: Course;
beforeEach(async () => {
  town = await startCourse();
});
afterEach(() => town.stop());

const change = (aspect: string, more: object = {}, who = gijs) =>
  town.taps(who, 'pilot.save-change', { aspect, ...more });
const changed = async () => (await town.stored()).iteration;

describe('a round', () => {
  test('changes one thing; a second is warned about with the reason, and may be done all the same', async () => {
    expect(await change('scope')).toContain('Vastgelegd voor ronde 1: gebied of registratie.');
    const warned = await change('rollen');
    expect(warned).toContain('In deze ronde veranderde al iets: gebied of registratie.');
    expect(warned).toContain('dan weet je straks niet wat hielp');
    expect(warned).toContain('Toch veranderen');
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
    await Promise.all([gijs, petra].map((who) => town.taps(who, 'pilot.next-round', { after: 2 })));
    expect(await changed()).toEqual({ number: 3, day: '2026-11-25', changed: [] });
  });

  test('is changed and ended by who leads the pilot only', async () => {
    const before = await town.rows('pilots');
    for (const [verb, data] of [
      ['pilot.change', {}],
      ['pilot.save-change', { aspect: 'scope' }],
      ['pilot.next-round', { after: 1 }],
    ] as const) {
      expect(await town.taps(amira, verb, data)).toContain('Dit kan alleen wie de pilot leidt');
      expect(await town.taps(outsider, verb, data)).toContain('Deze pilot ken ik niet');
    }
    expect(await town.rows('pilots')).toEqual(before);
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
