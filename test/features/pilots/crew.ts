import type { Learning } from '../../../src/features/pilots/learning/learning.ts';
import type { Pilot } from '../../../src/features/pilots/pilot/pilot.ts';
import { imported, type Somebody, somebody, type TestBot, tapped } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';

/** Leads the pilot; two colleagues are in it; one works elsewhere; one is an administrator. */
export const lead = somebody(41, 'Gijs Toren');
export const mate = somebody(42, 'Amira Sol');
export const other = somebody(43, 'Bert Kade');
export const outsider = somebody(44, 'Hanna Kering');
export const administrator = somebody(45, 'Wim Zwart');

export const channel = { serviceUrl: '', conversation: '19:pilot', bot: '28:kompas' };

export const pilot: Pilot = {
  id: 'P-1',
  name: 'Mutaties in Delfshaven',
  kind: 'rolpilot',
  from: '2026-11-16',
  until: '2026-12-11',
  criteria: [],
  iteration: { number: 1, day: '2026-11-16', changed: [] },
};

/** Puts the pilot and its people there. */
export async function crew({ people, pilots }: Core): Promise<void> {
  await people.save([
    imported(lead, { access: ['projectleider'] }),
    imported(mate),
    imported(other),
    imported(outsider, { team: 'objecten-oost' }),
    imported(administrator, { access: ['beheerder'], team: 'beheer' }),
  ]);
  await pilots.add(pilot, [
    { directoryId: lead.account, role: 'lead' },
    { directoryId: mate.account, role: 'member' },
    { directoryId: other.account, role: 'member' },
  ]);
}

/** Taps, and gives the card of the answer. */
export async function taps(bot: TestBot, who: Somebody, verb: string, data: object = {}) {
  const { body } = await bot.post(tapped(who, verb, data));
  return body.value;
}

/** All words on the card that answers a tap. */
export const tapWords = async (bot: TestBot, who: Somebody, verb: string, data: object = {}) =>
  JSON.stringify(await taps(bot, who, verb, data));

export async function theOnly(bot: TestBot): Promise<Learning> {
  const [learning, ...more] = await bot.core.learnings.all();
  if (!learning || more.length > 0) throw new Error(`there are ${more.length + (learning ? 1 : 0)}`);
  return learning;
}

/** What somebody fills in to share a learning point. */
export const practice = {
  title: 'Bel voordat je terugstuurt',
  why: 'Je hoort meteen wat er schort.',
  result: 'Drie dagen sneller.',
  process: 'Mutaties BAG',
  role: 'Objectregistrator',
  named: 'yes',
};
