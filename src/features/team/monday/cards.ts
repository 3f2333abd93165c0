import { listCard } from '../../../conversation/cards/list.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Group } from '../groups/group.ts';
import { placeData } from '../groups/place.ts';
import type { Picture } from '../snapshot/rules.ts';
import { inOneSentence } from '../snapshot/words.ts';
import { questionFor, stepFor } from './words.ts';

/** A team whose picture is shown. */
export interface ShownTeam {
  group: Group;
  picture: Picture;
}

const open = ({ group }: ShownTeam) => ({
  verb: 'team.open',
  title: 'Bekijk het teambeeld',
  data: placeData(group),
});

/**
 * How a team was last week: one sentence and one question, the same for everybody in it. Who leads it reads what to do next as
 * well. It is a stored message, so it holds published values alone (trust:answers-not-in-messages).
 */
export function teamCard(team: ShownTeam, leads: boolean): Message {
  const { picture } = team;
  return noticeCard({
    kind: 'team',
    text: 'Zo zat je team er vorige week bij.',
    title: 'Zo zat je team er vorige week bij',
    body: inOneSentence(picture, true),
    lines: [
      `Vraag voor jullie gesprek: “${questionFor(picture)}”`,
      ...(leads ? [`Jouw volgende stap: ${stepFor(picture)}`] : []),
    ],
    actions: [open(team), ...(leads ? [{ verb: 'signal.list', title: 'Open signalen', data: {} }] : [])],
  });
}

/** The same for who leads several teams: each team its sentence, in order of name, with nothing to compare them by. */
export function teamsCard(teams: readonly ShownTeam[]): Message {
  const ordered = [...teams].sort((a, b) => a.group.name.localeCompare(b.group.name, 'nl'));
  return listCard({
    kind: 'team',
    text: 'Zo zaten jouw teams er vorige week bij.',
    title: 'Zo zaten jouw teams er vorige week bij',
    lead: 'Vraag elk team: waardoor komt dit vooral? Luister eerst, en spreek samen één kleine stap af.',
    sections: [
      {
        title: '',
        lines: ordered.map(({ group, picture }) => ({
          text: group.name,
          detail: inOneSentence(picture, true),
        })),
      },
    ],
    actions: [
      { verb: 'team.all', title: 'Bekijk jouw teams', data: {} },
      { verb: 'signal.list', title: 'Open signalen', data: {} },
    ],
  });
}
