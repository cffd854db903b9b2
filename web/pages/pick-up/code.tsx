import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import type { ShopWords } from '../../words/shop.ts';

interface CodeGiven {
  readonly words: ShopWords;
  readonly name: string;
  /** Eight digits. */
  readonly code: string;
  readonly qr: string;
}

export const Code = ({ words, name, code, qr }: CodeGiven) => (
  <section class="bg-card rounded-2xl border border-line p-4 text-center grid gap-3 justify-items-center">
    <h1 class="text-xl font-bold">{name}</h1>
    <p class="text-5xl font-bold font-mono">
      {code.slice(0, 4)} {code.slice(4)}
    </p>
    <QrCode label={words.qr} text={qr} class="w-full max-w-xs rounded-xl" />
    <p>{words.codeHint}</p>
    <p class="flex items-center gap-2 rounded-xl bg-gold-soft text-gold px-4 py-2 font-bold">
      <Icon of={icons.sun} />
      {words.brighter}
    </p>
  </section>
);
