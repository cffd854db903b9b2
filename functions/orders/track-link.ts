/** The link by which a resident without an account follows an order; it names the order and nobody else can make it. */
import type { Tools } from '../platform/tools.ts';
import type { Order } from './rows.ts';

const purpose = 'order-link';
type Named = Pick<Order, 'district' | 'id'>;

export const trackLink = ({ vault }: Tools, { district, id }: Named): string =>
  `${district}.${id}.${vault.sign(purpose, `${district}|${id}`)}`;

export function readTrackLink({ vault }: Tools, link: string): Named | undefined {
  const [district = '', id = '', signature = ''] = link.split('.');
  return vault.verify(purpose, `${district}|${id}`, signature) ? { district, id } : undefined;
}

const digits = 4;
/** Four digits that nobody can guess in the tries there are. */
export function drawTrackCode({ randomBytes }: Tools): string {
  const drawn = Buffer.from(randomBytes(4)).readUInt32BE(0);
  return String(drawn % 10 ** digits).padStart(digits, '0');
}
