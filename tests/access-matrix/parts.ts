/** The parts of an ask by their path, so that one of them can be taken from another ask. */
import type { Asked } from './asks.ts';

type Tree = { readonly [name: string]: Tree };

export function leaves(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([name, below]) => leaves(below, path ? `${path}.${name}` : name));
}

/** The ask with one part as another ask has it. */
export function withLeaf(ask: Asked, other: Asked, path: string): Asked {
  const copy = structuredClone(ask);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const at = (tree: unknown) => names.reduce((below, name) => (below as Tree)[name] as Tree, tree as Tree);
  (at(copy) as Record<string, unknown>)[last] = at(other)[last];
  return copy;
}
