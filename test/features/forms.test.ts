import { describe, expect, test } from 'vitest';
import { imported, manager, somebody, startTestBot, type TestBot, tapped, team } from '../support/bot.ts';
import { type Client, clients } from '../support/clients.ts';
import { form } from './mandates/changes/form.ts';
import { demoRegister } from './mandates/registers.ts';

const [amira, bert] = team as [(typeof team)[number], (typeof team)[number]];
const lead = somebody(70, 'Petra Gracht');
const keeper = somebody(71, 'Noud Kreek');
const PERIOD = '2026-W48';
const WEST = { kind: 'team', key: 'objecten-west' } as const;

/** Fills in a form of each kind of field there is, and gives what was kept of them all. */
async function keptBy(bot: TestBot) {
  const tap = async (who: typeof lead, verb: string, data: object) => {
    const { body } = await bot.post(tapped(who, verb, data));
    expect(JSON.stringify(body.value), verb).not.toMatch(/Deze kaart werkt niet meer|Dit lukte niet/);
  };
  await tap(amira, 'checkin.answer', { period: PERIOD, score: 2 });
  const more = { themes: 'leren,anders', comment: 'Lang wachten\nop 12 lijsten', sharing: 'without-name' };
  await tap(amira, 'checkin.save', { period: PERIOD, ...more });
  await tap(manager, 'changes.add', {
    id: 'K-0000000a',
    title: 'Nieuw scherm voor mutaties',
    scope: 'municipality|',
    roles: 'Objectregistrator,Objectregisseur',
    impact: 'noticeable',
    effect: 'Je begint op een ander scherm',
    date: '2026-12-14',
  });
  const [, other] = await bot.core.people.members('objecten-west');
  const point = { proud1: 'Alles op tijd', better1: 'Eén lijst', owner1: other?.id, due1: '2026-12-01' };
  await tap(manager, 'talk.save', { team: 'objecten-west', ...point });
  await tap(lead, 'pilot.create', {
    name: 'Mutaties in Delfshaven',
    kind: 'rolpilot',
    members: `${amira.account},${bert.account}`,
    from: '2026-11-25',
    until: '2026-12-18',
  });
  const [{ id: pilot } = { id: '' }] = await bot.core.pilots.all();
  const goal = { name1: 'Doorlooptijd', start1: '12', target1: '7.5', unit1: 'dagen' };
  await tap(lead, 'pilot.save-goals', { pilot, goals: 'Sneller werken', ...goal });
  await tap(lead, 'pilot.save-frame', { pilot, areas: 'Delfshaven', hours: '8', tools: 'paper' });
  await tap(lead, 'pilot.save-standup', { pilot, days: 'ma,do', from: '09:30', until: '13:05' });
  await tap(amira, 'pilot.save-measure', { pilot, value1: '10.5' });
  await tap(lead, 'retro.start', { pilot });
  const { retros = [] } = await bot.rows('retros');
  const board = retros.map(({ row }) => /^b\|(.+)$/.exec(row)?.[1] ?? '').find(Boolean) ?? '';
  await tap(amira, 'retro.add', { pilot, board, column: 'better', text: 'Eerst bellen', named: 'true' });
  await tap(bert, 'retro.add', { pilot, board, column: 'good', text: 'De overdracht', named: 'false' });
  const deputies = { houder: 'Karim Dijk', vervanger: 'Bert Kade\nAmira Sol' };
  const rest = { vier_ogen: 'ja', limiet_eur: '2500', geldig_tot_en_met: '2027-06-30' };
  await tap(keeper, 'mandates.propose', { kind: 'change', of: 'R01', ...form({ ...deputies, ...rest }) });
  const [proposal] = await bot.core.proposals.open();
  const { points = [] } = (await bot.core.retros.get(pilot, board)) ?? {};
  points.sort((a, b) => (a.text < b.text ? 1 : -1));
  return {
    answer: await bot.core.answers.own('objecten-west', amira.account, PERIOD),
    change: { ...(await bot.core.changes.get('K-0000000a')), act: undefined },
    points: (await bot.core.groups.content(WEST)).points,
    // What stands for a change of the crew is another one each time.
    pilot: { ...(await bot.core.pilots.get(pilot)), id: '', unheard: '' },
    members: await bot.core.pilots.members(pilot),
    board: points.map(({ text, column, author }) => ({ text, column, author })),
    entry: proposal?.entry,
  };
}

async function kept(client?: Client) {
  const bot = await startTestBot({
    ...(client ? { client } : {}),
    now: '2026-11-25T11:00:00Z',
    seed: async ({ people, register }) => {
      await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
      await people.save([
        imported(somebody(72, 'Karim Dijk')),
        imported(somebody(73, 'Bert Kade')),
        imported(somebody(74, 'Amira Sol')),
        imported(lead, { access: ['projectleider'] }),
        imported(keeper, { access: ['mandaatbeheerder'] }),
      ]);
    },
  });
  try {
    return await keptBy(bot);
  } finally {
    await bot.stop();
  }
}

describe('a form that is filled in', () => {
  test('is kept, and kept the same from whatever client it comes', async () => {
    const expected = await kept();
    expect(expected).toMatchObject({
      answer: { themes: ['leren', 'anders'], comment: 'Lang wachten\nop 12 lijsten' },
      change: { when: { date: '2026-12-14' }, roles: ['Objectregistrator', 'Objectregisseur'] },
      points: [{ kind: 'better' }, { kind: 'proud' }],
      pilot: {
        hours: 8,
        standup: { days: ['ma', 'do'], from: '09:30', until: '13:05' },
        criteria: [{ start: 12, target: 7.5, measured: [{ value: 10.5 }] }],
      },
      board: [{ text: 'Eerst bellen', author: amira.account }, { text: 'De overdracht' }],
      entry: { deputies: ['Bert Kade', 'Amira Sol'], fourEyes: true, limit: 2_500, until: '2027-06-30' },
    });
    for (const [name, client] of Object.entries(clients)) expect(await kept(client), name).toEqual(expected);
  });
});
