import { Temporal } from 'temporal-polyfill';
import { dutchDate } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { underCode } from '../../../people/under-code.ts';
import { durationOf } from '../content/check.ts';
import type { Tip } from '../content/types.ts';
import type { TipPart } from '../contract.ts';

/** So many kept tips fit on one card. */
const MOST_KEPT_SHOWN = 8;

/** A tip, cut up for a card. */
export function partOf({ id, act, why, minutes }: Tip): TipPart {
  const [first = act] = act.match(/^.*?[.?!](?=\s|$)/s) ?? [];
  return {
    tip: id,
    first,
    rest: act.slice(first.length).trim(),
    why,
    small: durationOf(minutes),
  };
}

/** Buttons that lead on; `period` is there when the person came from their check-in. */
function onward(period: string, kept: number): NoticeAction[] {
  return [
    { verb: 'tips.next', title: 'Andere tip', data: { period } },
    ...(kept > 0 ? [{ verb: 'tips.kept', title: `Bewaarde tips (${kept})`, data: { period } }] : []),
    ...back(period),
  ];
}

const back = (period: string): NoticeAction[] =>
  period === '' ? [] : [{ verb: 'checkin.open', title: 'Terug naar mijn check-in', data: { period } }];

/** The answer to a typed `tip` and the weekly message: stored, so the same for everybody. */
export const readyCard: Message = noticeCard({
  kind: 'tip',
  text: 'Er is een tip voor je.',
  title: 'Er is een tip voor je',
  actions: [{ verb: 'tips.show', title: 'Laat zien', data: {} }],
  seenBy: `Alleen jij ziet welke tip het is en wat je ermee doet. Na 26 weken is dat weg.\n${underCode()}`,
});

/** The same for everybody, whether or not they kept one: the answer to typed words is stored (trust:answers-not-in-messages). */
export const keptReadyCard: Message = noticeCard({
  kind: 'tip',
  text: 'Tik op de knop. Dan zie je je bewaarde tips.',
  title: 'Je bewaarde tips',
  body: 'Tik op de knop. Dan zie je welke tips je bewaarde.',
  actions: [{ verb: 'tips.kept', title: 'Laat zien', data: {} }],
  seenBy: `Alleen jij ziet welke tips je bewaarde. Na 26 weken is dat weg.\n${underCode()}`,
});

interface TipData extends TipPart {
  period: string;
  note: string;
  actions: readonly NoticeAction[];
}

/** The tip itself, in the answer to somebody's own tap only. */
export function tipCard(
  tip: Tip,
  { period, kept, note = '', undo }: { period: string; kept: number; note?: string; undo?: string },
): Message {
  return {
    text: note === '' ? 'Een tip voor deze week.' : `${note} Hier is een andere tip.`,
    card: card<TipData>('tip', 'tip', {
      ...partOf(tip),
      period,
      note,
      // The way back stands in sight: only the first of these does.
      actions: [
        ...(undo === undefined
          ? []
          : [{ verb: 'tips.back', title: 'Zet de vorige terug', data: { tip: undo, period } }]),
        ...onward(period, kept),
      ],
    }),
  };
}

/** Everything was shown. `again`: the ISO date from which tips come back, if one does. */
export function emptyCard(period: string, kept: number, again: string | undefined): Message {
  const when = again ? ` Vanaf ${dutchDate(Temporal.PlainDate.from(again))} komen er weer tips.` : '';
  return notice(
    'tip',
    'Je hebt nu alle tips gezien',
    `Ik laat een tip pas na twaalf weken nog eens zien.${when}`,
    [...onward(period, kept).filter(({ verb }) => verb !== 'tips.next')],
  );
}

/** After "heel zwaar": no tip. `note`: what a tap did. */
export function kindCard(period: string, note = ''): Message {
  const body = 'Soms helpt een mens meer dan een tip. Je kiest zelf met wie je praat.';
  return notice('tip', 'Vandaag geen tip', note === '' ? body : `${note} ${body}`, [
    { verb: 'checkin.talk', title: 'Ik wil even praten', data: { period } },
    ...back(period),
  ]);
}

/** What became of a tap. */
export function reactedCard(how: 'helps' | 'later' | 'done', period: string, kept: number): Message {
  const words = {
    helps: ['Dank je wel', 'Zo krijgen anderen vaker een tip die helpt.'],
    later: [
      'Bewaard voor later',
      'Je vindt de tip terug bij je bewaarde tips. Na 26 weken gaat hij vanzelf weg.',
    ],
    done: ['Fijn, gedaan', 'Ik laat deze tip de komende twaalf weken niet meer zien.'],
  } as const;
  const [title, body] = words[how];
  return notice('tip', title, body, onward(period, kept));
}

/** A tip that an administrator switched off meanwhile. */
export function goneCard(period: string, kept: number): Message {
  return notice(
    'tip',
    'Deze tip is er niet meer',
    'De beheerder heeft hem uitgezet of gewijzigd.',
    onward(period, kept),
  );
}

interface TipListData {
  title: string;
  note: string;
  period: string;
  tips: readonly TipPart[];
  actions: readonly NoticeAction[];
}

/** Kept tips, newest first. */
export function keptCard(tips: readonly Tip[], period: string): Message {
  if (tips.length === 0)
    return notice('tip', 'Je hebt geen bewaarde tips', 'Tik bij een tip op Later, dan bewaar ik hem hier.', [
      { verb: 'tips.show', title: 'Laat een tip zien', data: { period } },
      ...back(period),
    ]);
  const shown = tips.slice(0, MOST_KEPT_SHOWN);
  const more = tips.length - shown.length;
  return {
    text: 'Je bewaarde tips.',
    card: card<TipListData>('tip-list', 'tip', {
      title: 'Je bewaarde tips',
      note:
        more > 0
          ? `Er ${more === 1 ? 'is' : 'zijn'} er nog ${more}. Ben je klaar met een tip? Tik op “Deze week gedaan” of “Niet voor mij”. Dan komt de volgende.`
          : '',
      period,
      tips: shown.map(partOf),
      actions: onward(period, 0),
    }),
  };
}
