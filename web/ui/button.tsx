import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

const shapes =
  'inline-flex items-center justify-center gap-2 min-h-12 px-5 rounded-xl font-bold whitespace-nowrap select-none';
const kinds = {
  /** The one thing to do here. */
  main: 'bg-fill text-on-fill hover:bg-fill-strong disabled:bg-line disabled:text-soft',
  quiet: 'bg-card text-brand border border-line hover:bg-brand-soft disabled:text-soft',
  danger: 'bg-danger-soft text-danger border border-danger hover:bg-card disabled:text-soft',
} as const;

export interface ButtonLook {
  readonly kind?: keyof typeof kinds;
  /** As wide as what it stands in. */
  readonly wide?: boolean;
}

const classOf = ({ kind = 'main', wide = false }: ButtonLook, extra = '') =>
  `${shapes} ${kinds[kind]} ${wide ? 'w-full' : ''} ${extra}`;

interface ButtonGiven extends ButtonLook, Omit<ButtonHTMLAttributes, 'class' | 'icon'> {
  readonly class?: string;
  readonly children: ComponentChildren;
}

export const Button = ({ kind, wide, class: extra, children, type = 'button', ...rest }: ButtonGiven) => (
  <button type={type} class={classOf({ kind, wide }, extra)} {...rest}>
    {children}
  </button>
);

interface LinkGiven extends ButtonLook {
  readonly 'aria-label'?: string;
  readonly href: string;
  /** The name under which the answer is kept as a file, rather than opened. */
  readonly download?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Looks like a button and goes to a page. */
export const LinkButton = ({ kind, wide, class: extra, href, download, children, ...more }: LinkGiven) => (
  <a href={href} download={download} class={classOf({ kind, wide }, extra)} {...more}>
    {children}
  </a>
);
