import { createRequire } from 'node:module';
import type * as Renderer from 'adaptivecards';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/bot/match.ts';
import { createRender } from '../../src/bot/render.ts';
import { fits, sizeOf } from '../../src/bot/size.ts';
import { isPeriod } from '../../src/calendar/weeks.ts';
import { kindWords } from '../../src/conversation/cards/head.ts';
import type { Address } from '../../src/people/person.ts';
import { activityOf } from './large/visits.ts';
import { MARK } from './nasty.ts';
import { type Collection, collectSamples, type Sample } from './samples.ts';
import { type Json, type JsonObject, objectsIn, ofType, textsIn } from './walk.ts';

// The package's ES modules cannot be loaded by Node; its bundle for browsers can.
const renderer: typeof Renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js');

const render = createRender({ refresh: true });
const to: Address = { serviceUrl: '', conversation: 'chat', user: '29:user', bot: '' };
/** Teams shows so many buttons in one set (Teams documentation, "Card actions"). */
const MOST_ACTIONS = 6;
/** Coloured texts and why their words alone are enough. */
const coloured: Record<string, string> = {
  'Kies er hooguit 2. Je toelichting staat hieronder nog.': 'says what to do, and that nothing was lost',
};

let collection: Collection;
let cards: { name: string; sample: Sample; card: Json }[];

beforeAll(async () => {
  collection = await collectSamples();
  cards = collection.samples.map((sample) => ({
    name: sample.name,
    sample,
    card: render.card(sample.message) as unknown as Json,
  }));
});

/** What a card says in a colour as well as in words: its kind, and how something stands. */
const inWords = (card: JsonObject) =>
  new Set<Json>([...Object.values(kindWords), ...ofType(card, 'Badge').map(({ text }) => text ?? '')]);

/** Fails with every card that is not as it should be, and why. */
function eachCard(problemsOf: (card: JsonObject, sample: Sample) => string[]): void {
  const problems = cards.flatMap(({ name, sample, card }) =>
    problemsOf(card as JsonObject, sample).map((problem) => `${name}: ${problem}`),
  );
  expect(problems).toEqual([]);
}

const brief = (value: Json) => JSON.stringify(value).slice(0, 120);
const isFilled = (value: Json) => typeof value === 'string' && value.trim() !== '';
const actionsIn = (card: Json) => ofType(card, 'Action.');

/** The events of the renderer while it reads a card. */
function eventsOf(card: JsonObject): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const parsed = new renderer.AdaptiveCard();
  parsed.hostConfig = new renderer.HostConfig({ actions: { maxActions: MOST_ACTIONS } });
  parsed.parse(card, context);
  const reading = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...reading, ...parsed.validateProperties().validationEvents].map(
    ({ event, message }) => `${renderer.ValidationEvent[event]}: ${message}`,
  );
}

describe('the samples', () => {
  test('hold user text, so that the rules below are tried', () => {
    const marked = cards.filter(({ card }) => JSON.stringify(card).includes(MARK)).map(({ name }) => name);
    expect(marked).toEqual(
      expect.arrayContaining([
        'thanks-everything',
        'more-too-many',
        'checkin-open',
        'checkin-more',
        'talk-request-nasty',
        'talk-many',
        'privacy-show',
        'failure-tapped',
        'pilot-demo-unread',
        'stale-card-typed',
        'settings-show',
      ]),
    );
  });
});

describe('every card', () => {
  test('is read by the renderer without a remark, but for badges that it does not know', () => {
    eachCard((card) => {
      const known = ofType(card, 'Badge').map(
        ({ type }) => `UnknownElementType: Unknown element type "${type}"`,
      );
      return eventsOf(card).filter((remark) => !known.some((one) => remark.startsWith(one)));
    });
  });

  test('says which schema it follows, at most version 1.5', () => {
    eachCard((card) => {
      const version = Number(card.version);
      const known = card.$schema === 'https://adaptivecards.io/schemas/adaptive-card.json';
      return known && version >= 1 && version <= 1.5 ? [] : [`${card.$schema} ${card.version}`];
    });
  });

  test('fits in a message of Teams as a whole activity, also with the longest texts', () => {
    eachCard((_card, { message }) => {
      const activity = activityOf(message);
      return fits(activity) ? [] : [`${sizeOf(activity)} bytes`];
    });
  });

  test('says the same aloud and where cards do not work, in plain sentences', () => {
    eachCard((card) =>
      ['fallbackText', 'speak'].flatMap((name) => {
        const text = card[name];
        if (typeof text !== 'string' || text.trim() === '') return [`no ${name}`];
        const markdown = /[*_`#<>[\]~|]|^- |\n/.test(text);
        return markdown ? [`${name} looks like Markdown: ${text}`] : [];
      }),
    );
  });

  test('has a label on each input, words for each image and a title on each action', () => {
    eachCard((card) => [
      ...ofType(card, 'Input.')
        .filter(({ label }) => !isFilled(label))
        .map(brief),
      ...ofType(card, 'Image')
        .filter(({ type, altText }) => type === 'Image' && !isFilled(altText))
        .map(brief),
      ...actionsIn(card)
        .filter(({ title }) => !isFilled(title))
        .map(brief),
    ]);
  });

  test('has at least one button in a row of buttons', () => {
    eachCard((card) =>
      ofType(card, 'ActionSet').flatMap(({ actions }) =>
        Array.isArray(actions) && actions.length >= 1 ? [] : [brief(actions)],
      ),
    );
  });

  test('has something in each part: what is empty falls away, and what stands beside it moves to its place', () => {
    const parts = ['Container', 'Column', 'TableCell'];
    eachCard((card) =>
      objectsIn(card)
        .filter(({ type }) => parts.includes(`${type}`))
        .filter(({ items }) => !Array.isArray(items) || items.length === 0)
        .map(brief),
    );
  });

  test('uses no colour to say something', () => {
    eachCard((card) =>
      objectsIn(card)
        .filter(({ color }) => color !== undefined && color !== 'Default')
        .filter(({ text }) => typeof text !== 'string' || !(inWords(card).has(text) || coloured[text]))
        .map(brief),
    );
  });

  test('has words above each column of a line, and one mark a week at most', () => {
    const withLines = cards.filter(({ sample }) => 'scale' in (sample.message.card?.data ?? {}));
    expect(withLines.length).toBeGreaterThan(1);
    eachCard((card, { message }) => {
      const { scale = [], rows = [] } = (message.card?.data ?? {}) as {
        scale?: string[];
        rows?: { marks?: string[] }[];
      };
      const said = textsIn(card).map(({ text }) => text);
      if (rows.length < 2) return [];
      return rows.flatMap(({ marks = [] }) => [
        ...(marks.length === scale.length ? [] : ['a mark without a column']),
        ...(marks.filter(Boolean).length <= 1 ? [] : ['more than one mark in a week']),
        ...scale.filter((words) => !said.includes(words)).map((words) => `${words} is not above its column`),
      ]);
    });
  });

  test('is shown only where Markdown and mentions mean nothing', () => {
    eachCard((card) => {
      // A compact list is drawn by the client itself, as plain text; the choices of other lists may be Markdown.
      const plainChoices = ofType(card, 'Input.ChoiceSet')
        .filter(({ style }) => style === 'compact')
        .flatMap(({ choices }) => choices as Json[]);
      return textsIn(card)
        .filter(({ text }) => text.includes(MARK))
        .filter(({ text, name, owner, path }) => {
          const { type } = owner;
          const isRun = type === 'TextRun' && name === 'text';
          const isValue = typeof type === 'string' && type.startsWith('Input.') && name === 'value';
          // A button is plain text in Teams; what it carries as `data` is not shown.
          const isButton = typeof type === 'string' && type.startsWith('Action.') && name === 'title';
          // What is left of a title that could be drawn has nothing in it that Markdown draws.
          const isPlain = name === 'title' && path.includes('choices') && !/[*_[\]<>`~#|\\]|:\/\//.test(text);
          const isChoice = plainChoices.includes(owner) || isPlain;
          return !(isRun || isValue || isButton || isChoice || path.includes('data'));
        })
        .map(({ text, path }) => `${path.join('.')}: ${text.slice(0, 80)}`);
    });
  });

  test('is never taken for a template', () => {
    eachCard((card) =>
      textsIn(card)
        .filter(({ text }) => text.includes('${') && !text.includes(MARK))
        .map(({ text, path }) => `${path.join('.')}: ${text.slice(0, 80)}`),
    );
    const comment = cards.find(({ name }) => name === 'thanks-everything');
    expect(JSON.stringify(comment?.card)).toContain('${name} ${$root.period} {{DATE(2026-11-24)}}');
  });

  test('stays text when it looks like a number', () => {
    const card = cards.find(({ name }) => name === 'thanks-comment-like-a-number')?.card;
    expect(textsIn(card).map(({ text }) => text)).toContain('12345');
  });
});

describe('every button', () => {
  /** What Teams would send: the data of the button, with the inputs of the card unless it leaves them out. */
  function payloadOf(card: Json, { data, associatedInputs }: JsonObject): object {
    const inputs = associatedInputs === 'none' ? [] : ofType(card, 'Input.');
    // What was filled in comes as text, a number too.
    const values = inputs.map(({ id, value }) => [id, `${value ?? ''}`]);
    return { ...(data as object), ...Object.fromEntries(values) };
  }

  test('leads to something that a feature offers, with data that it takes', () => {
    const offers = new Map(collection.features.flatMap(({ actions }) => Object.entries(actions)));
    const { find } = createMatcher(collection.features);
    // Free text, of which the help's own test sees that a feature answers it.
    const examples = collection.features.flatMap((feature) => feature.examples ?? []).map(({ say }) => say);
    // And free text of which `in-own-words.test.ts` sees that.
    const inOwnWords = ['wie ziet wat ik typ', 'ik werk thuis'];
    eachCard((card) =>
      ofType(card, 'Action.Execute').flatMap((button) => {
        const payload = payloadOf(card, button);
        if (button.verb === 'help.say') {
          const { text } = payload as { text?: string };
          return text && (find(text) || [...examples, ...inOwnWords].includes(text))
            ? []
            : [`nobody understands ${text}`];
        }
        const offer = offers.get(String(button.verb));
        if (!offer) return [`nothing offers ${button.verb}`];
        const parsed = offer.schema.safeParse(payload);
        return parsed.success ? [] : [`${button.verb} refuses ${brief(payload as Json)}`];
      }),
    );
  });

  test('carries nothing under a word that the Playground keeps for itself, and then sends nothing', () => {
    eachCard((card) =>
      ofType(card, 'Action.Execute')
        .filter(({ data }) => 'key' in ((data ?? {}) as JsonObject))
        .map(brief),
    );
  });

  test('that leads to a check-in leads to a week that exists', () => {
    eachCard((card) =>
      ofType(card, 'Action.Execute')
        .filter(({ verb }) => ['checkin.open', 'checkin.again', 'checkin.answer'].includes(String(verb)))
        .filter(({ data }) => !isPeriod(String((data as JsonObject).period)))
        .map(brief),
    );
  });

  test('that opens a page opens it safely', () => {
    eachCard((card) =>
      ofType(card, 'Action.OpenUrl')
        .filter(({ url }) => !/^https:\/\/[^\s"<>]+$/.test(String(url)))
        .map(brief),
    );
  });
});

describe('a card that is stored', () => {
  test('is the same for who answered and who did not', () => {
    const card = (name: string) => cards.find((one) => one.name === name)?.card;
    const asked = card('checkin-typed');
    expect(asked).toBeDefined();
    expect(asked).toEqual(card('checkin-typed-unanswered'));
  });

  test('asks Teams to refresh it for its reader alone', () => {
    const asked = collection.samples.find(({ name }) => name === 'ask-card');
    if (!asked) throw new Error('no sample of the ask card');
    const [attachment] = render.activity(asked.message, to).attachments ?? [];
    expect(attachment?.content).toMatchObject({
      refresh: {
        action: { type: 'Action.Execute', verb: 'checkin.open' },
        userIds: [to.user],
      },
    });
    const local = createRender({ refresh: false });
    expect(local.card(asked.message).refresh).toBeUndefined();
  });
});
