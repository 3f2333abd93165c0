import { z } from 'zod';
import { notice } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { eraseOther, isErased } from '../../../people/erase-again.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import type { MatrixAccessTools } from './access.ts';
import { filling } from './filling.ts';
import { shareFields, taskFields } from './forms.ts';
import { lengths } from './matrix.ts';
import { bySelfOrReader, matrixAlone, ofPerson } from './needs.ts';
import { openings } from './opening.ts';
import { matrixReminder } from './reminder.ts';
import { tasksExport, tasksIntake } from './task-intake.ts';
import { matrixTelling } from './telling.ts';
import { waitingMatrices } from './waiting.ts';

const onVersion = ofPerson.extend({ seen: z.number().int().min(0).max(1_000_000) });
const page = carried(z.number().int().min(0).max(100), 0);
/** What a form carries that was opened on what both confirmed: which list, and the mark of that state. */
const anew = { length: carried(z.enum([...lengths, '']), ''), of: carried(z.string().max(40), '') };
const form = onVersion.extend(anew);

const shared = { needs: bySelfOrReader };
const byBeginner = {
  needs: {
    ...matrixAlone,
    checked: 'is het zelf, of leidt als enige het team; wat er al staat, ziet alleen wie mag meekijken',
  },
};
const byOwner = {
  needs: { ...matrixAlone, checked: 'heeft zelf een takenmatrix, en kiest een leidinggevende van het team' },
};
const byLead = { needs: { ...matrixAlone, checked: 'leidt het team' } };

/** Filling in the takenmatrix, by an employee and who leads their team (docs/method.md step 1.1 and 1.2). */
export function matrix(tools: Tools & MatrixAccessTools): FeatureOffer {
  const fill = filling(tools);
  const { typed, pick, open } = openings(tools);
  const waits = waitingMatrices(tools);

  /**
   * Runs what may keep something of this person, '' for who taps. Where that is a colleague who erased themselves while it went on, it is
   * erased too (trust:see-and-erase); of who taps themselves the dispatcher looks after that.
   */
  async function keeping(turn: Turn, person: string, run: () => Promise<Message>): Promise<Message> {
    const answer = await run();
    const isOther = !['', turn.directoryId].includes(person);
    if (!isOther || !(await isErased(tools, person))) return answer;
    // Whoever erased themselves before has nothing here: looking through all that is kept is for the rare one in between.
    if (await tools.matrices.isAbout(person)) await eraseOther(tools, person);
    return fill.show(turn, person);
  }

  return {
    phrases: [
      {
        say: 'takenmatrix',
        also: [
          'mijn takenmatrix',
          'mijn taken en rollen',
          'taken en rollen',
          'taken invullen',
          'welke taken doe ik',
        ],
        title: 'Vul met je leidinggevende in welke taken je doet',
        takesRest: true,
        needs: matrixAlone,
        run: (turn, rest) =>
          typed(turn, rest, {
            verb: 'matrix.show',
            title: 'De takenmatrix staat klaar',
            body: 'Welke taken doe je, en hoe vaak? Je vult dit met z’n tweeën in. Het is geen beoordeling.',
            aboutColleague:
              'Welke taken doet je collega, en hoe vaak? Je vult dit met z’n tweeën in. Het is geen beoordeling.',
          }),
      },
    ],
    actions: {
      'matrix.show': action(
        ofPerson,
        (turn, { person }) => keeping(turn, person, () => fill.show(turn, person)),
        shared,
      ),
      'matrix.pick': action(z.object({}), (turn) => pick(turn), byLead),
      'matrix.waiting': action(z.object({ page }), (turn, sent) => waits.list(turn, sent.page), byLead),
      'matrix.open': action(
        z.object(choosingSchema('one', 'member')),
        (turn, sent) => open(turn, sent as FormValues, (id) => keeping(turn, id, () => fill.show(turn, id))),
        byLead,
      ),
      'matrix.begin': action(
        ofPerson.extend({ length: z.enum(lengths), lead: carried(z.string().max(100), '') }),
        (turn, sent) => keeping(turn, sent.person, () => fill.begin(turn, sent)),
        byBeginner,
      ),
      'matrix.time': action(ofPerson.extend(anew), (turn, sent) => fill.time(turn, sent), shared),
      'matrix.save-time': action(
        form.extend({
          job: field.text,
          appointment: field.text,
          ...fieldsOf(field.number, shareFields),
        }),
        (turn, { person, seen, length, of, ...sent }) =>
          keeping(turn, person, () => fill.saveTime(turn, { person, seen, length, of }, sent as FormValues)),
        shared,
      ),
      'matrix.tasks': action(
        ofPerson.extend({ ...anew, page }),
        (turn, sent) => fill.tasks(turn, sent),
        shared,
      ),
      'matrix.save-tasks': action(
        form.extend({
          page,
          tasks: z.array(z.string().max(60)).max(taskFields.length),
          ...fieldsOf(field.choice, taskFields),
        }),
        (turn, { person, seen, length, of, page: at, tasks, ...sent }) =>
          keeping(turn, person, () =>
            fill.saveTasks(turn, { person, seen, length, of, page: at, tasks }, sent as FormValues),
          ),
        shared,
      ),
      'matrix.alone': action(ofPerson.extend(anew), (turn, sent) => fill.alone(turn, sent), shared),
      'matrix.save-alone': action(
        form.extend({ alone: field.choices }),
        (turn, { alone, ...target }) =>
          keeping(turn, target.person, () => fill.saveAlone(turn, target, alone)),
        shared,
      ),
      'matrix.confirm': action(
        onVersion.extend({ list: carried(z.string().max(40), ''), sure: carried(z.boolean(), false) }),
        (turn, target) => keeping(turn, target.person, () => fill.confirm(turn, target)),
        shared,
      ),
      'matrix.put-back': action(onVersion, (turn, target) => fill.putBack(turn, target), shared),
      'matrix.choose': action(z.object({}), (turn) => fill.choose(turn), byOwner),
      'matrix.share': action(z.object({ to: field.choice }), (turn, { to }) => fill.share(turn, to), byOwner),
      'matrix.later': action(
        z.object({}),
        async () =>
          notice(
            'roles',
            'Goed',
            'Ik vraag er niet meer naar. Wat je invulde, blijft staan tot 180 dagen na de laatste wijziging.',
          ),
        { needs: matrixAlone },
      ),
    },
    intakes: [tasksIntake(tools)],
    ...tasksExport(tools),
    jobs: [matrixTelling(tools.matrices), matrixReminder(tools.matrices)],
    waiting: waits.waiting,
  };
}
