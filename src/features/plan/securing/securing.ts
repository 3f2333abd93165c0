import type { MethodStep } from '../../../people/steps.ts';
import type {
  AgreementField,
  HandOverId,
  PointSource,
  Registration,
  TalkTable,
} from '../content/securing.ts';

/** What somebody looks after: a process or the data of a registration, or a point of the board. */
export type Duty = `proces-${Registration}` | `data-${Registration}` | `punt-${string}`;

/** What a municipality agreed on so that it stays, without anybody. */
export interface Agreements {
  /** 0 as long as nobody wrote anything. */
  version: number;
  texts: Partial<Record<AgreementField, string>>;
  /** Of what was handed over the day (ISO date). */
  handedOver: Partial<Record<HandOverId, string>>;
}

/** A point of the verbeterbord. It names nobody and has no author. Days are ISO dates; '' where there is none. */
export interface BoardPoint {
  id: string;
  version: number;
  text: string;
  source: PointSource;
  table: TalkTable;
  /** The step that it belongs to. */
  step: MethodStep;
  /** The day on which it came on the board, by which its age is told. */
  since: string;
  due: string;
  /** The day on which it was called done. */
  done?: string;
}

/** All that stays. */
export interface Securing {
  agreements: Agreements;
  points: readonly BoardPoint[];
  /** Directory ids by duty. */
  owners: ReadonlyMap<string, string>;
}

export const longest = { agreement: 500, point: 300 } as const;
/** So many points stand on the board that are not done. */
export const MOST_POINTS = 100;
/** So many one person adds in a day. */
export const MOST_A_DAY = 20;
