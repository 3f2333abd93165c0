import { dutchDay } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { capital } from '../../../language/capital.ts';
import { numberIn } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { type Kickoff, kinds, LONGEST_TEXT, type Pilot, toolsWork } from '../pilot/pilot.ts';
import { dutchNumber } from '../pilot/progress.ts';
import { readersWho } from '../pilot/readers.ts';
import { alreadyClosed, asLead, asMember, changeOpen } from '../pilot/rights.ts';
import { standupWords } from '../pilot/standup-words.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { postIn } from '../posts/posting.ts';
import type { NewestPost } from '../posts/store.ts';
import { backTo, numberText } from './fields.ts';
import type { Sent } from './typed.ts';

const LONGEST = 200;
const kickoffTexts = [
  ['tools', 'Waarmee werken jullie?', LONGEST],
  ['support', 'Wie helpt als het vastloopt?', LONGEST_TEXT],
  ['where', 'Waar stel je een vraag?', LONGEST],
] as const;

const isWorks = (value: string): value is Kickoff['works'] => Object.hasOwn(toolsWork, value);

/** Time, tools and help: what a team has to know on its first day (docs/method.md step 3). */
export function kickoffForm(
  { id, name, hours, support, kickoff }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'De kick-off',
    place: name,
    lead: 'Tijd, hulpmiddelen en hulp: dat wil iedereen op de eerste dag weten. Ik zet het in het kanaal.',
    problems,
    fields: [
      {
        id: 'hours',
        kind: 'number',
        label: 'Hoeveel uur per week is er vrijgemaakt, voor iedereen samen?',
        value: typed.hours ?? numberText(hours),
      },
      {
        id: 'tools',
        kind: 'text',
        label: kickoffTexts[0][1],
        hint: 'Bijvoorbeeld: het portaal, een gedeelde lijst',
        value: typed.tools ?? kickoff?.tools,
        longest: LONGEST,
        required: true,
      },
      {
        id: 'works',
        kind: 'one',
        label: 'Werkt dat bij iedereen?',
        choices: Object.entries(toolsWork).map(([value, title]) => ({ value, title })),
        value: typed.works ?? kickoff?.works ?? 'unknown',
      },
      {
        id: 'support',
        kind: 'long',
        label: kickoffTexts[1][1],
        value: typed.support ?? support,
        longest: LONGEST_TEXT,
        required: true,
      },
      {
        id: 'where',
        kind: 'text',
        label: kickoffTexts[2][1],
        hint: 'Bijvoorbeeld: in het kanaal van de pilot',
        value: typed.where ?? kickoff?.where,
        longest: LONGEST,
        required: true,
      },
    ],
    seenBy: `Iedereen in het kanaal van de pilot. ${readersWho}`,
    submit: { verb: 'pilot.save-kickoff', title: 'Zet in het kanaal', data: { pilot: id } },
    back: backTo(id),
  });
}

/** What the kick-off says, the same for everybody; `actions` are those of who looks. */
export function kickoffCard(
  { name, kind, from, until, goals, hours, support, standup, kickoff }: Pilot,
  actions: readonly NoticeAction[],
): Message {
  return noticeCard({
    kind: 'pilot',
    text: 'De pilot gaat beginnen: dit moet je weten.',
    title: 'Dit moet je weten over de pilot',
    place: name,
    lines: [
      `${kinds[kind].title}: van ${dutchDay(from)} tot en met ${dutchDay(until)}.`,
      hours === undefined
        ? 'Tijd: nog niet afgesproken.'
        : hours === 0
          ? 'Tijd: er zijn geen uren vrijgemaakt.'
          : `Tijd: ${dutchNumber(hours)} uur per week voor iedereen samen.`,
      ...(kickoff
        ? [`Hulpmiddelen: ${kickoff.tools}. Werkt het? ${capital(toolsWork[kickoff.works])}.`]
        : []),
      ...(goals ? [`Dit willen we leren: ${goals}`] : []),
      ...(support ? [`Hulp: ${support}`] : []),
      ...(kickoff ? [`Een vraag? ${capital(kickoff.where)}`] : []),
      ...(standup ? [`Stand-up: ${standupWords(standup)}.`] : []),
    ],
    small: 'Teruglezen? Typ “kick-off”.',
    actions,
  });
}

const toPilot = ({ id }: Pilot): NoticeAction => ({
  verb: 'pilot.show',
  title: 'Bekijk de pilot',
  data: { pilot: id },
});

/** What the message of the kick-off (its id) in the channel says now; undefined when there is no such message. */
export async function kickoffPost(
  { pilots }: Pick<PilotTools, 'pilots'>,
  id: string,
  message: string,
): Promise<NewestPost | undefined> {
  const pilot = await pilots.get(id);
  if (!pilot?.kickoffPost || pilot.kickoffPost.message !== message) return undefined;
  return {
    address: { ...pilot.kickoffPost.channel, user: '' },
    message,
    says: kickoffCard(pilot, [toPilot(pilot)]),
  };
}

/** The kick-off of a pilot: written by who leads it, posted in the channel, and opened again by everybody in it. */
export function kickingOff({ pilots, audit, post, show }: PilotTools) {
  return {
    kickoff: (turn: Turn, { pilot: id }: OfPilot) =>
      asMember(pilots, turn, id, async ({ pilot, leads }) => {
        const data = { pilot: id };
        const mayWrite = leads && pilot.closedOn === undefined;
        if (!pilot.kickoff && mayWrite) return kickoffForm(pilot);
        return kickoffCard(pilot, [
          ...(mayWrite && turn.scope === 'personal'
            ? [{ verb: 'pilot.edit-kickoff', title: 'Wijzig', data }]
            : []),
          { verb: 'pilot.show', title: 'Bekijk de pilot', data },
        ]);
      }),

    editKickoff: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => kickoffForm(pilot)),

    saveKickoff: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const at = (name: string) => sent[name]?.trim() ?? '';
        const hours = at('hours') === '' ? undefined : numberIn(at('hours'));
        const works = at('works');
        const problems = [
          ...(at('hours') !== '' && (hours === undefined || hours < 0)
            ? ['Schrijf de uren als een getal, bijvoorbeeld 8.']
            : []),
          ...(at('tools') === '' ? ['Schrijf op waarmee jullie werken.'] : []),
          ...(isWorks(works) ? [] : ['Kies of het bij iedereen werkt.']),
          ...(at('support') === '' ? ['Schrijf op wie helpt.'] : []),
          ...(at('where') === '' ? ['Schrijf op waar je een vraag stelt.'] : []),
          ...lengthProblems(sent, kickoffTexts),
        ];
        if (problems.length > 0 || !isWorks(works)) return kickoffForm(pilot, sent, problems);
        await audit.record(turn.directoryId, 'pilot: kick-off gewijzigd', pilot.id);
        const kickoff: Kickoff = { tools: at('tools'), works, where: at('where') };
        const support = at('support');
        // Sent twice, it stands in the channel once.
        let next: Pilot | undefined;
        const isOpen = await changeOpen(pilots, pilot.id, (now) => {
          const isSame =
            JSON.stringify([now.kickoff, now.hours, now.support]) ===
            JSON.stringify([kickoff, hours, support]);
          next = isSame ? undefined : { ...now, kickoff, hours, support };
          return next ?? now;
        });
        if (!isOpen) return alreadyClosed;
        if (!next) return show(turn, pilot.id, 'De kick-off stond er al zo.');
        const { channel } = next;
        const message = channel && (await postIn({ post }, channel, kickoffCard(next, [toPilot(next)])));
        const isPosted = message !== undefined;
        if (channel && message)
          await changeOpen(pilots, pilot.id, (now) => ({ ...now, kickoffPost: { channel, message } }));
        return show(
          turn,
          pilot.id,
          [
            isPosted
              ? 'De kick-off staat in het kanaal.'
              : channel
                ? 'De kick-off is bewaard. In het kanaal schrijven lukt nu niet.'
                : 'De kick-off is bewaard. Deze pilot heeft nog geen kanaal.',
            // A pilot on top of the normal work is what the method warns of first (docs/method.md step 7).
            hours === 0
              ? 'Zonder vrije uren komt de pilot boven op het gewone werk. Welk werk kan even wachten?'
              : '',
          ]
            .filter(Boolean)
            .join(' '),
        );
      }),
  };
}
