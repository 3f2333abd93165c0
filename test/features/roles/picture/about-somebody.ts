import { roles } from '../../../../src/features/roles/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** What a team sees of its tasks: it says of nobody what they do. */
export const aboutSomebody: AboutSomebody = (town) => ({
  taskpictures: () =>
    town.core
      .opened(roles)
      .taskPictures.publish(
        'objecten-west',
        { day: '2026-11-20', people: 8, one: ['scripting'], none: [], many: [], oneOn: [], noneOn: ['BRO'] },
        undefined,
      ),
});
