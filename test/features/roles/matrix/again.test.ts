import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from '../../../support/bot.ts';
import { amira, bram, manager, type Office, openOffice, WEST } from './office.ts';

let office: Office;
let read = 0;
beforeEach(async () => {
  office = await openOffice();
  for (const { id, user } of [amira, manager])
    await office.core.people.change(WEST, id, (now) => ({
      ...now,
      reach: 'open',
      address: { serviceUrl: office.connector.url, conversation: `chat-${id}`, user, bot: '28:kompas' },
    }));
  await office.begins(amira);
  await office.fills(amira, amira, { scripting: 'do', geometrie: 'some' });
  await office.confirms(amira, amira);
  await office.confirms(manager, amira);
  read = office.connector.sent.length;
});
afterEach(() => office.stop());

/** What was sent by itself since the last time it was asked. */
function messages(): { to: string; words: string }[] {
  const fresh = office.connector.sent.slice(read);
  read += fresh.length;
  return fresh.map((one) => ({ to: one.conversation, words: wordsOf([one]) }));
}
const ofAmira = { person: amira.account };
const draft = () => office.matrices.draft(amira.account);
/** The titles of the buttons, each with its style where it has one. */
const buttons = (shown: string) =>
  [...new Set([...shown.matchAll(/\{"type":"Action\.Execute"[^}]*\}[^}]*\}/g)].map(([text]) => text))].map(
    (text) => {
      const [, title = ''] = /"title":"([^"]*)"/.exec(text) ?? [];
      return text.includes('"style":"positive"') ? `${title} (positive)` : title;
    },
  );

describe('changing what both confirmed', () => {
  test('"Pas aan" opens the list of tasks at once; nothing is open and nobody is told before a change is saved', async () => {
    const form = await office.begins(manager, 'short', amira.account);
    expect(form).toContain('Welke taken doet je collega?');
    expect(await draft()).toBeUndefined();
    expect(messages()).toEqual([]);
    // Saved as it was: still nothing.
    expect(await office.fills(manager, amira, { scripting: 'do', geometrie: 'some' })).toContain(
      'Er is niets veranderd.',
    );
    expect(await draft()).toBeUndefined();
    expect(await office.says(amira, 'van mij')).not.toContain('takenmatrix');
    expect(messages().filter(({ words }) => words.includes('staat een takenmatrix'))).toEqual([]);
    // The first change opens it, and the other is told.
    const saved = await office.fills(manager, amira, { scripting: 'some', geometrie: 'some' });
    expect(saved).toContain('Je collega krijgt bericht.');
    expect((await draft())?.answers.scripting).toBe('some');
    expect(messages().map(({ to }) => to)).toContain(`chat-${amira.id}`);
  });

  test('a first change of time alone opens it too', async () => {
    const form = await office.taps(amira, 'matrix.time');
    expect(form).toContain('Waar gaat je tijd naartoe?');
    const [, of = ''] = /"of":"([^"]+)"/.exec(form) ?? [];
    await office.taps(amira, 'matrix.save-time', { seen: 0, length: 'short', of, BAG: 40 });
    expect(await draft()).toMatchObject({ shares: { BAG: 40 }, answers: { scripting: 'do' }, version: 1 });
  });

  test('a form of before both confirmed anew changes nothing', async () => {
    const form = await office.taps(amira, 'matrix.time');
    const [, of = ''] = /"of":"([^"]+)"/.exec(form) ?? [];
    office.clock.now = office.clock.now.add({ hours: 1 });
    await office.begins(manager, 'short', amira.account);
    await office.fills(manager, amira, { scripting: 'some' });
    await office.confirms(manager, amira);
    await office.confirms(amira, amira);
    const late = await office.taps(amira, 'matrix.save-time', { seen: 0, length: 'short', of, BAG: 40 });
    expect(late).toContain('De ander wijzigde net iets.');
    expect(late).toContain('40');
    expect(await draft()).toBeUndefined();
    // Nor does one of what was being filled in then.
    expect(await office.taps(amira, 'matrix.save-time', { seen: 1, BAG: 40 })).toContain(
      'Er is niets veranderd.',
    );
    expect(await draft()).toBeUndefined();
  });

  test('both see on the screen what is otherwise than the last time, and no message holds it', async () => {
    await office.begins(manager, 'short', amira.account);
    await office.fills(manager, amira, { scripting: 'some', geometrie: 'some', knoop: 'do' });
    const shown = await office.taps(amira, 'matrix.show');
    expect(shown).toContain('Anders dan de vorige keer');
    for (const words of ['Doe ik → Soms', 'Niet → Doe ik']) expect(shown).toContain(words);
    expect(shown).not.toContain('Soms → Soms');
    expect(await office.taps(manager, 'matrix.show', ofAmira)).toContain('Doet dit → Soms');
    await office.confirms(manager, amira);
    expect(JSON.stringify(messages())).not.toMatch(/Anders dan|→|Scripts|Persoon/);
  });

  test('"Laat het zoals het was" puts back what both confirmed, and who was told hears that', async () => {
    await office.begins(manager, 'short', amira.account);
    await office.fills(manager, amira, { scripting: 'some' });
    messages();
    expect(buttons(await office.taps(manager, 'matrix.show', ofAmira))).toContain('Laat het zoals het was');
    const back = await office.taps(manager, 'matrix.put-back', {
      ...ofAmira,
      seen: await office.version(amira),
    });
    expect(back).toContain('Alles staat weer zoals jullie het bevestigden.');
    expect(await draft()).toBeUndefined();
    const [told, ...others] = messages().filter(({ to }) => to === `chat-${amira.id}`);
    expect(others).toEqual([]);
    expect(told?.words).toContain('Je takenmatrix blijft zoals die was');
    expect(told?.words).not.toMatch(/Persoon|Scripts/);
    expect((await office.matrices.confirmed(amira.account))?.answers.scripting).toBe('do');
  });

  test('changing and putting back over and over sends three messages a day at most, as without it', async () => {
    for (let n = 0; n < 4; n += 1) {
      await office.begins(manager, 'short', amira.account);
      await office.fills(manager, amira, { scripting: 'some' });
      await office.taps(manager, 'matrix.put-back', { ...ofAmira, seen: await office.version(amira) });
    }
    expect(messages().filter(({ to }) => to === `chat-${amira.id}`)).toHaveLength(3);
  });

  test('who was not told hears nothing of what was put back', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'some' });
    await office.taps(amira, 'matrix.put-back', { seen: await office.version(amira) });
    expect(messages().filter(({ to }) => to === `chat-${manager.id}`)).toEqual([]);
  });

  test('it is not put back once one of the two confirmed the change, nor on a card of before', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'some' });
    const seen = await office.version(amira);
    await office.fills(amira, amira, { scripting: 'not', geometrie: 'do' });
    expect(await office.taps(amira, 'matrix.put-back', { seen })).toContain('Er is net iets veranderd.');
    await office.confirms(amira, amira);
    const shown = await office.taps(manager, 'matrix.show', ofAmira);
    expect(shown).not.toContain('Laat het zoals het was');
    await office.taps(manager, 'matrix.put-back', { ...ofAmira, seen: await office.version(amira) });
    expect(await draft()).toBeDefined();
  });

  test('a first matrix has nothing to put back', async () => {
    await office.begins(bram);
    await office.fills(bram, bram, { scripting: 'do' });
    await office.taps(bram, 'matrix.put-back', { seen: await office.version(bram) });
    expect(await office.matrices.draft(bram.account)).toBeDefined();
  });

  test('"Klopt" is the main button only where there is something new to confirm', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'some', geometrie: 'some' });
    expect(buttons(await office.taps(amira, 'matrix.show')).slice(0, 2)).toEqual([
      'Klopt (positive)',
      'Wijzig taken',
    ]);
    // Changed back by hand.
    await office.fills(amira, amira, { scripting: 'do', geometrie: 'some' });
    expect(buttons(await office.taps(amira, 'matrix.show')).slice(0, 2)).toEqual([
      'Wijzig taken (positive)',
      'Klopt',
    ]);
  });
});

test('to begin opens the list of tasks at once', async () => {
  expect(await office.begins(bram)).toContain('Welke taken doe jij?');
  expect(await office.begins(bram)).toContain('Jouw takenmatrix');
});
