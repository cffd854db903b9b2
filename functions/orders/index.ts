/** The orders' door: their capabilities, and what the clock calls. */
export { moveDueOrders } from './move-due.ts';
export { ordersCapability, residentsCapability, teamOrdersCapability } from './routes.ts';
