import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { at, today } from '../calendar/clock.ts';
import {
  type Asked,
  ask,
  createLookup,
  isDay,
  type Lookup,
  readRegister,
  registerOf,
} from '../features/mandates/index.ts';
import type { CsvFile } from '../files/csv.ts';
import { readList } from '../files/xlsx.ts';
import { readInput } from './input.ts';
import { print, problemLines, Told, withCore } from './session.ts';

interface Options {
  register?: string;
  gebieden?: string;
  functies?: string;
  op?: string;
  gezienOp?: string;
  json: boolean;
}

/** A register to ask, and what time it is where it is kept: the demo moves its clock. */
interface Source {
  lookup: Lookup;
  now: Temporal.Instant;
}

async function fileOf(path: string, what: string): Promise<CsvFile> {
  const file = await readList(await readInput(path), path);
  if ('problems' in file) throw new Told(`${what} ${path}:\n${problemLines(file.problems)}`);
  return file;
}

async function lookupFrom(register: string, areas: string, tenures?: string): Promise<Lookup> {
  const read = readRegister(
    await fileOf(register, 'Register'),
    await fileOf(areas, 'Gebieden'),
    tenures === undefined ? undefined : await fileOf(tenures, 'Functies'),
  );
  if ('problems' in read) throw new Told(`Het register klopt niet.\n${problemLines(read.problems)}`);
  return createLookup(read.register);
}

/** The last moment of a day in Europe/Amsterdam, as records write moments. */
function endOf(day: string): string {
  const next = at(Temporal.PlainDate.from(day).add({ days: 1 }), '00:00');
  return next.subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' });
}

/** The stored register as it is known now, or as it was known at the end of a day (ISO date). */
function storedLookup(seenOn: string | undefined): Promise<Source> {
  return withCore(async ({ register, now }) => {
    const known = await register.current();
    if (!known.pointer)
      throw new Told('Er is nog geen register. Gebruik: mandaat import --register <bestand>');
    if (seenOn === undefined) return { lookup: known.lookup, now: now() };
    const then = registerOf(known.records, endOf(seenOn));
    if (then.areas.length === 0) throw new Told(`Op ${seenOn} kende Kompas nog geen register.`);
    return { lookup: createLookup(then), now: now() };
  });
}

/** The register that was asked for: of two files, or the stored one. */
async function sourceOf({ register, gebieden, functies, gezienOp }: Options): Promise<Source> {
  if (register === undefined && gebieden === undefined && functies === undefined) {
    return storedLookup(gezienOp);
  }
  if (register === undefined || gebieden === undefined)
    throw new Told('Geef --register en --gebieden allebei. Zonder die twee vraag je het bewaarde register.');
  if (gezienOp !== undefined)
    throw new Told('--gezien-op werkt alleen met het bewaarde register, dus zonder --register.');
  return { lookup: await lookupFrom(register, gebieden, functies), now: Temporal.Now.instant() };
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

/** `mandaat vraag`; gives the command `mandaat` for what else it can do. */
export function addMandateCommands(program: Command): Command {
  const mandate = program.command('mandaat').description('het mandatenregister');
  mandate
    .command('vraag')
    .description('stel een vraag aan het register; met - één vraag per regel van standaardinvoer')
    .argument('<vraag>', 'bijvoorbeeld "wie valideert BAG in Delfshaven?"')
    .option('--register <bestand>', 'lijst met mandaten (CSV of Excel); standaard het bewaarde register')
    .option('--gebieden <bestand>', 'lijst met gebieden, bij --register')
    .option('--functies <bestand>', 'lijst met wie welke functie heeft, bij --register')
    .addOption(new Option('--op <datum>', 'de dag waarop je het wilt weten, jjjj-mm-dd; standaard vandaag'))
    .option('--gezien-op <datum>', 'met wat er aan het eind van die dag bekend was, jjjj-mm-dd')
    .option('--json', 'één JSON-regel per vraag', false)
    .action(async (question: string, options: Options) => {
      for (const date of [options.op, options.gezienOp]) {
        if (date !== undefined && !isDay(date)) throw new Told(`${date} is geen datum. Schrijf jjjj-mm-dd.`);
      }
      const { lookup, now } = await sourceOf(options);
      const day = options.op ? Temporal.PlainDate.from(options.op) : today(now);
      const reply = (text: string) => {
        const asked = ask(text, lookup, day);
        if (options.json) return print(JSON.stringify(contractOf(asked, lookup)));
        const { outcome, answers, reason } = asked.answer;
        print(`${words[outcome]}${answers.length > 0 ? `: ${answers.join(', ')}` : ''}. ${reason}`);
      };
      if (question !== '-') return reply(question);
      for await (const line of createInterface({ input: process.stdin }))
        if (line.trim() !== '') reply(line.trim());
    });
  return mandate;
}
