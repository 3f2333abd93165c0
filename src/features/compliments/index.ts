import { z } from 'zod';
import { worksOn } from '../../calendar/availability.ts';
import { today } from '../../calendar/clock.ts';
import { isBetween } from '../../calendar/hours.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../conversation/choosing.ts';
import { carried, field } from '../../conversation/field.ts';
import type { FormValues } from '../../conversation/form.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import { createRequests, PATIENCE_MS, withinPatience } from '../../conversation/request.ts';
import type { Turn } from '../../conversation/turn.ts';
import { lengthProblems } from '../../language/lengths.ts';
import { remembered } from '../../lib/remember.ts';
import type { Municipality } from '../../people/municipality.ts';
import { type Address, chatWith, isPresent, type Person } from '../../people/person.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import {
  complimentCard,
  complimentForm,
  enoughCard,
  LONGEST_COMPLIMENT,
  meantBy,
  notNowCard,
  perhapsCard,
  previewCard,
  sentCard,
  whoChoosing,
} from './cards.ts';
import { complimentWish, typedCompliment } from './words.ts';

/** So many at once from one person, and as many again in a day: more is no compliment any more. */
export const MOST_A_DAY = 5;
const DAY_MS = 24 * 3_600_000;
/** Local times between which a colleague may get one. */
const HOURS = ['08:00', '18:00'] as const;
/** Who works here is read once in so many milliseconds. */
const PEOPLE_MS = 15_000;

const needs: Needs = { ...colleagueAlone, typed: 'compliment' };
/** No row may tell who gave one to whom: neither turn writes any, and the log names nobody. */
const handling = { needs, traceless: true };
const filledIn = z.object({ ...choosingSchema('one', 'to'), text: field.long });
const begun = z.object({
  to: carried(z.string().max(200), ''),
  text: carried(z.string().max(4 * LONGEST_COMPLIMENT), ''),
});

const cancelled = notice('compliment', 'Goed, ik verstuur niets', 'Er is niets bewaard.');

type ComplimentTools = Pick<Tools, 'send' | 'people' | 'everybody' | 'silence' | 'now'>;

function offer(_opened: undefined, { send, people, everybody, silence, now }: ComplimentTools): FeatureOffer {
  const request = createRequests(send, MOST_A_DAY, DAY_MS, { refusedCounts: true });
  const everybodyLately = remembered(everybody, PEOPLE_MS, now);

  /** Everybody else who works here, in order of name. */
  async function colleaguesOf({ upn }: Person): Promise<Person[]> {
    return (await everybodyLately())
      .filter((one) => isPresent(one) && one.upn !== upn)
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  }

  /** Where a colleague may get one now; undefined when they may not be written to, for whatever reason. */
  async function chatNow(
    person: Person | undefined,
    { closures }: Municipality,
    moment: Turn['now'],
  ): Promise<Address | undefined> {
    if (!person?.directoryId || !isBetween(moment, HOURS)) return undefined;
    if (!worksOn(person, today(moment), new Set(closures))) return undefined;
    return (await silence.of(person.directoryId)) ? undefined : chatWith(person);
  }

  async function typed(turn: Turn, rest: string): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const colleagues = await colleaguesOf(me);
    const { name, text } = typedCompliment(rest);
    if (name === '') return complimentForm(colleagues, { text });
    const meant = meantBy(colleagues, name);
    const [only] = meant;
    if (only && meant.length === 1) return complimentForm(colleagues, { to: only.upn, text });
    if (only)
      return complimentForm(meant, { text }, ['Er zijn meer collega’s die zo heten. Kies wie je bedoelt.']);
    return complimentForm(colleagues, { text }, [
      `Bij “${name.slice(0, 60)}” vind ik geen collega. Kies hieronder, of typ een ander deel van de naam.`,
    ]);
  }

  async function preview(turn: Turn, sent: FormValues): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const colleagues = await colleaguesOf(me);
    const chosen = chosenIn([whoChoosing(colleagues)], sent);
    const { to = '', text = '' } = chosen.sent;
    const person = colleagues.find(({ upn }) => upn === to);
    const problems = [
      ...chosen.problems,
      ...(person || chosen.problems.length > 0 ? [] : ['Kies voor wie het is.']),
      ...(text.trim() === '' ? ['Schrijf wat je wilt zeggen.'] : []),
      ...lengthProblems({ text }, [['text', 'Wat wil je zeggen', LONGEST_COMPLIMENT]]),
    ];
    return person && problems.length === 0
      ? previewCard(person, text.trim())
      : complimentForm(colleagues, chosen.sent, problems);
  }

  async function give(turn: Turn, { to, text: sent }: z.infer<typeof begun>): Promise<Message> {
    const started = performance.now();
    const me = await turn.person();
    if (!me) return unknownPerson;
    const text = sent.trim();
    // A button carries what was previewed, but anybody can send another one.
    if (text === '' || [...text].length > LONGEST_COMPLIMENT) return preview(turn, { to, text });
    // As they are now: the list may be some seconds old.
    const found = await people.byUpn(to);
    const person = found?.upn === me.upn ? undefined : found;
    const { municipality } = await turn.settings();
    const chat = await chatNow(person, municipality, turn.now);
    const name = JSON.stringify([turn.directoryId, to, text]);
    const arrival = await withinPatience(
      request(name, turn.directoryId, chat, complimentCard(me, text)),
      PATIENCE_MS - (performance.now() - started),
    );
    if (person && arrival === 'yes') return sentCard(person);
    if (person && arrival === 'perhaps') return perhapsCard(person);
    return arrival === 'enough' ? enoughCard(text, to) : notNowCard(text, to);
  }

  return {
    phrases: [
      {
        say: 'compliment',
        wished:
          /\b(?:collega|iemand|teamgenoot)\b.*\b(?:bedanken|bedankje|complimenteren|paar woorden)\b|\b(?:bedankje|paar woorden) (?:sturen|geven|voor|aan)\b/,
        also: [
          'complimentje',
          'geef een compliment',
          'ik wil een compliment geven',
          'een compliment geven',
          'stuur een compliment',
          'compliment geven',
        ],
        title: 'Geef een collega een compliment, bijvoorbeeld: compliment voor Bert',
        ...handling,
        takesRest: true,
        run: typed,
      },
    ],
    hears: [
      {
        order: 'first',
        ...handling,
        answer: async (turn) => {
          const wish = complimentWish(turn.text);
          return wish && typed(turn, wish.text ? `${wish.name}: ${wish.text}` : wish.name);
        },
      },
    ],
    actions: {
      'compliment.form': action(
        begun,
        async (turn, { to, text }) => {
          const me = await turn.person();
          return me ? complimentForm(await colleaguesOf(me), { to, text }) : unknownPerson;
        },
        handling,
      ),
      'compliment.preview': action(filledIn, (turn, sent) => preview(turn, sent as FormValues), handling),
      'compliment.send': action(begun, give, handling),
      'compliment.cancel': action(z.object({}), async () => cancelled, handling),
    },
  };
}

/** A compliment for a colleague: sent with the name of who gives it, and not stored, not logged and not counted. */
export const compliments: FeatureModule<undefined> = {
  name: 'compliments',
  title: 'Voor elkaar',
  tables: [],
  open: () => undefined,
  offer,
};
