import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Goal } from '../../../../src/features/plan/course/course.ts';
import { lettersInWords, missingLetters } from '../../../../src/features/plan/course/rules.ts';
import { plan } from '../../../../src/features/plan/index.ts';
import { type Somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { amira, bert, joris, municipality, tap } from '../town.ts';

const whole: Goal = {
  id: 'g1',
  text: 'Een melding staat binnen vijf dagen in de BAG',
  measure: '90 %',
  until: '2027-06-01',
  checks: ['A', 'R'],
};

describe('a goal', () => {
  test('that lacks nothing has no missing letter, and each letter is missed when it is not there', () => {
    expect(missingLetters(whole)).toEqual([]);
    expect(missingLetters({ ...whole, text: 'Beter' })).toEqual(['S']);
    expect(missingLetters({ ...whole, measure: 'snel' })).toEqual(['M']);
    expect(missingLetters({ ...whole, checks: ['R'] })).toEqual(['A']);
    expect(missingLetters({ ...whole, checks: ['A'] })).toEqual(['R']);
    expect(missingLetters({ ...whole, until: '' })).toEqual(['T']);
  });

  test('without an owner says so', () => {
    expect(lettersInWords(whole, true)).toBe('');
    expect(lettersInWords(whole, false)).toBe('Niemand bewaakt dit doel nog.');
  });
});

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: municipality });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const course = () => bot.core.opened(plan).course.read();
const texts = (change: object = {}) => ({
  group: 'why',
  seen: 0,
  why: 'Omdat het beter kan',
  now: '',
  future: '',
  ...change,
});
const goal = (change: object = {}) => ({
  goal: 'g1',
  seen: 0,
  text: 'Alles op tijd in de BAG',
  measure: '',
  until: '',
  checks: '',
  owner: 'niemand',
  ...change,
});

describe('the course', () => {
  test('is read by everybody and changed by who keeps the plan', async () => {
    expect(await tap(bot, amira, 'course.save', texts())).not.toContain('Bewaard.');
    expect((await course()).version).toBe(0);
    expect(await tap(bot, joris, 'course.save', texts())).toContain('Bewaard.');
    const words = await says(amira, 'koers');
    expect(words).toContain('Omdat het beter kan');
    expect(words).not.toContain('course.edit');
  });

  test('takes a choice that is no choice for none, and still shows one that stands there', async () => {
    const choices = { group: 'choices', seen: 0, digital: 'constructor' };
    expect(await tap(bot, joris, 'course.save', choices)).toContain('Bewaard.');
    expect((await course()).texts.digital).toBe('');
    await bot.core.opened(plan).course.change(1, (now) => ({ ...now, texts: { digital: 'toString' } }));
    expect(await says(amira, 'koers')).toContain('De koers');
  });

  test('changed by two at once tells the second, who loses nothing, and takes no names', async () => {
    await tap(bot, joris, 'course.save', texts());
    const late = await tap(bot, joris, 'course.save', texts({ why: 'Iets anders' }));
    expect(late).toContain('Iemand anders was net eerder');
    expect(late).toContain('Iets anders');
    expect(await tap(bot, joris, 'course.save', texts({ seen: 1, why: `Vraag ${bert.name}` }))).toContain(
      'haal de naam',
    );
  });

  test('takes a goal that lacks letters and an owner, and says which', async () => {
    const answer = await tap(bot, joris, 'course.save-goal', goal());
    expect(answer).toContain('Bewaard.');
    expect(answer).toContain('M (noem een getal)');
    expect(answer).toContain('Niemand bewaakt dit doel nog.');
    await tap(bot, joris, 'course.save-goal', goal({ seen: 1, owner: bert.account }));
    expect(await says(amira, 'koers')).toContain(bert.name);
    await tap(bot, bert, 'privacy.erase');
    expect((await course()).owners.size).toBe(0);
    expect((await course()).goals).toHaveLength(1);
  });

  test('is adopted once, and anew after a change', async () => {
    await tap(bot, joris, 'course.save', texts());
    const adopting = { seen: 1, by: 'mt', day: '2026-11-20' };
    expect(await tap(bot, joris, 'course.adopt', { ...adopting, day: '2027-01-01' })).toContain(
      'een eerdere dag',
    );
    expect(await tap(bot, joris, 'course.adopt', adopting)).toContain('De koers is vastgesteld.');
    expect(await tap(bot, joris, 'course.adopt', adopting)).toContain('al vastgesteld op 20 november');
    expect(await tap(bot, amira, 'plan.step', { step: 2 })).toContain('✓ Het MT of het afdelingshoofd');
    await tap(bot, joris, 'plan.close', { step: 2, seen: 0 });
    const again = 'Stap 2 was klaar. De koers is gewijzigd na het vaststellen.';
    expect(await says(amira, 'stappenplan')).not.toContain(again);
    await tap(bot, joris, 'course.save', texts({ seen: 1, why: 'Iets anders' }));
    expect(await says(amira, 'stappenplan')).toContain(again);
    expect(await says(amira, 'koers')).toContain('laat de koers opnieuw vaststellen');
    expect(await tap(bot, joris, 'course.adopt', { ...adopting, seen: 2 })).toContain(
      'De koers is vastgesteld.',
    );
  });

  test('is told in no channel where there is none, and not before it was adopted', async () => {
    await tap(bot, joris, 'course.save', texts());
    expect(await tap(bot, joris, 'course.tell', { seen: 1 })).toContain('Stel die eerst opnieuw vast');
    await tap(bot, joris, 'course.adopt', { seen: 1, by: 'hoofd', day: '2026-11-20' });
    expect(await tap(bot, joris, 'course.tell', { seen: 1 })).toContain('Vertel het daar zelf.');
    expect((await course()).told).toBeUndefined();
  });
});
