/** Navigation around a page: tabs at the foot of a phone, a list beside the page on a desk. */
import type { ComponentChildren } from 'preact';
import type { Where } from '../page.ts';
import { Icon } from '../ui/icon.tsx';
import * as icons from '../ui/icons.ts';
import { shellWords } from '../words/shell.ts';
import { type Destination, destinationsOf, homeOf } from './navigation.ts';

/** A phone's foot has room for five. */
const tabsMax = 5;

export function Frame({ where, children }: { where: Where; children: ComponentChildren }) {
  // Before the second step of a sign-in every way leads back to it.
  const destinations = where.session && !where.session.waits ? destinationsOf(where.session.post) : [];
  return (
    <div class="min-h-screen lg:flex">
      <Skip where={where} />
      {destinations.length > 0 && <Aside where={where} destinations={destinations} />}
      <div class="min-w-0 flex-1 flex flex-col min-h-screen">
        <TopBar where={where} destinations={destinations} />
        <main id="main" tabIndex={-1} class="flex-1 w-full max-w-6xl mx-auto px-4 py-4 lg:px-8 lg:py-8 outline-none">
          {children}
        </main>
        <Footer where={where} />
      </div>
      {destinations.length > 0 && <Tabs where={where} destinations={destinations} />}
    </div>
  );
}

const wordsOf = ({ look }: Where) => shellWords[look.language];

const Skip = ({ where }: { where: Where }) => (
  <a href="#main" class="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-card focus:p-4">
    {wordsOf(where).skip}
  </a>
);

const Brand = ({ where }: { where: Where }) => (
  <a
    href={where.session ? homeOf(where.session.post.role) : '/'}
    class="flex items-center gap-2 min-h-12 font-bold text-lg text-ink"
  >
    <span class="size-8 rounded-lg bg-fill text-on-fill grid place-items-center" aria-hidden="true">
      <Icon of={icons.clock} class="size-5" />
    </span>
    {wordsOf(where).name}
  </a>
);

/** The deepest destination that the address lies under. */
function isHere(path: string, destinations: readonly Destination[], candidate: Destination): boolean {
  const covered = ({ path: own, alsoUnder = own }: Destination) =>
    Math.max(...[own, alsoUnder].map((one) => (path === one || path.startsWith(`${one}/`) ? one.length : 0)));
  return covered(candidate) > 0 && destinations.every((one) => covered(one) <= covered(candidate));
}

interface Nav {
  readonly where: Where;
  readonly destinations: readonly Destination[];
}

function Aside({ where, destinations }: Nav) {
  const words = wordsOf(where);
  return (
    <aside class="hidden lg:flex print:hidden w-60 shrink-0 flex-col gap-6 bg-card border-r border-line p-4">
      <Brand where={where} />
      <nav aria-label={words.menu}>
        <ul class="flex flex-col gap-1">
          {destinations.map((one) => (
            <li key={one.path}>
              <a
                href={one.path}
                aria-current={isHere(where.path, destinations, one) ? 'page' : undefined}
                class="flex items-center gap-3 min-h-12 px-3 rounded-lg text-soft hover:bg-page aria-[current]:bg-brand-soft aria-[current]:text-brand aria-[current]:font-bold"
              >
                <Icon of={one.icon} class="size-5" />
                {words.places[one.label]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Bell where={where} />
      <p class="mt-auto text-sm text-soft">{where.session?.post.unitName}</p>
    </aside>
  );
}

function Tabs({ where, destinations }: Nav) {
  const words = wordsOf(where);
  const shown = destinations.length > tabsMax ? [...destinations.slice(0, tabsMax - 1), more] : destinations;
  return (
    <nav
      aria-label={words.menu}
      class="lg:hidden print:hidden fixed inset-x-0 bottom-0 z-10 bg-card border-t border-line pb-[env(safe-area-inset-bottom)]"
    >
      <ul class="flex">
        {shown.map((one) => (
          <li key={one.path} class="flex-1 min-w-0">
            <a
              href={one.path}
              aria-current={isHere(where.path, shown, one) ? 'page' : undefined}
              class="flex flex-col items-center justify-center gap-1 min-h-14 text-xs text-soft text-center aria-[current]:text-brand aria-[current]:font-bold"
            >
              <Icon of={one.icon} />
              {words.places[one.label]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const more: Destination = { path: '/menu', icon: icons.dots, label: 'more' };

function TopBar({ where, destinations }: Nav) {
  const words = wordsOf(where);
  return (
    <header class={`print:hidden bg-card border-b border-line ${destinations.length > 0 ? 'lg:hidden' : ''}`}>
      <div class="max-w-6xl mx-auto px-4 flex items-center justify-between gap-2">
        <Brand where={where} />
        {where.session ? (
          <>
            <span class="ml-auto text-sm text-soft truncate">{where.session.post.unitName}</span>
            <Bell where={where} />
          </>
        ) : (
          where.path !== '/sign-in' && (
            <a href="/sign-in" class="min-h-12 flex items-center font-bold text-brand whitespace-nowrap">
              {words.signIn}
            </a>
          )
        )}
      </div>
    </header>
  );
}

/** The inbox, with how many messages wait in it. */
const Bell = ({ where }: { where: Where }) => (
  <a href="/inbox" class="flex items-center gap-2 min-h-12 min-w-12 px-3 font-bold text-brand whitespace-nowrap">
    <Icon of={icons.bell} class="size-5" />
    {where.unread ? <span aria-hidden="true">{where.unread > 99 ? '99+' : where.unread}</span> : null}
    <span class="sr-only">{wordsOf(where).inbox(where.unread ?? 0)}</span>
  </a>
);

function Footer({ where }: { where: Where }) {
  const words = wordsOf(where);
  return (
    <footer class="print:hidden px-4 pt-6 pb-24 lg:pb-6 text-sm text-soft text-center">
      <ul class="flex flex-wrap justify-center gap-x-4">
        <li>
          <a class="link inline-flex items-center min-h-12" href="/publicity">
            {words.publicity}
          </a>
        </li>
        <li>
          <a class="link inline-flex items-center min-h-12" href="/api/docs">
            {words.api}
          </a>
        </li>
        <li>
          <a class="link inline-flex items-center min-h-12" href="/look">
            {words.look}
          </a>
        </li>
      </ul>
      {where.filings.map((filing) => (
        <p key={filing}>{filing}</p>
      ))}
    </footer>
  );
}
