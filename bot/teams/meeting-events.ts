import { z } from "zod";
import type { RoomEvent } from "../../shared/domain/room.ts";
import type { TeamsActivity } from "./wire/activity.ts";

const prefix = "application/vnd.microsoft.meeting";

/** Start and end carry names in PascalCase, whatever the SDK's types say. */
const times = z.looseObject({ StartTime: z.string().optional(), EndTime: z.string().optional() }).catch({});

const member = z.looseObject({
  user: z
    .looseObject({
      id: z.string().nullish(),
      aadObjectId: z.guid().nullish().catch(null),
      tenantId: z.string().nullish(),
    })
    .catch({}),
  meeting: z.looseObject({ inMeeting: z.boolean().nullish() }).nullish().catch(null),
});
const members = z.looseObject({ members: z.array(member.catch({ user: {} })) }).catch({ members: [] });
type Member = z.infer<typeof member>;

/**
 * What an activity says of a meeting, an event for each participant; `null` where it is about no meeting.
 *
 * Where it can't be read who came in, somebody did whom nobody knows: a prompt stays off the stage rather than being shown to a stranger. Who is
 * there is all that is taken from it; nobody acts by it.
 *
 * @param now - stands for times that are missing, unreadable or yet to come.
 */
export function meetingEventsOf(activity: TeamsActivity, now: Temporal.Instant): readonly RoomEvent[] | null {
  const { type, name, value } = activity;
  if (type !== "event" || !name?.startsWith(prefix)) return null;
  const told = instantOr(activity.timestamp, now, now);
  switch (name.slice(prefix.length)) {
    case "Start":
      return [{ kind: "start", at: textOf(instantOr(times.parse(value).StartTime, told, now)) }];
    case "End":
      return [{ kind: "end", at: textOf(instantOr(times.parse(value).EndTime, told, now)) }];
    case "ParticipantJoin":
      return joined(members.parse(value).members, activity, textOf(told));
    case "ParticipantLeave":
      return members.parse(value).members.flatMap((one) => left(one, activity, textOf(told)));
    default:
      return null;
  }
}

function joined(all: readonly Member[], activity: TeamsActivity, at: string): readonly RoomEvent[] {
  const known = all.length > 0 ? all : [{ user: {} }];
  return known.map((one) => ({ kind: "join", at, key: one.user.id ?? "unknown", personId: personOf(one, activity) }));
}

/** Whoever leaves while Teams says that they are in has another device there. */
function left(one: Member, activity: TeamsActivity, at: string): readonly RoomEvent[] {
  if (!one.user.id) return [];
  const kind = one.meeting?.inMeeting === true ? "join" : "leave";
  return [{ kind, at, key: one.user.id, personId: personOf(one, activity) }];
}

/** A participant of the meeting's own tenant; guests from elsewhere bring ids that mean nothing here. */
function personOf({ user }: Member, { conversation, channelData }: TeamsActivity): string | null {
  const own = conversation.tenantId ?? channelData?.tenant?.id;
  const isFromElsewhere = user.tenantId != null && user.tenantId.toLowerCase() !== own?.toLowerCase();
  return isFromElsewhere ? null : (user.aadObjectId?.toLowerCase() ?? null);
}

/** Clocks differ a little: what is said to be yet to come is now. */
function instantOr(
  text: string | null | undefined,
  otherwise: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  try {
    const read = text ? Temporal.Instant.from(text) : otherwise;
    return Temporal.Instant.compare(read, now) > 0 ? now : read;
  } catch {
    return otherwise;
  }
}

const textOf = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "millisecond" });
