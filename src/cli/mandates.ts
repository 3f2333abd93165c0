import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import {
  type Asked,
  ask,
  createLookup,
  isDay,
  type Lookup,
  readRegister,
} from '../features/mandates/index.ts';
import { type CsvFile, readCsv } from '../files/csv.ts';
import { readInput } from './input.ts';
import { print, Told } from './session.ts';

async function fileOf(path: string, what: string): Promise<CsvFile> {
  const file = readCsv(await readInput(path));
  if ('problems' in file)
    throw new Told(
      `${what} ${path}:\n${file.problems.map(({ line, reason }) => `  regel ${line}: ${reason}`).join('\n')}`,
    );
  return file;
}

async function lookupFrom(register: string, areas: string): Promise<Lookup> {
  const read = readRegister(await fileOf(register, 'Register'), await fileOf(areas, 'Gebieden'));
  if ('problems' in read) {
    throw new Told(
      `Het register klopt niet.\n${read.problems.map(({ line, reason }) => `  regel ${line}: ${reason}`).join('\n')}`,
    );
  }
  return createLookup(read.register);
}

/** The answer as one JSON object: what tests and administrators rely on. Areas and people by name. */
export function contractOf({ question, understood, answer }: Asked, lookup: Lookup): object {
  const { kind, activity, registration, areas, people, date, amount } = understood ?? {};
  const area = areas?.length === 1 ? lookup.area(areas[0] ?? '')?.name : understood?.unknownArea;
  const person = people?.length === 1 ? people[0] : understood?.unknownPerson;
  return {
    question,
    understood: { kind, activity, registration, area, person, date, amount },
    outcome: answer.outcome,
    answers: answer.answers,
    reason: answer.reason,
  };
}

const words = {
  found: 'Gevonden',
  yes: 'Ja',
  no: 'Nee',
  'not-recorded': 'Niet vastgelegd',
  ambiguous: 'Ik heb nog iets nodig',
  'not-understood': 'Niet begrepen',
};

/** `mandaat vraag`. */
export function addMandateCommands(program: Command): void {
  const mandate = program.command('mandaat').description('het mandatenregister');
  mandate
    .command('vraag')
    .description('stel een vraag aan een register; met - één vraag per regel van standaardinvoer')
    .argument('<vraag>', 'bijvoorbeeld "wie valideert BAG in Delfshaven?"')
    .requiredOption('--register <bestand>', 'CSV met mandaten')
    .requiredOption('--gebieden <bestand>', 'CSV met gebieden')
    .addOption(new Option('--op <datum>', 'de dag waarop je het wilt weten, jjjj-mm-dd; standaard vandaag'))
    .option('--json', 'één JSON-regel per vraag', false)
    .action(
      async (
        question: string,
        options: { register: string; gebieden: string; op?: string; json: boolean },
      ) => {
        if (options.op !== undefined && !isDay(options.op))
          throw new Told(`${options.op} is geen datum. Schrijf jjjj-mm-dd.`);
        const day = options.op ? Temporal.PlainDate.from(options.op) : today(Temporal.Now.instant());
        const lookup = await lookupFrom(options.register, options.gebieden);
        const reply = (text: string) => {
          const asked = ask(text, lookup, day);
          if (options.json) return print(JSON.stringify(contractOf(asked, lookup)));
          const { outcome, answers, reason } = asked.answer;
          print(`${words[outcome]}${answers.length > 0 ? `: ${answers.join(', ')}` : ''}. ${reason}`);
        };
        if (question !== '-') return reply(question);
        for await (const line of createInterface({ input: process.stdin }))
          if (line.trim() !== '') reply(line.trim());
      },
    );
}
