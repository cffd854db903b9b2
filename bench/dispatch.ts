/**
 * A morning of 1,000 orders in a district of 384 teams and 70,000 volunteers, through the stories on the embedded
 * store: how long a decision takes, whether a team is ever offered more than it can take, and how far and how long
 * helpers come, compared with whoever answers first among all who could (first come) for the same orders.
 */
import { runStory } from '../functions/platform/http/run-story.ts';
import { type Arrival, type Morning, openMorning, type Team } from './dispatch-morning.ts';
import { type Finding, rounded } from './report.ts';

const minuteMs = 60_000;
/** Metres in a minute on an electric bicycle, corners and stairs included. */
const metresPerMinute = 200;

interface Come {
  readonly metres: number;
  /** Until somebody stands at the door. */
  readonly minutes: number;
}
interface Busy {
  readonly team: string;
  readonly order: string;
  readonly until: number;
}

export async function benchDispatch(): Promise<Finding[]> {
  const morning = await openMorning();
  const { decisions, come, over, unserved } = await dispatched(morning);
  const first = firstCome(morning);
  const p99 = percentile(decisions, 0.99);
  const [ours, theirs] = [summary(come), summary(first)];
  const median = rounded(percentile(decisions, 0.5));
  return [
    {
      name: 'dispatch: one decision, p99',
      value: rounded(p99),
      unit: 'ms',
      goal: '≤ 50',
      holds: p99 <= 50,
      detail: `${decisions.length} orders, ${morning.teams.length} teams, median ${median} ms`,
    },
    {
      name: 'dispatch: teams over their load',
      value: over,
      unit: 'teams',
      goal: '≤ 0',
      holds: over === 0,
      detail: `looked at after each of ${decisions.length} decisions; ${unserved} orders found no team at once`,
    },
    ratio('dispatch: distance / first come', ours.metres, theirs.metres, 'm'),
    ratio('dispatch: time to the door / first come', ours.minutes, theirs.minutes, 'min'),
  ];
}

function ratio(name: string, ours: number, theirs: number, unit: string): Finding {
  const value = rounded(ours / theirs);
  const detail = `median ${rounded(ours)} ${unit}, first come ${rounded(theirs)} ${unit}`;
  return { name, value, unit: '×', goal: '≤ 1', holds: value <= 1, detail };
}

/** Each order as it comes: passed by the desk, accepted by whoever of those asked answers first, served, finished. */
async function dispatched(morning: Morning) {
  const { arrivals, desk, stories } = morning;
  const decisions: number[] = [];
  const come: Come[] = [];
  let busy: Busy[] = [];
  let [over, unserved] = [0, 0];
  for (const arrival of arrivals) {
    const { at, order } = arrival;
    for (const done of busy.filter(({ until }) => until <= at)) await morning.free(done.team, done.order);
    busy = busy.filter(({ until }) => until > at);
    const ask = morning.ask(desk, { order }, { decision: 'pass' }, at);
    const route = 'POST /api/orders/{order}/triage';
    const started = performance.now();
    await runStory(route, morning.routes[route], stories[route], ask, morning.tools);
    decisions.push(performance.now() - started);
    over += await morning.teamsOverLoad();
    const asked = await morning.askedFor(order);
    const quickest = firstToAnswer(arrival, asked);
    if (!quickest) {
      unserved++;
      continue;
    }
    const { team, minutes } = quickest;
    await morning.accept(team, order, at + minutes * minuteMs);
    const coming = comingFrom(arrival, team, minutes);
    come.push(coming);
    busy.push({ team: team.id, order, until: at + (coming.minutes + arrival.minutes) * minuteMs });
  }
  return { decisions, come, over, unserved };
}

/** The same orders for everybody at once: whoever answers first has it, near or far. */
function firstCome({ arrivals, teams }: Morning): Come[] {
  const busy: Busy[] = [];
  return arrivals.flatMap((arrival) => {
    const { at, skill } = arrival;
    const load = (team: Team) => busy.filter((one) => one.team === team.id && one.until > at).length;
    const able = teams.filter((team) => team.skills.includes(skill) && load(team) < team.loadMax);
    const quickest = firstToAnswer(arrival, able);
    if (!quickest) return [];
    const coming = comingFrom(arrival, quickest.team, quickest.minutes);
    const until = at + (coming.minutes + arrival.minutes) * minuteMs;
    busy.push({ team: quickest.team.id, order: arrival.order, until });
    return [coming];
  });
}

function firstToAnswer(arrival: Arrival, teams: readonly Team[]) {
  const answers = teams.map((team) => ({ team, minutes: arrival.answerMinutes(team) }));
  return answers.sort((one, other) => one.minutes - other.minutes)[0];
}

function comingFrom(arrival: Arrival, team: Team, answerMinutes: number): Come {
  const metres = arrival.metresTo(team);
  return { metres, minutes: answerMinutes + metres / metresPerMinute };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const summary = (come: readonly Come[]) => ({
  metres: percentile(
    come.map(({ metres }) => metres),
    0.5,
  ),
  minutes: percentile(
    come.map(({ minutes }) => minutes),
    0.5,
  ),
});
