import type { Command } from 'commander';
import { today } from '../../../calendar/clock.ts';
import { InputError, OPERATOR, print } from '../../../cli/terminal.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { slipsBetween } from '../../../language/slips.ts';
import { applySetting, inMunicipality } from '../../../people/changing/applying.ts';
import * as contacts from '../../../people/changing/contacts.ts';
import * as decisions from '../../../people/changing/decisions.ts';
import {
  closures,
  feedbackWeeks,
  methodStep,
  municipalityName,
  NO_STEP,
} from '../../../people/changing/municipality-settings.ts';
import { partners, secondRegistrar, worksCouncil } from '../../../people/changing/named-people.ts';
import { GONE, type Setting } from '../../../people/changing/setting.ts';
import * as switches from '../../../people/changing/switches.ts';
import type { Municipality } from '../../../people/municipality.ts';
import { settingsInWords } from '../../../people/settings-words.ts';
import type { Services, Session } from '../../module.ts';

/** So many letters a word may differ from the setting that is suggested. */
const LIKELY_SLIP = 2;

/** Changes a setting by what was typed behind its command. Throws `InputError` with what is wrong with that. */
async function save(
  session: Session<undefined>,
  setting: Setting<Municipality>,
  typed: FormValues,
): Promise<void> {
  await session.open(async (services) => {
    const { people, settings, now } = services;
    const [everybody, current] = await Promise.all([people.everybody(), settings.read()]);
    const place = inMunicipality(settings, current);
    const context = { day: today(now()).toString(), people: everybody, settings: current };
    const read = setting.read(typed, place.now, context);
    if ('problems' in read) throw new InputError(read.problems.join(' '));
    await applySetting(services, setting, place, read.change, { who: OPERATOR });
    print(session, 'Bewaard.');
  });
}

/** A decision as its command has it. Throws `InputError` when a day and `--weg` contradict each other. */
function decision({ date, reference, weg }: { date?: string; reference?: string; weg: boolean }): FormValues {
  if (weg && date !== undefined)
    throw new InputError('Geef een datum en een kenmerk, of --weg. Niet allebei.');
  return weg ? { gone: GONE } : { date, reference };
}

/** What to say to a setting that does not exist. */
function unknownSetting(typed: string, { commands }: Command): string {
  const near = commands
    .map((command) => ({ name: command.name(), slips: slipsBetween(typed, command.name()) }))
    .toSorted((a, b) => a.slips - b.slips)[0];
  const hint = near && near.slips <= LIKELY_SLIP ? ` Bedoel je ${near.name}?` : '';
  return `Ik ken de instelling ${typed} niet.${hint} Met “kompas instellingen --help” zie je ze alle.`;
}

async function show(session: Session<undefined>, { settings }: Services): Promise<void> {
  for (const line of settingsInWords(await settings.read())) print(session, line);
}

/** A setting with a date and a reference. */
function addDecision(
  settings: Command,
  session: Session<undefined>,
  setting: Setting<Municipality>,
  { about, gone }: { about: string; gone: string },
): void {
  settings
    .command(`${setting.key} [datum] [kenmerk]`)
    .description(about)
    .option('--weg', gone, false)
    .action((date: string | undefined, reference: string | undefined, { weg }: { weg: boolean }) =>
      save(session, setting, decision({ date, reference, weg })),
    );
}

/** `instellingen …`: what holds for the municipality. */
export function addSettingsCommands(settings: Command, session: Session<undefined>): void {
  /** Commands of which each argument is a field of the form. */
  const add = (
    setting: Setting<Municipality>,
    args: string,
    about: string,
    fieldsOf: (...args: (string | undefined)[]) => FormValues,
  ) =>
    settings
      .command(`${setting.key} ${args}`)
      .description(about)
      .action((...given: unknown[]) =>
        save(
          session,
          setting,
          fieldsOf(...(given.slice(0, args.split(' ').length) as (string | undefined)[])),
        ),
      );
  const contactOf = (name?: string, contact?: string) => ({ name, contact });
  const choiceOf = (choice?: string) => ({ choice });

  settings
    .command('toon', { isDefault: true })
    .description('toon alle instellingen')
    // A word that is no setting ends up here, since this is what runs for `instellingen` alone.
    .allowExcessArguments()
    .action((_options: object, { args: [typed] }: Command) => {
      if (typed !== undefined) throw new InputError(unknownSetting(typed, settings));
      return session.open((services) => show(session, services));
    });
  addDecision(settings, session, decisions.consent, {
    about: 'leg de instemming van de ondernemingsraad vast, of haal die weg met --weg',
    gone: 'de instemming geldt niet meer: check-ins stoppen',
  });
  addDecision(settings, session, decisions.dpia, {
    about: 'leg de DPIA vast, of haal die weg met --weg',
    gone: 'de DPIA geldt niet meer: check-ins stoppen',
  });
  addDecision(settings, session, decisions.teamsForDirection, {
    about:
      'leg vast dat de gemeente met de ondernemingsraad afsprak dat de directie het beeld van één team ziet',
    gone: 'de directie ziet alleen nog afdelingen en de gemeente',
  });
  add(municipalityName, '<naam>', 'de naam van de gemeente', (name) => ({ name }));
  settings
    .command(`${closures.key} [datums...]`)
    .description('dagen zonder check-in, naast de feestdagen; zonder datums: geen')
    .action((dates: string[]) => save(session, closures, { dates: dates.join('\n') }));
  settings
    .command(`${partners.key} <label> <e-mailadres>`)
    .description('iemand die iedereen om een gesprek kan vragen, bijvoorbeeld een coach')
    .option('--weg', 'haal deze gesprekspartner weg', false)
    .action((label: string, upn: string, { weg }: { weg: boolean }) =>
      save(session, partners, weg ? { drop: upn.toLowerCase() } : { label, person: upn }),
    );
  const reachedAt = (whose: string) => `naam en telefoon of e-mail van ${whose}`;
  add(contacts.counsellor, '<naam> <contact>', reachedAt('de vertrouwenspersoon'), contactOf);
  add(contacts.companyDoctor, '<naam> <contact>', reachedAt('de bedrijfsarts of de arbodienst'), contactOf);
  add(contacts.socialWork, '<naam> <contact>', reachedAt('het bedrijfsmaatschappelijk werk'), contactOf);
  settings
    .command(`${worksCouncil.key} [e-mailadres...]`)
    .description('wie signalen voor de ondernemingsraad lezen; zonder naam: niemand')
    .action((upns: string[]) => save(session, worksCouncil, { people: upns.join(',') }));
  add(
    secondRegistrar,
    '[e-mailadres]',
    'wie mandaten registreert als er maar één mandaatbeheerder is; zonder naam: niemand',
    (person) => ({ person }),
  );
  add(
    methodStep,
    '[nummer]',
    'de stap van de methode waarin de gemeente is, 1 tot en met 8; zonder nummer: geen',
    (number = NO_STEP) => ({ choice: number }),
  );
  add(
    switches.firstNames,
    '<aan-of-uit>',
    'of stijlen een voornaam hebben; zet uit als een collega zo heet',
    choiceOf,
  );
  add(
    switches.pilots,
    '<aan-of-uit>',
    'of pilots mogen; uit: niemand begint er een, en lopende pilots sturen niets nieuws',
    choiceOf,
  );
  add(
    switches.absence,
    '<aan-of-uit>',
    'of een antwoord over mandaten zegt dat iemand er vandaag niet is',
    choiceOf,
  );
  add(
    switches.distress,
    '<aan-of-uit>',
    'of Kompas let op woorden waaruit blijkt dat het met iemand niet gaat',
    choiceOf,
  );
  add(contacts.procedure, '<adres>', 'waar de officiële meldprocedure staat', (url) => ({ url }));
  add(
    contacts.privacyStatement,
    '[adres]',
    'waar de privacyverklaring van de gemeente staat; zonder adres: nergens',
    (url) => ({ url }),
  );
  add(
    feedbackWeeks,
    '<weken>',
    'om de hoeveel weken een team terugkoppeling in zijn kanaal krijgt, 1 tot en met 12',
    (weeks) => ({ weeks }),
  );
}
