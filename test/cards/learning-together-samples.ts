import type { Message } from '../../src/conversation/message.ts';
import { pageOf } from '../../src/conversation/paging.ts';
import { figureIds } from '../../src/features/growth/content/figures.ts';
import { meetingThemes } from '../../src/features/growth/content/meeting-themes.ts';
import { effectCard, quarterForm, whichForm } from '../../src/features/growth/effect/cards.ts';
import { quartersUntil } from '../../src/features/growth/effect/rules.ts';
import {
  allLinesCard,
  doneForm,
  editCard,
  lineCard,
  mineCard,
  moduleForm,
  startForm,
} from '../../src/features/growth/lines/cards.ts';
import { type Line, longest as longestOfLine, MOST_MODULES } from '../../src/features/growth/lines/line.ts';
import { ownLine } from '../../src/features/growth/lines/rules.ts';
import { totalsCard } from '../../src/features/growth/lines/totals-card.ts';
import {
  noTeam,
  reviewCard,
  reviewForm,
  rhythmCard,
  rhythmForm,
  themeCard,
  whichTeamForm,
} from '../../src/features/growth/meetings/cards.ts';
import { LONGEST } from '../../src/features/growth/meetings/meeting.ts';
import { allSamplingsCard, samplingCard } from '../../src/features/growth/sampling/cards.ts';
import { moved, fresh as unmoved } from '../../src/features/growth/sampling/rules.ts';
import { nastyName, nastyText } from './nasty.ts';

const cut = (most: number) => [...nastyText].slice(0, most).join('');
const today = '2026-11-25';

const role = 'Objectregisseur' as const;
const ours: Line = ownLine(role);
const adopted: Line = {
  ...ours,
  version: 3,
  adopted: '2026-11-20',
  adoptedVersion: 3,
  started: '2026-11-23',
};
const nastyLine: Line = {
  ...adopted,
  version: 4,
  started: undefined,
  modules: Array.from({ length: MOST_MODULES }, (_, n) => ({
    id: `M-${n}`,
    kind: (['technical', 'process', 'soft'] as const)[n % 3] ?? 'soft',
    title: cut(longestOfLine.title),
    provider: cut(longestOfLine.provider),
    form: cut(longestOfLine.form),
    time: cut(longestOfLine.time),
  })),
};
const following = { role, day: '2026-11-20', done: ['keten'] };

/** Leerlijnen: read by everybody, changed by some, followed by who wants. */
export function lineSamples(): Record<string, Message> {
  const all = {
    Objectregistrator: ownLine('Objectregistrator'),
    Kwaliteitscoördinator: nastyLine,
    Objectregisseur: adopted,
    'Geodata-engineer': ownLine('Geodata-engineer'),
  };
  return {
    'line-all': allLinesCard(all),
    'line-unknown': allLinesCard(all, 'Die rol ken ik niet. Kies een van de vier.'),
    'line-ours': lineCard(role, ours, true),
    'line-adopted': lineCard(role, adopted),
    'line-nasty': lineCard(role, nastyLine, true, 'Bewaard.'),
    'line-not-followed': mineCard(role, adopted, undefined, [nastyName]),
    'line-mine': mineCard(role, adopted, following, []),
    'line-mine-shared': mineCard(
      role,
      nastyLine,
      { ...following, shared: '2026-11-20' },
      Array.from({ length: 30 }, () => nastyName),
      'Bewaard.',
    ),
    'line-done': doneForm(role, adopted, following),
    'line-edit': editCard(role, ours),
    'line-edit-adopted': editCard(role, { ...adopted, started: undefined }, 'Vastgesteld.'),
    'line-edit-nasty': editCard(role, nastyLine, 'De module is weg.'),
    'line-module': moduleForm(role, ours, ''),
    'line-module-wrong': moduleForm(role, nastyLine, 'M-1', { title: '', kind: '' }, [
      'Schrijf op waar de module over gaat.',
      'Kies een soort.',
    ]),
    'line-start': startForm(role, adopted),
    'line-start-wrong': startForm(role, adopted, { day: '2027-01-01' }, [
      'Kies vandaag of een dag die geweest is.',
    ]),
    'line-totals': totalsCard([
      {
        name: nastyName,
        totals: { day: '2026-11-20', roles: { Objectregisseur: { atLeast: 6, done: 30 } } },
      },
      {
        name: 'Gemeente',
        totals: {
          day: '2026-11-20',
          roles: {
            Objectregisseur: { atLeast: 10, done: 100 },
            Objectregistrator: { atLeast: 50, done: 0 },
          },
        },
      },
    ]),
    'line-totals-none': totalsCard([{ name: 'Gemeente', totals: undefined }]),
  };
}

/** How much is looked over. */
export function samplingSamples(): Record<string, Message> {
  const first = unmoved('BAG');
  const second = moved(first, 'fewer', '2026-11-02');
  const third = moved(second, 'fewer', '2026-11-20');
  return {
    'sampling-all': allSamplingsCard([third, unmoved('BGT'), unmoved('WOZ')]),
    'sampling-fresh': samplingCard(first, true, today),
    'sampling-ready': samplingCard(second, true, today),
    'sampling-early': samplingCard(third, true, today, 'Bewaard.'),
    'sampling-reader': samplingCard(third, false, today),
    'sampling-last': samplingCard(
      moved(third, 'fewer', '2026-11-24'),
      true,
      today,
      'Iemand anders was net eerder. Dit staat er nu.',
    ),
  };
}

/** What learning brings, by quarter. */
export function effectSamples(): Record<string, Message> {
  const quarters = quartersUntil(today);
  const filled = quarters.map((quarter, n) => ({
    quarter,
    values: {
      satisfaction: 6.5 + n / 2,
      quality: 90 + n,
      leadTime: 12 - n,
      ...(n > 1 ? { use: 40 + n } : {}),
    },
    day: '2026-11-20',
    version: 1,
  }));
  const most = filled.map((one) => ({
    ...one,
    values: Object.fromEntries(figureIds.map((id) => [id, 1_000_000])),
  }));
  return {
    'effect-none': effectCard([], true),
    'effect-none-reader': effectCard([], false),
    'effect-some': effectCard(filled, true, 'Bewaard.'),
    'effect-most': effectCard(most, false),
    'effect-which': whichForm(quarters, ['Kies een kwartaal.']),
    'effect-form': quarterForm('2026-Q3', undefined),
    'effect-form-wrong': quarterForm('2026-Q4', filled[3], { satisfaction: 'goed', quality: '190' }, [
      'Tevredenheid: vul een getal in, zoals 7,5.',
      'Kwaliteit: vul een getal in van 0 tot en met 100.',
    ]),
  };
}

const west = { key: 'objecten-west', name: 'Objecten West' };
const oddTeam = { key: 'vreemd', name: nastyName };
const rhythm = { team: west.key, week: 2, day: 'di', since: '2026-11-20' } as const;

/** Intervisie, and a look back with the team. */
export function meetingSamples(): Record<string, Message> {
  const lesson = {
    team: west.key,
    kind: 'keep',
    text: 'Eerst bellen',
    day: '2026-11-20',
    id: 'L-1',
  } as const;
  const lessons = Array.from({ length: 14 }, (_, n) => ({
    ...lesson,
    kind: n % 2 === 0 ? ('keep' as const) : ('change' as const),
    text: cut(LONGEST),
    id: `L-${n}`,
  }));
  return {
    'meeting-none': rhythmCard(west, undefined, true),
    'meeting-reader': rhythmCard(west, undefined, false),
    'meeting-chosen': rhythmCard(oddTeam, rhythm, true, 'Bewaard.'),
    'meeting-form': rhythmForm(west, rhythm),
    'meeting-form-wrong': rhythmForm(oddTeam, undefined, { week: '9', day: 'zo' }, [
      'Kies een week en een dag.',
    ]),
    'meeting-which': whichTeamForm('meeting.open', [west, oddTeam], {}, ['Kies een team.']),
    'review-which': whichTeamForm('review.open', [west, oddTeam]),
    'meeting-no-team': noTeam,
    ...Object.fromEntries(meetingThemes.map((theme, n) => [`meeting-theme-${n}`, themeCard(theme)])),
    'review-none': reviewCard(west, pageOf([], 0, 6)),
    'review-some': reviewCard(west, pageOf([lesson], 0, 6), 'Bewaard.'),
    'review-many': reviewCard(oddTeam, pageOf(lessons, 1, 6)),
    'review-form': reviewForm(west, 'L-00000001'),
    'review-form-wrong': reviewForm(oddTeam, 'L-00000001', { keep: cut(LONGEST) }, [
      'Haal namen van collega’s weg: Bram Kade.',
    ]),
  };
}
