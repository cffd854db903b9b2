/** What a unit can certify of a person: its own records of the period that are final and count minutes. */
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { readAll } from '../../platform/store/read-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { mergedRecordsOf } from '../records-of.ts';
import { recordOf, recordsOfVolunteer, type ServiceRecord } from '../rows.ts';
import type { Certificate, Line } from './rows.ts';

/** A daily service over three years: some thirty pages, in a row well below what one may hold. */
export const linesMax = 1000;

type Period = Pick<Certificate, 'from' | 'to'>;

const isFinal = ({ state, credit, minutes }: ServiceRecord) =>
  (state === 'final' || state === 'corrected') && credit === 'hours' && minutes > 0;

/** Also of registrations that were merged into the person's. */
export async function finalRecordsOf(tools: Tools, district: string, volunteer: string, { from, to }: Period) {
  const own = (await readAll(tools.store, recordsOfVolunteer(district, volunteer))).map(recordOf);
  const records = [...own, ...(await mergedRecordsOf(tools, district, volunteer))].filter(isFinal);
  const isWithin = (day: string) => (!from || from <= day) && (!to || day <= to);
  return records.filter((record) => isWithin(shanghaiDay(record.from)));
}

/** @returns the services that a certificate tells of, the first one first */
export async function linesFor(
  tools: Tools,
  { district, volunteer, unit, from, to }: Pick<Certificate, 'district' | 'volunteer' | 'unit' | 'from' | 'to'>,
): Promise<Line[]> {
  const records = await finalRecordsOf(tools, district, volunteer, { from, to });
  const own = records.filter((record) => record.unit === unit).sort((one, other) => one.from - other.from);
  return own.map(({ shift, volunteer: of, name, place, from: begin, to: end, minutes }) => ({
    ...{ shift, volunteer: of, name, place, from: begin, to: end, minutes },
  }));
}

export const minutesOf = (lines: readonly Pick<Line, 'minutes'>[]): number =>
  lines.reduce((sum, { minutes }) => sum + minutes, 0);
