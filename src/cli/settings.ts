import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { isDate, today } from '../calendar/clock.ts';
import { type Schedule, scheduleProblem } from '../calendar/schedule.ts';
import { type Weekday, weekdays } from '../calendar/weekdays.ts';
import type { Core } from '../core.ts';
import { slipsBetween } from '../language/slips.ts';
import type { Decision, Municipality, Team } from '../people/municipality.ts';
import { isPresent, teamKey } from '../people/person.ts';
import { settingsInWords } from '../people/settings-words.ts';
import { stepOf } from '../people/steps.ts';
import { OPERATOR, print, type Session, Told, withCore } from './session.ts';

const LONGEST_DEPARTMENT = 80;
/** So many letters an address may differ from the one that is suggested. */
const MOST_SLIPS = 3;
/** A team reads what was done at most this many weeks apart. */
const MOST_FEEDBACK_WEEKS = 12;

async function saveMunicipality(
  session: Session,
  what: string,
  change: (now: Municipality) => Municipality,
): Promise<void> {
  await withCore(session, async ({ readSettings, settings, audit }) => {
    const { municipality } = await readSettings();
    await settings.saveMunicipality(change(municipality));
    await audit.record(OPERATOR, `instellingen ${what}`, 'gemeente');
    print(session, 'Bewaard.');
  });
}

function decision(date: string, reference: string): Decision {
  if (!isDate(date)) throw new Told('Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.');
  if (date > today(Temporal.Now.instant()).toString()) throw new Told('Deze datum is nog niet geweest.');
  if (reference.trim() === '') throw new Told('Geef een kenmerk, zodat het besluit terug te vinden is.');
  return { date, reference };
}

async function show(session: Session, { readSettings }: Core): Promise<void> {
  for (const line of settingsInWords(await readSettings())) print(session, line);
}

/** Changes one team, found by its name or key. */
async function saveTeam(
  session: Session,
  what: string,
  name: string,
  change: (team: Team, core: Core) => Team | Promise<Team>,
): Promise<void> {
  await withCore(session, async (core) => {
    const { teams } = await core.readSettings();
    const team = teams.find((one) => one.name === name || one.key === name);
    if (!team) throw new Told(`Ik ken het team ${name} niet.`);
    await core.settings.saveTeam(await change(team, core));
    await core.audit.record(OPERATOR, `instellingen ${what}`, team.key);
    print(session, 'Bewaard.');
  });
}

/** The department as it is called already: two spellings of one name would be one group with two names. */
async function departmentNamed(typed: string, { readSettings }: Core): Promise<string> {
  const name = typed.trim();
  if (teamKey(name) === '') throw new Told('De naam van een afdeling heeft letters of cijfers.');
  if ([...name].length > LONGEST_DEPARTMENT)
    throw new Told(`De naam van een afdeling is hooguit ${LONGEST_DEPARTMENT} tekens.`);
  const { teams } = await readSettings();
  return (
    teams.find(({ department }) => department && teamKey(department) === teamKey(name))?.department ?? name
  );
}

/** The UPNs of people who work here, in lower case. Throws on somebody unknown, with who may be meant. */
async function knownUpns(typed: readonly string[], { people }: Core): Promise<string[]> {
  const known = (await people.everybody()).filter(isPresent).map(({ upn }) => upn);
  return [...new Set(typed.map((upn) => upn.trim().toLowerCase()))].map((upn) => {
    if (known.includes(upn)) return upn;
    const [near] = known
      .map((one) => ({ one, slips: slipsBetween(one, upn) }))
      .filter(({ slips }) => slips <= MOST_SLIPS)
      .sort((a, b) => a.slips - b.slips);
    throw new Told(
      `Ik ken ${upn} niet. ${near ? `Bedoel je ${near.one}?` : 'Schrijf het e-mailadres zoals het in het mensenbestand staat.'}`,
    );
  });
}

/** `instellingen …`: what holds for the municipality and per team. */
export function addSettingsCommands(program: Command, session: Session): void {
  const changeMunicipality = (what: string, change: (now: Municipality) => Municipality) =>
    saveMunicipality(session, what, change);
  const settings = program.command('instellingen').description('instellingen van de gemeente en van teams');
  settings
    .command('toon', { isDefault: true })
    .description('toon alle instellingen')
    .action(() => withCore(session, (core) => show(session, core)));
  settings
    .command('instemming <datum> <kenmerk>')
    .description('leg de instemming van de ondernemingsraad vast')
    .action((date: string, reference: string) => {
      const consent = decision(date, reference);
      return changeMunicipality('instemming', (now) => ({ ...now, consent }));
    });
  settings
    .command('dpia <datum> <kenmerk>')
    .description('leg de DPIA vast')
    .action((date: string, reference: string) => {
      const dpia = decision(date, reference);
      return changeMunicipality('dpia', (now) => ({ ...now, dpia }));
    });
  settings
    .command('gemeente <naam>')
    .description('de naam van de gemeente')
    .action((name: string) => changeMunicipality('gemeente', (now) => ({ ...now, name })));
  settings
    .command('sluitingsdagen [datums...]')
    .description('dagen zonder check-in, naast de feestdagen; zonder datums: geen')
    .action((dates: string[]) => {
      const wrong = dates.find((date) => !isDate(date));
      if (wrong) throw new Told(`${wrong} is geen datum. Schrijf jjjj-mm-dd.`);
      return changeMunicipality('sluitingsdagen', (now) => ({
        ...now,
        closures: [...new Set(dates)].sort(),
      }));
    });
  settings
    .command('gesprekspartner <label> <upn>')
    .description('iemand met wie ieder mag vragen te praten, bijvoorbeeld een coach')
    .option('--weg', 'haal deze partner weg', false)
    .action((label: string, upn: string, { weg }: { weg: boolean }) =>
      changeMunicipality('gesprekspartner', (now) => ({
        ...now,
        partners: [
          ...now.partners.filter((one) => one.upn !== upn.toLowerCase()),
          ...(weg ? [] : [{ label, upn: upn.toLowerCase() }]),
        ],
      })),
    );
  settings
    .command('vertrouwenspersoon <naam> <contact>')
    .description('naam en telefoon of e-mail van de vertrouwenspersoon')
    .action((name: string, contact: string) =>
      changeMunicipality('vertrouwenspersoon', (now) => ({ ...now, counsellor: { name, contact } })),
    );
  settings
    .command('ondernemingsraad-contact [upn]')
    .description('wie signalen voor de ondernemingsraad leest; zonder naam: niemand')
    .action((upn?: string) =>
      changeMunicipality('ondernemingsraad-contact', (now) => ({
        ...now,
        worksCouncil: upn?.toLowerCase(),
      })),
    );
  settings
    .command('tweede-persoon [upn]')
    .description('wie mandaten registreert als er maar één mandaatbeheerder is; zonder naam: niemand')
    .action((upn?: string) =>
      changeMunicipality('tweede persoon', (now) => ({ ...now, secondRegistrar: upn?.toLowerCase() })),
    );
  settings
    .command('stap [nummer]')
    .description('de stap van de methode waarin de gemeente is, 1 tot en met 8; zonder nummer: geen')
    .action((number?: string) => {
      const step = stepOf(Number(number));
      if (number !== undefined && !step) throw new Told('Kies een stap van 1 tot en met 8.');
      return changeMunicipality('stap', (now) => ({ ...now, step }));
    });
  settings
    .command('voornamen <aan-of-uit>')
    .description('of persona’s een voornaam hebben; zet uit als een collega zo heet')
    .action((choice: string) => {
      if (choice !== 'aan' && choice !== 'uit') throw new Told('Kies aan of uit.');
      return changeMunicipality('voornamen', (now) => ({ ...now, epithetsOnly: choice === 'uit' }));
    });
  settings
    .command('meldprocedure <url>')
    .description('waar de officiële meldprocedure staat')
    .action((url: string) => {
      if (!URL.canParse(url) || !url.startsWith('https://'))
        throw new Told('Geef een adres dat met https:// begint.');
      return changeMunicipality('meldprocedure', (now) => ({ ...now, procedure: url }));
    });
  settings
    .command('ritme')
    .description('wanneer de check-in van een team opent; hij sluit altijd vrijdag om 15.00 uur')
    .requiredOption('--team <naam>', 'naam van het team')
    .option('--weken <aantal>', 'elke 1, 2 of 4 weken')
    .option('--dag <dag>', `een van ${weekdays.slice(0, 5).join(', ')}`)
    .option('--tijd <uu:mm>', 'bijvoorbeeld 10:00')
    .option('--vanaf <datum>', 'een dag in een week waarin hij opent, jjjj-mm-dd')
    .action(async ({ team: name, weken, dag, tijd, vanaf }: Record<string, string>) => {
      await saveTeam(session, 'ritme', name ?? '', (team) => {
        const schedule = {
          everyWeeks: weken ? Number(weken) : team.schedule.everyWeeks,
          day: (dag as Weekday | undefined) ?? team.schedule.day,
          time: tijd ?? team.schedule.time,
          anchor: vanaf ?? team.schedule.anchor,
        } as Schedule;
        const problem =
          scheduleProblem(schedule) ??
          // Nobody is written to late in the day; a card that opens then would never be sent.
          (schedule.time < '07:00' || schedule.time > '17:00'
            ? 'Kies een tijd van 07:00 tot en met 17:00.'
            : undefined);
        if (problem) throw new Told(problem);
        return { ...team, schedule };
      });
    });
  settings
    .command('afdeling [afdeling]')
    .description('de afdeling waar een team bij hoort; zonder naam: geen')
    .requiredOption('--team <naam>', 'naam van het team')
    .action((name: string | undefined, { team }: { team: string }) =>
      saveTeam(session, 'afdeling', team, async (now, core) => ({
        ...now,
        department: name === undefined ? undefined : await departmentNamed(name, core),
      })),
    );
  settings
    .command('leidinggevenden [upn...]')
    .description('wie een team leidt naast de managers die erin zitten; zonder namen: niemand')
    .requiredOption('--team <naam>', 'naam van het team')
    .action((upns: string[], { team }: { team: string }) =>
      saveTeam(session, 'leidinggevenden', team, async (now, core) => {
        const managers = await knownUpns(upns, core);
        return { ...now, managers: managers.length > 0 ? managers : undefined };
      }),
    );
  settings
    .command('terugkoppeling <weken>')
    .description(
      'om de hoeveel weken een team in zijn kanaal leest wat er met signalen is gedaan, 1 tot en met 12',
    )
    .action((weeks: string) => {
      const feedbackWeeks = Number(weeks);
      if (!Number.isInteger(feedbackWeeks) || feedbackWeeks < 1 || feedbackWeeks > MOST_FEEDBACK_WEEKS)
        throw new Told(`Kies 1 tot en met ${MOST_FEEDBACK_WEEKS} weken.`);
      return changeMunicipality('terugkoppeling', (now) => ({ ...now, feedbackWeeks }));
    });
}
