import { isDate, today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import { type Choosing, choosingForm, chosenIn } from '../../../conversation/choosing.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { channelOf, isPresent, type Person } from '../../../people/person.ts';
import { pilotsOfChannel } from '../pilot/channels.ts';
import { closuresOf, datesProblems, firstDates } from '../pilot/dates.ts';
import { kinds, LONGEST_NAME, type Member, MOST_MEMBERS, type PilotKind } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { accountProblems, chosenOf, crewChoosing, leftProblems } from './fields.ts';
import type { Sent } from './typed.ts';

export const notForYou = notice(
  'pilot',
  'Alleen een projectleider of leidinggevende begint een pilot',
  'Wil je een pilot beginnen? Vraag het je leidinggevende, of een projectleider bij je gemeente.',
);

/**
 * What is typed where others read along is answered to all of them, and it stays there. The form names every colleague, so it opens
 * in the tap of who begins.
 */
export const formBehindButton = (name: string, kind: string): Message =>
  notice('pilot', 'Een pilot beginnen', 'Tik op “Vul in”. Het formulier opent alleen voor jou.', [
    { verb: 'pilot.begin', title: 'Vul in', data: { name, kind } },
  ]);

/** So many pilots a day may somebody begin. */
export const MOST_A_DAY = 30;
const fullToday = 'Je begon vandaag al heel veel pilots. Deze is niet bewaard. Morgen kan het weer.';

/** How the log says that somebody began a pilot. */
const BEGUN = 'pilot begonnen';

/** So many characters of the name go along to the form: enough to read there that it is too long. */
const LONGEST_CARRIED = 2 * LONGEST_NAME;

/** The text of the form: field, how it is called, characters at most. */
const nameText = [['name', 'Hoe heet de pilot?', LONGEST_NAME]] as const;

const kindChoices = Object.entries(kinds).map(([value, { title, tries }]) => ({
  value,
  title: `${title}: ${tries}`,
}));

/** The form to begin a pilot with: it asks no more than what a pilot cannot do without. */
export function newForm(crew: Choosing, typed: FormValues = {}, problems: readonly string[] = []): Message {
  const fields: Field[] = [
    {
      id: 'name',
      kind: 'text',
      label: 'Hoe heet de pilot?',
      hint: 'Bijvoorbeeld: Mutaties in Delfshaven',
      value: typed.name,
      longest: LONGEST_NAME,
      required: true,
    },
    {
      id: 'kind',
      kind: 'one',
      label: 'Wat voor pilot is het?',
      choices: kindChoices,
      value: typed.kind ?? 'rolpilot',
    },
    ...choosingForm(crew, typed),
    { id: 'from', kind: 'date', label: 'Eerste dag', value: typed.from, required: true },
    { id: 'until', kind: 'date', label: 'Laatste dag', value: typed.until, required: true },
  ];
  return formCard({
    kind: 'pilot',
    title: `Nieuwe ${typed.kind && Object.hasOwn(kinds, typed.kind) ? typed.kind : 'pilot'}`,
    lead: 'Meer dan dit hoeft niet. Doelen, kaders en stand-up vul je daarna in. Wie meedoet, krijgt bericht van mij.',
    problems,
    fields,
    submit: { verb: 'pilot.create', title: 'Begin de pilot', data: {} },
    seenBy: pilotReaders,
  });
}

/** Beginning a pilot. */
export function beginning({ pilots, audit, everybody, everybodyNow, newId, show }: PilotTools) {
  const inTurn = oneAtATime();

  /**
   * The colleagues whom somebody can choose when they begin a pilot. They are in it themselves, as the one
   * who leads it.
   */
  async function colleagues(turn: Turn, { team }: Person): Promise<Choosing> {
    const [people, settings] = await Promise.all([everybody(), turn.settings()]);
    const others = people.filter((one) => isPresent(one) && one.directoryId !== turn.directoryId);
    return crewChoosing('Wie doen er mee, naast jou?', others, team, settings);
  }

  return {
    /** `kind` and `name` when they were typed. */
    begin: async (turn: Turn, name = '', kindName = ''): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const isTyped = turn.text !== '';
      if (isTyped && turn.scope !== 'personal')
        return formBehindButton([...name].slice(0, LONGEST_CARRIED).join(''), kindName);
      const kind = Object.hasOwn(kinds, kindName) ? (kindName as PilotKind) : undefined;
      const dates = firstDates(kind, today(turn.now), await closuresOf(turn));
      return newForm(
        await colleagues(turn, me),
        { name, kind, ...dates },
        lengthProblems({ name }, nameText),
      );
    },

    create: async (turn: Turn, sent: Sent): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const { name = '', kind = '', from = '', until = '' } = sent;
      const crew = await colleagues(turn, me);
      const { sent: read, problems: unclear } = chosenIn([crew], sent);
      const people = await everybodyNow();
      const others = chosenOf(read.members ?? '', people).filter((id) => id !== turn.directoryId);
      const unfit = [
        ...unclear,
        ...accountProblems(read.members ?? '', people),
        ...leftProblems(read.membersName ?? '', people),
      ];
      const [first, last] = [from, until].map((date) => (isDate(date) ? date : ''));
      const wrongDates = datesProblems(
        { from: first ?? '', until: last ?? '' },
        today(turn.now).toString(),
        await closuresOf(turn),
      );
      const problems = [
        ...(name.trim() === '' ? ['Geef de pilot een naam.'] : []),
        ...(Object.hasOwn(kinds, kind) ? [] : ['Kies wat voor pilot het is.']),
        ...unfit,
        ...(others.length === 0 && unfit.length === 0 ? ['Kies minstens één collega.'] : []),
        ...(others.length >= MOST_MEMBERS
          ? [`Kies hooguit ${MOST_MEMBERS - 1} collega’s. Klein beginnen werkt beter.`]
          : []),
        ...wrongDates,
        ...lengthProblems(sent, nameText),
      ];
      if (problems.length > 0) return newForm(crew, read, problems);
      const { serviceUrl, conversation, bot } = turn.address;
      const isTaken = (await pilotsOfChannel(pilots, turn)).length > 0;
      const isLinked = turn.scope === 'channel' && !isTaken;
      const id = newId('P');
      const day = today(turn.now).toString();
      const fits = await inTurn(turn.directoryId, async () => {
        // By the log, which also knows of those that somebody else leads by now.
        if ((await audit.countOn(turn.directoryId, BEGUN, day)) >= MOST_A_DAY) return false;
        await audit.record(turn.directoryId, BEGUN, id);
        await pilots.add(
          {
            id,
            name: name.trim(),
            kind: kind as PilotKind,
            from: first ?? '',
            until: last ?? '',
            criteria: [],
            iteration: { number: 1, day, changed: [] },
            unheard: newId('N'),
            ...(isLinked ? { channel: { serviceUrl, conversation: channelOf(conversation), bot } } : {}),
          },
          [
            { directoryId: turn.directoryId, role: 'lead' },
            ...others.map((directoryId): Member => ({ directoryId, role: 'member' })),
          ],
        );
        return true;
      });
      if (!fits) return newForm(crew, read, [fullToday]);
      const where = isLinked
        ? 'De pilot is er, en hoort bij dit kanaal.'
        : isTaken
          ? 'De pilot is er. Dit kanaal hoort al bij een andere pilot: geef jouw pilot een eigen kanaal.'
          : 'De pilot is er.';
      return show(turn, id, `${where} Wie meedoet, krijgt bericht op een werkdag tussen 10 en 16 uur.`);
    },
  };
}
