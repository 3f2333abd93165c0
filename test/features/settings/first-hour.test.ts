import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teamsCard } from '../../../src/features/settings/chat/teams.ts';
import { imported, installation, members, somebody, startTestBot, type TestBot, typed } from '../../support/bot.ts';
import { csv, line, readCard, sender, startFileHost, withFile } from '../intake/sending.ts';
import { tapping, words } from './tapping.ts';

const first = somebody(50, 'Aad Beheer');
const stranger = somebody(51, 'Vera Vreemd');
const colleagues = Array.from({ length: 7 }, (_, n) => somebody(60 + n, `Collega ${n}`));

/** An installation in which nobody and nothing is. */
async function startEmpty(): Promise<TestBot> {
  return startTestBot({
    env: { KOMPAS_ADMINISTRATORS: first.account },
    seed: async ({ people, settings }) => {
      for (const { key } of (await settings.read()).teams)
        for (const { team, id } of await people.members(key)) await people.remove(team, id);
      await settings.empty();
    },
  });
}
