import type { RoomView } from "../../../shared/contract/rooms.ts";
import { mayEnterPair } from "../../../shared/domain/access.ts";
import { heldNow, onTheSpot, placesAhead } from "../../../shared/domain/ad-hoc.ts";
import { type CheckIn, hasLapsed, isAhead, missCheckIn } from "../../../shared/domain/check-in.ts";
import { isMeeting, type PairId } from "../../../shared/domain/pair.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { Records } from "../../ports.ts";
import { type Circumstances, circumstancesOf } from "../check-ins/circumstances.ts";
import { wantCheckIn } from "../check-ins/want-check-in.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { takePlaces } from "./renumber-ahead.ts";
import { isHeldHere, linkedView } from "./room-view.ts";

type LinkDeps = Pick<Deps, "store" | "clock" | "newId">;
type LinkRefusal = "not-found" | "pair-is-resting" | "room-is-taken";

export interface Link {
  readonly by: PersonRef;
  readonly chatId: string;
  readonly pairId: PairId;
}

/**
 * Holds the pair's check-in in a meeting that was not booked for it: the check-in whose hour is near, else one made on the spot, which goes
 * before any that is booked for later. However many tap at once, there is one.
 */
export const linkRoom =
  (deps: LinkDeps) =>
  async (input: Link): Promise<Result<RoomView, LinkRefusal>> => {
    try {
      return await deps.store.transact(participant(input.by), (records) => link(records, input, deps));
    } catch (problem) {
      if (problem instanceof RoomTaken) return refuse("room-is-taken");
      throw problem;
    }
  };

/** Undoes what was made for a meeting that turns out to belong to another check-in. */
class RoomTaken extends Error {
  override readonly name = "RoomTaken";
}

async function link(
  records: Records,
  { by, chatId, pairId }: Link,
  deps: LinkDeps,
): Promise<Result<RoomView, LinkRefusal>> {
  const circumstances = await circumstancesOf(records, pairId);
  if (!circumstances || !mayEnterPair(participant(by), circumstances.pair)) return refuse("not-found");
  if (!isMeeting(circumstances.pair)) return refuse("pair-is-resting");
  // Whoever taps at the same moment waits here, and finds what was made.
  for (const { id } of circumstances.history.filter(isAhead)) await records.checkIns.findForChange(id);
  const standing = await records.rooms.checkInOf(chatId);
  if (standing?.pairId === pairId && isHeldHere(standing)) return done(linkedView(standing, circumstances));
  const history = await records.checkIns.ofPair(pairId);
  const checkIn = await checkInFor(records, { ...circumstances, history }, deps);
  if (!(await records.rooms.link(chatId, checkIn))) throw new RoomTaken();
  return done(linkedView(checkIn, circumstances));
}

async function checkInFor(
  records: Records,
  circumstances: Circumstances,
  { clock, newId }: LinkDeps,
): Promise<CheckIn> {
  const now = clock.now().epochMilliseconds;
  const { pair, history } = circumstances;
  const booked = heldNow(history, now);
  if (booked) return booked;
  const lapsed = history.filter((one) => hasLapsed(one, now));
  for (const one of lapsed) await records.checkIns.save(missCheckIn(one));
  const made = onTheSpot(wantCheckIn(newId(), circumstances), pair, history, now);
  const others = history.filter((one) => !lapsed.includes(one));
  await takePlaces(
    records,
    placesAhead(pair, [...others, made]).filter(({ id }) => id !== made.id),
  );
  if (await records.checkIns.save(made)) return made;
  const first = heldNow(await records.checkIns.ofPair(pair.id), now);
  if (!first) throw new RoomTaken();
  return first;
}
