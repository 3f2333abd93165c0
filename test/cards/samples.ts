import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { createDispatcher, type Dispatcher } from '../../src/bot/dispatcher.ts';
import { windowOf } from '../../src/calendar/schedule.ts';
import type { Message } from '../../src/conversation/message.ts';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action, type Feature } from '../../src/conversation/offer.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import {
  askCard,
  moreCard,
  smallTeamCard,
  talkCard,
  thanksCard,
  tooManyThemes,
} from '../../src/features/checkin/cards.ts';
import { lineCard } from '../../src/features/checkin/line-card.ts';
import type { Score } from '../../src/features/checkin/rules.ts';
import { talkRequest } from '../../src/features/checkin/talk-request-card.ts';
import { welcome } from '../../src/features/help/welcome.ts';
import { personMark } from '../../src/people/changing/by-hand.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import { chatOf, imported, type Somebody, somebody, startTestBot, type TestBot } from '../support/bot.ts';
import type { Core } from '../support/core.ts';
import { turnFor } from '../support/turn.ts';
import { adminSamples } from './admin-samples.ts';
import { assignmentSamples } from './assignment-samples.ts';
import { choosingSamples } from './choosing-samples.ts';
import { commentSamples } from './comment-samples.ts';
import { edgeSamples } from './edge-samples.ts';
import { feedbackSamples } from './feedback-samples.ts';
import { buddySamples, growthPlanSamples } from './growth-samples.ts';
import { intakeSamples } from './intake-samples.ts';
import { learningSamples } from './learning-samples.ts';
import { effectSamples, lineSamples, meetingSamples, samplingSamples } from './learning-together-samples.ts';
import { mandateSamples } from './mandate-samples.ts';
import { matrixSamples } from './matrix-samples.ts';
import { mineSamples } from './mine-samples.ts';
import { MARK, nastyName, nastyText } from './nasty.ts';
import { pilotSamples } from './pilot-samples.ts';
import { courseSamples, planSamples, securingSamples } from './plan-samples.ts';
import { retroSamples } from './retro-samples.ts';
import { handoverSamples, profileSamples } from './role-samples.ts';
import { standupSamples } from './standup-samples.ts';
import { calendarSamples, talkSamples } from './talk-samples.ts';
import { teamSamples } from './team-samples.ts';
import { tipSamples } from './tip-samples.ts';

/** A message as a person can get it; the name tells it apart in test results and file names. */
export interface Sample {
  name: string;
  message: Message;
}

/** Every kind of message, and the features that made them. */
export interface Collection {
  samples: Sample[];
  features: readonly Feature[];
}

const PERIOD = '2026-W48';
const WEST = 'objecten-west';
const nasty = somebody(1, nastyName);
const colleague = somebody(2);
const unanswered = somebody(3);
const leaver = somebody(4);
const manager = somebody(9);
const coach = somebody(20);
const lonely = somebody(30);
const waiting = somebody(31);
const administrator = somebody(40);
const stranger = somebody(99);
const counsellor = { name: `${MARK} Rosa [Linde](http://evil.example)`, contact: '010 000 00 00' };
const partners = Array.from({ length: 8 }, (_, n) => ({
  label: n === 0 ? `Een coach: ${nastyName}` : `Gesprekspartner ${n + 1}`,
  upn: n === 0 ? coach.upn : `partner${n}@gemeente.example`,
}));

async function seed({ people, settings, answers, audit }: Core): Promise<void> {
  const { municipality, teams } = await settings.read();
  const [west] = teams;
  if (!west) throw new Error('the harness has a team');
  await settings.changeMunicipality(() => ({
    ...municipality,
    partners,
    counsellor,
    companyDoctor: { name: 'Arbodienst Voorbeeld', contact: '010 000 00 01' },
    socialWork: { name: `${MARK} Mo Kade`, contact: '010 000 00 02' },
    procedure: 'https://gemeente.example/melden',
  }));
  await settings.saveTeam({ ...west, key: 'klein', name: 'Klein' });
  const later = { ...west.schedule, everyWeeks: 2 as const, anchor: '2026-11-30' };
  await settings.saveTeam({ ...west, key: 'later', name: 'Later', schedule: later });
  await people.save([
    imported(nasty),
    imported(lonely, { team: 'klein' }),
    imported(waiting, { team: 'later' }),
    imported(administrator, { team: 'klein', access: ['beheerder'] }),
  ]);
  const periods = [
    '2026-W40',
    '2026-W41',
    '2026-W42',
    '2026-W43',
    '2026-W44',
    '2026-W45',
    '2026-W47',
    PERIOD,
  ];
  for (const period of periods) {
    const answer = { score: 2 as const, themes: ['duidelijkheid' as const], comment: nastyText };
    await answers.change(WEST, nasty.account, period, () => answer);
  }
  const shared = (key: string) => [{ key, text: nastyText }];
  await answers.publish(WEST, '2026-W47', {
    withoutName: [],
    withName: shared(nasty.account),
  });
  await audit.record(nasty.account, 'instemming vastgelegd', 'OR-2026-12');
}

/** Somebody talking to the dispatcher of the real bot, without the protocol around it: that gives the message itself. */
function conversation(bot: TestBot, dispatcher: Dispatcher) {
  const turn = (who: Somebody, text = '') => turnFor(bot.core, who, bot.clock.now, text);
  return {
    says: async (who: Somebody, text: string, scope: Turn['scope'] = 'personal') =>
      (await dispatcher.typed({ ...turn(who, text), scope })).message,
    taps: (who: Somebody, verb: string, data: object = {}) =>
      dispatcher.tapped(turn(who), verb, { period: PERIOD, ...data }),
  };
}

const silent = pino({ level: 'silent' });
const nothing = async () => {};

/** What a feature does that always fails. */
const broken: Feature = {
  name: 'broken',
  phrases: [
    {
      say: 'kapot',
      title: 'Gaat stuk',
      needs: everybodyAnywhere,
      run: () => Promise.reject(new Error('broken on purpose')),
    },
  ],
  actions: {
    'checkin.save': action(z.looseObject({}), () => Promise.reject(new Error('broken on purpose')), {
      needs: everybodyAnywhere,
    }),
  },
};

function cardSamples(): Record<string, Message> {
  const window = windowOf({ everyWeeks: 1, anchor: '2026-01-05', day: 'ma', time: '10:00' }, '2026-W53');
  if (!window) throw new Error('a weekly schedule has a window every week');
  const points = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      period: `2026-W${41 + n}`,
      themes: [],
      score: ((n % 5) + 1) as Score,
    }));
  return {
    'ask-card': askCard(window, 'card'),
    'ask-after-feedback': askCard(window, 'card', {
      sinceLast: {
        heard: 'Vorige week noemden jullie werkdruk. Dit is ermee gedaan.',
        done: ['Besloten: de controle van de lijst wacht tot januari.', nastyText],
      },
    }),
    'ask-lead': askCard(window, 'card', { leads: true }),
    'ask-reminder': askCard(window, 'reminder'),
    'ask-again': askCard(window, 'again'),
    'thanks-short': thanksCard(window, { score: 4, themes: [] }),
    'thanks-everything': thanksCard(
      window,
      {
        score: 1,
        themes: ['duidelijkheid', 'techniek'],
        comment: nastyText,
        sharing: 'without-name',
      },
      { note: 'Het is bewaard.' },
    ),
    'thanks-comment-like-a-number': thanksCard(window, {
      score: 3,
      themes: ['leren'],
      comment: '12345',
      sharing: 'with-name',
    }),
    'more-empty': moreCard(PERIOD, { themes: [] }),
    'more-too-many': moreCard(
      PERIOD,
      { themes: ['werkdruk', 'leren', 'anders'], comment: nastyText, sharing: 'with-name' },
      tooManyThemes,
    ),
    'talk-nobody': talkCard(PERIOD, [], emptyMunicipality),
    'talk-usual': talkCard(
      PERIOD,
      [
        { partner: manager.account, title: 'Gijs Toren, mijn leidinggevende' },
        { partner: coach.upn, title: 'Een coach: Hanna Kering' },
        { partner: 'noud@gemeente.example', title: 'Mijn buddy: Noud Kreek' },
      ],
      {
        ...emptyMunicipality,
        counsellor: { name: 'Rosa Linde', contact: '010 000 00 00, rosa.linde@gemeente.example' },
        procedure: 'https://gemeente.example/melden',
      },
    ),
    'talk-request': talkRequest('Amira Sol', colleague.upn),
    'talk-request-nasty': talkRequest(nastyName, "o'brien+test@gemeente.example"),
    'line-0': lineCard(PERIOD, points(0)),
    'line-1': lineCard(PERIOD, points(1)),
    'line-8': lineCard(PERIOD, points(8)),
    'line-12-new-year': lineCard('2027-W03', [
      ...points(9).map((point, n) => ({ ...point, period: `2026-W${45 + n}` })),
      ...['2027-W01', '2027-W02', '2027-W03'].map((period) => ({ period, score: 5 as const })),
    ]),
    small: smallTeamCard(window),
    welcome: welcome(emptyMunicipality),
    'welcome-named': welcome({ ...emptyMunicipality, name: nastyName }),
    'welcome-statement': welcome({
      ...emptyMunicipality,
      privacyStatement: 'https://www.gemeente.example/privacy',
    }),
  };
}

async function checkinSamples(bot: TestBot, { says, taps }: ReturnType<typeof conversation>) {
  const open = bot.clock.now;
  const samples: Record<string, Message> = {
    'checkin-typed': await says(nasty, 'check-in'),
    'checkin-typed-unanswered': await says(unanswered, 'check-in'),
    'checkin-typed-small': await says(lonely, 'check-in'),
    'checkin-typed-stranger': await says(stranger, 'check-in'),
    'checkin-typed-no-window': await says(waiting, 'check-in'),
    'checkin-open': await taps(nasty, 'checkin.open'),
    'checkin-open-unanswered': await taps(unanswered, 'checkin.open'),
    'checkin-answer': await taps(colleague, 'checkin.answer', { score: 5 }),
    'checkin-more': await taps(nasty, 'checkin.more'),
    'checkin-save-cut': await taps(colleague, 'checkin.save', { comment: `${nastyText}${nastyText}` }),
    'checkin-save-three': await taps(colleague, 'checkin.save', { themes: 'werkdruk,leren,anders' }),
    'checkin-ask-withdraw': await taps(colleague, 'checkin.ask-withdraw'),
    'checkin-withdraw': await taps(colleague, 'checkin.withdraw'),
    'checkin-skip': await says(unanswered, 'deze week niet'),
    'checkin-open-skipped': await taps(unanswered, 'checkin.open'),
    'checkin-line': await taps(nasty, 'checkin.line'),
    'checkin-early': await taps(nasty, 'checkin.open', { period: '2026-W49' }),
    'checkin-closed-newer': await taps(nasty, 'checkin.open', { period: '2026-W47' }),
    'checkin-period-of-nobody': await taps(nasty, 'checkin.open', { period: '2026-W99' }),
    'checkin-stop': await says(colleague, 'stop check-ins'),
    'checkin-moment': await taps(colleague, 'checkin.moment', {}),
    'checkin-moment-saved': await taps(colleague, 'checkin.save-moment', { day: 'wo', time: '11:00' }),
    'compliment-form': await taps(colleague, 'compliment.form', {}),
    'compliment-typed': await says(colleague, 'compliment voor Bert'),
    'checkin-start': await says(colleague, 'start check-ins'),
    'checkin-stop-stranger': await says(stranger, 'stop check-ins'),
    'talk-many': await says(nasty, 'ik wil even praten'),
    'talk-unreachable': await taps(nasty, 'checkin.send-talk', { partner: manager.account }),
    'talk-confirm': await taps(nasty, 'checkin.ask-talk', { partner: manager.account }),
    'talk-outside': await says(nasty, 'praten buiten mijn team'),
    'talk-take-back': await says(nasty, 'ik wil toch niet praten'),
    'talk-gone': await taps(nasty, 'checkin.send-talk', { partner: 'weg@gemeente.example' }),
  };
  const address = chatOf(manager, bot.connector.url);
  await bot.core.people.save([
    imported(manager, { access: ['manager'], name: nastyName, reach: 'open', address }),
  ]);
  samples['talk-sent'] = await taps(nasty, 'checkin.send-talk', { partner: manager.account });
  bot.clock.now = Temporal.Instant.from('2026-11-28T11:00:00Z');
  samples['checkin-closed'] = await taps(nasty, 'checkin.open');
  bot.clock.now = open;
  const { municipality } = await bot.core.settings.read();
  await bot.core.settings.changeMunicipality(() => ({ ...municipality, consent: undefined }));
  samples['checkin-not-started'] = await says(nasty, 'check-in');
  await bot.core.settings.changeMunicipality(() => municipality);
  return samples;
}

async function otherSamples({ says, taps }: ReturnType<typeof conversation>) {
  return {
    'presence-away': await says(colleague, 'afwezig tot 1 december'),
    'presence-away-unread': await says(colleague, 'afwezig tot de lente'),
    'presence-away-past': await says(colleague, 'afwezig 2026-01-05'),
    'presence-away-far': await says(colleague, 'afwezig tot 1 december 2040'),
    'presence-away-apart': await says(colleague, 'ik ben maandag en donderdag vrij'),
    'presence-away-hours': await says(colleague, 'ik ben vanmiddag weg'),
    'presence-away-weekly': await says(colleague, 'ik ben elke vrijdag vrij'),
    'presence-restored': await taps(colleague, 'presence.restore', { absentUntil: '2027-01-03' }),
    'presence-today-known': await says(colleague, 'ik ben ziek'),
    'presence-away-instead': await says(colleague, 'ik heb volgende week maandag vrij'),
    'presence-back': await says(colleague, 'ik ben er weer'),
    'presence-today': await says(colleague, 'ik ben ziek'),
    'presence-workdays': await says(colleague, 'mijn werkdagen'),
    'presence-workdays-set': await says(colleague, 'mijn werkdagen ma di do'),
    'presence-workdays-unread': await says(colleague, 'mijn werkdagen soms'),
    'presence-stranger': await says(stranger, 'ik ben er weer'),
    'settings-show': await says(administrator, 'instellingen'),
    'settings-refused': await says(colleague, 'instellingen'),
    'doctor-typed': await says(administrator, 'hoe staat het ervoor'),
    'doctor-more': await taps(administrator, 'doctor.more', {}),
    'doctor-refused': await says(colleague, 'hoe staat het ervoor'),
    'privacy-offer': await says(nasty, 'mijn gegevens'),
    'privacy-show': await taps(nasty, 'privacy.show'),
    'privacy-show-nothing': await taps(stranger, 'privacy.show'),
    'privacy-ask-erase': await says(leaver, 'vergeet mij'),
    'privacy-keep': await taps(leaver, 'privacy.keep'),
    'privacy-erase': await taps(leaver, 'privacy.erase'),
    'privacy-erase-record': await taps(nasty, 'privacy.erase'),
    'privacy-who-sees': await says(colleague, 'wie ziet dit'),
    help: await says(colleague, 'help'),
    guides: await says(colleague, 'uitleg'),
    'help-channel': await says(colleague, 'help', 'channel'),
    unknown: await says(colleague, `${nastyText} werkdagen`),
    'unknown-nothing-near': await says(colleague, 'iets heel anders'),
    distress: await says(colleague, 'ik trek het niet'),
    'distress-life': await says(colleague, 'ik wil niet meer leven'),
    'distress-life-english': await says(colleague, 'I want to die'),
    'distress-other-life': await says(colleague, 'mijn collega wil dood'),
    'distress-harassed': await says(colleague, 'mijn chef pest me'),
    'distress-unheard': await says(colleague, 'mijn chef luistert niet'),
    'distress-wrongdoing': await says(colleague, 'ik wil fraude melden'),
    'who-sees-this': await says(colleague, 'wie ziet dit'),
    'who-takes-care': await says(colleague, 'wie kan ik bellen'),
    'not-at-the-office': await says(colleague, 'ik ben morgen niet op kantoor'),
    'distress-figure': await says(colleague, 'ik ga dood van de werkdruk'),
    'distress-tired': await says(colleague, 'ik ben moe'),
    'distress-grief': await says(colleague, 'mijn moeder is overleden'),
    'distress-soft': await says(colleague, 'ik voel me rot'),
    'typed-feeling': await says(colleague, 'heel zwaar'),
    'typed-thanks': await says(colleague, 'dank je'),
    'typed-yes': await says(colleague, 'ja'),
    'typed-english': await says(colleague, 'what can you do'),
    'typed-story': await says(colleague, 'Een lang verhaal over van alles. '.repeat(20)),
    'typed-topic': await says(colleague, 'kan ik mijn antwoord wijzigen'),
    'typed-workday': await says(colleague, 'ik werk maandag'),
    'line-typed': await says(colleague, 'mijn lijn'),
    leads: await says(colleague, 'wie is mijn leidinggevende'),
    'mandates-export-elsewhere': await says(colleague, 'mandaten exporteren'),
    'stale-card': await taps(colleague, 'checkin.gone'),
    'stale-card-typed': await taps(colleague, 'checkin.gone', { comment: nastyText }),
  };
}

async function failureSamples(bot: TestBot) {
  const tools = {
    features: [broken],
    log: silent,
    administrators: [],
    isTooMuch: () => false,
    everybody: async () => [],
    onReturn: nothing,
    onWritten: nothing,
  };
  const { says, taps } = conversation(bot, createDispatcher(tools));
  return {
    'failure-typed': await says(colleague, 'kapot'),
    'failure-tapped': await taps(colleague, 'checkin.save', { themes: 'leren', comment: nastyText }),
  };
}

/** A colleague, with the mark that their form carries. */
async function someoneSeen({ core }: TestBot) {
  const person = await core.people.find(nasty.account);
  if (!person) throw new Error('the harness has this colleague');
  return { someone: person.id, seen: personMark(person), team: person.team };
}

/** Makes every sample with the functions and the bot that people meet. */
export async function collectSamples(): Promise<Collection> {
  const bot = await startTestBot({ seed, env: { PUBLIC_URL: 'https://kompas.gemeente.example' } });
  try {
    const tools = {
      features: bot.features,
      log: silent,
      administrators: [],
      isTooMuch: () => false,
      everybody: async () => [],
      onReturn: nothing,
      onWritten: nothing,
    };
    const talk = conversation(bot, createDispatcher(tools));
    const made: Record<string, Message> = {
      ...cardSamples(),
      ...(await checkinSamples(bot, talk)),
      ...(await mandateSamples(bot, talk)),
      ...(await tipSamples(bot, talk)),
      ...(await pilotSamples(bot, talk)),
      ...retroSamples,
      ...intakeSamples,
      ...mineSamples(),
      ...teamSamples(),
      ...commentSamples(),
      ...feedbackSamples(),
      ...talkSamples(),
      ...calendarSamples(),
      ...matrixSamples(),
      ...growthPlanSamples(),
      ...buddySamples(),
      ...lineSamples(),
      ...samplingSamples(),
      ...effectSamples(),
      ...meetingSamples(),
      ...profileSamples(),
      ...handoverSamples(),
      ...planSamples(),
      ...courseSamples(),
      ...securingSamples(),
      ...assignmentSamples(),
      ...standupSamples(),
      ...choosingSamples(),
      ...(await learningSamples(talk)),
      ...edgeSamples(),
      ...(await adminSamples(
        {
          says: (text) => talk.says(administrator, text),
          taps: (verb, data) => talk.taps(administrator, verb, data),
        },
        await someoneSeen(bot),
      )),
      ...(await otherSamples(talk)),
      ...(await failureSamples(bot)),
      'text-only': { text: 'Ik heb je antwoord in onze eigen chat gezet.' },
    };
    return {
      samples: Object.entries(made).map(([name, message]) => ({ name, message })),
      features: bot.features,
    };
  } finally {
    await bot.stop();
  }
}
