import { weekdayNames } from '../calendar/weekdays.ts';
import { weeksInWords } from '../calendar/weeks.ts';
import {
  type Contact,
  consentGiven,
  type RecordedDecision,
  type Settings,
  type Team,
  weeksBetweenFeedback,
} from './municipality.ts';
import { steps } from './steps.ts';

const said = (decision: RecordedDecision | undefined) =>
  decision ? `${decision.date}, ${decision.reference}` : 'nog niet vastgelegd';

/** A part of Kompas that an administrator can switch off. */
const onOff = (isOff: boolean | undefined) => (isOff ? 'uit' : 'aan');

const contactWords = (who: Contact | undefined) =>
  who ? `${who.name}, ${who.contact}` : 'nog niet ingevuld';

/** A team with its rhythm, department, who leads it from outside and whether it has a channel, in one Dutch line. */
export function teamInWords({ name, schedule, department, managers = [], channel }: Team): string {
  return [
    `Team ${name}: elke ${weeksInWords(schedule.everyWeeks)}`,
    `${weekdayNames[schedule.day]} om ${schedule.time.replace(':', '.')} uur`,
    ...(department ? [`afdeling ${department}`] : []),
    ...(managers.length > 0 ? [`geleid door ${managers.join(' en ')}`] : []),
    ...(channel ? ['met teamkanaal'] : []),
  ].join(', ');
}

/** All settings as Dutch lines, for the command line and for administrators in the chat. */
export function settingsInWords({ municipality, teams, ended }: Settings): string[] {
  const { name, consent, dpia, closures, partners, procedure } = municipality;
  return [
    `Gemeente: ${name || 'nog zonder naam'}`,
    `Instemming OR: ${said(consent)}`,
    `DPIA: ${said(dpia)}`,
    `Check-ins: ${consentGiven(municipality) ? 'mogen verstuurd worden' : 'gaan nog niet uit'}`,
    `Sluitingsdagen: ${closures.join(', ') || 'geen'}`,
    `Gesprekspartners: ${partners.map(({ label, upn }) => `${label} (${upn})`).join(', ') || 'geen'}`,
    `Vertrouwenspersoon: ${contactWords(municipality.counsellor)}`,
    `Bedrijfsarts: ${contactWords(municipality.companyDoctor)}`,
    `Bedrijfsmaatschappelijk werk: ${contactWords(municipality.socialWork)}`,
    `Contact van de ondernemingsraad: ${municipality.worksCouncil.join(' en ') || 'nog niet ingevuld'}`,
    `Tweede persoon voor mandaten: ${municipality.secondRegistrar ?? 'geen'}`,
    `Stap van de methode: ${steps.find(({ step }) => step === municipality.step)?.title ?? 'nog niet gekozen'}`,
    `Namen van stijlen: ${municipality.epithetsOnly ? 'zonder voornaam' : 'met voornaam'}`,
    `Meldprocedure: ${procedure ?? 'nog niet ingevuld'}`,
    `Privacyverklaring: ${municipality.privacyStatement ?? 'nog niet ingevuld'}`,
    `Pilots: ${onOff(municipality.pilotsOff)}`,
    `Afwezigheid bij mandaten: ${onOff(municipality.absenceHidden)}`,
    `Hulp tonen als iemand in nood lijkt: ${onOff(municipality.distressOff)}`,
    `Directie ziet het beeld van één team: ${municipality.teamsForDirection ? `ja, ${said(municipality.teamsForDirection)}` : 'nee, alleen van afdelingen en de gemeente'}`,
    `Terugkoppeling in het teamkanaal: elke ${weeksInWords(weeksBetweenFeedback(municipality))}`,
    ...teams.map(teamInWords),
    ...ended.map(({ name, ended: day }) => `Team ${name}: opgeheven op ${day}`),
  ];
}
