/** What stands in somebody's inbox. */
import type { Client } from '../../scripts/local/client.ts';

export const inboxOf = async (client: Client) => (await client.must('GET /api/me/notices', {})).items;
/** The kinds, the earliest first; of one moment in the order of their names. */
export const kindsOf = async (client: Client) => (await inboxOf(client)).map(({ kind }) => kind).toReversed();
