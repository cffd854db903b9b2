import { runSeed } from './run-seed.ts';

const m = new Map<string, number>();
for (let s = 1; s <= 40; s++)
  await runSeed(s, {
    print: (l) => {
      let k;
      if (l.startsWith('tick')) {
        k = l.includes('{')
          ? 'tick ok ' +
            [
              /"final":0/.test(l) ? '' : 'final',
              /"returned":0/.test(l) ? '' : 'returned',
              /"expired":0/.test(l) ? '' : 'expired',
            ].join(' ')
          : l;
      } else {
        const p = l.split(' ');
        const rest = p
          .slice(4)
          .join(' ')
          .replace(/ \(lost\)/, '');
        k =
          p[1] +
          ' ' +
          p[2] +
          ' ' +
          (rest.startsWith('{')
            ? rest.includes('"items":[')
              ? [...new Set([...rest.matchAll(/"outcome":"(\w+)"/g)].map((x) => x[1]))].sort().join('+')
              : 'answer'
            : rest);
      }
      m.set(k, (m.get(k) ?? 0) + 1);
    },
  });
for (const [k, n] of [...m].sort()) console.log(String(n).padStart(6), k);
