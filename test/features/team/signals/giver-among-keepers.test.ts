import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signalsJob } from '../../../../src/features/team/signals/telling.ts';
import type { Person } from '../../../../src/people/person.ts';
import type { Somebody } from '../../../support/bot.ts';
import { clockJob } from '../../../support/clock-job.ts';
import { COUNCIL, RUIMTE } from '../town.ts';
import { amira, bert, elsewhere, gijs, head, openSignalTown, type SignalTown, TEXT, works } from './town.ts';

let town: SignalTown;
beforeEach(async () => {
  town = await openSignalTown();
});
afterEach(() => town.bot.stop());

/** Who is told on the next working day. */
async function told(): Promise<string[]> {
  const job = clockJob(signalsJob(town.bot.core), town.bot.core);
  town.nextDay();
  const [day] = town.bot.clock.now.toString().split('T');
  await job.at(`${day}T11:00:00+01:00`);
  return job.sent.map(({ to }) => to.conversation).toSorted();
}
const chats = (...people: Somebody[]) => people.map(({ id }) => `chat-${id}`).toSorted();
const contacts = (...people: Somebody[]) =>
  town.bot.core.settings.changeMunicipality((now) => ({
    ...now,
    worksCouncil: people.map(({ upn }) => upn),
  }));
const may = (who: Somebody, ...access: Person['access']) => town.becomes(who, { access });

describe('somebody who takes care of a place gives a signal to it, without their name', () => {
  test('a contact of the works council is told and finds it in the list, as the others', async () => {
    await contacts(works, amira, bert);
    const sent = await town.give(works, { to: 'council' });
    expect(sent).toContain('Jij krijgt dat bericht ook. Anders valt op dat jij het gaf.');
    expect(sent).not.toMatch(new RegExp(`${works.name}[^"]* pak(t|ken) dit op`));
    expect(await told()).toEqual(chats(works, amira, bert));
    for (const who of [works, amira, bert]) {
      expect(await town.tap(who, 'signal.all', COUNCIL)).toContain(TEXT);
      expect(await town.says(who, 'van mij')).toContain('ignaal');
    }
  });

  test('one of two heads is told of what they give to the other', async () => {
    await may(works, 'afdelingshoofd');
    await town.give(head, { to: 'department' });
    expect(await told()).toEqual(chats(head, works));
    expect(await town.tap(head, 'signal.all', RUIMTE)).toContain(TEXT);
  });

  test('also where they lead a team: nobody of that team gives it to the heads, so being left out would tell', async () => {
    await may(works, 'afdelingshoofd');
    await may(head, 'manager', 'afdelingshoofd');
    await town.give(head, { to: 'department' });
    expect(await told()).toEqual(chats(head, works));
  });

  test.each([
    ['who leads it', gijs],
    ['somebody in it', amira],
  ])(
    'a contact who leads a team hears of a signal from %s as little as of any other from it',
    async (_who, giver) => {
      await contacts(works, gijs);
      await town.give(giver, { to: 'council' });
      expect(await told()).toEqual(chats(works));
      expect(await town.tap(gijs, 'signal.all', COUNCIL)).not.toContain(TEXT);
    },
  );

  test('the form still names others alone, and there is no way to oneself', async () => {
    await contacts(works);
    const form = await town.tap(works, 'signal.raise');
    expect(form).toContain('Je bent zelf het contact van de ondernemingsraad.');
    await contacts(works, elsewhere, amira);
    expect(await town.tap(works, 'signal.raise')).toContain(`ndernemingsraad: ${amira.name}.`);
  });
});
