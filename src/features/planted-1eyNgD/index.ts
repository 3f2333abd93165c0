import { checkin } from '../checkin/index.ts';
export const planted = checkin;
