import type { Where } from '../../page.ts';
import type { ActivityWords } from '../../words/activities.ts';
import type { Session } from './use-attendance.ts';

export interface Given {
  readonly words: ActivityWords;
  readonly where: Where;
  readonly session: Session;
  refresh(): Promise<void>;
}
