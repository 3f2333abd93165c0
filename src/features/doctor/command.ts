import type { Command } from 'commander';
import { print, ReportedError } from '../../cli/terminal.ts';
import { ConfigError } from '../../config.ts';
import { BOT_FRAMEWORK } from '../../installation.ts';
import { within } from '../../lib/within.ts';
import { storageTrouble } from '../../storage/trouble.ts';
import { telemetryIn } from '../../telemetry.ts';
import type { Session } from '../module.ts';
import { addressCheck, clockCheck, keyCheck, openIdCheck, storedChecks } from './checks.ts';
import { type DoctorNeeds, type HealthCheck, type HealthLine, healthLine, type Level } from './contract.ts';
import { examine, type Report } from './examine.ts';
import { probeLines } from './rules.ts';
import { telemetryLines } from './setup-rules.ts';

/** So long a check may take, and opening storage before them, in milliseconds. Nobody in Teams waits, but somebody does. */
const CHECK_MS = 10_000;
const OPENING_MS = 20_000;

const words: Record<Level, string> = { red: 'rood', amber: 'oranje', green: 'groen' };

const unseen = [
  'Of Kompas zelf bij de opslag mag: hierboven staan de rechten van wie deze opdracht gaf. Typ in de chat: hoe staat het ervoor.',
  'Of Teams de app kent, en of Kompas mag antwoorden. Typ in de chat: hoe staat het ervoor. Krijg je geen antwoord? Kijk dan BOT_APP_ID, BOT_TENANT_ID en het berichtadres na.',
  'De variabelen van de machine waarop Kompas draait: hierboven staan die van deze computer. Typ in de chat: hoe staat het ervoor.',
  'Of Azure elk verzoek aan de opslag opschrijft. Kijk in Azure: de logboeken van het opslagaccount moeten uit.',
];

const withoutKey =
  'Of de geheime sleutel klopt: die staat niet op deze computer, en dat hoeft ook niet. Typ in de chat: hoe staat het ervoor.';

/** What can be said where storage could not be opened. */
function unopened(error: unknown): HealthLine[] {
  if (error instanceof ConfigError) {
    const [first = '', ...rest] = error.message.split('\n');
    const faults = rest.filter((text) => text.startsWith('  ')).map((text) => `${text.trim()}.`);
    const todo = 'In .env.example staat wat elke instelling is.';
    return (faults.length > 0 ? faults : [first]).map((text) =>
      healthLine('red', 'Instellingen', text, todo),
    );
  }
  const trouble = storageTrouble(error);
  return probeLines('Opslag', { is: trouble ?? 'unreachable', step: 'read' });
}

async function reportOf(session: Session<unknown, DoctorNeeds>): Promise<Report> {
  const telemetry: HealthCheck = {
    about: 'Meekijken',
    look: async () => telemetryLines(telemetryIn(session.env)),
  };
  const settings: HealthCheck = {
    about: 'Instellingen',
    look: async () => [healthLine('green', 'Instellingen', 'De instellingen zijn volledig.')],
  };
  const openId = openIdCheck(BOT_FRAMEWORK);
  try {
    return await within(
      OPENING_MS + CHECK_MS,
      session.open(
        (services, _, { checks }) => {
          const { isLocal, publicUrl, hasKey } = services;
          const elsewhere = isLocal ? [] : [clockCheck(services), openId];
          const all = [
            settings,
            ...storedChecks(services),
            ...(hasKey ? [keyCheck(services, true)] : []),
            addressCheck(publicUrl, false),
            ...elsewhere,
            telemetry,
            ...checks,
          ];
          return examine(all, hasKey ? unseen : [...unseen, withoutKey], CHECK_MS);
        },
        { withAnyKey: true },
      ),
    );
  } catch (error) {
    const failed = unopened(error);
    const fault: HealthCheck = { about: 'Instellingen', look: async () => failed };
    return examine([fault, telemetry], unseen, CHECK_MS);
  }
}

/** `doctor`: how Kompas is doing. The process ends with 0 when all is green, 1 with something amber and 2 with something red. */
export function addDoctorCommand(program: Command, session: Session<unknown, DoctorNeeds>): void {
  program
    .command('doctor')
    .description('kijk na hoe het met Kompas gaat: groen, oranje of rood, en wat je kunt doen')
    .option('--json', 'als JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      const report = await reportOf(session);
      const { level, lines } = report;
      if (json) print(session, JSON.stringify(report));
      else {
        for (const { level: one, about, text, todo } of lines) {
          print(session, `${words[one].padEnd(6)}  ${about}: ${text}`);
          if (todo) print(session, `        ${todo}`);
        }
        print(session, 'Niet te zien vanaf hier:');
        for (const text of report.unseen) print(session, `  ${text}`);
      }
      if (level !== 'green') throw new ReportedError(level === 'red' ? 2 : 1);
    });
}
