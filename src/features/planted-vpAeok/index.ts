import { createLimiter } from '../../bot/limiter.ts';
export const planted = createLimiter;
