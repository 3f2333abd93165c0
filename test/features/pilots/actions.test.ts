import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliveryStore } from '../../../src/delivery/store.ts';
import { actionsJob } from '../../../src/features/pilots/taking-up.ts';
import { imported, tapped } from '../../support/bot.ts';
import { runAt } from '../../support/clock-job.ts';
import {
  amira,
  bram,
  cem,
  els,
  inChannelOnly,
  PILOT,
  startTown,
  type Town,
  wordsOf,
} from './standup/town.ts';

const [TUESDAY, WEDNESDAY] = ['2026-11-24', '2026-11-25'];
let town: Town;

beforeEach(async () => {
  town = await startTown();
});
afterEach(() => town.stop());

/** The job that tells people of their actions runs at a moment; gives what each chat got. */
async function told(moment: string): Promise<Record<string, string>> {
  town.to(moment);
  const { pilots, pilotActions: actions } = town.core;
  const got: Record<string, string> = {};
  await runAt(
    actionsJob({ pilots, actions }),
    { ...town.core, store: deliveryStore(town.storage, town.core.tenant) },
    town.clock.now,
    {
      send: async ({ conversation }, message) => {
        got[conversation] = JSON.stringify(message);
        return { kind: 'sent' };
      },
    },
  );
  return got;
}

/** An action of Bram, given by somebody else, from each source there is. */
const ways: readonly [string, () => Promise<string>][] = [
  [
    'a blocker of the stand-up that is given to somebody else',
    async () => {
      await town.passes(`${TUESDAY} 09:00`);
      const shared = await town.shares(cem, 'Iets', '', 'De BAG ligt eruit');
      expect(shared.words).toContain('Gedeeld');
      await town.passes(`${TUESDAY} 11:00`);
      const summary = await town.taps(cem, 'standup.day', { day: TUESDAY });
      const { data = {} } = summary.buttons.find(({ verb }) => verb === 'standup.to-action') ?? {};
      await town.taps(cem, 'standup.to-action', data);
      await town.taps(cem, 'standup.save-action', { ...data, owner: bram.account, due: '2026-11-26' });
      return 'De BAG ligt eruit';
    },
  ],
  [
    'a retro',
    async () => {
      town.to(`${TUESDAY} 14:00`);
      await town.core.pilotActions.add(PILOT, {
        id: 'R-1-1',
        text: 'Werkwijze opschrijven',
        source: 'retro',
        day: TUESDAY,
        due: '2026-11-26',
        owner: bram.account,
      });
      return 'Werkwijze opschrijven';
    },
  ],
];

describe('who owns an action', () => {
  test.each(ways)('hears of %s, is reminded on its day and asked after it', async (_what, give) => {
    const text = await give();
    const first = await told(`${WEDNESDAY} 10:30`);
    expect(Object.keys(first)).toEqual(['chat-p2']);
    expect(first['chat-p2']).toContain('Jij pakt dit op');
    expect(first['chat-p2']).toContain(text);
    const onTheDay = await told('2026-11-26 10:30');
    expect(onTheDay['chat-p2']).toContain('Denk je hieraan?');
    expect((await told('2026-11-27 10:30'))['chat-p2']).toContain('Is dit gedaan?');
    expect(await told('2026-11-30 10:30')).toEqual({});
  });

  test('of a demo, or of what they took themselves, is reminded on the day', async () => {
    town.to(`${TUESDAY} 12:00`);
    await town.taps(bram, 'pilot.save-demo', { what: 'Het portaal', whom: '', date: '2026-11-26' });
    expect(await told(`${WEDNESDAY} 10:30`)).toEqual({});
    expect((await told('2026-11-26 10:30'))['chat-p2']).toContain('Het portaal');
  });

  test('is reminded after the pilot was closed as well, and not of what is done', async () => {
    const action = { source: 'retro', day: TUESDAY, told: TUESDAY, due: WEDNESDAY } as const;
    await town.core.pilotActions.add(PILOT, { ...action, id: 'A-1', text: 'Open', owner: bram.account });
    await town.core.pilotActions.add(PILOT, {
      ...action,
      id: 'A-2',
      text: 'Klaar',
      owner: cem.account,
      doneOn: TUESDAY,
    });
    await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn: TUESDAY }));
    const got = await told(`${WEDNESDAY} 10:30`);
    expect(Object.keys(got)).toEqual(['chat-p2']);
    expect(got['chat-p2']).not.toContain('Klaar');
  });

  test('who was erased is not written to, and the action stays for the team, of nobody', async () => {
    await town.save(els);
    await town.core.pilotActions.add(PILOT, {
      id: 'A-1',
      text: 'Van wie wegging',
      source: 'retro',
      day: TUESDAY,
      due: WEDNESDAY,
      owner: els.account,
    });
    await town.post(tapped(els, 'privacy.erase', {}));
    expect(await told(`${WEDNESDAY} 10:30`)).toEqual({});
    const sent = inChannelOnly(await town.passes('2026-11-26 09:00'));
    expect(wordsOf(sent)).toContain('nog niet opgepakt');
  });
});

describe('the lists', () => {
  beforeEach(async () => {
    const action = { source: 'retro', day: TUESDAY } as const;
    await town.core.pilotActions.add(PILOT, { ...action, id: 'A-1', text: 'Van Bram', owner: bram.account });
    await town.core.pilotActions.add(PILOT, { ...action, id: 'A-2', text: 'Van Cem', owner: cem.account });
    await town.core.people.save([imported(els)]);
    town.to(`${TUESDAY} 12:00`);
  });

  test('mijn acties has one’s own over all pilots, acties those of the pilot; after closing too', async () => {
    for (const closedOn of [undefined, TUESDAY]) {
      await town.core.pilots.change(PILOT, (now) => ({ ...now, closedOn }));
      const mine = wordsOf(await town.says(bram, 'mijn acties'));
      expect(mine).toContain('Van Bram');
      expect(mine).not.toContain('Van Cem');
      for (const text of ['acties', 'open acties']) {
        const all = wordsOf(await town.says(bram, text));
        expect(all).toContain('Van Bram');
        expect(all).toContain('Van Cem');
      }
      expect(wordsOf(await town.says(els, 'acties'))).not.toContain('Van Bram');
    }
  });

  test('an action that was called done by accident is brought back, by whose it is', async () => {
    await town.taps(bram, 'action.done', { action: 'A-1' });
    for (const text of ['ik heb een actie per ongeluk op gedaan gezet', 'gedane acties']) {
      const said = wordsOf(await town.says(bram, text));
      expect(said).toContain('Van Bram');
      expect(said).toContain('gedaan op 24 november 2026');
      expect(said).toContain('action.undone');
    }
    expect(wordsOf(await town.says(cem, 'gedane acties'))).not.toContain('Van Bram');
    await town.taps(bram, 'action.undone', { action: 'A-1' });
    expect(wordsOf(await town.says(bram, 'van mij'))).toContain('Van Bram');
    expect(wordsOf(await town.says(bram, 'gedane acties'))).not.toContain('Van Bram');
  });

  test('what was done three weeks ago is no slip any more', async () => {
    await town.taps(bram, 'action.done', { action: 'A-1' });
    town.to('2026-12-15 12:00');
    expect(wordsOf(await town.says(bram, 'gedane acties'))).not.toContain('Van Bram');
  });

  test('mijn acties in the channel says nothing of what is somebody’s', async () => {
    expect(wordsOf(await town.saysInChannel(amira, 'mijn acties'))).not.toContain('Van Bram');
  });
});
