import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Message } from '../../src/conversation/message.ts';
import { overviewCard } from '../../src/features/settings/chat/overview.ts';
import {
  savedCard,
  settingForm,
  sureCard,
  undoButton,
} from '../../src/features/settings/chat/setting-form.ts';
import { doneCard, stepCard } from '../../src/features/settings/chat/setup-cards.ts';
import { stepOf } from '../../src/features/settings/chat/setup-steps.ts';
import { consent } from '../../src/people/changing/decisions.ts';
import { municipalityName } from '../../src/people/changing/municipality-settings.ts';
import { markOf } from '../../src/people/changing/setting.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import { person } from '../support/town.ts';
import { nastyName, nastyText } from './nasty.ts';

/** What somebody may ask and tap, as the collection of samples gives it. */
interface Asking {
  says(text: string): Promise<Message>;
  taps(verb: string, data?: object): Promise<Message>;
}

/** What administrators see: settings, teams, people and the log. `asks` is of one of them. */
export async function adminSamples(
  { says, taps }: Asking,
  { someone, seen, team }: { someone: string; seen: string; team: string },
): Promise<Record<string, Message>> {
  const day = '2026-11-25';
  const empty = { municipality: emptyMunicipality, teams: [], ended: [] };
  const view = {
    ref: { setting: 'instemming' },
    place: '',
    now: {
      ...emptyMunicipality,
      consent: { date: '2026-09-01', reference: nastyName },
      changes: { instemming: { at: '2026-11-20T09:00:00Z', before: {} } },
    },
  };
  const none = { reach: 'none', address: undefined } as const;
  const unreached = [
    person('p1', { ...none, name: nastyName, directoryId: undefined }),
    person('p2', { ...none, unreached: 'no app' }),
    person('p3', { ...none, unreached: 'no account' }),
    person('p4', none),
  ];
  const team1 = { key: 'west', name: nastyName, schedule: defaultSchedule };
  const ready = {
    municipality: {
      ...view.now,
      name: nastyName,
      dpia: view.now.consent,
      counsellor: { name: nastyName, contact: nastyText },
    },
    teams: [team1],
    ended: [],
  };
  const saved = {
    words: `✓ Bewaard. Gemeente: ${nastyName}`,
    undo: undoButton(consent, { ref: view.ref, now: view.now }),
  };
  const context = { day, people: [], settings: empty };
  return {
    'admin-empty': overviewCard(empty, []),
    'admin-one-missing': overviewCard(
      {
        ...empty,
        municipality: { ...view.now, name: nastyName, dpia: view.now.consent },
        teams: [{ key: 'west', name: nastyName, schedule: defaultSchedule }],
      },
      unreached,
    ),
    'admin-consent': settingForm(consent, view, context),
    'admin-consent-wrong': settingForm(consent, view, context, {
      typed: { date: 'vorige week', reference: nastyText },
      problems: [`${nastyName} veranderde dit intussen. Hieronder zie je wat er nu staat.`],
    }),
    'admin-saved': savedCard(consent, view, 'Bewaard'),
    'admin-not-put-back': savedCard(consent, view, 'Er is niets teruggezet', {
      reasons: [`${nastyName} veranderde dit intussen.`],
    }),
    'admin-sure': sureCard(view, `Instemming OR: ${nastyName}`, 'Dan stoppen de check-ins meteen.', {
      verb: 'settings.save',
      title: 'Ja, doe dit',
      data: { ...view.ref, seen: markOf(municipalityName, emptyMunicipality) },
    }),
    'admin-setup-begin': stepCard(stepOf('gemeente'), { settings: empty, people: [] }),
    'admin-setup-next': stepCard(stepOf('mensen'), { settings: empty, people: [] }, saved),
    'admin-setup-rhythm-early': stepCard(stepOf('ritme'), { settings: empty, people: [] }),
    'admin-setup-unreached': stepCard(stepOf('bereik'), { settings: ready, people: unreached }),
    'admin-setup-done-few': doneCard(
      { settings: ready, people: unreached },
      Temporal.Instant.from('2026-11-25T09:00:00Z'),
      saved,
    ),
    'admin-overview-unreached': overviewCard(ready, unreached),
    'admin-unreached': await says('wie is niet bereikbaar'),
    'admin-back': savedCard(consent, view, 'Teruggezet', { isBack: true }),
    'admin-counsellor': await taps('settings.edit', { setting: 'vertrouwenspersoon' }),
    'admin-dpia': await taps('settings.edit', { setting: 'dpia' }),
    'admin-setup-people': await taps('setup.show', { step: 'mensen' }),
    'admin-setup-counsellor': await taps('setup.show', { step: 'vertrouwenspersoon' }),
    'admin-setup-decisions': stepCard(stepOf('besluiten'), { settings: empty, people: [] }),
    'admin-setup-rhythm': await taps('setup.show', { step: 'ritme' }),
    'admin-setup-rhythms': await taps('setup.rhythms'),
    'admin-setup-trial': await taps('setup.show', { step: 'proef' }),
    'admin-setup-reach': await taps('setup.show', { step: 'bereik' }),
    'admin-setup-done': await taps('setup.show', { step: 'klaar' }),
    'admin-setup-not-done': doneCard(
      { settings: empty, people: [] },
      Temporal.Instant.from('2026-11-25T09:00:00Z'),
    ),
    'admin-setup-example': await taps('setup.example'),
    'admin-setup-saved': savedCard(
      consent,
      { ...view, ref: { ...view.ref, guided: 'besluiten' } },
      'Bewaard',
    ),
    'admin-trial': await taps('checkin.trial'),
    'admin-trial-typed': await says('proef-check-in'),
    'admin-trial-thanks': await taps('checkin.trial-answer', { score: 4 }),
    'admin-trial-heavy': await taps('checkin.trial-answer', { score: 1 }),
    'admin-partners': await taps('settings.edit', { setting: 'gesprekspartner' }),
    'admin-rhythm': await taps('settings.edit', { setting: 'ritme', team }),
    'admin-typed': await says('wijzig vertrouwenspersoon'),
    'admin-last': await says('laatste wijziging terug'),
    'admin-teams': await says('teams beheren'),
    'admin-team': await taps('settings.team', { team }),
    'admin-team-not-yet': await taps('settings.end-team', { team }),
    'admin-merge': await taps('teams.merge', { team }),
    'admin-people': await says('mensen'),
    'admin-nobody': await taps('people.find', { name: nastyText }),
    'admin-several': await says('zoek collega persoon'),
    'admin-person': await taps('people.open', { id: someone }),
    'admin-person-edit': await taps('people.edit', { id: someone }),
    'admin-person-late': await taps('people.save', { id: someone, name: nastyText }),
    'admin-person-new': await taps('people.new'),
    'admin-bind': await taps('people.bind', { id: someone }),
    'admin-bind-sure': await taps('people.save-bind', {
      id: someone,
      seen,
      account: '00000000-0000-4000-8000-00000000abcd',
    }),
    'admin-take-out': await taps('people.take-out', { id: someone }),
    'admin-log': await says('logboek'),
    'admin-log-filter': await taps('log.filter'),
    'admin-log-file': await taps('log.export'),
    'admin-checkin-now': await says('checkin nu'),
    'admin-checkin-team': await taps('checkin.now', { team }),
  };
}
