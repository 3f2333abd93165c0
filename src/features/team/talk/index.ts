import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { teamKey } from '../../../people/person.ts';
import { teamGroup } from '../groups/group.ts';
import { pointsCard, startCard } from './cards.ts';
import { type PointExportTools, pointExport } from './export.ts';
import { writeForm } from './forms.ts';
import { looking, pointGone } from './looking.ts';
import { isAtHome, type RoomTools, rooms } from './room.ts';
import { LOOKED_AT_ONCE, numbers, toLookAt } from './rules.ts';
import { takingUp } from './taking-up.ts';
import { writing } from './writing.ts';

export type TeamTalkTools = RoomTools & PointExportTools;

const inTeam = { needs: { ...colleagueAnywhere, checked: 'zit in het team of leidt het' } };

const teamField = z.string().max(100);
const ofTeam = z.object({ team: teamField });
const ofPoint = ofTeam.extend({ id: z.string().min(1).max(60) });
const each = (name: string, count: readonly number[]) => count.map((n) => `${name}${n}`);
const saveSchema = z.object({
  ...fieldsOf(field.text, [...each('proud', numbers), ...each('better', numbers)]),
  ...choosingSchema('one', ...each('owner', numbers)),
  ...fieldsOf(field.date, each('due', numbers)),
  team: teamField,
});
const lookedAt = Array.from({ length: LOOKED_AT_ONCE }, (_, n) => n + 1);
const lookSchema = ofTeam.extend({
  ids: z.array(z.string().min(1).max(60)).min(1).max(LOOKED_AT_ONCE),
  marks: carried(z.array(z.string().max(80)).max(LOOKED_AT_ONCE), []),
  inTalk: carried(z.boolean(), false),
  ...fieldsOf(field.choice, each('state', lookedAt)),
  ...choosingSchema('one', ...each('owner', lookedAt)),
  ...fieldsOf(field.date, each('due', lookedAt)),
});

const elsewhere = notice(
  'team',
  'Een teamgesprek houd je in het kanaal van je team',
  'Ga naar dat kanaal en typ daar: @Kompas teamgesprek. Neem er een halfuur voor.',
);
const whereToHold = 'Een nieuw teamgesprek begin je in het kanaal van je team, met @Kompas teamgesprek.';

/** So many other teams are one tap away. */
const MOST_OTHERS = 4;

/**
 * The talk in which a team says what it is proud of and what it wants to do better (docs/method.md step 5).
 */
export function talk(tools: TeamTalkTools): Required<Pick<Feature, 'phrases' | 'actions' | 'files'>> {
  const room = rooms(tools);
  const { mine, inRoom } = room;
  const write = writing(tools.groups, room);
  const look = looking(tools.groups, room);
  const exports = pointExport(tools);

  /** The points of a team, with the way to the other teams of who asks. */
  async function points(turn: Turn, wanted: string, note = ''): Promise<Message> {
    const found = await mine(turn);
    if ('message' in found) return found.message;
    const { teams } = found;
    const team = teams.find(({ key }) => key === wanted) ?? teams[0];
    const others = teams.filter((one) => one !== team).slice(0, MOST_OTHERS);
    return inRoom(turn, team?.key ?? '', async (open) =>
      pointsCard(open.group, open.points, open, {
        note,
        actions: others.map(({ key, name }) => ({ verb: 'talk.points', title: name, data: { team: key } })),
      }),
    );
  }

  async function start(turn: Turn): Promise<Message> {
    if (turn.scope === 'personal') return points(turn, '', whereToHold);
    const found = await mine(turn);
    if ('message' in found) return found.message;
    const home = found.teams.filter((team) => isAtHome(turn, team));
    // The team whose channel this is goes before one that has none.
    const team = home.find(({ channel }) => channel) ?? home[0];
    if (!team) return elsewhere;
    const group = teamGroup(team);
    const { points: all } = await tools.groups.content(group);
    return startCard(group, toLookAt(all, today(turn.now).toString()).length);
  }

  return {
    phrases: [
      {
        say: 'teamgesprek',
        wished:
          /\bwaar (?:zijn|waren) (?:we|wij) trots op\b|\bverbeterpunten? (?:kiezen|bepalen|bespreken)\b|\bsamen kiezen wat beter\b|\b(?:werkoverleg|teamoverleg)\b|\bgesprek\b.*\b(?:met|van) (?:mijn|het|ons) team\b/,
        also: ['start teamgesprek', 'team gesprek', 'trots en verbeterpunten'],
        title: 'Kies met je team waar jullie trots op zijn en wat beter kan, in het kanaal',
        needs: {
          ...inTeam.needs,
          checked: 'zit in het team of leidt het; beginnen gaat in het kanaal van het team',
        },
        run: start,
      },
      {
        say: 'teampunten',
        wished:
          /^(?:welke|wat zijn onze|waar staan onze) (?:verbeter|team)punten\b|\b(?:actie|verbeter|team)?punten van (?:het|mijn|ons) team\b|\bactiepunten\b|\b(?:team)?punten (?:downloaden|exporteren|als bestand)\b/,
        also: ['onze punten', 'verbeterpunten', 'punten van ons team'],
        title: 'Bekijk wat je team beter wil doen en waar het trots op is',
        needs: { ...colleagueAlone, checked: inTeam.needs.checked },
        takesRest: true,
        run: (turn, rest) => points(turn, teamKey(rest)),
      },
    ],
    actions: {
      ...takingUp(tools.groups, room, ofPoint, inTeam),
      'talk.write': action(
        ofTeam,
        (turn, { team }) => inRoom(turn, team, async (open) => look.next(open)),
        inTeam,
      ),
      'talk.next': action(
        ofTeam,
        (turn, { team }) => inRoom(turn, team, async (open) => writeForm(open.group, open.points, open)),
        inTeam,
      ),
      'talk.save': action(
        saveSchema,
        (turn, { team, ...sent }) => write.save(turn, team, sent as FormValues),
        inTeam,
      ),
      'talk.open': action(ofPoint, (turn, { team, id }) => look.open(turn, team, id), inTeam),
      'talk.look': action(
        lookSchema,
        (turn, { team, ids, marks, inTalk, ...sent }) =>
          look.look(turn, team, { ids, marks, inTalk }, sent as FormValues),
        inTeam,
      ),
      'talk.points': action(ofTeam, (turn, { team }) => inRoom(turn, team, () => points(turn, team)), inTeam),
      'talk.remove': action(
        ofPoint,
        (turn, { team, id }) =>
          inRoom(turn, team, async (open) =>
            (await write.remove(open, id)) ? points(turn, team, 'Weggehaald.') : pointGone,
          ),
        inTeam,
      ),
      'talk.links': action(z.object({}), exports.links, inTeam),
    },
    files: exports.files,
  };
}
