import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshRoom, isAlone, type Room, type RoomEvent, roomAfter, roomInSilence } from "./room.ts";

const members = ["ana", "ben"];
const time = (second: number) =>
  `2026-11-26T10:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}Z`;
const start = (second = 0) => ({ kind: "start", at: time(second) }) as const;
const end = (second: number) => ({ kind: "end", at: time(second) }) as const;
const join = (key: string, second: number) => move("join", key, second);
const move = (kind: "join" | "leave", key: string, second: number) =>
  ({ kind, key, personId: key === "guest" ? null : key, at: time(second) }) as const;

const hearing = (...events: readonly RoomEvent[]): Room => events.reduce(roomAfter, freshRoom("chat"));
const alone = (...events: readonly RoomEvent[]) => isAlone(hearing(...events), members);

describe("who is in a meeting", () => {
  it("[ROOM-1] knows the pair alone once the start was heard and only the pair has joined", () => {
    expect(alone(start(), join("ana", 1))).toBe(true);
    expect(alone(start(), join("ana", 1), join("ben", 2))).toBe(true);
  });

  it("[ROOM-1] knows nothing before the start was heard, nor where Teams tells of nobody", () => {
    expect(alone()).toBe(false);
    expect(alone(join("ana", 1), join("ben", 2))).toBe(false);
    expect(alone(start())).toBe(false);
    expect(alone(start(), join("ana", 1), move("leave", "ana", 2))).toBe(false);
  });

  it("[ROOM-2] knows a stranger from joining to leaving, guests too", () => {
    for (const stranger of ["elif", "guest"]) {
      expect(alone(start(), join("ana", 1), join(stranger, 2))).toBe(false);
      expect(alone(start(), join("ana", 1), join(stranger, 2), move("leave", stranger, 9))).toBe(true);
    }
  });

  it("[ROOM-21] knows nothing once nothing was heard for half a day, and everything until then", () => {
    const room = hearing(start(), join("ana", 1), join("ben", 20));
    const noon = Temporal.Instant.from("2026-11-26T22:00:20Z").epochMilliseconds;
    expect(roomInSilence(room, noon - 1)).toBe(room);
    expect(roomInSilence(room, noon)).toEqual({ ...room, startedAt: null, participants: [], version: 4 });
    expect(roomInSilence(freshRoom("chat"), noon)).toEqual(freshRoom("chat"));
    expect(roomInSilence(hearing(join("ana", 1)), noon).participants).toEqual([]);
  });

  it("[ROOM-3] knows nothing after the end, and nobody of it in the next meeting", () => {
    const over = [start(), join("ana", 1), join("elif", 2), end(60)];
    expect(alone(...over)).toBe(false);
    expect(hearing(...over).participants).toEqual([]);
    expect(alone(...over, start(900), join("ben", 901))).toBe(true);
  });

  it("[ROOM-3] begins anew with a start, though the end was never heard", () => {
    expect(alone(start(), join("elif", 1), start(1800), join("ana", 1801))).toBe(true);
  });

  it("[ROOM-4] counts a stranger who opened the meeting a moment before its start", () => {
    expect(alone(join("elif", 1), start(2), join("ana", 3))).toBe(false);
  });

  it("[ROOM-4] takes late news by its own time", () => {
    expect(alone(start(), join("ana", 1), move("leave", "elif", 9), join("elif", 2))).toBe(true);
    expect(alone(start(), join("ana", 1), join("elif", 9), move("leave", "elif", 2))).toBe(false);
    const goesOn = hearing(start(1800), join("ana", 1801));
    expect(roomAfter(goesOn, end(900))).toBe(goesOn);
    expect(roomAfter(goesOn, start(0))).toBe(goesOn);
  });

  it("[ROOM-4] counts a stranger who comes and goes at one moment as there, in whatever order that is heard", () => {
    expect(alone(start(), join("ana", 1), join("elif", 2), move("leave", "elif", 2))).toBe(false);
    expect(alone(start(), join("ana", 1), move("leave", "elif", 2), join("elif", 2))).toBe(false);
  });

  it("[ROOM-5] changes nothing when told again, and counts each change", () => {
    const room = hearing(start(), join("ana", 1));
    expect(room.version).toBe(2);
    for (const again of [start(), join("ana", 1)]) expect(roomAfter(room, again)).toBe(room);
    expect(roomAfter(freshRoom("chat"), end(1))).toEqual(freshRoom("chat"));
  });

  it("[ROOM-4] comes to the same within a meeting, in whatever order its comings and goings are heard", () => {
    const one = fc.record({
      key: fc.constantFrom("ana", "ben", "elif", "guest"),
      kind: fc.constantFrom("join" as const, "leave" as const),
      second: fc.integer({ min: 1, max: 8 }),
    });
    const inAnyOrder = fc
      .array(one, { maxLength: 8 })
      .chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, null], { minLength: some.length + 1 })),
      );
    fc.assert(
      fc.property(inAnyOrder, ([told, heard]) => {
        const said = (event: (typeof heard)[number]) =>
          event === null ? start() : move(event.kind, event.key, event.second);
        const whoIsIn = (room: Room) =>
          room.participants
            .filter(({ isIn }) => isIn)
            .map(({ key }) => key)
            .toSorted();
        expect(whoIsIn(hearing(...heard.map(said)))).toEqual(whoIsIn(hearing(start(), ...told.map(said))));
      }),
      { numRuns: 500, seed: 20261126 },
    );
  });
});
