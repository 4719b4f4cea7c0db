import { afterEach, describe, expect, it } from "vitest";
import { intentIds } from "../../shared/content/intents.ts";
import { cardVerbs } from "../../shared/contract/cards.ts";
import { refuse } from "../../shared/domain/result.ts";
import { StoreAway } from "../ports.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import { ana, appId, ben, chidi, cohortId, elif, tenantId } from "./testing/people.ts";
import { activityOf, startTalk, type Talk } from "./testing/talk.ts";

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
    } = await begin({ askForCheckIn: () => Promise.resolve(refuse("no-hour-in-common")) });
    await say(ana, "book our next check-in");
    expect(said()[0]).toMatch(/^No time to offer yet\. The working days share no hour/);
    expect(JSON.stringify(channel.calls[0]?.body)).toContain("Look again");
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

it("lists every door that it has", async () => {
  const {
    talk: { bot },
  } = await begin();
  expect(bot.doors.toSorted()).toEqual(
    [
      ...intentIds.map((intent) => `intent ${intent}`),
      ...cardVerbs.map((verb) => `card ${verb}`),
      ...["message", "card", "installed"].map((kind) => `activity ${kind}`),
    ].toSorted(),
  );
});
