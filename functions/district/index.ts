/** The district's door: its units, the rules of a day, its calendar and its desks. */
export { foundDistrict } from './found-district.ts';
export {
  districtByName,
  readCalendar,
  readDesk,
  readDesks,
  readOwnRules,
  readSettings,
  readSettingsOf,
  schoolByCode,
  settingsOn,
  treeOf,
} from './read-district.ts';
export { districtCapability } from './routes.ts';
export { type Desk, rulesAt, treeAt } from './rows.ts';
