import { pino } from 'pino';
import { createDispatcher, type Dispatcher } from '../../../src/bot/dispatcher.ts';
import type { Action } from '../../../src/conversation/offer.ts';
import { isAmong } from '../../../src/people/access.ts';
import { imported, type TestBot } from '../../support/bot.ts';
import { type KindName, kindNames, kinds, meant } from './kinds.ts';

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

/** The kinds of people who may tap something, and whom it is meant for. */
export const mayTap = ({ needs }: Action<unknown>): KindName[] =>
  kindNames.filter((kind) => {
    const { row }: { row?: object } = kinds[kind];
    const person = row && imported(kinds[kind].who, row);
    const isMeant = needs.checked === undefined || meant[needs.checked]?.includes(kind) === true;
    return isMeant && isAmong(needs.who, kinds[kind].who.account, person, administrators);
  });
