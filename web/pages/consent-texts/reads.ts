import { type Data, read } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import type { ConsentTextWords } from '../../words/consent-texts.ts';

export const reads = () => ({ texts: read('GET /api/consent-texts') });

export interface Given {
  readonly words: ConsentTextWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}
