import { today } from '../../../calendar/clock.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf, isPresent } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { PlanStore } from '../steps/store.ts';
import { toldCard } from './cards.ts';
import { isAdopted } from './rules.ts';
import type { CourseStore } from './store.ts';

interface TellingTools extends Pick<Tools, 'everybody' | 'once' | 'send' | 'settings'> {
  plan: Pick<PlanStore, 'read'>;
  course: CourseStore;
}

/**
 * Tells the course that was adopted in the channel of each team, once a channel and version. Gives a Dutch sentence on what came of it:
 * teams without a channel hear it of people.
 */
export function telling({ course, everybody, once, send, settings, plan }: TellingTools) {
  return async (turn: Turn, version: number): Promise<string> => {
    const [now, { teams }, { form }, people] = await Promise.all([
      course.read(),
      settings.read(),
      plan.read(),
      everybody(),
    ]);
    if (!isAdopted(now) || now.version !== version)
      return 'Deze koers is gewijzigd. Stel die eerst opnieuw vast.';
    const names = new Map(people.filter(isPresent).map(({ directoryId = '', name }) => [directoryId, name]));
    const message = toldCard({ course: now, form, names });
    const channels = new Map(
      teams.flatMap(({ channel }) => (channel ? [[channelOf(channel.conversation), channel]] : [])),
    );
    const without = teams.filter(({ channel }) => !channel).length;
    let failed = 0;
    for (const [conversation, channel] of channels)
      await once({ what: 'course-told', about: conversation, period: `${version}` }, async () => {
        const outcome = await send({ ...channel, conversation, user: '' }, message);
        if (mayWorkLater(outcome)) throw new Error('a post did not arrive');
        if (outcome.kind !== 'sent') failed += 1;
      }).catch(() => {
        failed += 1;
      });
    const arrived = channels.size - failed;
    if (arrived > 0 && failed === 0) await course.setTold(today(turn.now).toString());
    const selves = failed + without;
    return [
      arrived > 0 ? `De koers staat in ${arrived === 1 ? 'één kanaal' : `${arrived} kanalen`}.` : '',
      selves > 0
        ? `${selves === 1 ? 'Eén team' : `${selves} teams`} kon ik niet bereiken. Vertel het daar zelf.`
        : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
}
