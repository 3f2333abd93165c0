import { type Somebody, type TestBot, tapped, typed } from '../../support/bot.ts';

interface Button {
  title: string;
  verb: string;
  data: Record<string, unknown>;
}

/** Everything in a value that is an action of a card. */
function buttonsOn(card: unknown): Button[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOn);
  if (typeof card !== 'object' || card === null) return [];
  const { type, title, verb, data } = card as Button & { type?: string };
  const own = type === 'Action.Execute' ? [{ title, verb, data }] : [];
  return [...own, ...Object.values(card).flatMap(buttonsOn)];
}

/** All words of a card, but for the letters of pictures. */
export const words = (card: unknown): string =>
  JSON.stringify(card).replaceAll(/data:image\/png;base64,[\w+/=]+/g, 'data:image/png');

/** All that elements of one type show on a card, one a line: a `TextBlock` shows Markdown, a `TextRun` does not. */
export function shownBy(card: unknown, type: 'TextBlock' | 'TextRun'): string {
  if (Array.isArray(card)) return card.map((part) => shownBy(part, type)).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const element = card as { type?: string; text?: string };
  const own = element.type === type ? [element.text ?? ''] : [];
  return [...own, ...Object.values(card).map((part) => shownBy(part, type))].filter(Boolean).join('\n');
}

/** Taps on cards of this bot, each at a moment of its own, as in life: the log is in order by it. */
export function tapping(bot: () => TestBot) {
  async function tap(who: Somebody, verb: string, data: object = {}): Promise<unknown> {
    bot().clock.now = bot().clock.now.add({ seconds: 1 });
    return (await bot().post(tapped(who, verb, data))).body.value;
  }
  return {
    tap,
    /** Taps a button by its title, with what is filled in. */
    on: async (who: Somebody, card: unknown, title: string, filled: object = {}): Promise<unknown> => {
      const button = buttonsOn(card).find((one) => one.title === title);
      if (!button) throw new Error(`no button ${title} among ${buttonsOn(card).map((one) => one.title)}`);
      return tap(who, button.verb, { ...button.data, ...filled });
    },
    titles: (card: unknown): string[] => buttonsOn(card).map(({ title }) => title),
    /** The card that answers what somebody types. */
    say: async (who: Somebody, text: string): Promise<unknown> => {
      bot().clock.now = bot().clock.now.add({ seconds: 1 });
      const [sent] = await bot().hear(typed(who, text));
      return sent?.activity.attachments?.[0]?.content;
    },
  };
}
