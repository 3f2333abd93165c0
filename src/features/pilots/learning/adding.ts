import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { notYours, viewOf } from '../pilot/rights.ts';
import { keptAs, lookBackFields, lookBackForm, newFields, newForm, roleIn } from './forms.ts';
import { longest } from './learning.ts';
import { nameProblems } from './names.ts';
import type { LearningTools } from './tools.ts';

const saved = (count: number) =>
  notice(
    'learning',
    count === 1 ? 'Het leerpunt is bewaard' : 'De leerpunten zijn bewaard',
    count === 1
      ? 'Het pilotteam vindt het met “leerpunten”. Er staat niet bij wie het schreef.'
      : 'Het pilotteam vindt ze met “leerpunten”. Er staat niet bij wie ze schreef.',
    [
      { verb: 'learning.list', title: 'Leerpunten', data: { query: '', skip: 0 } },
      { verb: 'learning.new', title: 'Nog een leerpunt', data: {} },
    ],
  );

const tooLong = `Je leerpunt was te lang. Alleen de eerste ${longest.text} tekens staan er nog.`;

/** So many a day of one pilot. No author is kept, so what counts is how many there are. */
export const MOST_A_DAY = 50;
const fullToday = 'Vandaag kwamen er al heel veel leerpunten bij. Dit is niet bewaard. Morgen kan het weer.';

/** Writing learning points down, by those who are in the pilot. */
export function adding({ pilots, learnings, everybody, which }: LearningTools) {
  const inTurn = oneAtATime();

  /** Keeps these points of a pilot, or none where they do not fit in its day. */
  const kept = (turn: Turn, pilot: string, count: number, keep: () => Promise<void>): Promise<boolean> =>
    inTurn(pilot, async () => {
      const day = today(turn.now).toString();
      const there = (await learnings.all()).filter((one) => one.pilot === pilot && one.day === day);
      if (there.length + count > MOST_A_DAY) return false;
      await keep();
      return true;
    });

  async function named(...texts: (string | undefined)[]): Promise<string[]> {
    const { namesIn } = nameFinder((await everybody()).map(({ name }) => name));
    return nameProblems(texts.flatMap((text) => namesIn(text ?? '')));
  }

  return {
    /** `pilot` when it was chosen from several. */
    begin: (turn: Turn, text = ''): Promise<Message> =>
      which(
        turn,
        'learning.new',
        async (pilot) => newForm(pilot, { text }, lengthProblems({ text }, newFields)),
        // The text travels in each of the buttons, so it is no longer than a learning point may be.
        { text: fitted(text, longest.text), cut: lengthProblems({ text }, newFields).length > 0 },
      ),
    beginFor: async (turn: Turn, id: string, text: string, cut: boolean): Promise<Message> => {
      const view = await viewOf(pilots, turn, id);
      return view ? newForm(view.pilot, { text }, cut ? [tooLong] : []) : notYours;
    },
    add: async (turn: Turn, sent: FormValues): Promise<Message> => {
      const view = await viewOf(pilots, turn, sent.pilot ?? '');
      if (!view) return notYours;
      const { text = '', registration = '' } = sent;
      const problems = [
        ...(text.trim() === '' ? ['Schrijf op wat je hebt geleerd.'] : []),
        ...lengthProblems(sent, newFields),
      ];
      // Names are looked for in a text of a normal length only.
      if (problems.length === 0) problems.push(...(await named(text, registration)));
      if (problems.length > 0) return newForm(view.pilot, sent, problems);
      const fits = await kept(turn, view.pilot.id, 1, () =>
        learnings.addLearning(view.pilot, text, 'typed', {
          role: roleIn(sent.role),
          registration: registration.trim() || undefined,
        }),
      );
      return fits ? saved(1) : newForm(view.pilot, sent, [fullToday]);
    },

    lookBack: (turn: Turn): Promise<Message> =>
      which(turn, 'learning.look-back-for', async (pilot) => lookBackForm(pilot)),
    lookBackFor: async (turn: Turn, id: string): Promise<Message> => {
      const view = await viewOf(pilots, turn, id);
      return view ? lookBackForm(view.pilot) : notYours;
    },
    saveLookBack: async (turn: Turn, sent: FormValues): Promise<Message> => {
      const view = await viewOf(pilots, turn, sent.pilot ?? '');
      if (!view) return notYours;
      const points = (['keep', 'change'] as const).flatMap((id) => {
        const text = sent[id]?.trim();
        return text ? [`${keptAs[id]}${text}`] : [];
      });
      const problems = [
        ...(points.length === 0
          ? ['Schrijf op wat jullie zo houden of anders doen. Dat wordt het leerpunt.']
          : []),
        ...lengthProblems(sent, lookBackFields),
      ];
      if (problems.length === 0) problems.push(...(await named(sent.keep, sent.change)));
      if (problems.length > 0) return lookBackForm(view.pilot, sent, problems);
      const fits = await kept(turn, view.pilot.id, points.length, async () => {
        for (const text of points) await learnings.addLearning(view.pilot, text, 'terugblik');
      });
      return fits ? saved(points.length) : lookBackForm(view.pilot, sent, [fullToday]);
    },
  };
}
