import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { scenes } from '../../../src/features/tips/dialogue/script.ts';
import { tips } from '../../../src/features/tips/index.ts';
import { foundTown, type Town } from '../../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
  for (const key of ['west', 'oost'])
    await town.core.settings.saveTeam({ key, name: key, schedule: defaultSchedule });
});
const state = () => town.core.opened(tips).dialogueState();
const dialogue = (team: string, scene: number, agreements: string[] = []) =>
  town.core.dialogues.begin(team, {
    id: team,
    day: '2026-11-20',
    scene,
    agreements,
    channel: { serviceUrl: 'http://127.0.0.1:1', conversation: '19:west', bot: '28:kompas' },
  });

describe('what the plan is told of team dialogues', () => {
  test('is that none was held, also where one began', async () => {
    expect(await state()).toEqual({ teams: 2, held: 0, agreed: 0 });
    await dialogue('west', 2);
    expect(await state()).toEqual({ teams: 2, held: 0, agreed: 0 });
  });

  test('is that one was held when its cards came to the end, and that a team agreed once it wrote something', async () => {
    await dialogue('west', scenes.length);
    expect(await state()).toEqual({ teams: 2, held: 1, agreed: 0 });
    await dialogue('oost', 1, ['We bellen eerst']);
    expect(await state()).toEqual({ teams: 2, held: 2, agreed: 1 });
  });

  test('is nothing of a team that is no more', async () => {
    await dialogue('weg', scenes.length, ['We bellen eerst']);
    expect(await state()).toEqual({ teams: 2, held: 0, agreed: 0 });
  });
});
