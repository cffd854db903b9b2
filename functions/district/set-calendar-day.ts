/** Declares a day working or free in this district. Due times that were fixed before stay as they are. */
import type { district } from '../../shared/contracts/district.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { calendarDayAt, calendarDayOf, written } from './rows.ts';

type Route = (typeof district)['POST /api/calendar'];

export const setCalendarDay: GuardedStory<Route> = {
  async plan({ who, body, now }) {
    const { day, kind, name } = body;
    const row = { ...written(who.person, now), day, kind, ...(name === undefined ? {} : { name }) };
    return { result: day, writes: [{ ...calendarDayAt(who.district, day), put: row }], answer: body };
  },
  async show({ who }, tools, day) {
    const [item] = await tools.store.get([calendarDayAt(who.district, day)]);
    if (!item) throw new Error('A calendar day has vanished');
    return calendarDayOf(item);
  },
};
