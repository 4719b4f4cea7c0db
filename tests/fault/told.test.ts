import { describe, expect, it } from "vitest";
import { countRemindedTwice, countTold } from "./storm/count-told.ts";
import { type Delivery, deliveriesIn } from "./storm/deliveries.ts";

const news = (to: string, at: number): Delivery => ({ to, at, said: "news", checkInId: "check-in-1", words: "Booked" });
const telling = { members: ["Ana", "Ben"], from: 0, until: 100_000, pieces: 1 };
const both = [news("Ana", 10_000), news("Ben", 11_000)];

describe("what a storm's people were told", () => {
  it("is counted as nothing when each heard it once", () => {
    expect(countTold(telling, both, [])).toEqual({ toldTwice: 0, answerLost: 0, untold: [] });
  });

  it("is told twice when it came again though no answer was lost", () => {
    expect(countTold(telling, [...both, news("Ben", 20_000)], [])).toMatchObject({ toldTwice: 1, answerLost: 0 });
  });

  it("is apart when the server died, or the answer was lost, between the two", () => {
    const again = [...both, news("Ben", 20_000)];
    expect(countTold(telling, again, [{ from: 15_000, to: 15_000, of: null }])).toMatchObject({
      toldTwice: 0,
      answerLost: 1,
    });
    expect(countTold(telling, again, [{ from: 9_000, to: 12_000, of: "Ben" }])).toMatchObject({ answerLost: 1 });
  });

  it("may be as much as happened: a booking and its cancellation are two", () => {
    const heard = [...both, news("Ben", 20_000)];
    expect(countTold({ ...telling, pieces: 2 }, heard, [])).toEqual({ toldTwice: 0, answerLost: 0, untold: [] });
    expect(countTold({ ...telling, pieces: 2 }, [...heard, news("Ben", 21_000)], [])).toMatchObject({ toldTwice: 1 });
  });

  it("has no excuse in a death long before, or in a fault of another chat", () => {
    const again = [...both, news("Ben", 20_000)];
    expect(countTold(telling, again, [{ from: 5_000, to: 5_000, of: null }])).toMatchObject({ toldTwice: 1 });
    expect(countTold(telling, again, [{ from: 9_000, to: 30_000, of: "Ana" }])).toMatchObject({ toldTwice: 1 });
  });

  it("says who was never told, and leaves what belongs to another intent", () => {
    expect(countTold(telling, [news("Ana", 10_000)], []).untold).toEqual(["Ben"]);
    expect(countTold({ ...telling, until: 10_500 }, both, []).untold).toEqual(["Ben"]);
  });

  it("counts the same reminder to the same person twice, and one of another hour not", () => {
    const reminder = (to: string, words: string): Delivery => ({ ...news(to, 1), said: "reminder", words });
    const heard = [reminder("Ana", "at 10:00"), reminder("Ben", "at 10:00"), reminder("Ana", "at 11:00")];
    expect(countRemindedTwice(heard)).toEqual({ reminders: 3, twice: 0 });
    expect(countRemindedTwice([...heard, reminder("Ben", "at 10:00")])).toEqual({ reminders: 4, twice: 1 });
  });

  it("is read from chats: each message, and each change of it by the bot", () => {
    const card = (title: string) => ({ attachments: [{ content: { actions: [{ title, verb: "move-check-in" }] } }] });
    const [first, second, third] = ["2026-12-01T08:00:00Z", "2026-12-01T08:01:00Z", "2026-12-01T08:02:00Z"] as const;
    const changed = { how: "update", at: second, was: card("Move") } as const;
    const pressed = { how: "invoke", at: third, was: card("Prepare") } as const;
    const told = deliveriesIn([
      { members: ["Ben"], messages: [{ at: first, by: "bot", activity: card("Kept"), history: [changed, pressed] }] },
      { members: ["Ana"], messages: [{ at: third, by: "person", activity: { text: "hello" }, history: [] }] },
      {
        members: ["Ana", "Ben"],
        meeting: {},
        messages: [{ at: first, by: "bot", activity: card("Move"), history: [] }],
      },
    ]);
    expect(told.map(({ to, said, at }) => [to, said, at])).toEqual([
      ["Ben", "news", Date.parse(first)],
      ["Ben", "reminder", Date.parse(second)],
    ]);
  });
});
