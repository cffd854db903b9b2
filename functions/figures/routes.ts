import { figures } from '../../shared/contracts/figures.ts';
import { bind } from '../platform/http/story.ts';
import { showFigures } from './show-figures.ts';
import { showPublicFigures } from './show-public.ts';

export const figuresCapability = bind(figures, {
  'GET /api/figures': showFigures,
  'GET /api/public/figures': showPublicFigures,
});
