import { district } from '../../shared/contracts/district.ts';
import { bind } from '../platform/http/story.ts';
import { addUnit } from './add-unit.ts';
import { changeUnit } from './change-unit.ts';
import { listCalendar } from './list-calendar.ts';
import { listDesks, showDesk } from './list-desks.ts';
import { listRules } from './list-rules.ts';
import { listSchoolRules } from './list-school-rules.ts';
import { listUnits } from './list-units.ts';
import { openDesk } from './open-desk.ts';
import { setCalendarDay } from './set-calendar-day.ts';
import { setPupils } from './set-pupils.ts';
import { setRule } from './set-rule.ts';
import { setSchoolRule } from './set-school-rule.ts';

export const districtCapability = bind(district, {
  'GET /api/units': listUnits,
  'POST /api/units': addUnit,
  'PUT /api/units/{unit}': changeUnit,
  'PUT /api/schools/{school}/pupils': setPupils,
  'GET /api/rules': listRules,
  'POST /api/rules': setRule,
  'GET /api/schools/{school}/rules': listSchoolRules,
  'POST /api/schools/{school}/rules': setSchoolRule,
  'GET /api/calendar': listCalendar,
  'POST /api/calendar': setCalendarDay,
  'GET /api/desks': listDesks,
  'GET /api/desks/{desk}': showDesk,
  'POST /api/desks': openDesk,
});
