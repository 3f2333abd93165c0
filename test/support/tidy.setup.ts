import { afterAll } from 'vitest';
import { takeAllAway } from './storage.ts';

// For each test file, also where files share their modules.
afterAll(takeAllAway);
