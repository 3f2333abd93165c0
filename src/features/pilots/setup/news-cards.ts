import { dutchDay } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { kinds, type Pilot } from '../pilot/pilot.ts';
import { standupWords } from '../pilot/standup-words.ts';

const periodOf = ({ kind, from, until }: Pilot) =>
  `${kinds[kind].title} van ${dutchDay(from)} tot en met ${dutchDay(until)}.`;

const standupOf = ({ standup }: Pilot): string[] =>
  standup
    ? [`Wat ik vraag: een stand-up op ${standupWords(standup)}. Eén zin is genoeg.`]
    : [
        'Wat ik vraag: af en toe een korte vraag over het werk. Komt er een stand-up? Dan lees je dat in het kanaal van de pilot.',
      ];

/** That the team is asked already what it thinks, and its picture was not made yet. */
const isAsking = ({ teamAsked, outcome }: Pilot): boolean =>
  teamAsked === 'scores' && outcome?.evaluation === undefined;

/**
 * For somebody who is new in a pilot; `leads` are the names of who leads it. Whoever comes while the team is asked what it thinks
 * hears that they do not count, whether or not they answered before they were taken out (trust:no-trace).
 */
export function joinedCard(pilot: Pilot, leads: readonly string[]): Message {
  const data = { pilot: pilot.id };
  return noticeCard({
    kind: 'pilot',
    text: 'Je doet mee aan een pilot. Op de kaart staat welke.',
    title: 'Je doet mee aan een pilot',
    lines: [
      pilot.name,
      periodOf(pilot),
      ...(leads.length > 0 ? [`Vragen? Ga naar wie de pilot leidt: ${leads.join(' en ')}.`] : []),
      ...standupOf(pilot),
      ...(isAsking(pilot)
        ? [
            'De evaluatie van deze pilot liep al. Je vult daarom niets in. Vulde je eerder al iets in? Dan telt dat niet meer mee.',
          ]
        : []),
    ],
    small:
      'Klopt het niet, of wil je niet? Je kunt de pilot verlaten. Dat kan ook later: typ “pilot verlaten”.',
    actions: [
      { verb: 'pilot.show', title: 'Bekijk de pilot', data },
      { verb: 'pilot.leave', title: 'Verlaat de pilot', data },
    ],
  });
}

/** For somebody who leads a pilot from now on. */
export const leadsNowCard = (pilot: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Jij leidt nu een pilot. Op de kaart staat welke.',
    title: 'Jij leidt deze pilot nu',
    lines: [
      pilot.name,
      periodOf(pilot),
      ...(isAsking(pilot)
        ? [
            'De evaluatie loopt al. Wie de pilot leidt, telt daar niet in mee. Vulde je al iets in? Dan telt dat niet meer mee.',
          ]
        : []),
    ],
    small:
      'Jij kunt de pilot wijzigen, verlengen en afronden. Kun of wil je de pilot niet leiden? Geef de leiding over: typ “leiding overgeven”.',
    actions: [{ verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: pilot.id } }],
  });

/** For who leads a pilot, when somebody left it. */
export const leftNewsCard = (pilot: Pilot, name: string): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Iemand heeft je pilot verlaten.',
    title: 'Iemand heeft je pilot verlaten',
    lines: [pilot.name, name],
    small: 'Een reden hoeft niemand te geven. Acties blijven van wie ze oppakte.',
    actions: [
      { verb: 'pilot.edit-members', title: 'Pilotteam', data: { pilot: pilot.id } },
      { verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: pilot.id } },
    ],
  });

/** For a project lead, when nobody who leads a pilot works here any more. */
export const leaderlessCard = (pilot: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Een pilot heeft niemand meer die hem leidt.',
    title: 'Niemand leidt deze pilot meer',
    lines: [pilot.name],
    small:
      'Wie de pilot leidde, werkt hier niet meer. Wijs iemand aan: dan kan de pilot verder of worden afgerond.',
    actions: [{ verb: 'pilot.appoint', title: 'Wijs iemand aan', data: { pilot: pilot.id } }],
  });
