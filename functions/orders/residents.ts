/** Residents with an account: the community's desk opens it, and keeps whom and where for the next order. */
import type { residents } from '../../shared/contracts/residents.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { newResident } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { residentAt, version } from './rows.ts';

type Add = (typeof residents)['POST /api/residents'];
type Show = (typeof residents)['GET /api/me/contact'];
type Contact = Answer<Show>;

const context = (district: string, account: string) => `${district}|resident|${account}`;

export const addResident: GuardedStory<Add> = {
  async plan({ who, body, now }, tools) {
    const { unit, login, ...contact } = body;
    const place = who.units.get(unit);
    if (!place || place.kind === 'school' || !who.units.covers(who.post.unit, unit)) throw new Problem('not_found');
    const { district } = who;
    const { account, code, writes } = await newResident(tools, { district, unit, login, name: contact.name, now });
    const kept = { v: version, unit, sealed: tools.vault.sealPersonal(context(district, account), contact) };
    return {
      result: account,
      writes: [...writes, { ...residentAt(district, account), put: kept }],
      answer: { account, code },
    };
  },
  show: async (_, __, account) => ({ account }),
};

/** @throws not_found when the desk has kept nothing */
export async function readContact(tools: Tools, { district, account }: Who): Promise<Contact> {
  const [item] = await tools.store.get([residentAt(district, account)]);
  if (!item) throw new Problem('not_found');
  return tools.vault.openPersonal(context(district, account), item.sealed as Uint8Array) as Contact;
}

export const showContact = ({ who }: Ask<Show>, tools: Tools): Promise<Contact> => readContact(tools, who);
