/** What both renderings show: a page in its frame, with what it needs to ask again. */

import type { ProblemSaid } from './api/problem.ts';
import type { Data, Reads } from './api/read.ts';
import type { Page, Where } from './page.ts';
import { Frame } from './shell/frame.tsx';
import { ProblemView } from './shell/problem-view.tsx';

export interface Visit<R extends Reads = Reads> {
  readonly where: Where;
  readonly data?: Data<R>;
  /** Why there is no data. */
  readonly problem?: ProblemSaid;
}
interface Shown<W, R extends Reads> {
  readonly page: Page<W, R>;
  readonly visit: Visit<R>;
  refresh(): Promise<void>;
}

export function App<W, R extends Reads>({ page, visit: { where, data, problem }, refresh }: Shown<W, R>) {
  const words = page.words[where.look.language];
  const View = page.view;
  const content = data ? (
    <View where={where} words={words} data={data} refresh={refresh} />
  ) : (
    <ProblemView problem={problem ?? { code: 'fault', status: 500 }} look={where.look} />
  );
  return page.frame === 'bare' ? content : <Frame where={where}>{content}</Frame>;
}
