import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openAppToken } from "../../bot/graph/app-token.ts";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openMeetings } from "../../bot/graph/meetings.ts";
import { CalendarAway } from "../../bot/ports/calendar.ts";
import { localApp } from "../../local/identities.ts";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import { aBooking, type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;
let event: CalendarEvent;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.reset();
  event = await openCalendar(world.options()).createEvent(aBooking());
});

const open = (changes: Parameters<OutlookWorld["options"]>[0] = {}, teamsAppId = localApp.teamsAppId) =>
  openMeetings({ ...world.options(changes), teamsAppId });

const ask = async (method: string, path: string) => {
  const authorization = `Bearer ${await world.options().token.token({ mailbox: null })}`;
  return (await fetch(`${world.graphUrl}${path}`, { method, headers: { authorization } })).json();
};
const meetings = z.object({
  value: z.array(
    z.object({
      allowRecording: z.boolean(),
      allowTranscription: z.boolean(),
      chatInfo: z.object({ threadId: z.string() }),
    }),
  ),
});
const meeting = async () => {
  const filter = encodeURIComponent(`JoinWebUrl eq '${event.joinUrl}'`);
  return meetings.parse(await ask("GET", `/users/${event.organiser}/onlineMeetings?$filter=${filter}`)).value[0];
};
const apps = async () => {
  const chat = encodeURIComponent((await meeting())?.chatInfo.threadId ?? "");
  return z.object({ value: z.array(z.unknown()) }).parse(await ask("GET", `/chats/${chat}/installedApps`)).value;
};

describe("[OUTLOOK-17] the app in the meeting's chat", () => {
  it("is added once, with consent to what its manifest asks, and stays when it is added again", async () => {
    expect(await open().addApp(event)).toBe("done");
    expect(await open().addApp(event)).toBe("done");
    expect(await apps()).toMatchObject([
      {
        consentedPermissionSet: {
          resourceSpecificPermissions: [
            { permissionValue: "OnlineMeeting.ReadBasic.Chat", permissionType: "application" },
            { permissionValue: "OnlineMeetingParticipant.Read.Chat", permissionType: "application" },
            { permissionValue: "MeetingStage.Write.Chat", permissionType: "delegated" },
          ],
        },
      },
    ]);
  });

  it("is added when the answer was lost", async () => {
    await world.fault({ match: { method: "POST", pathIncludes: "/installedApps" }, kind: "drop-after-commit" });
    expect(await open().addApp(event)).toBe("done");
  });

  it("is refused, not failing, where a policy forbids it", async () => {
    await world.behave("Ana", { appsInChats: false });
    expect(await open().addApp(event)).toBe("refused");
    await world.behave("Ana", { appsInChats: true, meetingAccess: false });
    expect(await open().addApp(event)).toBe("refused");
    await world.behave("Ana", { meetingAccess: true });
    expect(await open({}, "00000000-0000-4000-8000-000000000000").addApp(event)).toBe("refused");
  });

  it("is refused without the permission that also consents", async () => {
    const role = "TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All";
    await world.signIn("POST", "/settings", { withoutRoles: [role] });
    const token = openAppToken({ ...localApp, issuer: world.issuer, log: world.log, now: Date.now });
    expect(await open({ token }).addApp(event)).toBe("refused");
    await world.signIn("POST", "/settings", { withoutRoles: [] });
  });

  it("is refused where there is no meeting", async () => {
    expect(await open().addApp({ ...event, joinUrl: null })).toBe("refused");
  });

  it("may still come while Teams doesn't know the meeting, or is away", async () => {
    await expect(open().addApp({ ...event, joinUrl: `${event.joinUrl}x` })).rejects.toThrow(CalendarAway);
    await world.fault({ match: { pathIncludes: "/installedApps" }, times: -1, kind: "status", status: 503 });
    await expect(open().addApp(event)).rejects.toThrow(CalendarAway);
  });
});

describe("[OUTLOOK-17] recording and transcription", () => {
  it("are switched off, and stay so when it is asked again", async () => {
    expect(await meeting()).toMatchObject({ allowRecording: true, allowTranscription: true });
    expect(await open().stopRecording(event)).toBe("done");
    expect(await open().stopRecording(event)).toBe("done");
    expect(await meeting()).toMatchObject({ allowRecording: false, allowTranscription: false });
  });

  it("are left as they are, and said to be, where a policy decides or no policy lets us in", async () => {
    await world.behave("Ana", { meetingOptions: false });
    expect(await open().stopRecording(event)).toBe("refused");
    await world.behave("Ana", { meetingOptions: true, meetingAccess: false });
    expect(await open().stopRecording(event)).toBe("refused");
    expect(await open().stopRecording({ ...event, joinUrl: null })).toBe("refused");
  });

  it("may still be switched off when Teams is away", async () => {
    await world.fault({ match: { method: "PATCH" }, times: -1, kind: "status", status: 503 });
    await expect(open().stopRecording(event)).rejects.toThrow(CalendarAway);
  });

  it("need no second look for the meeting that the app was added to", async () => {
    const both = open();
    await both.addApp(event);
    await both.stopRecording(event);
    const looks = (await world.requests()).filter(({ path }) => path.includes("JoinWebUrl"));
    expect(looks).toHaveLength(1);
  });
});
