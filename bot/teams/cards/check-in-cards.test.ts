import { describe, expect, it } from "vitest";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { LossCause } from "../../../shared/domain/news.ts";
import type { Person } from "../../../shared/domain/person.ts";
import { about, everyCard, links } from "../testing/every-card.ts";
import { ana, ben, booked, cancelled, chidi, chosen, ended, moving, offered, slot } from "../testing/people.ts";
import { inKolkata, inLondon } from "../testing/readers.ts";
import { askToCancelCard } from "./cancel-card.ts";
import { newsCard } from "./news-card.ts";
import { nextCheckInCard } from "./next-check-in-card.ts";
import { reminderCard } from "./rhythm-cards.ts";
import { receiptCard } from "./standing-card.ts";

const words = (name: string) => everyCard[name]?.fallbackText;
const verbs = (name: string) => everyCard[name]?.actions?.map((action) => action["verb"] ?? action.title);

describe("the receipt", () => {
  it("[BOT-7] says when, with whom, on whose clock, and who opens", () => {
    expect(words("receipt")).toBe(
      "Booked: Wednesday 6 January 2027 at 11:00, with Ben. 16:30 for Ben. It is in both calendars, marked private, with a Teams meeting. Ana opens.",
    );
    expect(verbs("receipt")).toEqual(["Join", "move-check-in", "ask-to-cancel"]);
  });

  it("tells each partner their own time", () => {
    const bens = receiptCard({ checkIn: booked, me: ben, partners: [ana] }, inKolkata);
    expect(bens.fallbackText).toContain("Wednesday 6 January 2027 at 16:30, with Ana. 11:00 for Ana.");
  });

  it("promises no Teams meeting where there is none, and says how to have one", () => {
    const without = receiptCard(
      about({ ...booked, event: booked.event && { ...booked.event, joinUrl: null } }),
      inLondon,
    );
    expect(without.fallbackText).toContain("marked private. It has no Teams link.");
    expect(without.actions?.map(({ title }) => title)).toEqual(["Move", "Cancel"]);
  });

  it("[BOT-12] says what policy kept from the meeting, and what a person can do about it", () => {
    expect(words("receipt with notes")).toContain("Two steps do it: open the meeting's chat");
    expect(words("receipt with notes")).toContain(
      "I couldn't switch recording off. Please leave it off when you meet.",
    );
    expect(words("receipt")).not.toMatch(/recording|couldn't/);
  });

  it("names both others in a trio", () => {
    expect(receiptCard({ checkIn: booked, me: ana, partners: [ben, chidi] }, inLondon).fallbackText).toContain(
      "with Ben and Chidi. 16:30 for Ben. It is in all three calendars",
    );
  });
});

describe("news", () => {
  it.each([
    ["news: moved", "It is in both calendars now. It was Tuesday 5 January 2027 at 15:00."],
    ["news: only longer", "Sixty minutes now: "],
    ["news: moved-in-outlook", "It was Tuesday 5 January 2027 at 15:00. Counterpoint follows Outlook"],
    ["news: length-changed-in-outlook", "It lasts sixty minutes now; it was forty-five."],
    ["news: cancelled", "It is out of both calendars."],
    ["news: declined-in-outlook", "Ben declined in Outlook: "],
    ["news: declined-in-outlook", "The event still stands in Ana's calendar."],
    ["news: link-removed-in-outlook", "switch the Teams meeting on again"],
    ["news: guests-changed-in-outlook", "two people besides you both are invited now"],
    ["news: organiser-left", "Ben's mailbox, which Outlook no longer has"],
    ["news: cannot-book", "If Ben takes a time instead, it goes in from there."],
    ["news: answered", "Session four: you didn't meet. Ben said so."],
  ])("of %s say: %s", (name, sentence) => {
    expect(words(name)).toContain(sentence);
  });

  it("name nobody who cancelled", () => {
    for (const kind of ["cancelled", "cancelled-in-outlook"] as const) {
      const drawn = newsCard(about(cancelled), { kind, by: ben.id, was: booked.slot }, links, inLondon);
      expect(drawn.fallbackText).not.toContain("Ben");
      expect(drawn.fallbackText).toContain("It was to be Wednesday 6 January 2027 at 11:00.");
    }
  });

  it("bring the note to the one whom Outlook tells nothing, and to nobody else", () => {
    const noted = { ...cancelled, cancelNote: "Shall we find another?" };
    const words = (me: Person, by: Person) =>
      newsCard(
        { checkIn: noted, me, partners: [] },
        { kind: "cancelled", by: by.id, was: booked.slot },
        links,
        inLondon,
      ).fallbackText;
    expect(words(ana, ben)).toContain("A note came with it: Shall we find another?");
    expect(words(ana, ana)).not.toContain("note");
    expect(words(ben, ana)).not.toContain("note");
  });

  it("lead to what comes next", () => {
    expect(verbs("news: cancelled")).toEqual(["say"]);
    expect(verbs("news: declined-in-outlook")).toEqual(["move-check-in", "ask-to-cancel"]);
    expect(verbs("news: slot-lost")).toEqual(["offer-other-times"]);
    expect(verbs("news: link-removed-in-outlook")).toEqual(["move-check-in", "ask-to-cancel"]);
  });

  it.each([
    ["cancelled", cancelled, /^This check-in is cancelled/],
    ["held", { ...ended, status: "held", settledBy: ana.id }, /^Session four: you met/],
    ["needs-you", { ...chosen, status: "needs-you", bookingId: null }, /^That time has just gone/],
  ] as const)("of a booking say how it stands now, where it is %s meanwhile", (_status, checkIn, now) => {
    expect(newsCard(about(checkIn), { kind: "booked", by: ana.id, was: null }, links, inLondon).fallbackText).toMatch(
      now,
    );
  });

  it("of a late acceptance still say who declined", () => {
    const three = { checkIn: { ...booked, declined: [chidi.id] }, me: ana, partners: [ben, chidi] };
    expect(
      newsCard(three, { kind: "accepted-in-outlook", by: ben.id, was: null }, links, inLondon).fallbackText,
    ).toContain("Chidi declined in Outlook, and the event still stands.");
  });
});

describe("the reminders", () => {
  it("say when, with whom and who opens, and lead to preparing and moving", () => {
    expect(words("day before")).toBe("Tomorrow at 10:00, with Ben. Ana opens this time. 15:30 for Ben.");
    expect(everyCard["day before"]?.actions).toMatchObject([
      { title: "Prepare", url: links.prepare(booked.id) },
      { verb: "move-check-in" },
    ]);
    expect(words("ten minutes before")).toMatch(/^Today at 12:10, with Ben\. It begins in a few minutes\./);
    expect(everyCard["ten minutes before"]?.actions?.map(({ title }) => title)).toEqual(["Join", "Prepare", "Move"]);
  });

  it("say the day in full where tomorrow isn't tomorrow for the reader", () => {
    const far = about({ ...booked, slot: slot("2026-11-25T10:00:00Z", "2026-11-25T11:00:00Z") });
    expect(reminderCard(far, "day-before", links, inLondon).fallbackText).toMatch(/^Wednesday 25 November at 10:00/);
  });
});

describe("afterwards", () => {
  it("asks everyone the same question, with three answers", () => {
    expect(words("how it went")).toBe(
      "Did you meet? Session four was to be Monday 23 November at 10:30. I ask you both the same, and the first answer counts.",
    );
    expect(everyCard["how it went"]?.actions).toMatchObject([
      { verb: "answer-check-in", data: { met: true }, title: "We met" },
      { verb: "answer-check-in", data: { met: false }, title: "We didn't" },
      { verb: "move-check-in", title: "Move it" },
    ]);
  });

  it("lets anybody put right that they met after all", () => {
    expect(everyCard["news: answered"]?.actions).toMatchObject([{ title: "We met after all", data: { met: true } }]);
    expect(everyCard["they met"]?.actions).not.toContainEqual(expect.objectContaining({ verb: "answer-check-in" }));
  });
});

describe("once they met", () => {
  it("[AFTER-3] leaves two questions, which may stay open, and says who reads the answers", () => {
    const inputs = everyCard["they met"]?.body.filter(({ type }) => type === "Input.ChoiceSet");
    expect(inputs).toMatchObject([
      { id: "feltHeard", label: "Did you feel heard?", style: "expanded" },
      { id: "roomToSpeak", label: "Did you have room to speak?", style: "expanded" },
    ]);
    expect(inputs?.some((one) => "value" in one || "isRequired" in one)).toBe(false);
    expect(words("they met")).toMatch(
      /^Session four: you met\. Ana said so\. .* Did you feel heard\? Yes, Partly, Not today\. .* Only you can read your answers\./,
    );
  });

  it("[AFTER-3] keeps them, shares them once the others do too, or leads to the draft", () => {
    expect(everyCard["they met"]?.actions).toMatchObject([
      { verb: "reflect", data: { checkInId: ended.id, share: false }, title: "Keep for me" },
      { verb: "reflect", data: { checkInId: ended.id, share: true }, title: "Share once Ben does too" },
      { type: "Action.OpenUrl", url: links.reflect(ended.id), title: "Your draft" },
    ]);
    expect(everyCard["they met, all three"]?.actions).toMatchObject([
      {},
      { title: "Share once Ben and Chidi do too" },
      {},
    ]);
  });

  it("[AFTER-2] asks the same where the session has said so already, and not whether they met", () => {
    expect(words("how it went, as the session says")).toMatch(/^Session four: you met\. Ben said so\./);
    expect(verbs("how it went, as the session says")).toEqual(["reflect", "reflect", "Your draft"]);
  });

  it.each(["taps kept", "taps shared", "taps revealed"])("[AFTER-4] repeats no answer in the receipt: %s", (name) => {
    expect(JSON.stringify(everyCard[name])).not.toMatch(/Partly|Not today|heard|room to speak/);
    expect(everyCard[name]?.actions).toMatchObject([{ type: "Action.OpenUrl", url: links.reflect(ended.id) }]);
  });
});

describe("a check-in on the spot", () => {
  it("says that it is now and in no calendar, and misses no link", () => {
    expect(words("held on the spot")).toMatch(/^You are meeting now: .* It stands in no calendar\. Ana opens\.$/);
  });
});

it("[ROOM-15] names neither people nor programme nor pair in the chat of a meeting, and asks nothing", () => {
  expect(words("greeting")).toMatch(/^Open the session\. It is in the side panel/);
  expect(words("greeting")).not.toMatch(/Ana|Ben|pair|partner|programme|mentor|Spring/);
  expect(everyCard["greeting"]?.actions).toBeUndefined();
});

describe("asking to cancel", () => {
  it("says what becomes of it, offers a note, and says who reads that", () => {
    const drawn = askToCancelCard(about(booked), inLondon);
    expect(drawn.fallbackText).toContain("Ben reads it with the cancellation.");
    expect(drawn.body).toContainEqual(
      expect.objectContaining({ type: "Input.ChoiceSet", id: "note", style: "compact", value: "none" }),
    );
    expect(drawn.actions?.map((one) => one["verb"])).toEqual(["cancel-check-in", "keep-check-in"]);
  });

  it("offers no note where nothing stands in a calendar", () => {
    expect(JSON.stringify(askToCancelCard(about(offered), inLondon))).not.toContain("Input");
  });
});

describe("nothing to offer", () => {
  it("[BOT-15] says why, and makes what would open a time one tap each", () => {
    expect(words("no slots")).toBe(
      "No time to offer yet. Every hour you share is taken in the coming weeks. A check-in of thirty minutes would fit. There may be times again from Monday 18 January 2027 on; I read your calendars anew before I offer any. I can show hours that stretch your day a second time running. Only you can choose one.",
    );
    expect(everyCard["no slots"]?.actions).toMatchObject([
      { verb: "ask-for-times", title: "A shorter one: 30 minutes", data: { checkInId: offered.id, minutes: 30 } },
      { verb: "ask-for-times", title: "Later: from Mon 18 Jan", data: { checkInId: offered.id, around: "2027-01-18" } },
      { verb: "ask-for-times", title: "Your day again", data: { checkInId: offered.id, evenAgain: true } },
    ]);
  });

  it("[BOT-15] says whose day is meant, and keeps to what was asked for otherwise", () => {
    expect(words("no slots, only the same person")).toContain(
      "The only hours you share would stretch Ben's day again, as last time.",
    );
    const wanted = { checkInId: offered.id, around: "2027-01-07", minutes: 45 };
    expect(everyCard["no slots, only the same person"]?.actions).toMatchObject([
      { title: "Ben's day again", data: { ...wanted, evenAgain: true } },
      { title: "Look again", data: wanted },
    ]);
  });

  it("[BOT-15] has words for every reason, and names whoever can't be read", () => {
    expect(words("no slots, unreadable")).toContain("Ben's calendar can't be read just now");
    expect(words("no slots, of somebody unreadable")).toContain("A calendar can't be read just now");
    expect(words("no slots, no hour")).toContain("Your working days share no hour in the coming weeks.");
    expect(words("no slots, taken for the same person too")).toMatch(
      /^No other time .* something is in each of them\./,
    );
  });
});

describe("the next check-in", () => {
  const next = (checkIn: CheckIn, lostBecause: LossCause | null = null) =>
    nextCheckInCard({ checkIn, me: ana, partners: [ben], nextBooker: ben.id, lostBecause }, links, inLondon, "Book it");

  it.each([
    ["asked", offered, "slots"],
    ["booking", chosen, "on its way"],
    ["moving", moving, "on its way to another day"],
    ["booked", booked, "receipt"],
    ["over and unanswered", ended, "how it went"],
  ])("is shown as booking it would show it: %s", (_status, checkIn, same) => {
    expect(next(checkIn)).toEqual(everyCard[same]);
  });

  it("[BOT-16] says why the hour was lost: something came first, or Outlook didn't take it", () => {
    const lost: CheckIn = { ...chosen, status: "needs-you", slot: null, bookingId: null, offered: [] };
    expect(next(lost, "taken").fallbackText).toMatch(/^That time has just gone\./);
    expect(next(lost, "refused").fallbackText).toMatch(
      /^Outlook didn't take the booking\. Nothing was booked: Ana's calendar wouldn't take it\. If Ben takes a time instead/,
    );
  });

  it("offers to look again when the hour was lost, and to book when nothing was offered", () => {
    expect(next({ ...chosen, status: "needs-you", slot: null, bookingId: null, offered: [] }).actions).toMatchObject([
      { verb: "offer-other-times" },
    ]);
    expect(next({ ...offered, offered: [] }).actions).toMatchObject([{ verb: "say", data: { text: "Book it" } }]);
  });
});
