import { figures } from '../../shared/contracts/figures.ts';
import { bind } from '../platform/http/story.ts';
import { showFigures } from './show-figures.ts';
import { showPeriod } from './show-period.ts';
import { showPublicFigures } from './show-public.ts';
import { showPublicSchool } from './show-public-school.ts';
import { showStart } from './show-start.ts';

export const figuresCapability = bind(figures, {
  'GET /api/figures': showFigures,
  'GET /api/figures/period': showPeriod,
  'GET /api/figures/start': showStart,
  'GET /api/public/figures': showPublicFigures,
  'GET /api/public/figures/{school}': showPublicSchool,
});
