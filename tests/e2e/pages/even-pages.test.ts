/** One half of all pages. */
import { lookAtPages } from './every-page.ts';

lookAtPages(0);
