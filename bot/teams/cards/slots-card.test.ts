import { describe, expect, it } from "vitest";
import { about, again, everyCard, stretched, trio } from "../testing/every-card.ts";
import { ana, ben, booked, chidi, offered, slot } from "../testing/people.ts";
import { inKolkata, inLondon } from "../testing/readers.ts";
import type { CardElement } from "./card.ts";
import { slotsCard } from "./slots-card.ts";

const rows = (card: { readonly body: readonly CardElement[] } | undefined) =>
  (card?.body ?? []).filter(({ type }) => type === "Container");
const drawn = (name: string) => JSON.stringify(everyCard[name]?.body);

describe("the card with times", () => {
  it("says what is booked, for how long, to whom booking falls, and that the times are comfortable", () => {
    expect(drawn("slots")).toContain("Three times that suit you both");
    expect(drawn("slots")).toContain(
      "Session four, sixty minutes. Booking falls to Ana this time, to Ben next. Inside both your working days.",
    );
  });

  it("makes each time one tap, with a label that a screen reader can say", () => {
    expect(rows(everyCard["slots"])[0]?.["selectAction"]).toMatchObject({
      type: "Action.Execute",
      verb: "book-check-in",
      data: { checkInId: offered.id, startsAt: "2027-01-05T10:00:00Z" },
      title: "Book Tuesday 5 January 2027 at 10:00; 15:30 for Ben",
    });
  });

  it("tells the partner's time beside, where the clocks differ, and the day where that differs too", () => {
    expect(JSON.stringify(rows(everyCard["slots"])[0])).toContain("15:30 for Ben");
    expect(drawn("slots for three")).not.toContain("for Chidi");
    const late = { ...offered, offered: [slot("2027-01-05T20:00:00Z", "2027-01-05T21:00:00Z")] };
    const words = slotsCard(about(late), inLondon).fallbackText;
    expect(words).toContain("Wed 6 Jan 01:30 for Ben");
    expect(words).toContain("One time that suits you both");
  });

  it("[BOT-17] speaks to all three of a trio, and says who books after where that is known", () => {
    expect(slotsCard({ ...trio, bookerAfter: chidi.id }, inLondon).fallbackText).toContain(
      "Booking falls to Ana this time, to Chidi next.",
    );
    expect(drawn("slots for three")).toContain("Three times that suit all three of you");
    expect(drawn("slots for three")).toContain(
      "Booking falls to Ana this time. Inside the working days of all three of you.",
    );
  });

  it("says who books when it is offered because it is time", () => {
    expect(everyCard["slots that are due"]?.fallbackText).toMatch(
      /^It is time for your next check-in\. Session four, sixty minutes\. Ana books this time, Ben next\./,
    );
  });
});

describe("[BOT-11] a time that stretches somebody's day", () => {
  const reasons = (me = ana, partner = ben, reader = inLondon) =>
    rows(slotsCard({ checkIn: stretched, me, partners: [partner] }, reader)).map((row) => {
      const [, reason] = row["items"] as readonly { readonly text?: string }[];
      return reason?.text;
    });

  it("says plainly whose, at which end, and who bore such an hour last", () => {
    expect(reasons()).toEqual([
      "Your evening this time, Ben's last time",
      "Ben's early morning this time, yours last time",
      "Your evening this time, Ben's next time",
    ]);
  });

  it("says the same from the other side", () => {
    expect(reasons(ben, ana, inKolkata)).toEqual([
      "Ana's evening this time, yours last time",
      "Your early morning this time, Ana's last time",
      "Ana's evening this time, yours next time",
    ]);
  });

  it("promises nobody's comfort, and names nobody for the next time in a trio where that isn't known", () => {
    const three = slotsCard({ ...trio, checkIn: stretched }, inLondon);
    expect(three.fallbackText).not.toContain("Inside");
    expect(three.fallbackText).toContain("Your evening this time, somebody else's next time");
  });

  it("[SLOT-16] a second time running is its bearer's alone to choose, and says so", () => {
    const anas = slotsCard(about(again), inLondon);
    expect(anas.fallbackText).toContain("Your early morning again, as last time.");
    expect(rows(anas)[0]).toHaveProperty("selectAction");
    const bens = slotsCard({ checkIn: again, me: ben, partners: [ana] }, inKolkata);
    expect(bens.fallbackText).toContain("Ana's early morning again, as last time; only Ana can choose it");
    expect(rows(bens)[0]).not.toHaveProperty("selectAction");
  });

  it("says so for an hour that is neither early nor late where somebody works by night", () => {
    const noon = slot("2027-01-05T12:00:00Z", "2027-01-05T13:00:00Z", {
      person: chidi.id,
      side: "after",
      lastBorneBy: ana.id,
    });
    expect(slotsCard({ ...trio, checkIn: { ...offered, offered: [noon] } }, inLondon).fallbackText).toContain(
      "Outside Chidi's working day this time, yours last time",
    );
  });
});

describe("times to move to", () => {
  const move = slotsCard(about({ ...booked, offered: offered.offered }), inLondon);

  it("say that the check-in moves, and that it stands where it is until then", () => {
    expect(move.fallbackText).toMatch(
      /^Move it to one of three times\. It stands on Wednesday 6 January 2027 at 11:00 until you choose\./,
    );
  });

  it("may be left alone by one tap", () => {
    expect(move.actions).toMatchObject([
      { verb: "offer-other-times", title: "Other times" },
      { verb: "keep-check-in", title: "Keep Wed 6 Jan, 11:00", data: { checkInId: booked.id } },
    ]);
  });

  it("are labelled as moves", () => {
    expect(rows(move)[0]?.["selectAction"]).toMatchObject({
      title: expect.stringMatching(/^Move to Tuesday 5 January/),
    });
  });
});
