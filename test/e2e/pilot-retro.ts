import { expect, test } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { cardSays, mention, valuesOf } from '../support/channel.ts';
import type { TestClock } from '../support/clock.ts';
import { chooseIn, shot, tapIn } from '../support/playground.ts';
import type { PilotTeam } from './pilot-team.ts';

/** What the three write, none of which may outlive the retro. */
export const points = {
  flow: 'De overdracht ging vlot',
  screens: 'Te veel schermen tegelijk open',
  keys: 'De sleutelkast was dicht',
  gate: 'Het hek van het gemaal zat op slot',
  call: 'Wie belt de aannemer?',
};
const group = 'Sleutels';
/** What stays of it: a learning point, and an action of Bert for the day after. */
export const learning = 'Bel eerst de sleutelbeheerder';
export const agreed = 'Sleutelkast laten nakijken';

/**
 * The story of a retro on Tuesday 24 November 2026 from eleven o'clock on, phase by phase, as a part of a longer one: in the
 * channel of a pilot with Gijs, Amira and Bert, in which the action `stillOpen` is not done.
 */
export function retroStory(team: () => PilotTeam, clock: TestClock, stillOpen: string): void {
  const card = () => team().card();
  const writes = (who: string, column: string, text: string) =>
    team().does(who, ['Schrijf een punt'], ['Voeg toe', () => ({ column, text, named: 'false' })]);

  test('he opens a retro, and each of three writes without seeing what the others wrote', async () => {
    await mention(team().gijs, 'retro');
    // The channel is that of his team too.
    await cardSays(card(), 'Van wie is de retro?');
    await tapIn(card(), 'Mutaties in Delfshaven');
    await cardSays(card(), 'Hoe houden jullie deze retro?');
    await shot(card(), 'pilot-8-retro-new.png');
    await team().taps('Begin de retro', 'De retro is begonnen');
    await cardSays(card(), 'Schrijf eerst voor jezelf');
    // What is still open of before stands first.
    await cardSays(card(), stillOpen);
    await shot(card(), 'pilot-9-retro-begun.png');
    const before = await team().rowsOf('Amira Sol', 'Bert Kade');
    await tapIn(card(), 'Schrijf een punt');
    await chooseIn(card(), 'Waar hoort je punt?', 'Vraag');
    await team().fill('Je punt', points.call);
    for (const [who, column, text] of [
      ['Amira Sol', 'good', points.flow],
      ['Amira Sol', 'better', points.screens],
      ['Bert Kade', 'better', points.keys],
      ['Bert Kade', 'better', points.gate],
    ] as const) {
      const words = await writes(who, column, text);
      expect(words).toContain('Je punt staat op het bord.');
      for (const other of Object.values(points).filter((one) => one !== text))
        expect(words).not.toContain(other);
    }
    // What he typed is still there, whatever the others did meanwhile.
    await team().taps('Voeg toe', 'Je punt staat op het bord.');
    await cardSays(card(), points.call);
    await shot(card(), 'pilot-10-retro-written.png');
    clock.set('2026-11-24 11:10');
    await team().postSays('Op het bord: 5 punten');
    await cardSays(card(), 'Op het bord: 5 punten');
    // Nothing came beside their names, and not even the time that a table stamps on a row moved.
    expect(await team().rowsOf('Amira Sol', 'Bert Kade')).toEqual(before);
    for (const text of Object.values(points))
      expect(JSON.stringify(team().newest().card)).not.toContain(text);
  });

  test('he reveals the points and puts two of them together', async () => {
    await tapIn(card(), 'Schrijf een punt');
    await team().taps('Onthul de punten', 'De punten zijn onthuld.');
    for (const text of Object.values(points)) await cardSays(card(), text);
    await shot(card(), 'pilot-11-retro-revealed.png');
    expect(await team().does('Bert Kade', ['Schrijf een punt'])).toContain(points.screens);
    await tapIn(card(), 'Groeperen');
    await team().fill('Naam van de groep', group);
    await chooseIn(card(), 'Kan beter', points.keys, points.gate);
    await shot(card(), 'pilot-12-retro-group.png');
    await team().taps('Zet bij elkaar', 'Het bord is bijgewerkt.');
    await cardSays(card(), group);
    clock.set('2026-11-24 11:20');
    await team().postSays(group);
    await shot(card(), 'pilot-13-retro-grouped.png');
  });

  test('each gives three votes at most, and nobody sees a count until the voting is closed', async () => {
    await tapIn(card(), 'Open het bord');
    await team().taps('Begin met stemmen', 'Het stemmen is begonnen.');
    const before = await team().rowsOf('Amira Sol', 'Bert Kade');
    await tapIn(card(), 'Stemmen');
    await chooseIn(card(), 'Groepen', `${group} (2 punten)`);
    await chooseIn(card(), 'Vraag', points.call);
    await shot(card(), 'pilot-14-retro-ballot.png');
    await team().taps('Bewaar mijn stemmen', 'Je 2 stemmen zijn bewaard.');
    clock.set('2026-11-24 11:30');
    await team().postSays('Kies wat je wilt bespreken');
    const votes = (who: string, good: string[], better: string[], question: string[]) =>
      team().does(
        who,
        ['Stemmen'],
        [
          'Bewaar mijn stemmen',
          (seen) => ({
            groups: valuesOf(seen, `${group} (2 punten)`),
            good: valuesOf(seen, ...good),
            better: valuesOf(seen, ...better),
            question: valuesOf(seen, ...question),
          }),
        ],
      );
    const { flow, screens, call } = points;
    expect(await votes('Bert Kade', [flow], [screens], [call])).toContain('Je koos er 4. Kies er hooguit 3.');
    const answers = [await votes('Bert Kade', [], [], []), await votes('Amira Sol', [flow], [], [call])];
    expect(answers[0]).toContain('Je stem is bewaard.');
    expect(answers[1]).toContain('Je 3 stemmen zijn bewaard.');
    for (const words of [...answers, JSON.stringify(team().newest().card)]) expect(words).not.toContain('●');
    expect(await team().rowsOf('Amira Sol', 'Bert Kade')).toEqual(before);
  });

  test('the three with most votes are talked through one by one, and the fourth is not', async () => {
    await tapIn(card(), 'Open het bord');
    await tapIn(card(), 'Sluit het stemmen');
    await cardSays(card(), /1 van 3 · 3 stemmen/);
    await cardSays(card(), points.gate);
    await team().fill('Leerpunt', learning);
    await team().fill('Actie', agreed);
    await chooseIn(card(), 'Wie pakt het op?', 'Bert Kade');
    await card().getByLabel('Klaar op').fill('2026-11-25');
    await shot(card(), 'pilot-15-retro-talk.png');
    await tapIn(card(), 'Volgende');
    await cardSays(card(), /2 van 3 · 2 stemmen/);
    await cardSays(card(), points.call);
    expect(await card().innerText()).not.toContain(points.screens);
    await tapIn(card(), 'Volgende');
    await cardSays(card(), /3 van 3 · 1 stem/);
    await cardSays(card(), points.flow);
    clock.set('2026-11-24 11:40');
    await team().postSays('3 van 3');
  });

  test('he agrees with his team what they take along, and the board shows nothing else', async () => {
    await tapIn(card(), 'Open het bord');
    await tapIn(card(), 'Naar het overzicht');
    await cardSays(card(), 'Wat nemen jullie mee?');
    await expect
      .poll(() => card().getByRole('textbox', { name: 'Leerpunt 1', exact: true }).inputValue())
      .toBe(learning);
    await shot(card(), 'pilot-16-retro-agree.png');
    await team().taps('Rond af', 'De retro is afgerond.');
    clock.set('2026-11-24 11:50');
    await team().postSays('afgerond');
    await cardSays(card(), agreed);
    for (const board of [JSON.stringify(team().newest().card), await card().innerText()]) {
      for (const words of [learning, agreed, 'Bert Kade', 'uiterlijk 25 november'])
        expect(board).toContain(words);
      for (const point of Object.values(points)) expect(board).not.toContain(point);
      expect(board).not.toContain('stem');
    }
    await shot(card(), 'pilot-17-retro-agreed.png');
  });

  test('nothing tells who wrote a point or gave a vote', async () => {
    const people = demoPeople().map(({ id, name, upn }) => [name, upn, demoDirectoryId(id), `29:${id}`]);
    const { learnings = [], ...tables } = await team().company.dump();
    // The tables of the plan have keys that begin with the same letters, and name who does what.
    const rows = Object.entries(tables).flatMap(([name, kept]) => (name.startsWith('plan') ? [] : kept));
    expect(learnings.map(({ text }) => text)).toContain(learning);
    const loose = rows.filter((row) => {
      const text = JSON.stringify(row);
      return Object.values(points).some((point) => text.includes(point)) || /^[pvn]\|/.test(`${row.rowKey}`);
    });
    expect(loose.filter(({ text }) => Object.values(points).includes(`${text}`))).toHaveLength(5);
    expect(loose.filter(({ rowKey }) => `${rowKey}`.startsWith('v|'))).toHaveLength(3);
    for (const trace of people.flat()) expect(JSON.stringify([loose, learnings])).not.toContain(trace);
    const log = team().company.logs.join('');
    expect(log).toContain('"turn"');
    for (const verb of ['retro.add', 'retro.vote']) expect(log).not.toContain(verb);
    for (const trace of [...people.flat(), ...Object.values(points), group, learning, agreed, stillOpen])
      expect(log).not.toContain(trace);
  });
}
