import { sectionsCard } from '../../conversation/cards/sections.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import type { HealthLine, Level } from './contract.ts';
import type { Report } from './examine.ts';

/** The verbs of the buttons on the card. */
export const LOOK = 'doctor.look';
export const MORE = 'doctor.more';

const titles: Record<Level, string> = {
  red: 'Doe dit eerst',
  amber: 'Kijk hier gauw naar',
  green: 'Dit is goed',
};
const verdicts: Record<Level, { words: string; tone: 'good' | 'warning' | 'attention' }> = {
  red: { words: 'er is iets mis', tone: 'attention' },
  amber: { words: 'er is iets te doen', tone: 'warning' },
  green: { words: 'alles goed', tone: 'good' },
};
/** So many lines of a kind are shown: of more, the rest would be the same again. */
const MOST_LINES = 12;

/** How many of the lines are well. */
const goodWords = (good: number, all: number): string =>
  `${good || 'Nog geen'} van de ${all} dingen ${good > 1 ? 'zijn' : 'is'} goed.`;

const shown = ({ about, text, todo, inChat }: HealthLine) => ({
  text: `${about}: ${text}`,
  ...(inChat || todo ? { details: [inChat?.todo ?? todo ?? ''] } : {}),
  ...(inChat?.action ? { actions: [inChat.action] } : {}),
});

/** How Kompas is doing: what is red on top, then what is amber; what is well, and what cannot be seen from here, behind Meer. */
export function reportCard({ level, lines, unseen }: Report, isAll: boolean): Message {
  const levels: readonly Level[] = isAll ? ['red', 'amber', 'green'] : ['red', 'amber'];
  const sections = levels.flatMap((one) => {
    const some = lines.filter((line) => line.level === one);
    if (some.length === 0) return [];
    const more = some.length - MOST_LINES;
    const rest =
      more > 0
        ? [{ text: `En nog ${more}. Wie Kompas inricht, ziet alles met de opdracht “kompas doctor”.` }]
        : [];
    return [{ title: titles[one], lines: [...some.slice(0, MOST_LINES).map(shown), ...rest] }];
  });
  const elsewhere = isAll
    ? [{ title: 'Niet te zien vanuit de chat', lines: unseen.map((text) => ({ text })) }]
    : [];
  const good = lines.filter((line) => line.level === 'green').length;
  const again: NoticeAction = { verb: LOOK, title: 'Kijk opnieuw', data: {} };
  const rest: NoticeAction = { verb: MORE, title: 'Meer', data: {} };
  return sectionsCard({
    kind: 'settings',
    state: verdicts[level],
    text: `Hoe het met Kompas gaat: ${verdicts[level].words}.`,
    title: level === 'green' ? 'Alles werkt' : 'Hier is iets aan te doen',
    note: isAll ? '' : goodWords(good, lines.length),
    sections: [...sections, ...elsewhere],
    actions: isAll ? [again] : [again, rest],
  });
}
