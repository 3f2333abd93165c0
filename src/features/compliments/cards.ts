import { noticeCard } from '../../conversation/cards/notice.ts';
import { type Choosing, choosingForm } from '../../conversation/choosing.ts';
import { type Choosable, found } from '../../conversation/finding.ts';
import { type FormValues, formCard } from '../../conversation/form.ts';
import type { Link, Message, NoticeAction } from '../../conversation/message.ts';
import { chatLink } from '../../people/chat-link.ts';
import type { Person } from '../../people/person.ts';

/** A compliment has at most so many characters. */
export const LONGEST_COMPLIMENT = 300;

/** The colleagues to choose from, as a form asks for them. */
export const whoChoosing = (colleagues: readonly Person[]): Choosing => ({
  id: 'to',
  label: 'Voor wie?',
  required: true,
  choices: colleagues.map(choosable),
});

function choosable({ upn, name, team }: Person): Choosable {
  return { value: upn, title: name, about: team, also: [upn] };
}

/** The colleagues whom a typed name may mean. */
export function meantBy(colleagues: readonly Person[], name: string): Person[] {
  const values = new Set(found(colleagues.map(choosable), name).map(({ value }) => value));
  return colleagues.filter(({ upn }) => values.has(upn));
}

const cancel: NoticeAction = { verb: 'compliment.cancel', title: 'Annuleer', data: {} };
const chatWithThem = (upn: string): Link => ({ title: 'Open de chat', url: chatLink(upn) });

/** Asks for whom and what. `typed` is what is filled in already. */
export function complimentForm(
  colleagues: readonly Person[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'compliment',
    seenBy:
      'Alleen je collega leest het, met jouw naam. Kompas bewaart niets. In Teams blijft het bericht staan.',
    title: 'Een compliment voor een collega',
    lead: 'Eén zin is genoeg. Noem wat iemand deed. Je ziet eerst hoe het eruitziet.',
    problems,
    fields: [
      ...choosingForm(whoChoosing(colleagues), typed),
      {
        id: 'text',
        kind: 'long',
        label: `Wat wil je zeggen? (hooguit ${LONGEST_COMPLIMENT} tekens)`,
        value: typed.text,
        longest: LONGEST_COMPLIMENT,
        required: true,
      },
    ],
    submit: { verb: 'compliment.preview', title: 'Bekijk eerst', data: {} },
  });
}

/** What goes out, before it does: in the response to a tap alone. */
export function previewCard({ name, upn }: Person, text: string): Message {
  return noticeCard({
    kind: 'compliment',
    text: 'Klopt dit compliment?',
    title: 'Klopt het zo?',
    lines: [`Voor ${name}:`, `“${text}”`],
    small: 'Je naam staat erbij. Ik bewaar niets. In Teams blijft het staan in de chat van je collega.',
    actions: [
      { verb: 'compliment.send', title: 'Verstuur', data: { to: upn, text } },
      { verb: 'compliment.form', title: 'Wijzig', data: { to: upn, text } },
      cancel,
    ],
  });
}

/** What the colleague gets. The names and the text are user data. */
export function complimentCard(sender: Person, text: string): Message {
  return noticeCard({
    kind: 'compliment',
    text: 'Een collega gaf je een compliment.',
    title: 'Een compliment voor jou',
    lines: [`“${text}”`, `Van ${sender.name}`],
    link: chatWithThem(sender.upn),
  });
}

/** It arrived. */
export const sentCard = ({ name }: Person): Message =>
  noticeCard({
    kind: 'compliment',
    text: 'Je compliment is verstuurd.',
    title: 'Je compliment is verstuurd',
    lines: [`${name} heeft het nu.`],
  });

/** Nobody knows whether it arrived. */
export const perhapsCard = ({ name, upn }: Person): Message =>
  noticeCard({
    kind: 'compliment',
    text: 'Ik weet niet of je compliment is aangekomen.',
    title: 'Ik weet niet of je compliment is aangekomen',
    lines: [`Teams antwoordde te langzaam of gaf een fout. Misschien heeft ${name} het toch.`],
    link: chatWithThem(upn),
  });

/**
 * It cannot be delivered now. Why is somebody else's business: that they are away, blocked Kompas or erased themselves reads the
 * same (trust:see-and-erase).
 */
export function notNowCard(text: string, upn: string): Message {
  return noticeCard({
    kind: 'compliment',
    text: 'Dit compliment kan ik nu niet bezorgen. Er is niets verstuurd.',
    title: 'Dit kan ik nu niet bezorgen',
    body: 'Er is niets verstuurd en niets bewaard. Probeer het een andere keer, of zeg het zelf.',
    lines: ['Dit wilde je zeggen:', `“${text}”`],
    link: chatWithThem(upn),
  });
}

/** They sent a few already. */
export function enoughCard(text: string, upn: string): Message {
  return noticeCard({
    kind: 'compliment',
    text: 'Je gaf al een paar complimenten. Er is nu niets verstuurd.',
    title: 'Je gaf vandaag al een paar complimenten',
    body: 'Dit verstuur ik nu niet. Morgen kan het weer, of zeg het zelf.',
    lines: ['Dit wilde je zeggen:', `“${text}”`],
    link: chatWithThem(upn),
  });
}
