import { describe, expect, it } from "vitest";
import { meetingEventsOf } from "./meeting-events.ts";
import { ana, now, tenantId } from "./testing/people.ts";
import { type Activity, activityOf } from "./testing/talk.ts";
import { readActivity } from "./wire/activity.ts";

const serviceUrl = "https://smba.example/teams/";
const earlier = "2026-11-23T11:59:30.125Z";

function eventsOf(what: string, value: unknown, more: Activity = {}) {
  const conversation = { id: "19:meeting_x@thread.v2", conversationType: "groupChat", isGroup: true, tenantId };
  const name = `application/vnd.microsoft.meeting${what}`;
  const read = readActivity(
    activityOf(ana, { serviceUrl }, { type: "event", name, value, timestamp: earlier, conversation, ...more }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.fields));
  return meetingEventsOf(read.activity, now);
}

const guest = { id: "8:teamsvisitor:1", name: "A guest" };
const member = (user: object, inMeeting = true) => ({ user, meeting: { inMeeting, role: "Attendee" } });
const anaThere = { id: "29:Ana", aadObjectId: ana.id.toUpperCase(), tenantId };

describe("what Teams says of a meeting", () => {
  it("[ROOM-10] is its start and end, at the times that Teams names in its own spelling", () => {
    expect(eventsOf("Start", { Id: "x", StartTime: "2026-11-23T11:58:00.1252256Z" })).toEqual([
      { kind: "start", at: "2026-11-23T11:58:00.125Z" },
    ]);
    expect(eventsOf("End", { Id: "x", EndTime: "2026-11-23T11:59:00Z" })).toEqual([
      { kind: "end", at: "2026-11-23T11:59:00.000Z" },
    ]);
  });

  it("[ROOM-10] is who comes and goes, each of those that are named", () => {
    expect(eventsOf("ParticipantJoin", { members: [member(anaThere), member(guest)] })).toEqual([
      { kind: "join", at: earlier, key: "29:Ana", personId: ana.id },
      { kind: "join", at: earlier, key: guest.id, personId: null },
    ]);
    expect(eventsOf("ParticipantLeave", { members: [member(anaThere, false)] })).toEqual([
      { kind: "leave", at: earlier, key: "29:Ana", personId: ana.id },
    ]);
  });

  it("[ROOM-10] is nothing where it is about something else", () => {
    expect(eventsOf("Reaction", {})).toBeNull();
    expect(eventsOf("Start", {}, { type: "message", text: "hi" })).toBeNull();
    expect(eventsOf("Start", {}, { name: "application/vnd.microsoft.readReceipt" })).toBeNull();
  });
});

describe("what can't be trusted of it", () => {
  it("[ROOM-11] is somebody of another tenant, whatever id they bring", () => {
    const elsewhere = { ...anaThere, tenantId: "11111111-1111-4111-8111-111111111111" };
    expect(eventsOf("ParticipantJoin", { members: [member(elsewhere)] })).toMatchObject([{ personId: null }]);
    expect(eventsOf("ParticipantJoin", { members: [member({ ...anaThere, aadObjectId: "ana" })] })).toMatchObject([
      { key: "29:Ana", personId: null },
    ]);
  });

  it.each([[undefined], [null], ["x"], [{}], [{ members: "x" }], [{ members: [] }], [{ members: [null] }]])(
    "[ROOM-11] is a coming that can't be read: %j is somebody whom nobody knows, who never leaves",
    (value) => {
      expect(eventsOf("ParticipantJoin", value)).toEqual([
        { kind: "join", at: earlier, key: "unknown", personId: null },
      ]);
      expect(eventsOf("ParticipantLeave", value)).toEqual([]);
    },
  );

  it("[ROOM-11] is a leave of somebody who is said to be in", () => {
    expect(eventsOf("ParticipantLeave", { members: [member(guest)] })).toMatchObject([{ kind: "join" }]);
  });

  it.each([
    ["missing", undefined, undefined, "2026-11-23T12:00:00.000Z"],
    ["unreadable", "soon", "later", "2026-11-23T12:00:00.000Z"],
    ["yet to come", "2031-01-01T00:00:00Z", earlier, "2026-11-23T12:00:00.000Z"],
    ["told by the activity alone", undefined, earlier, earlier],
  ])("[ROOM-11] is a time that is %s", (_, StartTime, timestamp, at) => {
    expect(eventsOf("Start", { StartTime }, { timestamp })).toEqual([{ kind: "start", at }]);
  });
});
