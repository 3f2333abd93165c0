import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';

/** The longest name that the way to a colleague carries along. */
export const LONGEST_NAME = 100;

/** What typed words are answered with, whatever stands there: the chat keeps that answer (trust:answers-not-in-messages). */
export const toOwnRoles: Message = noticeCard({
  kind: 'roles',
  text: 'Bekijk je rollen.',
  title: 'Bekijk je rollen',
  body: 'Na een tik zie je wat er over je staat, en zeg je of het klopt.',
  actions: [{ verb: 'assignments.mine', title: 'Bekijk', data: {}, style: 'positive' }],
});

/** The same for who leads a team. `name`: what they typed behind it, to find a colleague with. */
export const toRolesOf = (name: string): Message =>
  noticeCard({
    kind: 'roles',
    text: 'Bekijk wie welke rol heeft.',
    title: 'Bekijk wie welke rol heeft',
    body: name.trim()
      ? 'Na een tik zie je hoe het staat met de collega die je noemde.'
      : 'Na een tik zie je hoe het ervoor staat in je team.',
    actions: [
      {
        verb: 'assignments.list',
        title: 'Bekijk',
        data: { page: 0, name: [...name.trim()].slice(0, LONGEST_NAME).join('') },
        style: 'positive',
      },
    ],
  });
