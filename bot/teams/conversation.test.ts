import { afterEach, describe, expect, it } from "vitest";
import { intentIds } from "../../shared/content/intents.ts";
import { cardVerbs } from "../../shared/contract/cards.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import { done, refuse } from "../../shared/domain/result.ts";
import { StoreAway } from "../ports.ts";
import type { BotAnswer } from "./bot.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import {
  ana,
  appId,
  ben,
  booked,
  checkInId,
  chidi,
  cohortBookingId,
  cohortId,
  elif,
  ended,
  offered,
  pair,
  tenantId,
} from "./testing/people.ts";
import { type Activity, activityOf, startTalk, type Talk } from "./testing/talk.ts";

let talk: Talk | undefined;
afterEach(() => talk?.channel.close());

async function begin(others: Parameters<typeof fakeUseCases>[0] = {}) {
  const useCases = fakeUseCases(others);
  talk = await startTalk(useCases);
  const said = () => talk?.channel.calls.map(({ body }) => String(body["summary"] ?? body["text"])) ?? [];
  return { talk, useCases, said };
}

const says = async (text: string, person = ana) => {
  const begun = await begin();
  await begun.talk.says(person, text);
  return { ...begun, answer: begun.said()[0] ?? "" };
};

describe("a participant", () => {
  it.each([
    ["when is our next check-in?", /Wednesday 6 January 2027 at 11:00, with Ben/],
    ["who opens next?", /^Ana opens session four. The next booking falls to Ben/],
    ["what are our goals", /Your goals with Ben are on Home/],
    ["write in my journal", /Your journal has a page of its own/],
    ["who can see what I write?", /Whoever runs the server could be compelled to/],
    ["help", /I find times that suit everyone/],
    ["thanks", /^With pleasure, Ana\.$/],
    ["hello", /^Hello Ana/],
    ["book a flight to Lisbon", /Did you mean one of these/],
    ["how is the cohort", /^Only coordinators can see this\.$/],
    ["book our next check-in last Thursday", /That day has passed/],
    ["book a check-in with Zoe", /Zoe isn't in a pair with you/],
    ["move our check-in", /^Three times that suit you both/],
    ["move our check-in to last Thursday", /That day has passed/],
    ["cancel our check-in", /^Cancel Wednesday 6 January 2027 at 11:00, with Ben\?/],
    ["make it 45 minutes", /^On its way: Thursday 7 January/],
    ["make it 7 minutes", /from 15 to 180 minutes, in steps of 5.*name a length like that/],
    ["book a check-in for 7 minutes", /from 15 to 180 minutes, in steps of 5/],
    ["make it shorter", /^How long should it be\?/],
    ["make it an hour", /^It is sixty minutes already\.$/],
    ["we met", /^Your check-in is Wednesday 6 January 2027 at 11:00, which is still ahead/],
    ["book the first check-ins", /^Only coordinators can see this\.$/],
    ["undo the booking", /^Only coordinators can see this\.$/],
  ])("says %j", async (text, answer) => {
    expect((await says(text)).answer).toMatch(answer);
  });

  it("[BOT-3] is never shown goals or journal in the chat, only the way to them", async () => {
    const {
      talk: { channel },
    } = await says("show our goals");
    expect(JSON.stringify(channel.calls[0]?.body)).toContain(`https://teams.microsoft.com/l/entity/${appId}/home`);
  });

  it("[BOT-5] is asked which of three things was meant, and never one of a coordinator's", async () => {
    const {
      talk: { channel },
    } = await says("zzz qqq");
    const card = JSON.stringify(channel.calls[0]?.body);
    expect(card).toContain("Book our next check-in");
    expect(card).not.toContain("cohort");
  });

  it("may send a picture, and hears that only words are read", async () => {
    const {
      talk: { channel, post },
      said,
    } = await begin();
    await post(activityOf(ana, channel, { type: "message", text: "", attachments: [{ contentType: "image/png" }] }));
    expect(said()).toEqual([expect.stringMatching(/I read words only/)]);
  });

  it("hears that a very long message is too long", async () => {
    expect((await says("book ".repeat(600))).answer).toMatch(/more than we can take/);
  });

  it("is never told that a language model wrote what the bot says", async () => {
    const {
      talk: { channel, says: say },
    } = await begin();
    for (const text of ["book ".repeat(600), "thanks", "help"]) await say(ana, text);
    expect(JSON.stringify(channel.calls)).not.toContain("AIGenerated");
  });

  it("is welcomed once the bot is there", async () => {
    const {
      talk: { channel, post },
      said,
    } = await begin();
    await post(activityOf(ana, channel, { type: "installationUpdate", action: "add" }));
    await post(activityOf(ana, channel, { type: "conversationUpdate", membersAdded: [{ id: `28:${appId}` }] }));
    expect(said()).toEqual([expect.stringMatching(/^Welcome, Ana\. .*equals/)]);
  });

  it("reads times on the device's clock, wherever home is", async () => {
    const {
      talk: { channel, post },
      said,
    } = await begin();
    await post(
      activityOf(ana, channel, {
        type: "message",
        text: "when is our next check-in",
        localTimezone: "America/New_York",
      }),
    );
    expect(said()[0]).toContain("Wednesday 6 January 2027 at 06:00");
  });
});

describe("moving, cancelling and answering", () => {
  const by = { tenantId, personId: ana.id };
  const around = { me: ana, partners: [ben], lostBecause: null, bookerAfter: ben.id };
  const nextIs = (checkIn: CheckIn | null) => ({
    readNextCheckIn: () =>
      Promise.resolve(done({ pair, checkIn, begun: null, ...around, nextOpener: ana.id, nextBooker: ben.id })),
    readCheckIn: () => Promise.resolve(checkIn ? done({ checkIn, ...around }) : refuse("not-found")),
  });
  const words = (answer: BotAnswer) => {
    const { value } = answer.body as { readonly value: string | { readonly fallbackText: string } };
    return typeof value === "string" ? value : value.fallbackText;
  };

  it("looks for other times around the day that is named, and leaves the booked hour alone meanwhile", async () => {
    const { talk, useCases } = await begin();
    await talk.says(ana, "move it to next Friday");
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: pair.id, around: "2026-12-04", move: true }]);
    expect(useCases.asked.map(([name]) => name)).not.toContain("bookCheckIn");
  });

  it("moves nothing that isn't booked, and offers times instead", async () => {
    const { talk, useCases } = await begin(nextIs(offered));
    await talk.says(ana, "move our check-in");
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: pair.id, around: undefined }]);
  });

  it("shows other times by the button, and keeps the hour by another", async () => {
    const { talk, useCases } = await begin(nextIs(booked));
    await talk.presses(ana, "move-check-in", { checkInId });
    await talk.presses(ana, "offer-other-times", { checkInId });
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: pair.id, move: true }]);
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: pair.id, others: true, move: true }]);
    expect(words(await talk.presses(ana, "keep-check-in", { checkInId }))).toMatch(/^Booked: Wednesday 6 January/);
  });

  it("cancels only once it is confirmed, with the note that was chosen", async () => {
    const { talk, useCases } = await begin(nextIs(booked));
    expect(words(await talk.presses(ana, "ask-to-cancel", { checkInId }))).toMatch(/^Cancel Wednesday 6 January/);
    expect(useCases.asked.map(([name]) => name)).not.toContain("cancelCheckIn");
    expect(words(await talk.presses(ana, "cancel-check-in", { checkInId, note: "not-well" }))).toMatch(
      /^On its way out/,
    );
    expect(useCases.asked).toContainEqual([
      "cancelCheckIn",
      { by, checkInId, note: "I'm not well and can't make this one." },
    ]);
    await talk.presses(ana, "cancel-check-in", { checkInId, note: "none" });
    expect(useCases.asked).toContainEqual(["cancelCheckIn", { by, checkInId }]);
  });

  it("says that there is nothing to cancel, to change or to answer where nothing is booked", async () => {
    const { talk, said } = await begin(nextIs(null));
    for (const text of ["cancel our check-in", "make it 45 minutes", "we met"]) await talk.says(ana, text);
    expect(said()).toEqual([
      expect.stringMatching(/nothing to cancel/),
      expect.stringMatching(/^No check-in is booked yet/),
      expect.stringMatching(/^I know of no check-in/),
    ]);
  });

  it("changes the length before anything is booked by offering new times", async () => {
    const { talk, useCases, said } = await begin({
      ...nextIs(offered),
      changeLength: () =>
        Promise.resolve(done({ checkIn: { ...offered, minutes: 45, offered: [] }, me: ana, partners: [ben] })),
    });
    await talk.says(ana, "make it 45 minutes");
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: pair.id }]);
    expect(said()[0]).toMatch(/^Three times/);
  });

  it("looks for times of the length that is asked for", async () => {
    const { talk, useCases } = await begin(nextIs(null));
    await talk.says(ana, "book a check-in for 30 minutes");
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: undefined, around: undefined, minutes: 30 }]);
  });

  it("takes the answer to how it went from words and from buttons", async () => {
    const { talk, useCases, said } = await begin(nextIs(ended));
    await talk.says(ana, "we didn't meet");
    expect(said()[0]).toBe(
      "Session four: you didn't meet. Ana said so. It uses up nobody's turn to open, and the session is still ahead of you.",
    );
    expect(words(await talk.presses(ana, "answer-check-in", { checkInId, met: true }))).toMatch(
      /^Session four: you met/,
    );
    expect(useCases.asked).toContainEqual(["answerCheckIn", { by, checkInId, met: true }]);
  });

  it("[BOT-14] shows whoever answers later the answer that stands", async () => {
    const { talk, useCases } = await begin(nextIs({ ...ended, status: "held", settledBy: ben.id }));
    const answer = await talk.presses(ana, "answer-check-in", { checkInId, met: false });
    expect(words(answer)).toMatch(/^Session four: you met\. Ben said so\./);
    expect(useCases.asked.map(([name]) => name)).not.toContain("answerCheckIn");
  });

  it.each(["move-check-in", "ask-to-cancel"])("says kindly that it is too late for %s", async (verb) => {
    const { talk } = await begin(nextIs({ ...ended, status: "cancelled" }));
    expect(words(await talk.presses(ana, verb, { checkInId }))).toBe("This check-in is over. Ask for the next one.");
  });

  it.each(["move-check-in", "ask-to-cancel", "keep-check-in"])(
    "tells nothing of another pair's by %s",
    async (verb) => {
      const { talk, useCases } = await begin({ readCheckIn: () => Promise.resolve(refuse("not-found")) });
      expect(words(await talk.presses(ana, verb, { checkInId }))).toMatch(/^There is nothing here/);
      expect(useCases.asked.map(([name]) => name)).not.toContain("askForCheckIn");
    },
  );

  it("leads to connecting the calendar where that comes first", async () => {
    const { talk, said } = await begin({ askForCheckIn: () => Promise.resolve(refuse("calendar-not-connected")) });
    await talk.says(ana, "book our next check-in");
    expect(said()[0]).toMatch(/^Connect your calendar first\./);
    expect(JSON.stringify(talk.channel.calls[0]?.body)).toContain(`/l/entity/${appId}/about`);
  });

  it("[BOT-5] suggests moving only what is booked", async () => {
    const text = "move our piano to the check-in desk";
    for (const [checkIn, isSuggested] of [
      [booked, true],
      [null, false],
    ] as const) {
      const { talk } = await begin(nextIs(checkIn));
      await talk.says(ana, text);
      expect(JSON.stringify(talk.channel.calls[0]?.body).includes("Move our check-in")).toBe(isSuggested);
      await talk.channel.close();
    }
  });
});

describe("somebody with a second pair", () => {
  const by = { tenantId, personId: ana.id };
  const daras = { ...pair, id: cohortBookingId, members: [ana.id, chidi.id] };
  const theirs = { ...booked, id: cohortId, pairId: daras.id };
  const read = { me: ana, partners: [chidi], lostBecause: null, bookerAfter: chidi.id };
  const second = {
    readCheckIn: () => Promise.resolve(done({ checkIn: theirs, ...read })),
    listPartners: () =>
      Promise.resolve([
        { name: "Ben", pairId: pair.id },
        { name: "Chidi", pairId: daras.id },
      ]),
  };

  it.each([
    ["ask-to-cancel", /^Cancel Wednesday 6 January 2027 at 11:00, with Chidi\?/],
    ["keep-check-in", /^Booked: Wednesday 6 January 2027 at 11:00, with Chidi\./],
  ])("[BOT-18] is answered by %s about the check-in that the card names", async (verb, words) => {
    const { talk } = await begin(second);
    const answer = await talk.presses(ana, verb, { checkInId: theirs.id });
    expect(JSON.parse(JSON.stringify(answer.body))).toMatchObject({
      value: { fallbackText: expect.stringMatching(words) },
    });
  });

  it("[BOT-18] moves the card's own check-in, in its own pair", async () => {
    const { talk, useCases } = await begin(second);
    await talk.presses(ana, "move-check-in", { checkInId: theirs.id });
    expect(useCases.asked).toContainEqual(["askForCheckIn", { by, pairId: daras.id, move: true }]);
  });

  it.each([
    "move my check-in with Chidi",
    "cancel my check-in with Chidi",
    "when is my next check-in with Chidi?",
    "make my check-in with Chidi 45 minutes",
    "who opens next with Chidi?",
  ])("[BOT-18] means the pair with the partner who is named: %s", async (text) => {
    const { talk, useCases } = await begin(second);
    await talk.says(ana, text);
    expect(useCases.asked).toContainEqual(["readNextCheckIn", { by, pairId: daras.id }]);
  });

  it("[BOT-18] means the newest pair where nobody is named", async () => {
    const { talk, useCases } = await begin(second);
    await talk.says(ana, "cancel our check-in");
    expect(useCases.asked).toContainEqual(["readNextCheckIn", { by, pairId: undefined }]);
  });
});

describe("a coordinator who books for a cohort", () => {
  const by = { tenantId, personId: elif.id };
  const hears = async (text: string, others: Parameters<typeof begin>[0] = {}) => {
    const begun = await begin(others);
    await begun.talk.says(elif, text);
    return { ...begun, answer: begun.said()[0] ?? "" };
  };

  it("begins by looking, and the message follows the progress", async () => {
    const { useCases, answer } = await hears("Book the first check-ins for Spring 2027");
    expect(answer).toMatch(/^First check-ins, Spring 2027\. Looking for times/);
    expect(useCases.asked).toContainEqual(["beginCohortBooking", { by, cohortId }]);
    expect(useCases.asked).toContainEqual([
      "rememberCohortBookingCard",
      { by, cohortBookingId, activityId: "message-1" },
    ]);
  });

  it("is shown the booking that is under way rather than refused", async () => {
    const refusing = { beginCohortBooking: () => Promise.resolve(refuse("cohort-is-being-booked" as const)) };
    expect((await hears("book the first check-ins", refusing)).answer).toContain("Booking: 5 of 12");
  });

  it("hears how far it is, pauses and resumes", async () => {
    expect((await hears("how far is the booking?")).answer).toContain("Booking: 5 of 12 check-ins");
    const { useCases, answer } = await hears("pause the booking");
    expect(answer).toContain("Nothing more happens until you resume.");
    expect(useCases.asked).toContainEqual(["steerCohortBooking", { by, cohortBookingId, steer: "pause" }]);
    expect((await hears("resume the booking")).useCases.asked).toContainEqual([
      "steerCohortBooking",
      { by, cohortBookingId, steer: "resume" },
    ]);
  });

  it("undoes only once it is confirmed", async () => {
    const { talk, useCases, answer } = await hears("undo the booking");
    expect(answer).toContain("This cancels 6 check-ins");
    expect(useCases.asked.map(([name]) => name)).not.toContain("steerCohortBooking");
    await talk.presses(elif, "steer-cohort-booking", { cohortBookingId, steer: "undo" });
    expect(useCases.asked).toContainEqual(["steerCohortBooking", { by, cohortBookingId, steer: "undo" }]);
  });

  it("is led to beginning one where there is none", async () => {
    const none = { readLatestCohortBooking: () => Promise.resolve(done({ booking: null })) };
    const { talk, answer } = await hears("how far is the booking?", none);
    expect(answer).toMatch(/^No first check-ins have been booked for Spring 2027/);
    expect(JSON.stringify(talk.channel.calls[0]?.body)).toContain("begin-cohort-booking");
  });

  it("is shown where it stands by a button that comes too late", async () => {
    const late = { steerCohortBooking: () => Promise.resolve(refuse("not-at-this-point-of-booking" as const)) };
    const { talk } = await begin(late);
    const answer = await talk.presses(elif, "steer-cohort-booking", { cohortBookingId, steer: "confirm" });
    expect(JSON.stringify(answer.body)).toContain("Booking: 5 of 12 check-ins");
  });
});

describe("a coordinator", () => {
  it("hears how a cohort is going", async () => {
    expect((await says("How is the spring cohort?", elif)).answer).toMatch(/^Spring 2027\. Pairs formed: 14/);
  });

  it("is told when there is no such cohort", async () => {
    expect((await says("How is the autumn cohort?", elif)).answer).toBe(
      "I know no cohort of yours by that name. These are yours. How is Spring 2027?",
    );
  });

  it("sees quiet pairs by name, from words or from the button", async () => {
    const {
      talk: { presses },
      answer,
    } = await says("which pairs are quiet in spring", elif);
    expect(answer).toContain("Ana Moreau and Ben Okafor");
    expect(await presses(elif, "see-quiet-pairs", { cohortId })).toMatchObject({
      body: { value: { fallbackText: answer } },
    });
  });
});

describe("a button that says something", () => {
  it("is answered as the same words would be, in place of its card", async () => {
    const {
      talk: { presses },
    } = await begin();
    expect(await presses(ana, "say", { text: "Who opens next?" })).toMatchObject({
      body: { value: expect.stringMatching(/^Ana opens/) },
    });
    expect(await presses(ana, "say", { text: "Book our next check-in" })).toMatchObject({
      body: { value: { type: "AdaptiveCard" } },
    });
  });
});

const nothingFound = {
  checkIn: { ...offered, offered: [] },
  me: ana,
  partners: [ben],
  bookerAfter: ben.id,
  noSlots: { ok: false, reason: "no-hour-in-common", unreadable: [], openings: [] },
} as const;

describe("refusals", () => {
  it("tells a replayed button once that a time was chosen already, and sends nothing else", async () => {
    const {
      talk: { presses, channel },
    } = await begin({ bookCheckIn: () => Promise.resolve(refuse("already-booked")) });
    const press = () => presses(ben, "book-check-in", { checkInId: cohortId, startsAt: "2027-01-06T11:00:00Z" });
    expect(await press()).toMatchObject({
      status: 200,
      body: { value: "A time has been chosen already. It is the one that counts." },
    });
    expect(channel.calls).toEqual([]);
  });

  it("says why there is no time, and offers to look again", async () => {
    const {
      talk: { says: say, channel },
      said,
    } = await begin({ askForCheckIn: () => Promise.resolve(done(nothingFound)) });
    await say(ana, "book our next check-in");
    expect(said()[0]).toMatch(/^No time to offer yet\. Your working days share no hour/);
    expect(JSON.stringify(channel.calls[0]?.body)).toContain("Look again");
    await say(ana, "book our next check-in next Thursday");
    expect(said()[1]).toContain("Your working days share no hour around that day.");
  });

  it("[BOT-15] asks again by one tap for what would open a time", async () => {
    const { talk, useCases } = await begin();
    for (const wanted of [{ minutes: 30 }, { around: "2026-12-14" }, { evenAgain: true, minutes: 45 }]) {
      await talk.presses(ana, "ask-for-times", { checkInId, ...wanted });
      expect(useCases.asked).toContainEqual([
        "askForCheckIn",
        { by: { tenantId, personId: ana.id }, pairId: pair.id, ...wanted },
      ]);
    }
  });

  it("says that the wish is kept while Outlook is away", async () => {
    const {
      talk: { says: say },
      said,
    } = await begin({ askForCheckIn: () => Promise.resolve(refuse("calendar-away")) });
    await say(ana, "book our next check-in");
    expect(said()).toEqual(["Outlook isn't answering. Your wish is kept, and we go on as soon as it does."]);
  });

  it("tells somebody outside the programme who can help, and asks nothing further", async () => {
    const {
      talk: { says: say },
      useCases,
      said,
    } = await begin();
    await say(chidi, "book our next check-in");
    expect(said()).toEqual([expect.stringMatching(/doesn't know you yet/)]);
    expect(useCases.asked.map(([name]) => name)).toEqual(["meet"]);
  });

  it("tells somebody whom Teams doesn't name how to come back", async () => {
    const {
      talk: { post, channel },
      useCases,
      said,
    } = await begin();
    await post(activityOf(ana, channel, { type: "message", text: "hello", from: { id: "29:guest" } }));
    expect(said()).toEqual([expect.stringMatching(/didn't tell me who you are/)]);
    expect(useCases.asked).toEqual([]);
  });
});

describe("[BOT-2] in a group", () => {
  const conversation = { id: "19:meeting", conversationType: "groupChat", isGroup: true, tenantId };
  const mention = { type: "mention", mentioned: { id: `28:${appId}` }, text: "<at>Counterpoint</at>" };

  it("answers a mention by leading to the one-to-one chat, and reads and keeps nothing", async () => {
    const {
      talk: { post, channel },
      useCases,
      said,
    } = await begin();
    await post(
      activityOf(ana, channel, {
        type: "message",
        text: "<at>Counterpoint</at> who opens?",
        conversation,
        entities: [mention],
      }),
    );
    expect(said()).toEqual([expect.stringMatching(/^I answer one to one/)]);
    expect(JSON.stringify(channel.calls[0]?.body)).toContain(`users=28:${appId}`);
    expect(useCases.asked).toEqual([]);
  });

  it("is silent otherwise", async () => {
    const {
      talk: { post, channel },
    } = await begin();
    await post(activityOf(ana, channel, { type: "message", text: "who opens?", conversation, entities: [] }));
    await post(activityOf(ana, channel, { type: "installationUpdate", action: "add", conversation }));
    expect(channel.calls).toEqual([]);
  });

  it("does nothing personal by a button either", async () => {
    const {
      talk: { post, channel },
      useCases,
    } = await begin();
    const value = { action: { type: "Action.Execute", verb: "say", data: { text: "who opens?" } } };
    const answer = await post(
      activityOf(ana, channel, { type: "invoke", name: "adaptiveCard/action", value, conversation }),
    );
    expect(answer).toMatchObject({ status: 200, body: { value: expect.stringMatching(/^I answer one to one/) } });
    expect(useCases.asked).toEqual([]);
  });
});

describe("when something breaks", () => {
  const broken = () => Promise.reject(new Error("Ana's secret words"));

  it("[BOT-8] gives one kind sentence with an id, logs the same id, and answers 200", async () => {
    const {
      talk: { says: say, logged },
      said,
    } = await begin({ readNextCheckIn: broken });
    expect(await say(ana, "who opens?")).toMatchObject({ status: 200 });
    const [failure] = logged;
    expect(said()).toEqual([
      `Something went wrong on our side, and nothing was lost. Please try again; if it stays so, quote ${String(failure?.fields["errorId"])}.`,
    ]);
    expect(failure).toMatchObject({ level: "error", fields: { tenantId, personId: ana.id } });
    expect(logged).toHaveLength(1);
  });

  it("says so in the answer to a button", async () => {
    const {
      talk: { presses },
    } = await begin({ bookCheckIn: broken });
    const answer = await presses(ana, "book-check-in", { checkInId: cohortId, startsAt: "2027-01-06T11:00:00Z" });
    expect(answer).toMatchObject({ status: 200, body: { value: expect.stringMatching(/Something went wrong/) } });
  });

  it("says that the records can't be reached while the database is away", async () => {
    const {
      talk: { says: say },
      said,
    } = await begin({ meet: () => Promise.reject(new StoreAway()) });
    await say(ana, "who opens?");
    expect(said()).toEqual([expect.stringMatching(/^We can't reach our records just now/)]);
  });

  it("gives up quietly, but not silently, when the channel takes no apology", async () => {
    const {
      talk: { says: say, channel, logged },
    } = await begin();
    channel.faults.push({ status: 500 }, { status: 500 });
    expect(await say(ana, "who opens?")).toMatchObject({ status: 200 });
    expect(logged.map(({ message }) => message)).toEqual([
      "A turn of the bot failed.",
      "Not even the apology reached the person.",
    ]);
  });

  it("[BOT-4] calls the channel once and no more, as it can't tell a repeat from a second message", async () => {
    const {
      talk: { says: say, channel },
    } = await begin();
    channel.faults.push("hang up", "hang up");
    await say(ana, "thanks");
    expect(channel.calls).toHaveLength(2);
    expect(channel.calls[1]?.body["text"]).toMatch(/Something went wrong/);
  });
});

describe("what Teams says of a meeting", () => {
  const chatId = "19:meeting_x@thread.v2";
  const conversation = { id: chatId, conversationType: "groupChat", isGroup: true, tenantId };
  const joined = {
    members: [ana, ben].map(({ id, name }) => ({
      user: { id: `29:${name}`, aadObjectId: id, tenantId },
      meeting: { inMeeting: true },
    })),
  };
  const told = (talk: Talk, more: Activity = {}) =>
    talk.post(
      activityOf(ana, talk.channel, {
        type: "event",
        name: "application/vnd.microsoft.meetingParticipantJoin",
        timestamp: "2026-11-23T11:59:30Z",
        value: joined,
        conversation,
        ...more,
      }),
    );

  it("[ROOM-10] is taken in for each participant, and nothing is said", async () => {
    const { talk, useCases } = await begin();
    expect(await told(talk)).toMatchObject({ status: 200 });
    const at = "2026-11-23T11:59:30.000Z";
    expect(useCases.asked).toMatchObject([
      ["noteMeeting", { tenantId, chatId, event: { kind: "join", at, key: "29:Ana", personId: ana.id } }],
      ["noteMeeting", { tenantId, chatId, event: { kind: "join", at, key: "29:Ben", personId: ben.id } }],
    ]);
    expect(talk.channel.calls).toEqual([]);
  });

  it("[ROOM-10] keeps how to reach the chat, and not who came by", async () => {
    const { talk, useCases } = await begin();
    await told(talk);
    const [, heard] = useCases.asked[0] ?? [];
    expect(heard).toMatchObject({
      conversation: { serviceUrl: talk.channel.serviceUrl, conversation: { id: chatId } },
    });
    expect(JSON.stringify((heard as { conversation: object }).conversation)).not.toContain("Ana");
  });

  it("[BOT-9] is not taken from another tenant", async () => {
    const { talk, useCases } = await begin();
    const elsewhere = "11111111-1111-4111-8111-111111111111";
    const answer = await told(talk, {
      conversation: { ...conversation, tenantId: elsewhere },
      channelData: { tenant: { id: elsewhere } },
    });
    expect(answer).toMatchObject({ status: 403 });
    expect(useCases.asked).toEqual([]);
  });

  it("[ROOM-10] that can't be taken in is no matter for the chat, and may be sent again", async () => {
    const { talk } = await begin({ noteMeeting: () => Promise.reject(new StoreAway("away")) });
    expect(await told(talk)).toMatchObject({ status: 500 });
    expect(talk.channel.calls).toEqual([]);
  });
});

describe("the two taps after a session", () => {
  const by = { tenantId, personId: ana.id };
  const words = (answer: BotAnswer) => {
    const { value } = answer.body as { readonly value: string | { readonly fallbackText: string } };
    return typeof value === "string" ? value : value.fallbackText;
  };

  it("[AFTER-3] are kept as pressed, an open question as none", async () => {
    const { talk, useCases } = await begin();
    const answer = await talk.presses(ana, "reflect", { checkInId, share: false, feltHeard: "yes", roomToSpeak: "" });
    expect(useCases.asked).toContainEqual([
      "saveReflection",
      { by, checkInId, feltHeard: "yes", roomToSpeak: null, isShared: false },
    ]);
    expect(words(answer)).toMatch(/^Kept for you\./);
  });

  it("[AFTER-4] are shared only once everybody shares, which the receipt says without repeating them", async () => {
    const { talk } = await begin();
    const taps = { checkInId, share: true, feltHeard: "not-today", roomToSpeak: "partly" };
    expect(words(await talk.presses(ana, "reflect", taps))).toMatch(/^Shared once Ben does too\. Until then only you/);
    const revealed = [{ author: ben.id, feltHeard: "partly" as const, roomToSpeak: null }];
    const both = await begin({
      saveReflection: async (input) => {
        const saved = await fakeUseCases().saveReflection(input);
        return saved.ok ? done({ ...saved.value, revealed }) : saved;
      },
    });
    const answer = await both.talk.presses(ana, "reflect", taps);
    expect(words(answer)).toMatch(/^Shared between you\./);
    expect(JSON.stringify(answer)).not.toMatch(/artly|ot today/);
  });

  it("[AFTER-3] are asked for where none was pressed, and refused with a reason once they are read", async () => {
    const { talk, useCases } = await begin();
    expect(words(await talk.presses(ana, "reflect", { checkInId, share: true }))).toMatch(/^Choose an answer/);
    expect(useCases.asked.map(([name]) => name)).not.toContain("saveReflection");
    const late = await begin({ saveReflection: () => Promise.resolve(refuse("already-revealed" as const)) });
    expect(words(await late.talk.presses(ana, "reflect", { checkInId, share: true, feltHeard: "yes" }))).toMatch(/\.$/);
  });

  it("[AFTER-3] come as a message too, from a phone that can't press otherwise", async () => {
    const { talk, useCases } = await begin();
    await talk.submits(ana, { verb: "reflect", checkInId, share: false, feltHeard: "partly" });
    expect(useCases.asked).toContainEqual([
      "saveReflection",
      { by, checkInId, feltHeard: "partly", roomToSpeak: null, isShared: false },
    ]);
  });
});

it("lists every door that it has", async () => {
  const {
    talk: { bot },
  } = await begin();
  expect(bot.doors.toSorted()).toEqual(
    [
      ...intentIds.map((intent) => `intent ${intent}`),
      ...cardVerbs.map((verb) => `card ${verb}`),
      ...["message", "card", "installed", "meeting"].map((kind) => `activity ${kind}`),
    ].toSorted(),
  );
});
