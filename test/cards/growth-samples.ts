import type { Message } from '../../src/conversation/message.ts';
import {
  askedCard,
  buddyCard,
  declinedCard,
  nobodyCard,
  offerForm,
  pairedCard,
  ready as readyBuddy,
  seekForm,
  tooLate,
} from '../../src/features/growth/buddy/cards.ts';
import { learningForms } from '../../src/features/growth/content/learning-forms.ts';
import {
  askRemove,
  beginCard,
  listCard,
  notShared,
  planCard,
  quietCard,
  ready,
  reminderCard,
  removed,
  sharedCard,
  stillSharedCard,
} from '../../src/features/growth/plans/cards.ts';
import {
  agreeForm,
  draftForm,
  goalsForm,
  shareForm,
  stepForm,
  topForm,
} from '../../src/features/growth/plans/forms.ts';
import { longest, type Plan } from '../../src/features/growth/plans/plan.ts';
import { begun, contentOf } from '../../src/features/growth/plans/rules.ts';
import { person } from '../support/town.ts';
import { nastyName, nastyText } from './nasty.ts';

const lead = person('p9', { name: 'Mara Leider', access: ['manager'] });
const second = person('p8', { name: nastyName, access: ['manager'] });
const cut = (most: number) => [...nastyText].slice(0, most).join('');
const today = '2026-11-25';

const fresh: Plan = begun({ want: 'Scripts leren maken', begin: 'Met een klein bestand' }, '2026-11-20');
const filled: Plan = {
  ...fresh,
  goals: ['scripts', 'keten'],
  ownGoal: 'Kaarten tekenen',
  step: { what: 'Een ochtend meekijken', by: '2026-12-09' },
  forms: ['meekijken', 'project', 'e-learning'],
  time: 'dinsdagochtend, 2 uur',
  support: 'Een buddy uit Oost',
};
const nasty: Plan = {
  ...filled,
  draft: {
    want: cut(longest.draft),
    can: cut(longest.draft),
    begin: cut(longest.draft),
    later: cut(longest.draft),
  },
  ownGoal: cut(longest.ownGoal),
  step: { what: cut(longest.what), by: '2026-11-20' },
  time: cut(longest.time),
  support: cut(longest.support),
};
const sharedOf = (plan: Plan) => ({
  ...contentOf(plan),
  manager: 'a-9',
  team: 'objecten-west',
  day: '2026-11-20',
});
const own = (plan: Plan, change = {}) => ({ plan, leads: [lead], today, ...change });

/** The ontwikkelplan: of its owner, and as who leads the team reads it. */
export function growthPlanSamples(): Record<string, Message> {
  const many = Array.from({ length: 14 }, (_, n) => ({
    id: `a-${n}`,
    person: person(`p${n}`, { name: n === 0 ? nastyName : `Persoon ${n}` }),
    day: '2026-11-20',
  }));
  return {
    'growth-plan-ready': ready(false),
    'growth-plan-ready-lead': ready(true),
    'growth-plan-begin': beginCard,
    'growth-plan-begin-shared': stillSharedCard,
    'growth-plan-fresh': planCard(own(fresh), 'Bewaard. Kies nu één kleine stap.'),
    'growth-plan-filled': planCard(own(filled, { shared: { with: lead, what: sharedOf(filled) } })),
    'growth-plan-late': planCard(
      own(nasty, { leads: [lead, second], shared: { with: second, what: sharedOf(filled) } }),
    ),
    'growth-plan-done': planCard(
      own({ ...filled, step: { what: 'Meekijken', by: '2026-11-20', outcome: 'done' } }),
      'Bewaard.',
    ),
    'growth-plan-alone': planCard(own(filled, { leads: [] }), 'Bij je team staat nog geen leidinggevende.'),
    'growth-plan-draft': draftForm(undefined),
    'growth-plan-draft-wrong': draftForm(nasty, { want: '' }, ['Vul minstens één vraag in.']),
    'growth-plan-goals': goalsForm(filled),
    'growth-plan-step': stepForm(fresh, today),
    'growth-plan-step-wrong': stepForm(nasty, today, { what: cut(longest.what), by: '2026-11-20' }, [
      'Kies een dag vanaf vandaag.',
    ]),
    'growth-plan-forms': topForm(filled),
    'growth-plan-forms-many': topForm(
      filled,
      Object.fromEntries(
        ['work', 'together', 'course'].map((place) => [place, learningForms.map(({ id }) => id).join(',')]),
      ),
      ['Kies er hooguit 5. Je koos er 28.'],
    ),
    'growth-plan-agree': agreeForm(nasty),
    'growth-plan-share': shareForm(filled, [lead]),
    'growth-plan-share-which': shareForm(nasty, [lead, second], ['Kies een leidinggevende van je team.']),
    'growth-plan-ask-remove': askRemove,
    'growth-plan-removed': removed,
    'growth-plan-list': listCard(many, 0),
    'growth-plan-list-none': listCard([], 0),
    'growth-plan-not-shared': notShared,
    'growth-plan-read': sharedCard({ name: 'Amira Sol' }, sharedOf(filled)),
    'growth-plan-read-nasty': sharedCard({ name: nastyName }, sharedOf(nasty)),
    'growth-plan-reminder': reminderCard,
    'growth-plan-quiet': quietCard,
  };
}

const wish = { theme: 'scripts', role: 'Geodata-engineer' } as const;
const withSomebody = (name: string, n = 1) => ({ asker: `a-${n}`, name, wish, day: '2026-11-20' });
const offer = { themes: ['scripts', 'regie'], roles: ['Geodata-engineer'], day: '2026-11-20' } as const;
const helps = { ...offer, themes: [...offer.themes], roles: [...offer.roles] };

/** Buddies: looking for one, being asked, and being one. */
export function buddySamples(): Record<string, Message> {
  const many = Array.from({ length: 12 }, (_, n) => withSomebody(nastyName, n));
  return {
    'buddy-ready': readyBuddy,
    'buddy-none': buddyCard({ of: [], asked: [] }),
    'buddy-waiting': buddyCard({ waiting: { wish, day: '2026-11-20' }, of: [], asked: [] }),
    'buddy-paired': buddyCard({ mine: withSomebody('Bram Kade'), of: [], asked: [], offer: helps }),
    'buddy-many': buddyCard(
      { mine: withSomebody(nastyName), of: many, asked: many, offer: helps },
      'Fijn. Je collega krijgt bericht. Spreek samen iets af.',
    ),
    'buddy-seek': seekForm(),
    'buddy-seek-wrong': seekForm({ theme: 'geen', role: 'geen' }, ['Kies een thema of een rol.']),
    'buddy-offer': offerForm(helps),
    'buddy-offer-wrong': offerForm(undefined, { themes: '', roles: '' }, [
      'Kies minstens één thema of één rol.',
    ]),
    'buddy-nobody': nobodyCard,
    'buddy-asked': askedCard(nastyName, wish, 'a-1', '2026-11-20'),
    'buddy-paired-news': pairedCard,
    'buddy-late': tooLate,
    'buddy-declined': declinedCard,
  };
}
