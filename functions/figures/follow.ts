/** Which source a changed row belongs to, for the tables whose streams figures feed on. */
import type { TableName } from '../../shared/tables.ts';
import { activationChanged } from '../access/index.ts';
import { classObjectionChanged, consentChanged, shiftToRefresh } from '../hours/index.ts';
import { balanceMoved, poolMoved } from '../ledger/index.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { handedOver, levelReached, stockTurned } from '../rewards/index.ts';
import { teamFounded } from '../teams/index.ts';
import { askedChanged, classChanged, classSizeChanged } from '../volunteers/index.ts';
import { recount } from './recount.ts';
import type { Shares } from './rows.ts';
import {
  countAsked,
  countClass,
  countClassObjection,
  countGift,
  countPerson,
  countRedemption,
  countShift,
  countStocked,
  countTeam,
} from './sources.ts';

/** A change of a table: the item before and after it, as far as there was one. */
export interface Images {
  readonly table: TableName;
  readonly oldImage?: Item;
  readonly newImage?: Item;
}
export interface Recount {
  /** The same for changes that one recount answers. */
  readonly name: string;
  run(tools: Tools): Promise<void>;
}
type Count = (tools: Tools, district: string, id: string) => Promise<Shares>;

/** The recount that a change asks for, if any. */
export function figuresToRecount({ table, oldImage, newImage }: Images): Recount | undefined {
  const image = newImage ?? oldImage;
  if (!image) return undefined;
  if (table === 'Service') {
    const objected = classObjectionChanged(image);
    if (objected) {
      return recountOf(objected.district, 'objection', `${objected.shift}#${objected.id}`, countClassObjection);
    }
    const at = shiftToRefresh(image);
    return at && recountOf(at.district, 'shift', at.shift, countShift);
  }
  if (table === 'Teams') {
    const at = teamFounded(oldImage, newImage);
    return at && recountOf(at.district, 'team', at.team, countTeam);
  }
  const gift = table === 'Ledger' ? poolMoved(newImage) : undefined;
  if (gift) return recountOf(gift.district, 'gift', `${gift.wallet}#${gift.seq}`, countGift);
  const given = table === 'Rewards' ? handedOver(newImage) : undefined;
  if (given) return recountOf(given.district, 'redemption', `${given.wallet}#${given.redemption}`, countRedemption);
  const turned = table === 'Rewards' ? stockTurned(oldImage, newImage) : undefined;
  if (turned) return recountOf(turned.district, 'stock', `${turned.item}#${turned.desk}`, countStocked);
  const grown = table === 'Volunteers' ? classSizeChanged(image) : undefined;
  if (grown) return recountOf(grown.district, 'class', grown.class, countClass);
  const asked = table === 'Volunteers' ? askedChanged(image) : undefined;
  if (asked) return recountOf(asked.district, asked.kind, asked.id, countAsked(asked.kind));
  const at = personMoved({ table, oldImage, newImage });
  return at && recountOf(at.district, 'person', at.volunteer, countPerson);
}

/** Whether somebody set a PIN, spoke of consent, got or spent points, rose to a star, or came into another class. */
function personMoved({ table, oldImage, newImage }: Images): { district: string; volunteer: string } | undefined {
  if (table === 'Access') return activationChanged(oldImage, newImage);
  if (table === 'Ledger') return balanceMoved(oldImage, newImage);
  if (table === 'Rewards') return levelReached(oldImage, newImage);
  return table === 'Volunteers' ? (classChanged(oldImage, newImage) ?? consentChanged(oldImage, newImage)) : undefined;
}

function recountOf(district: string, kind: string, id: string, count: Count): Recount {
  const source = `${kind}#${id}`;
  return {
    name: `figures#${district}#${source}`,
    run: (tools) => recount(tools, district, source, () => count(tools, district, id)),
  };
}
