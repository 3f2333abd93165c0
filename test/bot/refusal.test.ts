import { describe, expect, test } from 'vitest';
import { codeIn, outcomeOf } from '../../src/bot/refusal.ts';
import { CallError } from '../../src/bot/wire.ts';

describe('what a failed call to the connector means', () => {
  test.each([
    [403, { kind: 'barred', reason: '403', tenant: false }],
    [404, { kind: 'barred', reason: '404', tenant: false }],
    [429, { kind: 'throttled', waitMs: undefined }],
    [408, { kind: 'again', reason: '408' }],
    [412, { kind: 'again', reason: '412' }],
    [500, { kind: 'again', reason: '500' }],
    [502, { kind: 'again', reason: '502' }],
    [503, { kind: 'again', reason: '503' }],
    [504, { kind: 'again', reason: '504' }],
    [400, { kind: 'refused', reason: '400' }],
    [401, { kind: 'barred', reason: '401', tenant: true }],
    [413, { kind: 'refused', reason: '413' }],
  ])('%i', (status, outcome) => {
    expect(outcomeOf(new CallError({ status }))).toEqual(outcome);
  });

  test('without an answer it may work later', () => {
    expect(outcomeOf(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toEqual({
      kind: 'again',
      reason: 'ECONNRESET',
    });
    expect(outcomeOf(Object.assign(new Error('x'), { name: 'AbortError' }))).toEqual({
      kind: 'again',
      reason: 'AbortError',
    });
    expect(outcomeOf(undefined)).toEqual({ kind: 'again', reason: 'no answer' });
  });

  test.each([
    ['ConversationBlockedByUser', 403],
    ['BotNotInConversationRoster', 403],
    ['ConversationNotFound', 404],
    ['UserNotFound', 404],
  ])('%s is about the person', (code, status) => {
    expect(outcomeOf(new CallError({ status, code }))).toEqual({ kind: 'gone', reason: code });
  });

  test.each([
    ['BotDisabledByAdmin', 403, true],
    ['BotDisallowedByPolicy', 403, true],
    ['SomethingNewOfTeams', 403, false],
    ['SomethingNewOfTeams', 404, false],
  ])('%s is about nobody in particular', (code, status, tenant) => {
    expect(outcomeOf(new CallError({ status, code }))).toEqual({ kind: 'barred', reason: code, tenant });
  });
});

describe('the word for a refusal', () => {
  test.each([
    ['as Teams usually writes it', { error: { code: 'ConversationBlockedByUser', message: 'User blocked' } }],
    [
      'below a general one',
      { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'ConversationBlockedByUser' } } } },
    ],
    ['as JSON in a text', { errorCode: 209, message: '{"subCode": "ConversationBlockedByUser"}' }],
  ])('is found %s', (_how, body) => {
    expect(codeIn(JSON.stringify(body))).toBe('ConversationBlockedByUser');
  });

  test('of the tenant goes before one about a person', () => {
    expect(codeIn('{"error":{"code":"ConversationNotFound","message":"BotDisabledByAdmin"}}')).toBe(
      'BotDisabledByAdmin',
    );
  });

  test.each(['', '<html>403 Forbidden</html>', '{"error":', 'null', '[]', '{"a":1}'])(
    'is missing in %o',
    (body) => {
      expect(codeIn(body)).toBeUndefined();
    },
  );
});
