import { Temporal } from 'temporal-polyfill';
import { type Message, notice, type Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import { isFreeDay } from '../../../calendar/holidays.ts';
import { weekdayOf } from '../../../calendar/weekdays.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { colleaguesOf } from '../chat/colleagues.ts';
import type { Gap, GapStore } from '../chat/gaps.ts';
import { capital, dutchDay } from '../chat/wording.ts';
import type { Lookup } from '../register/lookup.ts';
import type { MandateStore } from '../register/store.ts';
import { checkRegister } from './check.ts';
import { type CoverGap, coverGaps, gapInWords } from './cover.ts';
import type { Finding } from './finding.ts';

export interface OversightTools {
  store: MandateStore;
  gaps: GapStore;
  everybody(): Promise<Person[]>;
  readSettings(): Promise<Settings>;
}

/** A card is for reading: the whole list is for the command line. */
const MOST_FINDINGS = 12;
const MOST_COVER = 15;
const MOST_REPORTED = 5;
const AHEAD_DAYS = 14;

const refused = (who: string) =>
  notice('Dit is niet voor jou bedoeld', `${who} zien dit. Je kunt wel vragen wie iets mag beslissen.`);

/** The coming two weeks without weekends and free days, as ISO dates. */
export function workingDaysAhead(from: string, closures: readonly string[]): string[] {
  const closed = new Set(closures);
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: AHEAD_DAYS }, (_, n) => first.add({ days: n }))
    .filter((day) => !['za', 'zo'].includes(weekdayOf(day)) && !isFreeDay(day, closed))
    .map((day) => day.toString());
}

function findingLine({ severity, text, ids }: Finding, keeper: boolean) {
  const [id] = ids;
  return {
    text,
    detail: severity === 'fout' ? '⛔ Fout' : '⚠️ Let op',
    ...(keeper && id ? { action: { title: `Wijzig ${id}`, verb: 'mandates.change', data: { id } } } : {}),
  };
}

function reportedLine({ activity, registration, area, count, last }: Gap, lookup: Lookup) {
  const place = area === '' ? 'de hele gemeente' : (lookup.area(area)?.name ?? area);
  const what = [capital(activity), registration || 'alle registraties', place].join(' · ');
  return { text: what, detail: `${count} keer gemeld, het laatst op ${dutchDay(last)}` };
}

function coverLine(gap: CoverGap, lookup: Lookup, day: string, keeper: boolean) {
  const [id] = gap.ids;
  const stand =
    gap.deputies.length > 0
      ? `Vervanger: ${gap.deputies.join(', ')}, ook niet aan het werk`
      : 'Geen vervanger vastgelegd';
  return {
    text: gapInWords(gap, lookup, day),
    detail: stand,
    ...(keeper && id
      ? { action: { title: 'Regel de vervanger', verb: 'mandates.change', data: { id } } }
      : {}),
  };
}

/** What a mandaatbeheerder looks after: the register as a whole, and who works when. */
export function oversight({ store, gaps, everybody, readSettings }: OversightTools) {
  async function surroundings() {
    const [{ lookup }, people, { municipality }] = await Promise.all([
      store.current(),
      everybody(),
      readSettings(),
    ]);
    return {
      lookup,
      closures: municipality.closures,
      colleagues: colleaguesOf(people, municipality.closures),
    };
  }

  return {
    /** "Mandaat controle": what is missing, in conflict or running out. */
    check: async (turn: Turn): Promise<Message> => {
      if (!hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), []))
        return refused('Alleen mandaatbeheerders');
      const [{ lookup, colleagues }, reported] = await Promise.all([surroundings(), gaps.all()]);
      const findings = checkRegister(lookup, today(turn.now).toString(), colleagues);
      const shown = findings.slice(0, MOST_FINDINGS);
      const sections = [
        { title: 'Fouten', lines: shown.filter(({ severity }) => severity === 'fout') },
        { title: 'Let op', lines: shown.filter(({ severity }) => severity !== 'fout') },
      ].map(({ title, lines }) => ({ title, lines: lines.map((one) => findingLine(one, true)) }));
      const asked = reported.slice(0, MOST_REPORTED).map((gap) => reportedLine(gap, lookup));
      const left = findings.length - shown.length;
      const none = findings.length === 0 && asked.length === 0;
      return {
        text: `Controle van het register: ${findings.length} punten.`,
        card: {
          template: 'mandate-list',
          data: {
            title: 'Controle van het mandatenregister',
            lead: none ? 'Ik vond niets dat aandacht nodig heeft.' : '',
            sections: [...sections, { title: 'Gemeld als gat', lines: asked }].filter(
              ({ lines }) => lines.length > 0,
            ),
            small: left > 0 ? `En nog ${left} punten. De hele lijst: npm run kompas -- mandaat controle` : '',
            actions: [],
          },
        },
      };
    },

    /** "Bezetting": when in the coming two weeks nobody works who may do something. */
    cover: async (turn: Turn): Promise<Message> => {
      const person = await turn.person();
      const keeper = hasAccess('mandaatbeheerder', turn.directoryId, person, []);
      if (!keeper && !hasAccess('manager', turn.directoryId, person, []))
        return refused('Mandaatbeheerders en leidinggevenden');
      const { lookup, colleagues, closures } = await surroundings();
      const day = today(turn.now).toString();
      const days = workingDaysAhead(day, closures);
      // Of people we do not know, such as those of a partner, nothing is said.
      const found = coverGaps(lookup, days, (name, on) => colleagues.worksOn(name, on) ?? true);
      const lines = found.slice(0, MOST_COVER).map((gap) => coverLine(gap, lookup, day, keeper));
      const left = found.length - lines.length;
      return {
        text:
          found.length === 0
            ? 'Er is steeds iemand die het mag.'
            : `Er zijn ${found.length} gaten in de bezetting.`,
        card: {
          template: 'mandate-list',
          data: {
            title: 'Bezetting in de komende twee weken',
            lead:
              found.length === 0
                ? 'Op elke werkdag werkt er iemand die het mag. Dat geldt voor alle taken in het register.'
                : '',
            sections: lines.length > 0 ? [{ title: 'Dan werkt er niemand die het mag', lines }] : [],
            small: left > 0 ? `En nog ${left} andere.` : '',
            actions: [],
          },
        },
      };
    },
  };
}
