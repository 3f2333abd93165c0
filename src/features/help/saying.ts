import type { NoticeAction } from '../../conversation/message.ts';

/** A button that says something for the person. */
export const say = (text: string, title: string): NoticeAction => ({
  verb: 'help.say',
  title,
  data: { text },
});
