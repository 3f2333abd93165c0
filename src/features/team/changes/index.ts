import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { normalise } from '../../../language/normalise.ts';
import { calendarCard } from './cards.ts';
import { type ManageTools, managing } from './managing.ts';
import { mayChange, mayKeep } from './rights.ts';
import { calendarFor } from './rules.ts';

export type CalendarTools = ManageTools;

/** Who keeps the calendar, and who may change what stands on it, is checked in `access.ts`. */
const keeping = { needs: { ...colleagueAnywhere, checked: 'houdt de kalender bij' } };
const changing = {
  needs: {
    ...colleagueAnywhere,
    checked: 'plaatste het, leidt een team waarvoor het is, of is beheerder',
  },
};

const ofChange = z.object({ id: z.string().regex(/^K-[0-9a-f]{8}$/) });
/** `seen` is the version that the form was opened on. A form without it counts as opened on another version. */
const onVersion = ofChange.extend({ seen: carried(z.string().max(40), '') });
const details = {
  title: field.text,
  ...choosingSchema('one', 'scope'),
  roles: field.choices,
  impact: field.choice,
  effect: field.text,
  unknown: field.text,
};
const when = { date: field.date, around: field.text };

const moves =
  /\b(?:invoering|livegang|live gang|go live|migratie|oplevering|overgang|overstap|ingebruikname|uitrol|invoerdatum|planning|systeem|programma|pakket|applicatie|verhuizing)\b.*\b(?:(?:schuift|gaat|verschuift) (?:op )?naar|later|eerder|uitgesteld|verschoven|verplaatst|vertraagd|naar voren|schuift|verschuift)\b/;
/** True for who says that something is brought in on another day. Pure. */
const saysItMoves = (text: string): boolean => moves.test(normalise(text));

/** The calendar of what changes, when and for whom (docs/method.md step 8: also what stays unknown). */
export function calendar(tools: CalendarTools): Required<Pick<Feature, 'phrases' | 'actions' | 'hears'>> {
  const manage = managing(tools);

  async function list(turn: Turn, page: number): Promise<Message> {
    const [me, settings, all] = await Promise.all([turn.person(), turn.settings(), tools.changes.all()]);
    if (!me) return unknownPerson;
    const { administrators, hashedIds } = tools;
    const asker = { directoryId: turn.directoryId, me, administrators };
    return calendarCard(calendarFor(all, me, settings, today(turn.now).toString()), settings, {
      page,
      mayAdd: mayKeep(asker, settings),
      mayChange: (change) => mayChange(asker, change, settings, hashedIds),
    });
  }

  return {
    phrases: [
      {
        say: 'kalender',
        wished:
          /\bwat (?:verandert|gaat er veranderen|wordt anders)\b.*\b(?:wanneer|voor wie|wie)\b|\b(?:op|in) de kalender\b|\bveranderkalender\b|^(?:ik wil )?(?:verplaats|verschuif|verzet|stel)\b.*\b(?:naar|tot|uit)\b|^(?!.*\bsigna)(?=.*\b(?:die|de) datum\b).*\b(?:naar|worden|verzetten|wijzigen|veranderen)\b|\b(?:verplaatsen|verschuiven|verzetten|uitstellen) (?:naar|tot)\b/,
        also: ['veranderkalender', 'wat verandert er', 'wat verandert er wanneer'],
        title: 'Bekijk wat er verandert, wanneer en voor wie',
        needs: colleagueAlone,
        run: (turn) => list(turn, 0),
      },
    ],
    // Before questions about mandates: these words say that a day changed, and not who decides.
    hears: [
      {
        order: 'first',
        needs: colleagueAlone,
        answer: async (turn) => (saysItMoves(turn.text) ? list(turn, 0) : undefined),
      },
    ],
    actions: {
      'changes.list': action(
        z.object({ page: carried(z.number().int().min(0).max(1_000), 0) }),
        (turn, { page }) => list(turn, page),
        { needs: colleagueAnywhere },
      ),
      'changes.new': action(z.object({}), (turn) => manage.begin(turn), keeping),
      'changes.add': action(
        ofChange.extend({ ...details, ...when }),
        (turn, { id, ...typed }) => manage.add(turn, id, typed as FormValues),
        keeping,
      ),
      'changes.open': action(ofChange, (turn, { id }) => manage.open(turn, id), changing),
      'changes.edit': action(ofChange, (turn, { id }) => manage.edit(turn, id), changing),
      'changes.save': action(
        onVersion.extend(details),
        (turn, { id, seen, ...typed }) => manage.save(turn, { id, seen }, typed),
        changing,
      ),
      'changes.move': action(ofChange, (turn, { id }) => manage.move(turn, id), changing),
      'changes.move-to': action(
        onVersion.extend({ ...when, reason: field.text }),
        (turn, { id, seen, ...typed }) => manage.moveTo(turn, { id, seen }, typed),
        changing,
      ),
      'changes.stop': action(ofChange, (turn, { id }) => manage.stop(turn, id), changing),
      'changes.withdraw': action(
        onVersion.extend({ reason: field.text }),
        (turn, { id, seen, ...typed }) => manage.withdraw(turn, { id, seen }, typed),
        changing,
      ),
    },
  };
}
