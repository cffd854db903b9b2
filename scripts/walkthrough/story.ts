/** The founding story, chapter by chapter. */
import { activitiesChapter } from './activities.ts';
import { duplicatesChapter } from './duplicates.ts';
import { exportsChapter } from './exports.ts';
import { familyChapter } from './families.ts';
import { mishapsChapter } from './mishaps.ts';
import { newcomerChapter } from './newcomers.ts';
import { ordersChapter } from './orders.ts';
import { peopleChapter } from './people.ts';
import { rewardsChapter } from './rewards.ts';
import { serviceChapter } from './service.ts';
import type { Step } from './stage.ts';
import { starsChapter } from './stars.ts';
import { unansweredChapter } from './unanswered.ts';
import { viewsChapter } from './views.ts';
import { wishesChapter } from './wishes.ts';

export const story: readonly Step[] = [
  ...peopleChapter,
  ...serviceChapter,
  ...rewardsChapter,
  ...familyChapter,
  ...starsChapter,
  ...newcomerChapter,
  ...activitiesChapter,
  ...ordersChapter,
  ...wishesChapter,
  ...viewsChapter,
  ...mishapsChapter,
  ...unansweredChapter,
  ...duplicatesChapter,
  ...exportsChapter,
];
