import type { PersonId } from "../person.ts";
import { agreedFirst, type Named } from "./agreed-first.ts";
import { decideSession } from "./decide-session.ts";
import { checkEnd, checkStep, type Laws, newLaws, stepsOfEach } from "./laws-fixture.ts";
import {
  openSession,
  parts,
  type Session,
  type SessionCommand,
  type SessionPhase,
  type SessionRefusal,
} from "./session.ts";
import { type Tap, wishOf } from "./wishes-fixture.ts";

/** What became of what was sent, counted over histories, so that one sees that the laws were put to the test. */
export interface Tally {
  readonly counted: Map<SessionCommand["type"], number>;
  readonly refused: Map<SessionRefusal, number>;
  readonly ended: Map<SessionPhase, number>;
  sent: number;
  late: number;
  lost: number;
  repeated: number;
  revealed: number;
  named: number;
}

export const newTally = (): Tally => ({
  counted: new Map(),
  refused: new Map(),
  ended: new Map(),
  sent: 0,
  late: 0,
  lost: 0,
  repeated: 0,
  revealed: 0,
  named: 0,
});

/** A tap on its way to the server. */
interface Letter {
  readonly id: string;
  readonly by: PersonId;
  readonly tap: Tap;
  readonly seen: number;
}

interface World {
  session: Session;
  readonly laws: Laws;
  readonly tally: Tally;
  readonly known: Set<string>;
  readonly named: Map<PersonId, Named>;
  readonly onTheWay: { readonly letter: Letter; readonly due: number }[];
}

/**
 * Plays a history: everybody in the pair taps on two devices, each showing what it last heard; taps come at once, late, twice or never, and are
 * looked up and decided as the server does it. Each number is one moment.
 *
 * @returns the session at its end.
 * @throws BrokenLaw at the first law that does not hold.
 */
export function playHistory(members: readonly PersonId[], history: readonly number[], tally = newTally()): Session {
  const start = { id: "s", checkInId: "c", pairId: "p", number: 3, members, opener: members[1] ?? "" };
  const session = openSession(start);
  const world: World = { session, laws: newLaws(session), tally, known: new Set(), named: new Map(), onTheWay: [] };
  const devices = members.flatMap((owner) => [0, 1].map(() => ({ owner, shows: session })));
  for (const [now, moment] of history.entries()) {
    for (const { letter } of takeDue(world, now)) receive(world, letter);
    const device = devices[digit(moment, 0, devices.length)];
    if (!device) continue;
    const letter = {
      id: `tap ${now}`,
      by: device.owner,
      tap: wishOf(device.shows, digit(moment, 3, 512)),
      seen: device.shows.version,
    };
    send(world, letter, digit(moment, 12, 8), now);
    const hearing = digit(moment, 15, 64);
    for (const [place, one] of devices.entries()) if ((hearing >> (place % 6)) % 2 === 0) one.shows = world.session;
  }
  for (const { letter } of takeDue(world, Number.POSITIVE_INFINITY)) receive(world, letter);
  checkEnd(world.session);
  add(tally.ended, world.session.phase);
  return world.session;
}

/** A digit of the moment: `bits` from its right, below `limit`. */
const digit = (moment: number, bits: number, limit: number): number => (moment >>> bits) % limit;

function send(world: World, letter: Letter, fate: number, now: number): void {
  world.tally.sent += 1;
  if (fate === 0) world.tally.lost += 1;
  if (fate > 1) receive(world, letter);
  if (fate === 1) world.tally.late += 1;
  if (fate === 1 || fate === 2) world.onTheWay.push({ letter, due: now + 1 + (letter.seen % 5) });
}

function takeDue(world: World, now: number) {
  const due = world.onTheWay.filter((one) => one.due <= now);
  for (const one of due) world.onTheWay.splice(world.onTheWay.indexOf(one), 1);
  return due;
}

/** As `actInSession` does it. */
function receive(world: World, { id, by, tap, seen }: Letter): void {
  const before = world.session;
  if (world.known.has(id)) {
    world.tally.repeated += 1;
    return;
  }
  let command = lookUp(before, tap);
  let decided = decideSession(before, command, by, seen);
  if (decided.ok && decided.value !== before && command.type === "say-who") {
    command = { ...command, settled: nameFirst(world, by, tap) };
    decided = decideSession(before, command, by, seen);
  }
  checkStep(world.laws, before, { command, by, seen }, decided);
  if (!decided.ok) return add(world.tally.refused, decided.refusal);
  if (decided.value === before) return;
  world.known.add(id);
  world.session = decided.value;
  if (before.phase === "who-first" && world.session.phase !== "who-first") world.named.clear();
  add(world.tally.counted, tap.type);
  if (world.session.revealed.length > before.revealed.length) world.tally.revealed += 1;
  if (world.session.first !== null && before.first === null) world.tally.named += 1;
}

function nameFirst({ named, session }: World, by: PersonId, { place }: Tap) {
  named.set(by, session.members[place] ?? "no-difference");
  return named.size < session.members.length ? null : { first: agreedFirst([...named.values()]) };
}

/** The whole command, with an offer of its own for each version, now and then a small one. */
function lookUp(session: Session, { type, place }: Tap): SessionCommand {
  const { version, offered } = session;
  const at = `moment ${version}`;
  const offer = version % 11 === 0 ? [] : [`${version} a`, `${version} b`].slice(0, version % 7 === 0 ? 1 : 2);
  const next = { offer, exercise: version % 5 === 0 ? null : `exercise ${version}`, at };
  const promptId = offered[place] ?? "no prompt";
  switch (type) {
    case "pick":
      return { type, promptId, asksWhoFirst: Number.parseInt(promptId, 10) % 3 === 0, at };
    case "swap":
      return { type, promptId, ...next };
    case "go-to":
      return { type, part: parts[place] ?? "book", ...next };
    case "say-who":
      return { type, settled: null, at };
    case "skip-who":
      return { type, at };
    case "next-step":
      return { type, steps: stepsOfEach };
    case "go-on":
    case "offer-others":
    case "change-over":
    case "leave":
    case "move-on":
    case "swap-exercise":
      return { type, ...next };
    default:
      return { type };
  }
}

const add = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
