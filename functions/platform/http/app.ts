import { type Context, Hono } from 'hono';
import { LinearRouter } from 'hono/router/linear-router';
import { secureHeaders } from 'hono/secure-headers';
import type { Route, RouteName } from '../../../shared/contracts/route.ts';
import type { Ask } from '../ask.ts';
import {
  clearSessionCookie,
  readDeviceCookie,
  readSessionCookie,
  setDeviceCookie,
  setSessionCookie,
} from '../identity/cookie.ts';
import { isFreshlyProved, type Who } from '../identity/who.ts';
import { log, logFault } from '../log.ts';
import { Problem } from '../problem.ts';
import type { Tools } from '../tools.ts';
import { fileAnswer } from './file-answer.ts';
import { asProblem, problemAnswer } from './problem-answer.ts';
import { foreseeing, readAsked } from './read-asked.ts';
import { runStory } from './run-story.ts';
import { checkJson, checkSameOrigin, keyOf, originOf } from './same-origin.ts';
import { parseAnswer } from './shapes.ts';
import type { Capability } from './story.ts';

export interface Wiring {
  readonly capabilities: readonly Capability[];
  readonly tools: Tools;
  /** Made by `access`: who a session token stands for now, or nobody. */
  whoAsks(token: string, now: number, tools: Tools): Promise<Who | undefined>;
  /** Where people find this; without it, where a request was sent. */
  readonly origin?: string;
}

/** What API Gateway tells of a request: its time is the only now there is. */
interface Gateway {
  readonly timeEpoch: number;
  readonly requestId: string;
  readonly http: { readonly sourceIp: string };
}
interface Bindings {
  readonly event?: { readonly requestContext?: Partial<Gateway> };
  /** What the requests of one page share: who its visitor is. */
  readonly page?: { who?: Promise<Who | undefined> };
}
export type App = Hono<{ Bindings: Bindings }>;

/** The HTTP application: every contract's route bound to its story, one door in and one door out. */
export function createApp(wiring: Wiring): App {
  // The fastest router to start with; a request then walks some sixty patterns, which takes microseconds.
  const app: App = new Hono({ router: new LinearRouter() });
  app.use(secureHeaders({ crossOriginOpenerPolicy: 'same-origin', referrerPolicy: 'no-referrer' }));
  app.notFound((c) => problemAnswer(new Problem('not_found'), gatewayOf(c).requestId));
  app.onError(answerError);
  for (const capability of wiring.capabilities) {
    for (const name of capability.names) {
      const [method, path] = name.split(' ') as [string, string];
      const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
      app.on(method, pattern, (c) => answer(c, name, capability, wiring));
    }
  }
  return app;
}

async function answer(c: Context, name: RouteName, capability: Capability, wiring: Wiring): Promise<Response> {
  const started = performance.now();
  const { routes, stories } = await capability.load();
  const route = routes[name] as Route;
  const gateway = gatewayOf(c);
  const cookies = c.req.header('cookie');
  const token = readSessionCookie(cookies);
  const key = checkWrite(c, route);
  const story = stories[name];
  const tools = await foreseeing(c, { route, story, token }, wiring.tools);
  const who = await admit(c, route, token, { ...wiring, tools });
  const ask = {
    who,
    ...(await readAsked(c, route)),
    now: gateway.timeEpoch,
    key,
    wire: {
      address: gateway.http.sourceIp,
      origin: wiring.origin ?? originOf(c),
      token,
      device: readDeviceCookie(cookies),
      agent: c.req.header('user-agent'),
      setDevice: (value: string, maxAgeSeconds: number) =>
        c.header('set-cookie', setDeviceCookie(value, maxAgeSeconds), { append: true }),
      setSession: (value?: string, maxAgeSeconds?: number) =>
        c.header('set-cookie', value === undefined ? clearSessionCookie() : setSessionCookie(value, maxAgeSeconds)),
    },
  } satisfies Record<keyof Ask, unknown> as Ask;
  const { answer: body, replayed } = await runStory(name, route, story, ask, tools);
  c.header('cache-control', 'no-store');
  if (replayed) c.header('idempotency-replayed', 'true');
  const status = route.status ?? 200;
  const milliseconds = Math.round(performance.now() - started);
  log('request', { requestId: gateway.requestId, route: name, status, account: who?.account, milliseconds });
  const checked = parseAnswer(route.answer, body);
  return route.file ? fileAnswer(c, checked as File, route.file.cacheSeconds) : c.json(checked as object, status);
}

function checkWrite(c: Context, route: Route): string {
  if (route.write === undefined) return '';
  checkSameOrigin(c);
  checkJson(c);
  return route.write === 'keyless' ? '' : keyOf(c);
}

async function admit(c: Context, route: Route, token: string | undefined, wiring: Wiring) {
  if (route.allow === 'anyone') return undefined;
  const who = token === undefined ? undefined : await identify(c, token, wiring);
  if (!who) throw new Problem('sign_in_needed');
  if (who.waits && !route.beforeSecondStep) throw new Problem('second_step_needed');
  if (route.allow !== 'signed_in' && !route.allow.includes(who.post.role)) throw new Problem('post_not_allowed');
  if (route.stepUp === 'code' && !who.makesCodes) throw new Problem('second_step_needed');
  if (route.stepUp && !isFreshlyProved(who, gatewayOf(c).timeEpoch)) throw new Problem('proof_needed');
  return who;
}

/** The requests that one page is made of have one asker, who is looked up once. */
function identify(c: Context, token: string, { whoAsks, tools }: Wiring): Promise<Who | undefined> {
  const { page } = c.env as Bindings;
  const who = page?.who ?? whoAsks(token, gatewayOf(c).timeEpoch, tools);
  if (page) page.who = who;
  return who;
}

function answerError(error: unknown, c: Context): Response {
  const { requestId } = gatewayOf(c);
  const problem = asProblem(error);
  if (problem.code === 'fault') logFault(error, { requestId });
  else log('problem', { requestId, status: problem.status, code: problem.code });
  return problemAnswer(problem, requestId);
}

export function gatewayOf(c: Context): Gateway {
  const context = (c.env as Bindings).event?.requestContext;
  if (context?.timeEpoch === undefined) throw new Error('A request came without the gateway’s time');
  return {
    timeEpoch: context.timeEpoch,
    requestId: context.requestId ?? '',
    http: { sourceIp: context.http?.sourceIp ?? '' },
  };
}
