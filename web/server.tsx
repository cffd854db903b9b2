/** Renders a page on the server: matches the address, asks the API what the page reads, and writes HTML. */
import { renderToString } from 'preact-render-to-string';
import { type ProblemSaid, problemOf } from './api/problem.ts';
import { askedOf, type Data, type Reads } from './api/read.ts';
import { App, type Visit } from './app.tsx';
import { Document } from './document.tsx';
import { type Language, lookOf } from './look.ts';
import type { Page, Session, Where } from './page.ts';
import { homeOf } from './shell/navigation.ts';
import type { Place } from './site/place.ts';
import { findPage, lost } from './site.ts';
import './words/problems-now.ts';
import { shellWords } from './words/shell.ts';

export interface Visitor {
  /** Path and search. */
  readonly address: string;
  readonly origin: string;
  readonly cookie: string | undefined;
  readonly now: number;
  readonly hasSession: boolean;
  readonly filings: readonly string[];
  /** Of this build; scripts by language and the name of their page. */
  readonly assets: {
    readonly css: string;
    readonly icon: string;
    readonly picture: string;
    readonly scripts: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>;
  };
  /** Asks the API as this visitor, in this process. */
  ask(path: string): Promise<Response>;
}
export type Rendered = { readonly redirect: string } | { readonly status: number; readonly html: string };

/** Refreshing does nothing while a page is being written. */
const still = async () => {};

export async function renderPage(visitor: Visitor): Promise<Rendered> {
  const url = new URL(visitor.address, visitor.origin);
  const session = visitor.hasSession ? await sessionOf(visitor) : undefined;
  const place = findPage(url.pathname) ?? lost;
  const where = whereOf(visitor, url, place, session);
  if (place === lost) return writePage(visitor, place, { where, problem: { code: 'not_found', status: 404 } });
  const { allow } = place.page;
  if (allow !== 'anyone' && !session) return { redirect: `/sign-in?next=${encodeURIComponent(visitor.address)}` };
  if (place.name === 'sign-in' && session) return { redirect: homeOf(session.post.role) };
  if (allow !== 'anyone' && session?.waits && place.name !== 'confirm') {
    return { redirect: `/confirm?next=${encodeURIComponent(visitor.address)}` };
  }
  const visit = isAllowed(place.page, session) ? await readAll(visitor, place.page, where) : wrongPost(where);
  return writePage(visitor, place, visit);
}

async function sessionOf(visitor: Visitor): Promise<Session | undefined> {
  const response = await visitor.ask('/api/session');
  return response.ok ? response.json() : undefined;
}

function whereOf(
  { cookie, now, origin, filings }: Visitor,
  url: URL,
  place: Place,
  session: Session | undefined,
): Where {
  return {
    path: url.pathname,
    params: place.params,
    query: Object.fromEntries(url.searchParams),
    look: { ...lookOf(cookie), ...session?.look },
    session,
    now,
    origin,
    filings,
  };
}

const isAllowed = ({ allow }: Page, session: Session | undefined) =>
  allow === 'anyone' || allow === 'signed_in' || (session !== undefined && allow.includes(session.post.role));

const wrongPost = (where: Where): Visit => ({ where, problem: { code: 'post_not_allowed', status: 403 } });

/** The first read that fails speaks for the page. */
async function readAll(visitor: Visitor, page: Page, where: Where): Promise<Visit> {
  const reads: Reads = page.reads(where);
  const [answers, unread] = await Promise.all([
    Promise.all(askedOf(reads).map(async ([key, path]) => ({ key, response: await visitor.ask(path) }))),
    where.session && page.frame === 'app' ? unreadOf(visitor) : undefined,
  ]);
  const failed = answers.find(({ response }) => !response.ok);
  if (failed) return { where, problem: await publicProblem(failed.response) };
  const data = await Promise.all(answers.map(async ({ key, response }) => [key, await response.json()] as const));
  return { where: { ...where, unread }, data: Object.fromEntries(data) as Data<Reads> };
}

/** A page is worth showing without it. */
async function unreadOf(visitor: Visitor): Promise<number | undefined> {
  const response = await visitor.ask('/api/me/notices/unread');
  return response.ok ? (await response.json()).unread : undefined;
}

async function publicProblem(response: Response): Promise<ProblemSaid> {
  const { code, status, title, detail, traceId } = await problemOf(response);
  return { code, status, title, detail, traceId };
}

function writePage({ assets }: Visitor, { page, name }: Place, visit: Visit): Rendered {
  const { language } = visit.where.look;
  const shell = shellWords[language];
  const title = `${page.title(page.words[language], visit.data)} · ${shell.name}`;
  const body = (
    <Document
      title={title}
      description={shell.description}
      visit={visit}
      css={assets.css}
      icon={assets.icon}
      picture={assets.picture}
      scripts={assets.scripts[language][name] ?? []}
    >
      <App page={page} visit={visit} refresh={still} />
    </Document>
  );
  return { status: visit.problem?.status ?? 200, html: `<!doctype html>${renderToString(body)}` };
}
