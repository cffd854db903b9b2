/** For the server, and for pages that show a problem as part of their first rendering: the sentences come with them. */
import { problems as en } from './en/problems.ts';
import { keepSentences } from './problems.ts';
import { problems as zh } from './zh-CN/problems.ts';

keepSentences('zh-CN', zh);
keepSentences('en', en);
