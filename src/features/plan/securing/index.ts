import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { carried, field, fieldsOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { manyOf } from '../../../language/fitted.ts';
import { isAmong } from '../../../people/access.ts';
import { eraseChosen } from '../../../people/erase-again.ts';
import type { FeatureOffer } from '../../module.ts';
import { agreementFieldIds, handOverIds, type Registration, registrations } from '../content/securing.ts';
import { choosable, LATE, NOBODY } from '../steps/forms.ts';
import { keepers, listedFor } from '../steps/reading.ts';
import { board } from './board.ts';
import { securingCard, toSecuring } from './cards.ts';
import { agreementsForm, handingForm, ownerChoosings, ownersForm } from './forms.ts';
import { shownSecuring } from './reading.ts';
import { agreementProblems, agreementsIn, ownedBy } from './rules.ts';
import { adders, type SecuringTools } from './tools.ts';

const keeping: Needs = { who: keepers, where: 'own chat', typed: 'borging' };
const adding: Needs = { who: adders, where: 'own chat', typed: 'verbeterbord' };
const changing: Needs = {
  ...colleagueAlone,
  typed: 'verbeterbord',
  checked: 'pakt het punt op, leidt een team of houdt het stappenplan bij',
};
const version = z.number().int().min(0).max(999_999);
const seenOne = z.object({ seen: version });
const id = z.string().max(40);
const onPoint = z.object({ id, seen: version });
const pointFields = {
  text: field.long,
  source: field.choice,
  step: field.choice,
  table: field.choice,
  due: field.date,
  ...choosingSchema('one', 'owner'),
};

/** What stays once the project ends (docs/method.md step 8): agreements, owners, the handing over, and the verbeterbord. */
export function securingOffer(tools: SecuringTools): FeatureOffer {
  const { securing, audit, everybody, administrators } = tools;
  const points = board(tools);

  async function show(turn: Turn, note = ''): Promise<Message> {
    const [shown, me] = await Promise.all([shownSecuring(tools), turn.person()]);
    if (!me && !administrators.includes(turn.directoryId)) return unknownPerson;
    const mayKeep = turn.scope === 'personal' && isAmong(keepers, turn.directoryId, me, administrators);
    return securingCard(shown, { note, mayKeep, me: turn.scope === 'personal' ? turn.directoryId : '' });
  }

  const log = (turn: Turn, what: string) => audit.record(turn.directoryId, 'borging gewijzigd', what);
  const agreed = async () => (await securing.read()).agreements;

  async function save(turn: Turn, seen: number, sent: FormValues): Promise<Message> {
    const [{ securing: now, form }, people] = await Promise.all([shownSecuring(tools), everybody()]);
    const fields = agreementsIn(form);
    const problems = agreementProblems(sent, fields, nameFinder(people.map(({ name }) => name)));
    if (problems.length > 0)
      return agreementsForm({ ...now.agreements, version: seen }, form, { typed: sent, problems });
    await log(turn, 'afspraken');
    const texts = Object.fromEntries(fields.map((one) => [one, sent[one] ?? '']));
    const day = today(turn.now).toString();
    if (
      await securing.change(seen, (before) => ({ ...before, texts: { ...before.texts, ...texts } }), [], day)
    )
      return show(turn, 'Bewaard.');
    return agreementsForm(await agreed(), form, { typed: sent, problems: [LATE] });
  }

  async function owners(registration: Registration): Promise<Message> {
    const [now, people] = await Promise.all([securing.read(), everybody()]);
    const typed = {
      process: now.owners.get(`proces-${registration}`) ?? NOBODY,
      data: now.owners.get(`data-${registration}`) ?? NOBODY,
    };
    return ownersForm(registration, now.agreements.version, choosable(people), { typed });
  }

  async function saveOwners(turn: Turn, registration: Registration, seen: number, filled: FormValues) {
    const choices = choosable(await everybody());
    const { sent, problems } = chosenIn(ownerChoosings(choices), filled);
    if (problems.length > 0) return ownersForm(registration, seen, choices, { typed: sent, problems });
    await log(turn, `eigenaren van ${registration}`);
    const known = (one: string | undefined) =>
      choices.some(({ value }) => value === one) ? (one ?? '') : '';
    const [process, data] = [known(sent.process), known(sent.data)];
    const isWritten = await securing.change(
      seen,
      (before) => before,
      [
        [`proces-${registration}`, process],
        [`data-${registration}`, data],
      ],
      today(turn.now).toString(),
    );
    // They may have erased themselves since they were looked up (trust:see-and-erase).
    await eraseChosen(tools, [process, data]);
    if (isWritten) return show(turn, 'Bewaard.');
    return ownersForm(registration, (await agreed()).version, choices, { typed: sent, problems: [LATE] });
  }

  async function handOver(turn: Turn, seen: number, done: string): Promise<Message> {
    await log(turn, 'overdracht');
    const day = today(turn.now).toString();
    const chosen = manyOf(done);
    const isWritten = await securing.change(
      seen,
      (before) => ({
        ...before,
        handedOver: Object.fromEntries(
          handOverIds
            .filter((one) => chosen.includes(one))
            .map((one) => [one, before.handedOver[one] ?? day]),
        ),
      }),
      [],
      day,
    );
    return isWritten
      ? show(turn, 'Bewaard.')
      : handingForm(await agreed(), { typed: done, problems: [LATE] });
  }

  /** Takes who asks away from a registration, and nobody else. */
  async function leave(turn: Turn, registration: Registration): Promise<Message> {
    const duties = ownedBy(await securing.read(), turn.directoryId)
      .filter((one) => one.registration === registration)
      .map(({ duty }) => duty);
    if (duties.length === 0) return show(turn, 'Je bent geen eigenaar van deze registratie.');
    await log(turn, `haalt zichzelf weg bij ${registration}`);
    await securing.leave(duties, turn.directoryId);
    return show(turn, `Je bent geen eigenaar meer van ${registration}.`);
  }

  /** Points of the board that wait for who takes them up, and the registrations that somebody looks after, which are not counted. */
  async function waiting(turn: Turn): Promise<Waiting[]> {
    const now = await securing.read();
    const { points: all, owners: theirs } = now;
    const owned = ownedBy(now, turn.directoryId).map(
      ({ registration, kind }): Waiting => ({
        kind: 'Borging',
        text: `${registration}: jij bent ${kind === 'data' ? 'data-eigenaar' : 'proceseigenaar'}`,
        forOther: true,
        actions: [{ ...toSecuring, title: 'Open' }],
      }),
    );
    const taken = all
      .filter((one) => one.done === undefined && theirs.get(`punt-${one.id}`) === turn.directoryId)
      .map((one) => ({
        kind: 'Verbeterbord',
        text: one.text,
        due: one.due || undefined,
        actions: [{ verb: 'board.open', title: 'Open', data: { id: one.id } }],
      }));
    return [...taken, ...owned];
  }

  return {
    phrases: [
      {
        say: 'borging',
        also: ['de borging', 'proceseigenaar', 'proceseigenaren', 'data-eigenaar', 'wie is proceseigenaar'],
        title: 'Lees wie eigenaar is van een registratie, en wat is afgesproken',
        unlisted: true,
        needs: colleagueAnywhere,
        run: (turn) => show(turn),
      },
      {
        say: 'verbeterbord',
        also: ['het verbeterbord', 'verbeterpunten van alle teams'],
        title: 'Bekijk wat beter kan in alle teams, en wie dat oppakt',
        needs: { ...colleagueAnywhere, listedFor },
        run: (turn) => points.show(turn, 0, false),
      },
    ],
    actions: {
      'securing.show': action(z.object({}), (turn) => show(turn), { needs: colleagueAnywhere }),
      'securing.edit': action(
        z.object({}),
        async () => {
          const { securing: now, form } = await shownSecuring(tools);
          return agreementsForm(now.agreements, form);
        },
        { needs: keeping },
      ),
      'securing.save': action(
        seenOne.extend(fieldsOf(field.long, agreementFieldIds)),
        (turn, { seen, ...sent }) => save(turn, Number(seen), sent as FormValues),
        { needs: keeping },
      ),
      'securing.owners': action(
        z.object({ registration: z.enum(registrations) }),
        (_, { registration }) => owners(registration),
        { needs: keeping },
      ),
      'securing.save-owners': action(
        seenOne.extend({ registration: z.enum(registrations), ...choosingSchema('one', 'process', 'data') }),
        (turn, { registration, seen, ...sent }) => saveOwners(turn, registration, seen, sent as FormValues),
        { needs: keeping },
      ),
      'securing.leave': action(
        z.object({ registration: z.enum(registrations) }),
        (turn, { registration }) => leave(turn, registration),
        { needs: colleagueAlone },
      ),
      'securing.handing': action(z.object({}), async () => handingForm(await agreed()), { needs: keeping }),
      'securing.hand-over': action(
        seenOne.extend({ done: field.choices }),
        (turn, { seen, done }) => handOver(turn, seen, done),
        { needs: keeping },
      ),
      'board.show': action(
        z.object({ page: carried(z.number().int().min(0).max(1_000), 0), done: carried(z.boolean(), false) }),
        (turn, { page, done }) => points.show(turn, page, done),
        { needs: colleagueAnywhere },
      ),
      'board.open': action(z.object({ id }), (turn, { id: one }) => points.open(turn, one), {
        needs: colleagueAnywhere,
      }),
      'board.new': action(z.object({}), () => points.new(), { needs: adding }),
      'board.add': action(
        z.object({ id, ...pointFields }),
        (turn, { id: one, ...sent }) => points.add(turn, one, sent as FormValues),
        { needs: adding },
      ),
      'board.pass': action(z.object({}), (turn) => points.pass(turn), { needs: adding }),
      'board.passing': action(
        z.object({ point: field.choice }),
        (turn, { point }) => points.passing(turn, point),
        {
          needs: adding,
        },
      ),
      'board.edit': action(z.object({ id }), (turn, { id: one }) => points.edit(turn, one), {
        needs: changing,
      }),
      'board.save': action(
        onPoint.extend(pointFields),
        (turn, { id: one, seen, ...sent }) => points.save(turn, { id: one, seen }, sent as FormValues),
        { needs: changing },
      ),
      'board.done': action(onPoint, (turn, target) => points.done(turn, target), { needs: changing }),
      'board.undone': action(onPoint, (turn, target) => points.undone(turn, target), { needs: changing }),
    },
    waiting,
  };
}
