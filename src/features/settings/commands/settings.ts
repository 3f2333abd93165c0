import type { Command } from 'commander';
import { isDate, today } from '../../../calendar/clock.ts';
import { knownUpns } from '../../../cli/known.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import { slipsBetween } from '../../../language/slips.ts';
import type { Municipality, RecordedDecision } from '../../../people/municipality.ts';
import { settingsInWords } from '../../../people/settings-words.ts';
import { stepOf } from '../../../people/steps.ts';
import type { Services, Session } from '../../module.ts';

/** So many letters a word may differ from the setting that is suggested. */
const LIKELY_SLIP = 2;
/** A team reads what was done at most this many weeks apart. */
const MOST_FEEDBACK_WEEKS = 12;

async function saveMunicipality(
  session: Session<undefined>,
  what: string,
  change: (now: Municipality) => Municipality,
  check: (services: Services) => Promise<unknown> = async () => {},
): Promise<void> {
  await session.open(async (services) => {
    const { settings, audit } = services;
    await check(services);
    // Asked once before it is written down: of what is refused, nothing is.
    change((await settings.read()).municipality);
    await audit.record(OPERATOR, `instellingen ${what}`, 'gemeente');
    await settings.changeMunicipality(change);
    print(session, 'Bewaard.');
  });
}

function decision(
  { now }: Pick<Session<undefined>, 'now'>,
  { date = '', reference = '', weg }: { date?: string; reference?: string; weg: boolean },
): RecordedDecision | undefined {
  if (weg && date !== '') throw new InputError('Geef een datum en een kenmerk, of --weg. Niet allebei.');
  if (weg) return undefined;
  if (!isDate(date)) throw new InputError('Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.');
  if (date > today(now()).toString()) throw new InputError('Deze datum is nog niet geweest.');
  if (reference.trim() === '')
    throw new InputError('Geef een kenmerk, zodat het besluit terug te vinden is.');
  return { date, reference };
}

/** True when a part is switched off. Throws `InputError` for anything but on or off. */
function isOff(choice: string): boolean {
  if (choice !== 'aan' && choice !== 'uit') throw new InputError('Kies aan of uit.');
  return choice === 'uit';
}

/** The address as it was given. Throws `InputError` for one that is not https. */
function webAddress(url: string): string {
  if (!URL.canParse(url) || !url.startsWith('https://'))
    throw new InputError('Geef een adres dat met https:// begint.');
  return url;
}

/** What to say to a setting that does not exist. */
function unknownSetting(typed: string, { commands }: Command): string {
  const near = commands
    .map((command) => ({ name: command.name(), slips: slipsBetween(typed, command.name()) }))
    .toSorted((a, b) => a.slips - b.slips)[0];
  const hint = near && near.slips <= LIKELY_SLIP ? ` Bedoel je ${near.name}?` : '';
  return `Ik ken de instelling ${typed} niet.${hint} Met kompas instellingen --help zie je ze alle.`;
}

async function show(session: Session<undefined>, { settings }: Services): Promise<void> {
  for (const line of settingsInWords(await settings.read())) print(session, line);
}

/** `instellingen …`: what holds for the municipality. */
export function addSettingsCommands(settings: Command, session: Session<undefined>): void {
  const changeMunicipality = (what: string, change: (now: Municipality) => Municipality) =>
    saveMunicipality(session, what, change);
  settings
    .command('toon', { isDefault: true })
    .description('toon alle instellingen')
    // A word that is no setting ends up here, since this is what runs for `instellingen` alone.
    .allowExcessArguments()
    .action((_options: object, { args: [typed] }: Command) => {
      if (typed !== undefined) throw new InputError(unknownSetting(typed, settings));
      return session.open((services) => show(session, services));
    });
  settings
    .command('instemming [datum] [kenmerk]')
    .description('leg de instemming van de ondernemingsraad vast, of haal die weg met --weg')
    .option('--weg', 'de instemming geldt niet meer: check-ins stoppen', false)
    .action((date: string | undefined, reference: string | undefined, { weg }: { weg: boolean }) => {
      const consent = decision(session, { date, reference, weg });
      return changeMunicipality('instemming', (now) => ({ ...now, consent }));
    });
  settings
    .command('dpia [datum] [kenmerk]')
    .description('leg de DPIA vast, of haal die weg met --weg')
    .option('--weg', 'de DPIA geldt niet meer: check-ins stoppen', false)
    .action((date: string | undefined, reference: string | undefined, { weg }: { weg: boolean }) => {
      const dpia = decision(session, { date, reference, weg });
      return changeMunicipality('dpia', (now) => ({ ...now, dpia }));
    });
  settings
    .command('teambeeld-directie [datum] [kenmerk]')
    .description(
      'leg vast dat de directie met de ondernemingsraad afsprak het beeld van één team te mogen zien',
    )
    .option('--weg', 'de directie ziet alleen nog afdelingen en de gemeente', false)
    .action((date: string | undefined, reference: string | undefined, { weg }: { weg: boolean }) => {
      const teamsForDirection = decision(session, { date, reference, weg });
      return changeMunicipality('teambeeld directie', (now) => ({ ...now, teamsForDirection }));
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
      if (wrong) throw new InputError(`${wrong} is geen datum. Schrijf jjjj-mm-dd.`);
      return changeMunicipality('sluitingsdagen', (now) => ({
        ...now,
        closures: [...new Set(dates)].sort(),
      }));
    });
  settings
    .command('gesprekspartner <label> <e-mailadres>')
    .description('iemand met wie iedereen een gesprek kan vragen, bijvoorbeeld een coach')
    .option('--weg', 'haal deze gesprekspartner weg', false)
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
    .command('bedrijfsarts <naam> <contact>')
    .description('naam en telefoon of e-mail van de bedrijfsarts of de arbodienst')
    .action((name: string, contact: string) =>
      changeMunicipality('bedrijfsarts', (now) => ({ ...now, companyDoctor: { name, contact } })),
    );
  settings
    .command('maatschappelijk-werk <naam> <contact>')
    .description('naam en telefoon of e-mail van het bedrijfsmaatschappelijk werk')
    .action((name: string, contact: string) =>
      changeMunicipality('maatschappelijk-werk', (now) => ({ ...now, socialWork: { name, contact } })),
    );
  settings
    .command('ondernemingsraad-contact [e-mailadres...]')
    .description('wie signalen voor de ondernemingsraad lezen; zonder naam: niemand')
    .action((upns: string[]) => {
      const worksCouncil = [...new Set(upns.map((upn) => upn.trim().toLowerCase()).filter(Boolean))];
      return saveMunicipality(
        session,
        'ondernemingsraad-contact',
        (now) => ({ ...now, worksCouncil }),
        ({ people }) => knownUpns(worksCouncil, people),
      );
    });
  settings
    .command('tweede-persoon [e-mailadres]')
    .description('wie mandaten registreert als er maar één mandaatbeheerder is; zonder naam: niemand')
    .action((upn?: string) =>
      saveMunicipality(
        session,
        'tweede persoon',
        (now) => ({ ...now, secondRegistrar: upn?.trim().toLowerCase() }),
        async ({ people }) => upn !== undefined && knownUpns([upn], people),
      ),
    );
  settings
    .command('stap [nummer]')
    .description('de stap van de methode waarin de gemeente is, 1 tot en met 8; zonder nummer: geen')
    .action((number?: string) => {
      const step = stepOf(Number(number));
      if (number !== undefined && !step) throw new InputError('Kies een stap van 1 tot en met 8.');
      return changeMunicipality('stap', (now) => ({ ...now, step }));
    });
  settings
    .command('voornamen <aan-of-uit>')
    .description('of persona’s een voornaam hebben; zet uit als een collega zo heet')
    .action((choice: string) => {
      const epithetsOnly = isOff(choice);
      return changeMunicipality('voornamen', (now) => ({ ...now, epithetsOnly }));
    });
  settings
    .command('pilots <aan-of-uit>')
    .description('of pilots mogen; uit: niemand begint er een, en lopende pilots sturen niets nieuws')
    .action((choice: string) => {
      const pilotsOff = isOff(choice);
      return changeMunicipality(`pilots ${choice}`, (now) => ({ ...now, pilotsOff }));
    });
  settings
    .command('afwezigheid <aan-of-uit>')
    .description('of een antwoord over mandaten zegt dat iemand er vandaag niet is')
    .action((choice: string) => {
      const absenceHidden = isOff(choice);
      return changeMunicipality(`afwezigheid ${choice}`, (now) => ({ ...now, absenceHidden }));
    });
  settings
    .command('woorden <aan-of-uit>')
    .description('of Kompas let op woorden waaruit blijkt dat het met iemand niet gaat')
    .action((choice: string) => {
      const distressOff = isOff(choice);
      return changeMunicipality(`woorden ${choice}`, (now) => ({ ...now, distressOff }));
    });
  settings
    .command('meldprocedure <adres>')
    .description('waar de officiële meldprocedure staat')
    .action((url: string) => {
      const procedure = webAddress(url);
      return changeMunicipality('meldprocedure', (now) => ({ ...now, procedure }));
    });
  settings
    .command('privacyverklaring [adres]')
    .description('waar de privacyverklaring van de gemeente staat; zonder adres: nergens')
    .action((url?: string) => {
      const privacyStatement = url === undefined ? undefined : webAddress(url);
      return changeMunicipality('privacyverklaring', (now) => ({ ...now, privacyStatement }));
    });
  settings
    .command('terugkoppeling <weken>')
    .description('om de hoeveel weken een team terugkoppeling in zijn kanaal krijgt, 1 tot en met 12')
    .action((weeks: string) => {
      const feedbackWeeks = Number(weeks);
      if (!Number.isInteger(feedbackWeeks) || feedbackWeeks < 1 || feedbackWeeks > MOST_FEEDBACK_WEEKS)
        throw new InputError(`Kies 1 tot en met ${MOST_FEEDBACK_WEEKS} weken.`);
      return changeMunicipality('terugkoppeling', (now) => ({ ...now, feedbackWeeks }));
    });
}
