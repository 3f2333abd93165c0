import { growth } from '../../../src/features/growth/index.ts';
import { begun, contentOf, markOf } from '../../../src/features/growth/plans/rules.ts';
import { chatOf } from '../../support/bot.ts';
import type { Core } from '../../support/core.ts';
import { kinds, TEAM } from './kinds.ts';

const { account } = kinds.employee.who;
const manager = kinds.manager.who.account;
const day = '2026-11-20';

const role = 'Geodata-engineer' as const;
const followed = { role: 'Objectregisseur' };
const plan = {
  ...begun({ want: 'KANARIEontwikkelplan' }, day),
  step: { what: 'Meekijken', by: '2026-12-09' },
  forms: ['stage'],
};

/** A plan of the employee, which the manager of the team may read, and the other who leads it may not. */
export async function bringGrowth(core: Core): Promise<void> {
  const { plans, buddies, lines, meetings } = core.opened(growth);
  const { otherEmployee } = kinds;
  await core.people.change('zuid', otherEmployee.who.id, (now) => ({
    ...now,
    reach: 'open',
    address: chatOf(otherEmployee.who),
  }));
  await plans.begin(account, plan);
  await plans.share(account, { ...contentOf(plan), manager, team: TEAM, day });
  // The manager elsewhere asked the writer; the head there and an employee are a pair.
  await buddies.ask(kinds.otherManager.who.account, { theme: 'regie', buddy: kinds.writer.who.account, day });
  await buddies.ask(kinds.otherHead.who.account, {
    theme: 'regie',
    buddy: otherEmployee.who.account,
    paired: true,
    day,
  });
  for (const name of ['Objectregistrator', 'Objectregisseur'] as const)
    for (const kind of Object.values(kinds))
      await lines.follow(kind.who.account, {
        role: name,
        day,
        done: [],
        ...(name === 'Objectregistrator'
          ? { shared: day, sharedWith: (await core.people.find(kind.who.account))?.team ?? TEAM }
          : {}),
      });
  await lines.change(role, 0, (now) => ({ ...now, version: 1, day, adopted: day, adoptedVersion: 0 }));
  await meetings.setRhythm({ team: TEAM, week: 2, day: 'di', since: day });
  await meetings.keep('L-00000001-keep', { team: TEAM, kind: 'keep', text: 'KANARIEterugblik', day });
  await buddies.saveOffer(otherEmployee.who.account, { themes: ['scripts'], roles: [], day });
}

/** What the actions of growing are sent. */
export const growthPayloads: Record<string, object> = {
  'growth.show': {},
  'growth.draft': {},
  'growth.save-draft': { want: 'Leren tekenen' },
  'growth.goals': {},
  'growth.save-goals': { goals: 'scripts', ownGoal: '' },
  'growth.step': {},
  'growth.save-step': { what: 'Een dag meelopen', by: '2026-12-16' },
  'growth.done': { outcome: 'done' },
  'growth.forms': {},
  'growth.save-forms': { work: 'project' },
  'growth.agree': {},
  'growth.save-agree': { time: 'maandag', support: '' },
  'growth.ask-share': {},
  'growth.share': { to: kinds.outsideLeader.who.account, seen: markOf(plan) },
  'growth.stop-sharing': {},
  'growth.ask-remove': {},
  'growth.remove': {},
  'growth.quiet': {},
  'growth.list': { page: 0 },
  'growth.read': { person: account },
  'buddy.show': {},
  'buddy.seek': {},
  'buddy.ask': { theme: 'scripts', role: 'geen' },
  'buddy.withdraw': {},
  'buddy.yes': { asker: kinds.otherManager.who.account, day },
  'buddy.no': { asker: kinds.otherManager.who.account, day },
  'buddy.end': { asker: kinds.otherHead.who.account },
  'buddy.offer': {},
  'buddy.save-offer': { themes: 'regie', roles: '' },
  'buddy.stop': {},
  'meeting.open': { team: TEAM },
  'meeting.show': { team: TEAM },
  'meeting.form': { team: TEAM },
  'meeting.save': { team: TEAM, week: '3', day: 'do' },
  'meeting.stop': { team: TEAM },
  'review.open': { team: TEAM },
  'review.list': { team: TEAM, page: 0 },
  'review.form': { team: TEAM },
  'review.save': { team: TEAM, id: 'L-00000009', keep: 'Eerst bellen', change: '' },
  'review.drop': { team: TEAM, id: 'L-00000001-keep' },
  'effect.show': {},
  'effect.which': {},
  'effect.form': { quarter: '2026-Q3' },
  'effect.save': { quarter: '2026-Q3', seen: 0, satisfaction: '7,5' },
  'sampling.all': {},
  'sampling.show': { registration: 'BAG' },
  'sampling.move': { registration: 'BAG', seen: 0, to: 'fewer' },
  'line.all': {},
  'line.show': { role },
  'line.edit': { role },
  'line.module': { role, id: 'scripts' },
  'line.save-module': { role, id: 'scripts', seen: 1, title: 'Scripts', kind: 'technical' },
  'line.remove-module': { role, id: 'scripts', seen: 1 },
  'line.adopt': { role, seen: 1 },
  'line.start': { role },
  'line.save-start': { role, seen: 1, day: '2026-11-23' },
  'line.mine': followed,
  'line.follow': { role },
  'line.unfollow': followed,
  'line.done': followed,
  'line.save-done': { ...followed, done: 'keten' },
  'line.share': followed,
  'line.unshare': { role: 'Objectregistrator' },
  'line.totals': {},
};

/** The actions of growing that only show something. */
export const growthShowing = [
  'growth.show growth.draft growth.goals growth.step growth.forms growth.agree growth.ask-share growth.ask-remove growth.list growth.read',
  'buddy.show buddy.seek buddy.offer sampling.all sampling.show effect.show effect.which effect.form',
  'meeting.open meeting.show meeting.form review.open review.list review.form',
  'line.all line.show line.edit line.module line.start line.mine line.done',
];
