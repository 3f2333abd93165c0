import type { Schedule } from '../calendar/schedule.ts';
import type { Link } from '../conversation/message.ts';
import type { Address } from './person.ts';
import type { MethodStep } from './steps.ts';

/** The last change of a setting. */
export interface LastChange {
  /** The instant of it. */
  at: string;
  /** What stood there before, by field, as long as it can be put back: some days (`UNDO_DAYS`). */
  before?: Readonly<Record<string, unknown>>;
}

/** What is kept of when settings changed. */
export interface Changing {
  /** The last change of each setting, by its key; none for what was never changed since Kompas keeps this. */
  changes?: Readonly<Record<string, LastChange>>;
}

/** A team as Kompas knows it: its key, its name and the rhythm of its check-ins. */
export interface Team extends Changing {
  key: string;
  name: string;
  schedule: Schedule;
  /** The department it belongs to, by name; a team without one hangs directly under the municipality. */
  department?: string;
  /** UPNs, in lower case, of who leads this team beside the managers who are in it. */
  managers?: string[];
  /** The channel in which the team reads what was done with what it said. */
  channel?: Omit<Address, 'user'>;
  /** ISO date on which an administrator ended it: nobody is in it any more. */
  ended?: string;
}

/** A decision that was recorded by an administrator: ISO date and the reference it can be found under. */
export interface RecordedDecision {
  date: string;
  reference: string;
}

/** Somebody to talk to, offered to everybody in the same way (trust:talk-with-whom-you-choose). */
export interface TalkPartner {
  label: string;
  upn: string;
}

/** Who somebody calls or writes to themselves. */
export interface Contact {
  name: string;
  /** A telephone number or an address, as somebody typed it. */
  contact: string;
}

/** What holds for the whole municipality. */
export interface Municipality extends Changing {
  name: string;
  /** ISO dates without check-ins on top of the public holidays. */
  closures: string[];
  /** Consent of the works council; no round goes out without it and the DPIA (trust:consent-first). */
  consent?: RecordedDecision;
  dpia?: RecordedDecision;
  partners: TalkPartner[];
  /** The step of the method that the municipality is in, recorded by an administrator. */
  step?: MethodStep;
  /** Personas go by their epithet alone, where a colleague has the same first name. */
  epithetsOnly?: boolean;
  /** UPN of the second person who registers changes of mandates where there is only one mandaatbeheerder. */
  secondRegistrar?: string;
  /** UPNs of who take signals for the works council. */
  worksCouncil: string[];
  /** Every so many weeks a team reads what was done with what it said; four when not recorded. */
  feedbackWeeks?: number;
  /** Confidential counsellor: contact details only, as of the others who help outside the team. */
  counsellor?: Contact;
  /** The company doctor (bedrijfsarts). */
  companyDoctor?: Contact;
  /** Company social work (bedrijfsmaatschappelijk werk). */
  socialWork?: Contact;
  /**
   * The agreement with the works council that the direction may open the picture of a single team; without it the
   * direction sees departments and the municipality.
   */
  teamsForDirection?: RecordedDecision;
  /** Where the official reporting procedure is described. */
  procedure?: string;
  /** The municipality's own privacy statement, an https address: what it tells people itself (AVG, article 13 and 14). */
  privacyStatement?: string;
  /** Pilots are switched off: nobody begins one, and those that run send nothing new. */
  pilotsOff?: boolean;
  /** Answers about mandates say of nobody that they are away today. */
  absenceHidden?: boolean;
  /** Typed words are not looked at for distress. */
  distressOff?: boolean;
  /** What follows from the secret key that Kompas writes with, and tells nothing of it: by this another key is noticed. */
  keyCheck?: string;
  /** Rows are going to another secret key, or that broke off. */
  keyMoving?: true;
  /** ISO date on which all rows went to the present secret key from another one. */
  keySince?: string;
  /** ISO date on which Kompas first wrote with the present secret key, as far as it knows: by this its age is told. */
  keyFrom?: string;
  /** Which column of a list of people is what, as an administrator answered it for the last list: a heading in lower case by its field. */
  peopleColumns?: Readonly<Record<string, string>>;
  /** The moment of the last import of people, or at which somebody else got an account: whoever it brought can be written to from then on. */
  peopleSince?: string;
}

export interface Settings {
  municipality: Municipality;
  teams: Team[];
  /** Teams that are no more. What people answered there is still theirs to see and erase. */
  ended: Team[];
}

/**
 * Who helps outside the team, as far as an administrator named them, each in one Dutch line. The same for everybody. Names are
 * data: they stand in text runs (trust:text-is-data).
 */
export function helpersIn({ counsellor, companyDoctor, socialWork }: Municipality): string[] {
  const line = (what: string, who: Contact | undefined) =>
    who ? [`${what}: ${who.name}, ${who.contact}`] : [];
  return [
    ...line('Vertrouwenspersoon', counsellor),
    ...line('Bedrijfsarts', companyDoctor),
    ...line('Bedrijfsmaatschappelijk werk', socialWork),
  ];
}

/** What a new installation starts with: nothing allowed yet. */
export const emptyMunicipality: Municipality = { name: '', closures: [], partners: [], worksCouncil: [] };

/** Every so many weeks a team reads what was done with what it said. */
export function weeksBetweenFeedback({ feedbackWeeks = 4 }: Pick<Municipality, 'feedbackWeeks'>): number {
  return feedbackWeeks;
}

/** What the municipality itself tells about privacy, as a link on a card; undefined while it has no address for that. */
export function privacyLink({ privacyStatement }: Municipality): Link | undefined {
  return privacyStatement ? { title: 'Privacyverklaring van de gemeente', url: privacyStatement } : undefined;
}

/** True when check-ins may be sent: works council and DPIA are recorded (trust:consent-first). */
export function consentGiven({ consent, dpia }: Municipality): boolean {
  return consent !== undefined && dpia !== undefined;
}
