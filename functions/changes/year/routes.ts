import { schoolYears } from '../../../shared/contracts/school-year.ts';
import { bind } from '../../platform/http/story.ts';
import { listMissing } from '../../volunteers/index.ts';
import { beginYearChange, undoYearChange } from './decide.ts';
import { bringBack, listLeavers, markLeft } from './leavers.ts';
import { showYearChange } from './plan.ts';

export const schoolYearsCapability = bind(schoolYears, {
  'GET /api/schools/{school}/year-change': showYearChange,
  'POST /api/schools/{school}/year-change': beginYearChange,
  'POST /api/schools/{school}/year-change/undo': undoYearChange,
  'GET /api/schools/{school}/leavers': listLeavers,
  'POST /api/schools/{school}/leavers': markLeft,
  'POST /api/schools/{school}/leavers/return': bringBack,
  'GET /api/imports/{import}/missing': listMissing,
});
