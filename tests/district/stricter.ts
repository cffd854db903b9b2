/** A school's administrator, who sets the school's own rules. */
import type { Client } from '../../scripts/local/client.ts';
import type { SchoolSettingKey } from '../../shared/rules/stricter.ts';
import { appoint, type District, type School } from '../teams/school.ts';

const today = '2026-03-02';
export const principal = (district: District, school = district.east) => appoint(district, 'unit_admin', school.unit);

/** The school sets a value of its own, from the first day of the world on unless said. */
export const stricter = (client: Client, { unit }: School, key: SchoolSettingKey, value: number, from = today) =>
  client.must('POST /api/schools/{school}/rules', { params: { school: unit }, body: { key, value, from } });

/** The same district, as whoever is of the other school sees it. */
export const fromWest = (district: District): District => ({ ...district, east: district.west, west: district.east });
