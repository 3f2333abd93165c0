import type { NoticeAction } from '../../../conversation/message.ts';
import { counsellor } from '../../../people/changing/contacts.ts';
import { consent, dpia } from '../../../people/changing/decisions.ts';
import { municipalityName } from '../../../people/changing/municipality-settings.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import { rhythm } from '../../../people/changing/team-settings.ts';
import type { Municipality, Settings } from '../../../people/municipality.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { reachOf } from '../../../people/reach.ts';
import { editButton } from './overview.ts';

/** The steps of the first hour of an administrator, in the order in which they are best done. */
export const stepIds = [
  'gemeente',
  'mensen',
  'vertrouwenspersoon',
  'besluiten',
  'ritme',
  'proef',
  'bereik',
] as const;
export type StepId = (typeof stepIds)[number];

/** What is stored by now: where somebody is follows from it, so that nothing is kept of the first hour itself. */
export interface SetupState {
  settings: Settings;
  people: readonly Person[];
}

export interface Step {
  id: StepId;
  title: string;
  /** Why it is there, in a sentence. */
  why: string;
  /** What stands there now, in words; '' where nothing does. May be user text. */
  now(state: SetupState): string;
  isDone(state: SetupState): boolean;
  /** What to tap to do it; the first is the main one. */
  actions(state: SetupState): readonly NoticeAction[];
}

const edit = (id: StepId, setting: Setting<Municipality>, title: string): NoticeAction => {
  const { verb, data } = editButton(setting);
  return { verb, title, data: { ...data, guided: id } };
};

/** A step that is one setting of the municipality. */
const ofSetting = (id: StepId, setting: Setting<Municipality>, why: string): Step => ({
  id,
  title: setting.title,
  why,
  now: ({ settings: { municipality } }) => (setting.isSet(municipality) ? setting.words(municipality) : ''),
  isDone: ({ settings: { municipality } }) => setting.isSet(municipality),
  actions: () => [edit(id, setting, 'Vul in')],
});

const present = ({ people }: SetupState) => people.filter((one) => isPresent(one) && !one.moved);
const reached = (state: SetupState) => present(state).filter((one) => reachOf(one) === 'reached').length;
const rhythmIsChosen = ({ settings }: SetupState) =>
  settings.teams.some(({ changes }) => changes?.[rhythm.key] !== undefined);
const decisions = [consent, dpia] as const;

export const steps: readonly Step[] = [
  ofSetting(
    'gemeente',
    municipalityName,
    'Die naam staat in het welkom. Zo weten collega’s van wie Kompas is.',
  ),
  {
    id: 'mensen',
    title: 'Mensen en teams',
    why: 'Kompas schrijft alleen wie in jullie lijst staat. Stuur die lijst hier als Excel of CSV, of upload hem.',
    now: (state) => {
      const { teams } = state.settings;
      if (teams.length === 0) return '';
      const some = present(state).length;
      return `${some === 1 ? '1 persoon' : `${some} mensen`}, ${teams.length === 1 ? '1 team' : `${teams.length} teams`}`;
    },
    isDone: ({ settings: { teams } }) => teams.length > 0,
    actions: () => [
      { verb: 'intake.upload', title: 'Upload een bestand', data: { kind: 'people' } },
      { verb: 'setup.example', title: 'Bekijk een voorbeeld', data: {} },
    ],
  },
  ofSetting(
    'vertrouwenspersoon',
    counsellor,
    'Heeft iemand het zwaar? Dan leest die op de kaart wie er buiten het team kan helpen.',
  ),
  {
    id: 'besluiten',
    title: 'Instemming en DPIA',
    why: 'Zonder instemming van de OR en een privacytoets (DPIA) gaat er geen check-in uit.',
    now: ({ settings: { municipality } }) =>
      decisions
        .filter((one) => one.isSet(municipality))
        .map((one) => `${one.title}: ${one.words(municipality)}`)
        .join('; '),
    isDone: ({ settings: { municipality } }) => decisions.every((one) => one.isSet(municipality)),
    actions: ({ settings: { municipality } }) => {
      const open = decisions.filter((one) => !one.isSet(municipality));
      return (open.length > 0 ? open : decisions).map((one) => edit('besluiten', one, one.title));
    },
  },
  {
    id: 'ritme',
    title: 'Team en ritme',
    why: 'De check-in komt op een vast moment. Kies wat bij het team past, of laat het zo.',
    now: ({ settings: { teams } }) => {
      const [first, ...others] = teams;
      if (!first) return '';
      return others.length === 0
        ? rhythm.words(first)
        : `${first.name}: ${rhythm.words(first)}, en ${others.length} meer`;
    },
    isDone: rhythmIsChosen,
    actions: ({ settings: { teams } }) =>
      teams.length === 0 ? [] : [{ verb: 'setup.rhythms', title: 'Kies het ritme', data: {} }],
  },
  {
    id: 'proef',
    title: 'Proef-check-in',
    why: 'Je ziet wat een collega straks ziet. Van de proef wordt niets bewaard.',
    now: () => '',
    isDone: () => false,
    actions: () => [{ verb: 'checkin.trial', title: 'Doe de proef', data: {} }],
  },
  {
    id: 'bereik',
    title: 'Wie is bereikbaar',
    why: 'Wie Kompas niet bereikt, krijgt geen kaart.',
    now: (state) => (present(state).length === 0 ? '' : `${reached(state)} van ${present(state).length}`),
    isDone: (state) => present(state).length > 0 && reached(state) === present(state).length,
    actions: (state) =>
      present(state).length === 0 ? [] : [{ verb: 'people.all', title: 'Zoek wie dat zijn', data: {} }],
  },
];

/** The step with this id. */
export function stepOf(id: StepId): Step {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new RangeError('no such step');
  return found;
}

/** The first step that is not done, from this one on; undefined when there is none left. */
export function nextStep(state: SetupState, from: StepId = 'gemeente'): Step | undefined {
  return steps.slice(stepIds.indexOf(from)).find((step) => !step.isDone(state));
}

/** The step behind another, whether it is done or not; undefined behind the last. */
export const behind = (id: StepId): StepId | undefined => stepIds[stepIds.indexOf(id) + 1];
