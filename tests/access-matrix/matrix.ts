/** Asks one route as one role about one place, and says in a word what came of it. */
import type { Client } from '../../scripts/local/client.ts';
import { type ContractName, contracts } from '../../shared/contracts/index.ts';
import { roles } from '../../shared/roles.ts';
import { makeWorld, type World } from '../harness.ts';
import { absentPlace, nameless } from './absent.ts';
import { type Asked, askAbout } from './asks.ts';
import { foundLand, openGround } from './ground.ts';
import { leaves, withLeaf } from './parts.ts';
import { askingAs } from './person.ts';
import { type Asker, openPlace, type Place } from './place.ts';
import type { Row } from './table.ts';
import { type Undoing, undoingStore } from './undoing-store.ts';

export const askers: readonly Asker[] = [...roles, 'anyone'];

export interface Scene {
  readonly world: World;
  readonly undoing: Undoing;
  readonly clients: Readonly<Record<Asker, Client>>;
  /** In the order of the table's relations. */
  readonly places: readonly [Place, Place, Place, Place];
  readonly absent: Place;
  readonly foreignDistrict: string;
  cells: number;
}

export async function openScene(): Promise<Scene> {
  let undoing: Undoing | undefined;
  const world = makeWorld((store) => {
    undoing = undoingStore(store);
    return undoing.store;
  });
  if (!undoing) throw new Error('The store was not wrapped');
  const here = await foundLand(world, '青桥区');
  const there = await foundLand(world, '白塔区');
  const east = await openGround(here, '城东');
  const { place, people } = await openPlace(east);
  const { place: neighbour } = await openPlace(east);
  const { place: west } = await openPlace(await openGround(here, '城西'));
  const { place: foreign } = await openPlace(await openGround(there, '城南'));
  undoing.forget();
  const cookies = askers.map((role) => [role, role === 'anyone' ? '' : people[role].cookie()] as const);
  const clients = Object.fromEntries(cookies.map(([role, cookie]) => [role, askingAs(world.transport, cookie)]));
  return {
    world,
    undoing,
    clients: clients as Record<Asker, Client>,
    places: [place, neighbour, west, foreign],
    absent: absentPlace(place),
    foreignDistrict: there.id,
    cells: 0,
  };
}

interface Said {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
  /** Tables and keys that were written. */
  readonly touched: readonly string[];
}

async function ask(scene: Scene, route: ContractName, role: Asker, asked: Asked): Promise<Said> {
  const { ok, status, body } = await scene.clients[role].ask(route, asked as never);
  const targets = scene.undoing.touched();
  const items = targets.length > 0 ? await scene.world.store.get(targets) : [];
  const touched = targets.map(
    ({ table, key }, row) => `${items[row]?.void ? 'void ' : ''}${table} ${key.pk} ${key.sk}`,
  );
  await scene.undoing.undo();
  scene.cells++;
  return { ok, status, body, touched };
}

/** What a refusal may leave: the key that was spent, tries that are counted, wrong codes, and who looked. */
const mayStay = (row: string) => /^(Guards|Audit|void) |RL#|TRIES$| WRONG#/.test(row);

export interface Found {
  readonly rows: ReadonlyMap<string, Row>;
  /** Refusals that wrote, foreign things spoken of otherwise than absent ones, asks that fit no contract. */
  readonly faults: readonly string[];
}

export async function askAround(scene: Scene, route: ContractName): Promise<Found> {
  const rows = new Map<string, Row>();
  const faults: string[] = [];
  // What needs no session is about whatever the ask names.
  const isPublic = contracts[route].allow === 'anyone';
  const judge = async (role: Asker, who: string, asks: readonly Asked[], absent: Asked) => {
    const ofAbsent = await ask(scene, route, role, absent);
    const verdicts: string[] = [];
    for (const [at, asked] of asks.entries()) {
      if (at > 0 && same(asked, asks[0])) {
        verdicts.push('-');
        continue;
      }
      const said = await ask(scene, route, role, asked);
      verdicts.push(verdictOf(said, same(asked, absent) ? undefined : ofAbsent, at === 0));
      faults.push(
        ...faultsOf(scene, isPublic, said, at === 0 ? undefined : ofAbsent).map((fault) => `${who} ${at}: ${fault}`),
      );
    }
    rows.set(who, verdicts);
    return verdicts;
  };
  for (const role of askers) {
    const [own, ...others] = scene.places.map((place) => askAbout(route, place, role));
    if (!own) throw new Error('Nobody is at home');
    const nowhere = askAbout(route, scene.absent, role);
    const [verdict] = await judge(role, role, [own, ...others], nowhere);
    if (verdict === 'post_not_allowed' || verdict === 'sign_in_needed' || (isPublic && role !== 'anyone')) continue;
    const differ = (part: string) => others.some((other) => !same(withLeaf(own, other, part), own));
    const parts = leaves(own).filter((part) => differ(part) && !isShort(route, part));
    if (parts.length < 2) continue;
    for (const part of parts) {
      const asks = [own, ...others.map((other) => withLeaf(own, other, part))];
      await judge(role, `${role}: ${part}`, asks, withLeaf(own, nowhere, part));
    }
  }
  return { rows, faults };
}

/** Four digits may be the same by chance. */
const isShort = (route: string, part: string) => route.startsWith('POST /api/tracks') && part === 'body.code';
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const codeOf = ({ body }: Said) => (body as { code?: string }).code ?? 'no code';
/** Reasons that lie in who asks, or in that there is no such thing. */
const refusesPerson = ({ status }: Said) => [400, 401, 403, 404, 413, 415, 429, 500, 503].includes(status);

function verdictOf(said: Said, absent: Said | undefined, isOwn: boolean): string {
  if (!said.ok) return refusesPerson(said) || (!isOwn && isSame(said, absent)) ? codeOf(said) : 'allowed';
  if (!isSame(said, absent) || said.body instanceof Blob) return 'allowed';
  const outcomes = outcomesOf(said.body).filter((outcome) => outcome !== 'done');
  if (outcomes.length > 0) return `rows ${outcomes[0]}`;
  return said.touched.every(mayStay) ? 'ignored' : 'allowed';
}
const isSame = (said: Said, absent: Said | undefined) =>
  absent !== undefined && said.status === absent.status && nameless(said.body) === nameless(absent.body);
const outcomesOf = (body: unknown) =>
  ((body as { items?: { outcome?: string }[] }).items ?? []).flatMap(({ outcome }) => (outcome ? [outcome] : []));

/** A move out of the district is laid before the new school: the one row that may be written there (decision 20). */
const isInvitation = (row: string) => /^Changes T#\w+#MV#\w+ TO$/.test(row);

function faultsOf({ foreignDistrict }: Scene, isPublic: boolean, said: Said, absent?: Said): string[] {
  const faults: string[] = [];
  const left = said.touched.filter((row) => !mayStay(row));
  if (!said.ok && left.length > 0) faults.push(`${codeOf(said)} wrote ${left}`);
  const abroad = said.touched.filter((row) => row.includes(foreignDistrict) && !isInvitation(row));
  if (abroad.length > 0 && !isPublic) faults.push(`wrote in the other district: ${abroad}`);
  if (said.status === 404 && absent && !isSame(said, absent)) faults.push('speaks otherwise of what is not there');
  if (said.status === 400 || said.status >= 500) faults.push(`${codeOf(said)} ${JSON.stringify(said.body)}`);
  return faults;
}

export const routes = Object.keys(contracts) as ContractName[];
