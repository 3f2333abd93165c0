import { afterAll, afterEach, expect } from 'vitest';
import { takeRefused } from './azure-limits.ts';
import { takeAllAway } from './storage.ts';

function nothingRefused(): void {
  expect(takeRefused(), 'what Azure would have refused').toEqual([]);
}

// For each test file, also where files share their modules.
afterEach(nothingRefused);
afterAll(nothingRefused);
afterAll(takeAllAway);
