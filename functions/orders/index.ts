/** The orders' door: their capabilities, and what the clock, the streams and the inbox call. */
export { carryVisits, giveBackVisits, leaveVisits } from './carry.ts';
export { orderHappenings } from './happened.ts';
export { moveDueOrders } from './move-due.ts';
export { orderClockChanged, orderReminders, teamsToTell } from './reminders.ts';
export { ordersCapability, residentsCapability, teamOrdersCapability } from './routes.ts';
export { visitsOfPerson } from './visits-of.ts';
