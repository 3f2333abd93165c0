import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action, type Offer } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { inPilot, leadsPilot } from './pilot/rights.ts';
import { type PilotTools, whereLeading } from './pilot/tools.ts';
import { ofPilot } from './pilot/typed.ts';
import type { setup } from './setup/saving.ts';
import {
  appointSchema,
  handOverSchema,
  kickoffSchema,
  longerSchema,
  ownerlessSchema,
  periodSchema,
  shorterSchema,
} from './setup/typed.ts';

/** Giving a pilot to a new lead, when nobody who leads it works here any more. */
const appoints: Needs = {
  who: ['projectleider', 'beheerder'],
  where: 'anywhere',
  checked: 'de pilot heeft niemand meer die hem leidt',
};
/** Which pilots those are. */
const seesLeaderless: Needs = { who: ['projectleider', 'beheerder'], where: 'own chat' };

const howToLink = notice(
  'pilot',
  'Koppelen doe je in het kanaal',
  'Ga naar het kanaal van het pilotteam en typ: @Kompas pilot. Tik op “Laat het mij zien”. Tik dan op “Koppel aan dit kanaal”. Heeft dat kanaal al een pilot? Tik dan op “Koppel een andere pilot”.',
);

/** Keeping a pilot going: its days and name, its first day, and who is in it and leads it. */
export function steering(
  { which, whichHere }: PilotTools,
  change: ReturnType<typeof setup> & { current(turn: Turn): Promise<Message> },
): Pick<Offer, 'phrases' | 'actions'> {
  return {
    phrases: [
      {
        say: 'pilot verlengen',
        wished:
          /\bpilot\b.*\b(?:langer|verlengen|doorlopen|doorgaan|extra week)\b|\blanger door\w*\b.*\bpilot\b/,
        also: [
          'verleng pilot',
          'verleng de pilot',
          'de pilot verlengen',
          'pilot langer',
          'pilot uitstellen',
          'verlengen of afronden',
          'hoe verleng ik een pilot',
          'kan de pilot langer duren',
          'de pilot moet langer duren',
          'we hebben een week langer nodig',
          'we hebben langer nodig',
          'we hebben meer tijd nodig',
          'een week langer',
          'een week verlengen',
        ],
        title: 'Verleng je pilot',
        needs: leadsPilot,
        run: (turn) =>
          whichHere(turn, 'pilot.last-day', ({ id }) => change.lastDay(turn, { pilot: id }), whereLeading),
      },
      {
        say: 'kanaal koppelen',
        wished: /\bkanaal (?:te )?koppelen\b|\bkoppel\w*\b.*\bkanaal\b/,
        also: [
          'koppel',
          'koppel kanaal',
          'koppel pilot',
          'koppel een kanaal',
          'koppel het kanaal',
          'kanaal van de pilot',
          'pilot koppelen',
          'koppel de pilot',
          'hoe koppel ik een kanaal',
          'hoe koppel ik het kanaal',
          'hoe koppel ik de pilot',
          'hoe koppel ik mijn pilot aan een kanaal',
          'hoe koppel ik deze pilot',
        ],
        title: 'Lees hoe je een pilot aan een kanaal koppelt',
        needs: leadsPilot,
        takesRest: true,
        run: async (turn, rest) =>
          turn.scope === 'channel'
            ? ((await change.typedLink(turn, rest)) ?? change.current(turn))
            : howToLink,
      },
      {
        say: 'periode en naam',
        wished:
          /\bpilot\b.*\b(?:andere naam|anders heten|andere dagen|andere periode|andere einddatum)\b|\b(?:naam|dagen|periode|einddatum|laatste dag) van (?:de|mijn|onze) pilot\b/,
        also: [
          'periode wijzigen',
          'pilot hernoemen',
          'naam van de pilot wijzigen',
          'einddatum wijzigen',
          'laatste dag wijzigen',
          'datum van de pilot wijzigen',
          'pilot verzetten',
          'pilot korter',
        ],
        title: 'Wijzig de dagen, de naam of de soort van je pilot',
        needs: leadsPilot,
        run: (turn) =>
          whichHere(
            turn,
            'pilot.edit-period',
            ({ id }) => change.editPeriod(turn, { pilot: id }),
            whereLeading,
          ),
      },
      {
        say: 'meting toevoegen',
        wished:
          /\bmeting (?:invullen|doen|toevoegen|opschrijven)\b|\b(?:invullen|opschrijven) hoe (?:het|we) (?:er )?nu (?:is|staat|staan|voor)\b/,
        also: [
          'meting',
          'metingen',
          'nieuwe meting',
          'voeg een meting toe',
          'meting invullen',
          'ik wil een meting toevoegen',
          'hoe voeg ik een meting toe',
        ],
        title: 'Vul in hoe ver de doelen van je pilot zijn',
        needs: inPilot,
        run: (turn) =>
          whichHere(
            turn,
            'pilot.edit-measure',
            ({ id }) => change.editMeasure(turn, { pilot: id }),
            ({ criteria }) => criteria.length > 0,
          ),
      },
      {
        say: 'pilotteam wijzigen',
        wished:
          /\b(?:iemand|een collega|collega s|nog iemand)\b.*\b(?:toevoegen|erbij|bij)\b.*\bpilot\b|\b(?:iemand|een collega)\b.*\buit (?:de|mijn|onze) pilot\b/,
        also: [
          'pilotteam',
          'wijzig het pilotteam',
          'wie doen er mee aan de pilot',
          'iemand toevoegen aan de pilot',
          'collega toevoegen aan de pilot',
          'ik wil iemand toevoegen aan de pilot',
          'ik wil een collega toevoegen aan de pilot',
          'voeg iemand toe aan de pilot',
          'hoe voeg ik iemand toe aan de pilot',
          'hoe voeg ik een collega toe aan de pilot',
          'iemand doet niet meer mee',
          'iemand doet niet meer mee aan de pilot',
          'een collega doet niet meer mee',
          'iemand stopt met de pilot',
          'iemand uit de pilot halen',
          'haal iemand uit de pilot',
        ],
        title: 'Wijzig wie er meedoen aan je pilot',
        needs: { ...leadsPilot, where: 'own chat' },
        run: (turn) =>
          which(
            turn,
            'pilot.edit-members',
            ({ id }) => change.editMembers(turn, { pilot: id }),
            {},
            whereLeading,
          ),
      },
      {
        say: 'kick-off',
        also: ['kickoff', 'kick off', 'aftrap', 'start van de pilot', 'de kick-off'],
        title: 'Lees hoeveel tijd er is in je pilot, waarmee jullie werken en wie helpt',
        needs: inPilot,
        run: (turn) => whichHere(turn, 'pilot.kickoff', ({ id }) => change.kickoff(turn, { pilot: id })),
      },
      {
        say: 'pilot verlaten',
        also: [
          'verlaat pilot',
          'verlaat de pilot',
          'de pilot verlaten',
          'uit de pilot',
          'ik wil uit de pilot',
          'ik stop met de pilot',
          'ik doe niet meer mee met de pilot',
          'uit pilot stappen',
        ],
        title: 'Stop met een pilot waaraan je meedoet',
        needs: { ...inPilot, where: 'own chat' },
        careful: true,
        run: (turn) => which(turn, 'pilot.leave', ({ id }) => change.leave(turn, { pilot: id })),
      },
      {
        say: 'leiding overgeven',
        wished:
          /\bleiding\b.*\b(?:over\w*|aan (?:een|iemand) ander\w*|geven aan)\b|\b(?:iemand anders|een ander|een collega)\b.*\bpilot (?:gaan )?leiden\b|\bpilot\b.*\b(?:niet meer|niet langer) leiden\b/,
        also: [
          'geef de leiding over',
          'pilot overdragen',
          'draag de pilot over',
          'leiding van de pilot overgeven',
          'andere leider',
        ],
        title: 'Laat iemand anders je pilot leiden',
        needs: { ...leadsPilot, where: 'own chat' },
        run: (turn) =>
          which(turn, 'pilot.hand-over', ({ id }) => change.handOver(turn, { pilot: id }), {}, whereLeading),
      },
      {
        say: 'pilot overnemen',
        wished: /\bpilot (?:van \w+ )?overnemen\b|\bleiding\b.*\bovernemen\b/,
        also: ['neem pilot over', 'neem de pilot over', 'pilots zonder leider', 'pilot zonder leider'],
        title: 'Wijs iemand aan voor een pilot die niemand meer leidt',
        needs: seesLeaderless,
        run: (turn) => change.ownerless(turn, { skip: 0 }),
      },
    ],
    actions: {
      'pilot.edit-period': action(ofPilot, change.editPeriod, { needs: leadsPilot }),
      'pilot.save-period': action(periodSchema, change.savePeriod, { needs: leadsPilot }),
      'pilot.last-day': action(ofPilot, change.lastDay, { needs: leadsPilot }),
      'pilot.longer': action(longerSchema, change.longer, { needs: leadsPilot }),
      'pilot.shorter': action(shorterSchema, change.shorter, { needs: leadsPilot }),
      'pilot.kickoff': action(ofPilot, change.kickoff, { needs: inPilot }),
      'pilot.edit-kickoff': action(ofPilot, change.editKickoff, { needs: leadsPilot }),
      'pilot.save-kickoff': action(kickoffSchema, change.saveKickoff, { needs: leadsPilot }),
      'pilot.leave': action(ofPilot, change.leave, { needs: inPilot }),
      'pilot.left': action(ofPilot, change.left, { needs: inPilot }),
      'pilot.hand-over': action(ofPilot, change.handOver, { needs: leadsPilot }),
      'pilot.save-hand-over': action(handOverSchema, change.saveHandOver, { needs: leadsPilot }),
      'pilot.ownerless': action(ownerlessSchema, change.ownerless, { needs: seesLeaderless }),
      'pilot.appoint': action(ofPilot, change.appoint, { needs: appoints }),
      'pilot.save-appoint': action(appointSchema, change.saveAppoint, { needs: appoints }),
    },
  };
}
