import { z } from 'zod';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { profilePartIds } from '../content/profiles.ts';
import { type EditingTools, editing } from './editing.ts';
import { profileExport } from './export.ts';
import { profilesIntake } from './intake.ts';
import { points } from './points.ts';
import { editors, type ShowingTools, showing } from './showing.ts';

export type ProfilesTools = Tools & EditingTools & ShowingTools;

const ofRole = z.object({ role: z.enum(ibroRoles) });
const ofPart = ofRole.extend({ part: z.enum(profilePartIds) });
const version = z.number().int().min(0).max(999_999);
const onVersion = ofPart.extend({ seen: version });

const changing: Needs = { who: editors, where: 'own chat', typed: 'rolprofielen' };

/**
 * What a role is in this municipality (docs/method.md step 3): our text, which it changes, and what the register records. Everybody
 * reads it; who changes it is logged.
 */
export function profiles(tools: ProfilesTools): FeatureOffer {
  const shows = showing(tools);
  const edits = editing(tools);
  const learned = points({ ...tools, show: shows.show });
  const { files, exports, link } = profileExport(tools, changing);

  return {
    phrases: [
      {
        say: 'rolprofiel',
        wished:
          /\bwat (?:hoort|houdt|valt) (?:er )?(?:bij|in|onder) (?:de|mijn|een) rol\b|\b(?:beschrijving|omschrijving) van (?:de|een|mijn) rol(?:len)?\b/,
        also: [
          'rolprofielen',
          'de rolprofielen',
          'alle rolprofielen',
          'profiel van de rol',
          'rollen bekijken',
        ],
        title: 'Lees wat een rol hier doet: zet de naam van de rol erachter',
        needs: colleagueAnywhere,
        takesRest: true,
        run: async (turn, rest) => shows.typed(turn, rest),
      },
    ],
    actions: {
      'profile.all': action(z.object({}), () => shows.all(), { needs: colleagueAnywhere }),
      'profile.show': action(ofRole, (turn, { role }) => shows.show(turn, role), {
        needs: colleagueAnywhere,
      }),
      'profile.edit': action(ofRole, (_, { role }) => edits.edit(role), { needs: changing }),
      'profile.part': action(ofPart, (_, { role, part }) => edits.part(role, part), { needs: changing }),
      'profile.save': action(
        onVersion.extend({ text: field.long }),
        (turn, { text, ...target }) => edits.save(turn, target, text),
        { needs: changing },
      ),
      'profile.history': action(
        ofRole.extend({ page: carried(z.number().int().min(0).max(10_000), 0) }),
        (_, { role, page }) => edits.history(role, page),
        { needs: changing },
      ),
      'profile.restore': action(
        onVersion.extend({ version }),
        (turn, { version: wanted, ...target }) => edits.restore(turn, target, wanted),
        { needs: changing },
      ),
      'profile.points': action(ofRole, (_, { role }) => learned.form(role), { needs: changing }),
      'profile.save-points': action(
        ofRole.extend({ seen: z.string().max(1_000), ...choosingSchema('many', 'points') }),
        (turn, { role, seen, ...sent }) => learned.save(turn, role, seen, sent),
        { needs: changing },
      ),
      'profile.file': action(z.object({}), async (turn) => link(turn), { needs: changing }),
    },
    files,
    exports,
    intakes: [profilesIntake(tools)],
  };
}
