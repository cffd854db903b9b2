/** What a changed row brings into inboxes, and what it gives the clock to watch. */
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import type { TableName } from '../../shared/tables.ts';
import { inboxOpened } from '../access/index.ts';
import { activityHappenings } from '../activities/index.ts';
import {
  certificateAsked,
  certificateHappenings,
  classObjectionHappenings,
  meritHappenings,
  queueGrown,
  recordHappenings,
} from '../hours/index.ts';
import { ledgerHappenings, lotsChanged } from '../ledger/index.ts';
import { orderClockChanged, orderHappenings } from '../orders/index.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionOpened, rewardHappenings } from '../rewards/index.ts';
import { askingHappenings, consentHappenings } from '../volunteers/index.ts';
import { claimClockChanged, wishHappenings } from '../wishes/index.ts';
import { deliver } from './deliver.ts';
import { pickUpId, type WatchKind } from './moments.ts';
import { notify } from './notify.ts';
import { noticeArrived } from './rows.ts';
import { keepWatch } from './watch.ts';

interface Images {
  readonly table: TableName;
  readonly oldImage?: Item;
  readonly newImage?: Item;
}
export interface Followed {
  /** The same for changes that one run answers. */
  readonly name: string;
  run(tools: Tools, now: number): Promise<void>;
}

export function noticesOfChange({ table, oldImage, newImage }: Images): Followed[] {
  switch (table) {
    case 'Service':
      return [
        ...told(
          [recordHappenings, classObjectionHappenings, meritHappenings, certificateHappenings].flatMap((of) =>
            of(oldImage, newImage),
          ),
        ),
        ...watched('approvals', unitAt(queueGrown(oldImage, newImage))),
        ...watched('certificates', unitAt(certificateAsked(oldImage, newImage))),
      ];
    case 'Activities':
      return told(activityHappenings(oldImage, newImage));
    case 'Rewards':
      return [...told(rewardHappenings(oldImage, newImage)), ...watched('pick_up', openedAt(oldImage, newImage))];
    case 'Ledger':
      return [...told(ledgerHappenings(oldImage, newImage)), ...watched('expiry', walletAt(oldImage, newImage))];
    case 'Access':
      return watched('consent', inboxOpened(oldImage, newImage));
    case 'Volunteers':
      return told([...consentHappenings(oldImage, newImage), ...askingHappenings(oldImage, newImage)]);
    case 'Orders':
      return [...told(orderHappenings(oldImage, newImage)), ...watched('order', orderClockChanged(oldImage, newImage))];
    case 'Wishes':
      return [...told(wishHappenings(oldImage, newImage)), ...watched('wish', claimClockChanged(oldImage, newImage))];
    case 'Notices':
      return delivered(oldImage, newImage);
    default:
      return [];
  }
}

/** Messages of what a slice that stands above the inbox says has happened. */
export const told = (happenings: readonly Happening[]): Followed[] =>
  happenings.map((happening) => ({
    name: nameOf(happening),
    run: (tools, now) => notify(tools, happening, now),
  }));

const nameOf = ({ district, kind, thing, at, to }: Happening) =>
  ['notice', district, kind, thing, at, ...Object.entries(to).flat()].join('#');

type At = { readonly district: string; readonly id: string } | undefined;
const watched = (kind: WatchKind, at: At): Followed[] =>
  at
    ? [
        {
          name: `watch#${at.district}#${kind}#${at.id}`,
          run: async (tools, now) => void (await keepWatch(tools, { ...at, kind }, now)),
        },
      ]
    : [];

const unitAt = (grown: { readonly district: string; readonly unit: string } | undefined): At =>
  grown && { district: grown.district, id: grown.unit };
function openedAt(before?: Item, after?: Item): At {
  const opened = redemptionOpened(before, after);
  return opened && { district: opened.district, id: pickUpId(opened.wallet, opened.redemption) };
}
function walletAt(before?: Item, after?: Item): At {
  const changed = lotsChanged(before, after);
  return changed && { district: changed.district, id: changed.wallet };
}

function delivered(before?: Item, after?: Item): Followed[] {
  const arrived = noticeArrived(before, after);
  if (!arrived) return [];
  const { district, account, notice } = arrived;
  return [{ name: `deliver#${district}#${account}#${notice.id}`, run: (tools) => deliver(tools, arrived) }];
}
