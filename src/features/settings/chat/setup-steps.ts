import type { NoticeAction } from '../../../conversation/message.ts';
import { counsellor } from '../../../people/changing/contacts.ts';
import { consent, dpia } from '../../../people/changing/decisions.ts';
import { municipalityName } from '../../../people/changing/municipality-settings.ts';
import type { Setting } from '../../../people/changing/setting.ts';
import { rhythm } from '../../../people/changing/team-settings.ts';
import type { Municipality, Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { reachCount, reachedOf } from '../../../people/reach.ts';
import { editButton } from './overview.ts';
import { toUnreached } from './unreached.ts';

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
  /** May be done at any time, and is waited for by nobody. */
  isOptional?: true;
  /** Says nothing before there are people. */
  needsPeople?: true;
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
    why: 'Kompas begint met jullie mensenbestand. Stuur het hier als Excel of CSV, of upload het.',
    now: (state) => {
      const { teams } = state.settings;
      if (teams.length === 0) return '';
      const some = reachCount(state.people).all;
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
    why: 'De check-in komt op een vast moment. Kies wat bij het team past.',
    needsPeople: true,
    now: (state) => {
      const [first, ...others] = state.settings.teams;
      if (!first || !rhythmIsChosen(state)) return '';
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
    why: 'Dit kan altijd. Je ziet wat een collega straks ziet. Van de proef wordt niets bewaard.',
    isOptional: true,
    now: () => '',
    isDone: () => false,
    actions: () => [{ verb: 'checkin.trial', title: 'Doe de proef', data: {} }],
  },
  {
    id: 'bereik',
    title: 'Wie is bereikbaar',
    why: 'Wie niet bereikbaar is, krijgt geen kaart.',
    needsPeople: true,
    now: ({ people }) => {
      const count = reachCount(people);
      return count.all === 0 ? '' : `Kompas bereikt ${reachedOf(count)}`;
    },
    isDone: ({ people }) => {
      const { all, reached } = reachCount(people);
      return all > 0 && reached === all;
    },
    actions: ({ people }) => {
      const { all, reached } = reachCount(people);
      return reached === all ? [] : [toUnreached];
    },
  },
];

/** The step with this id. */
export function stepOf(id: StepId): Step {
  const found = steps.find((step) => step.id === id);
  if (!found) throw new RangeError('no such step');
  return found;
}

/**
 * The first step that is not done, from one on; undefined when there is none left. Without one to begin at, those that may be done at
 * any time are passed over.
 */
export function nextStep(state: SetupState, from?: StepId): Step | undefined {
  const left = steps.slice(from === undefined ? 0 : stepIds.indexOf(from));
  return left.find((step) => !step.isDone(state) && (from !== undefined || !step.isOptional));
}

/** The step behind another, whether it is done or not; undefined behind the last. */
export const behind = (id: StepId): StepId | undefined => stepIds[stepIds.indexOf(id) + 1];
