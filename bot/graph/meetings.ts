import { z } from "zod";
import { chatPermissions, chatPermissionsOfPeople } from "../../shared/contract/chat-permissions.ts";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import { CalendarAway, CalendarRefused } from "../ports/calendar.ts";
import type { Meetings } from "../ports/meetings.ts";
import { RefusedByGraph } from "./failure.ts";
import { type Graph, type GraphOptions, openGraph } from "./graph.ts";
import { type Memory, rememberFor } from "./memory.ts";
import { userPath } from "./people.ts";

export interface MeetingsOptions extends GraphOptions {
  /** The id by which the organisation's catalog of apps knows ours. */
  readonly teamsAppId: string;
}

const onlineMeeting = z.object({ id: z.string(), chatInfo: z.object({ threadId: z.string().nullish() }).nullish() });
const onlineMeetings = z.object({ value: z.array(onlineMeeting) });
const options = z
  .object({ allowRecording: z.boolean().nullish(), allowTranscription: z.boolean().nullish() })
  .catch({});

type OnlineMeeting = z.infer<typeof onlineMeeting>;

/** Both favours are asked for one after the other, of the same meeting. */
const keptMs = 300_000;

/** The Teams meetings of events, through Microsoft Graph, in the organiser's name. */
export function openMeetings(given: MeetingsOptions): Meetings {
  const graph = openGraph(given);
  const kept = rememberFor<OnlineMeeting>(keptMs, given.now);
  const teamsApp = `${given.graphUrl}/appCatalogs/teamsApps/${given.teamsAppId}`;
  return {
    addApp: (event) => favour(async () => addApp(graph, event, await meetingOf(graph, kept, event), teamsApp)),
    stopRecording: (event) => favour(async () => stopRecording(graph, event, await meetingOf(graph, kept, event))),
  };
}

/** A refusal is an answer: the organisation may have its reasons. */
async function favour(asked: () => Promise<"done" | "refused">): Promise<"done" | "refused"> {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof CalendarRefused) return "refused";
    throw error;
  }
}

/** The meeting behind an event's link. @throws CalendarAway while Teams doesn't know it yet, CalendarRefused where there is no link. */
async function meetingOf(
  graph: Graph,
  kept: Memory<OnlineMeeting>,
  { organiser, joinUrl }: CalendarEvent,
): Promise<OnlineMeeting> {
  if (joinUrl === null) throw new CalendarRefused("no-meeting", "The event has no Teams meeting.");
  const known = kept.get(joinUrl);
  if (known) return known;
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const path = `${userPath(organiser)}/onlineMeetings?$filter=${filter}`;
  const [found] = (await graph.get({ operation: "find-meeting", path, answer: onlineMeetings })).value;
  if (!found) throw new CalendarAway("Teams doesn't know this meeting yet.");
  kept.set(joinUrl, found);
  return found;
}

/** Teams wants consent to all that the manifest asks of a chat, the application's and people's, and to nothing else. */
const consented = [
  ...chatPermissions.map((permissionValue) => ({ permissionValue, permissionType: "application" })),
  ...chatPermissionsOfPeople.map((permissionValue) => ({ permissionValue, permissionType: "delegated" })),
];

async function addApp(
  graph: Graph,
  { organiser }: CalendarEvent,
  { chatInfo }: OnlineMeeting,
  teamsApp: string,
): Promise<"done"> {
  if (!chatInfo?.threadId) throw new CalendarAway("The meeting has no chat yet.");
  try {
    await graph.post({
      operation: "add-app-to-chat",
      path: `/chats/${encodeURIComponent(chatInfo.threadId)}/installedApps`,
      // The second time Teams says that the app is there.
      repeatability: "idempotent",
      as: organiser,
      body: {
        "teamsApp@odata.bind": teamsApp,
        consentedPermissionSet: { resourceSpecificPermissions: consented },
      },
      answer: z.unknown(),
    });
  } catch (error) {
    if (!(error instanceof RefusedByGraph) || error.status !== 409) throw error;
  }
  return "done";
}

/** Policies may take the order and keep their own mind: what counts is what the meeting says afterwards. */
async function stopRecording(
  graph: Graph,
  { organiser }: CalendarEvent,
  { id }: OnlineMeeting,
): Promise<"done" | "refused"> {
  const { allowRecording, allowTranscription } = await graph.patch({
    operation: "stop-recording",
    path: `${userPath(organiser)}/onlineMeetings/${encodeURIComponent(id)}`,
    body: { allowRecording: false, allowTranscription: false },
    answer: options,
  });
  return allowRecording === true || allowTranscription === true ? "refused" : "done";
}
