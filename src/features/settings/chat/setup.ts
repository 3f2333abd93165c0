import { z } from 'zod';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { perhaps } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import { action, type FileOffer, type Offer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { missingFor } from '../../../people/changing/missing.ts';
import { rhythm } from '../../../people/changing/team-settings.ts';
import type { Settings } from '../../../people/municipality.ts';
import { isMostUnreached } from '../../../people/reach.ts';
import type { Tools } from '../../module.ts';
import type { changing } from './changing.ts';
import { administering } from './needs.ts';
import { editButton } from './overview.ts';
import { EXAMPLE_FILE, peopleExample } from './people-example.ts';
import { doneCard, from, type Saved, stepCard } from './setup-cards.ts';
import { nextStep, type SetupState, type StepId, stepIds, stepOf } from './setup-steps.ts';
import { teamsCard } from './teams.ts';

const step = z.enum(stepIds);
/** A step to look at, or one from where to go on with what is not done yet; without either, from the beginning. */
const showSchema = z.object({
  step: perhaps(z.enum([...stepIds, 'klaar'])),
  from: perhaps(step),
});
const nothing = z.object({});
const leading = { ...administering, typed: 'inrichten' };
const byAdministrators = { needs: leading };

export interface SetupTools extends Pick<Tools, 'everybody' | 'links' | 'settings'> {
  edit: ReturnType<typeof changing>['edit'];
}

/**
 * The first hour of an administrator: each thing that a first check-in needs, one after the other. Nothing is kept of it: where
 * somebody is follows from what is set.
 */
export function settingUp({ everybody, links, settings: stored, edit }: SetupTools): Required<
  Pick<Offer, 'phrases' | 'actions' | 'hears' | 'fitting'>
> & {
  files: Record<string, FileOffer>;
  /** The step that comes after one of which something was saved. */
  onward(turn: Turn, step: StepId, saved: Saved): Promise<Message>;
} {
  // Nobody is in Kompas before there are teams.
  const stateWith = async (settings: Settings): Promise<SetupState> => ({
    settings,
    people: settings.teams.length === 0 ? [] : await everybody(),
  });
  const stateOf = async (turn: Turn): Promise<SetupState> => stateWith(await turn.settings());

  async function isUnfinished(turn: Turn): Promise<boolean> {
    if (missingFor(await turn.settings()).length > 0) return true;
    return isMostUnreached((await stateOf(turn)).people);
  }

  async function onward(turn: Turn, step: StepId, saved: Saved): Promise<Message> {
    // What the turn read is of before it was saved.
    const state = await stateWith(await stored.read());
    // A rhythm that was looked at may stay as it is.
    const next = nextStep(state, step === 'ritme' ? 'proef' : step);
    return next ? stepCard(next, state, saved) : doneCard(state, turn.now, saved);
  }

  async function show(turn: Turn, at: z.infer<typeof showSchema> = {}): Promise<Message> {
    const state = await stateOf(turn);
    if (at.step === 'klaar') return doneCard(state, turn.now);
    if (at.step) return stepCard(stepOf(at.step), state);
    // Who can be reached is looked at by whoever comes along, also when that is everybody.
    if (at.from === 'bereik') return stepCard(stepOf('bereik'), state);
    const next = nextStep(state, at.from);
    return next ? stepCard(next, state) : doneCard(state, turn.now);
  }

  /** The form of the rhythm of the only team, or the teams to choose from. */
  async function rhythms(turn: Turn): Promise<Message> {
    const { teams } = await turn.settings();
    const [only] = teams;
    if (!only) return show(turn, { step: 'mensen' });
    if (teams.length === 1) return edit(turn, { setting: rhythm.key, team: only.key, guided: 'ritme' });
    return teamsCard({ teams, ended: [] }, 0, ({ key }) => {
      const { verb, title, data } = editButton(rhythm, key);
      return { verb, title, data: { ...data, guided: 'ritme' } };
    });
  }

  async function example({ directoryId }: Turn): Promise<Message> {
    return noticeCard({
      kind: 'settings',
      text: 'Zo ziet een mensenbestand eruit.',
      title: 'Zo ziet een mensenbestand eruit',
      body: 'Haal het voorbeeld op, vervang de twee regels door jullie mensen, en stuur het hier terug. Zet jezelf er ook in, met beheerder in de kolom toegang.',
      small: 'De link werkt één keer en hooguit 15 minuten.',
      link: { title: 'Haal het voorbeeld op', url: links.create(EXAMPLE_FILE, directoryId) },
      actions: [
        { verb: 'intake.upload', title: 'Upload een bestand', data: { kind: 'people' } },
        from('mensen', 'Terug'),
      ],
    });
  }

  return {
    onward,
    phrases: [
      {
        say: 'inrichten',
        first: 0,
        also: [
          'eerste uur',
          'het eerste uur',
          'begin',
          'beginnen',
          'begin met inrichten',
          'kompas inrichten',
          'kompas instellen',
          'inrichting',
          'verder inrichten',
          'verder met inrichten',
          'hoe begin ik',
          'waar begin ik',
          'waar moet ik beginnen',
          'hoe richt ik kompas in',
        ],
        title: 'Richt Kompas in, stap voor stap',
        needs: leading,
        run: (turn) => show(turn),
      },
    ],
    // Once everything is there, it stands in nobody's way.
    fitting: async (turn, phrases) =>
      !phrases.some(({ say }) => say === 'inrichten') || (await isUnfinished(turn))
        ? phrases
        : phrases.filter(({ say }) => say !== 'inrichten'),
    hears: [
      {
        order: 'greetings',
        needs: leading,
        answer: async (turn) =>
          turn.scope === 'personal' && (await isUnfinished(turn)) ? show(turn) : undefined,
      },
    ],
    actions: {
      'setup.show': action(showSchema, show, byAdministrators),
      'setup.rhythms': action(nothing, (turn) => rhythms(turn), byAdministrators),
      'setup.example': action(nothing, (turn) => example(turn), byAdministrators),
    },
    files: { [EXAMPLE_FILE]: peopleExample },
  };
}
