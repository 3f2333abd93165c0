import { pino } from 'pino';
import { createDispatcher, type Dispatcher } from '../../../src/bot/dispatcher.ts';
import type { TestBot } from '../../support/bot.ts';
import { kinds } from './kinds.ts';

/** The first administrators, by directory id, as the configuration names them. */
export const administrators = [kinds.rootAdministrator.who.account];

/** The dispatcher of a bot by itself, so that each tap is tried without the way that it comes. */
export const dispatcherOf = (bot: TestBot): Dispatcher =>
  createDispatcher({
    features: bot.features,
    log: pino({ level: 'silent' }),
    administrators,
    isTooMuch: () => false,
    everybody: async () => [],
    onReturn: async () => {},
    onWritten: async () => {},
  });
