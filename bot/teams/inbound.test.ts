import { describe, expect, it } from "vitest";
import { inboundOf } from "./inbound.ts";
import { ana, appId, now, tenantId } from "./testing/people.ts";
import { type Activity, activityOf } from "./testing/talk.ts";
import { readActivity } from "./wire/activity.ts";

const serviceUrl = "https://smba.example/teams/";

function inbound(more: Activity) {
  const read = readActivity(activityOf(ana, { serviceUrl }, more));
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return inboundOf(read.activity, read.raw, now);
}

describe("what is wanted", () => {
  it("is read from words, without mentions", () => {
    expect(inbound({ type: "message", text: "<at>Counterpoint</at> book it " })).toMatchObject({
      kind: "message",
      text: "book it",
    });
  });

  it("is read from a button, whichever way it was pressed", () => {
    const pressed = { action: { type: "Action.Execute", verb: "say", data: { text: "help" } }, trigger: "manual" };
    expect(inbound({ type: "invoke", name: "adaptiveCard/action", value: pressed })).toMatchObject({
      kind: "card",
      verb: "say",
      payload: { text: "help" },
      way: "execute",
    });
    expect(inbound({ type: "message", value: { verb: "say", text: "help" } })).toMatchObject({
      kind: "card",
      verb: "say",
      payload: { text: "help" },
      way: "submit",
    });
  });

  it("is nothing in particular from a button that makes no sense", () => {
    expect(inbound({ type: "invoke", name: "adaptiveCard/action", value: "what" })).toMatchObject({
      kind: "card",
      verb: "",
      payload: {},
    });
    expect(inbound({ type: "message", value: { nothing: 1 } })).toMatchObject({ kind: "card", verb: "", payload: {} });
  });

  it("is a welcome when the bot was just installed, and nothing when it was removed or renewed", () => {
    expect(inbound({ type: "installationUpdate", action: "add" }).kind).toBe("installed");
    for (const action of ["remove", "add-upgrade"])
      expect(inbound({ type: "installationUpdate", action }).kind).toBe("other");
    expect(inbound({ type: "conversationUpdate", membersAdded: [{ id: `28:${appId}` }] }).kind).toBe("other");
  });
});

describe("who and where", () => {
  it("[BOT-1] comes from Teams: tenant, person, chat", () => {
    expect(
      inbound({ type: "message", text: "hi", from: { id: "29:1", aadObjectId: ana.id.toUpperCase() } }),
    ).toMatchObject({
      tenantId,
      personId: ana.id,
      isOneToOne: true,
      conversation: { serviceUrl, channelId: "msteams", conversation: { id: "a:Ana" } },
    });
  });

  it("is nobody for a guest without an id, or with one that is no id", () => {
    expect(inbound({ type: "message", text: "hi", from: { id: "29:1" } }).personId).toBeNull();
    expect(inbound({ type: "message", text: "hi", from: { id: "29:1", aadObjectId: "ana" } }).personId).toBeNull();
  });

  it("is no tenant when two are named", () => {
    expect(
      inbound({ type: "message", text: "hi", channelData: { tenant: { id: "11111111-1111-4111-8111-111111111111" } } })
        .tenantId,
    ).toBeNull();
    expect(inbound({ type: "message", text: "hi", channelData: {}, conversation: { id: "a" } }).tenantId).toBeNull();
  });

  it("knows a group, and whether the bot was mentioned in it", () => {
    const conversation = { id: "19:meeting", conversationType: "groupChat", isGroup: true, tenantId };
    const mention = { type: "mention", mentioned: { id: `28:${appId}` } };
    expect(inbound({ type: "message", text: "hi", conversation })).toMatchObject({
      isOneToOne: false,
      isMentioned: false,
    });
    expect(inbound({ type: "message", text: "hi", conversation, entities: [mention] }).isMentioned).toBe(true);
  });

  it("takes language and zone from the device where they are real", () => {
    expect(inbound({ type: "message", text: "hi", localTimezone: "Asia/Tokyo", locale: "en-us" })).toMatchObject({
      timeZone: "Asia/Tokyo",
      locale: "en-US",
    });
    expect(inbound({ type: "message", text: "hi", localTimezone: "Mars/Base" }).timeZone).toBe("Europe/London");
    expect(
      inbound({ type: "message", text: "hi", localTimezone: "", entities: [], locale: "not a locale" }),
    ).toMatchObject({ timeZone: null, locale: null });
  });
});
