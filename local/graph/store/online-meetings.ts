import type { CalendarEvent } from "../events/event.ts";
import type { Database } from "./database.ts";
import { copyColumns } from "./events.ts";

/** What may be done with a meeting's sound and words; what nobody has set is allowed. */
export interface MeetingOptions {
  readonly allowRecording: boolean;
  readonly allowTranscription: boolean;
  readonly recordAutomatically: boolean;
}

const usual: MeetingOptions = { allowRecording: true, allowTranscription: true, recordAutomatically: false };

/** The organiser's copy of the Teams meeting whose chat this is; undefined where no calendar holds it any more. */
export async function meetingOfChat(db: Database, chatId: string): Promise<CalendarEvent | undefined> {
  const segment = chatId.replaceAll(":", "%3a").replaceAll("@", "%40");
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where deleted_at is null and is_organizer
       and substring(content->>'joinUrl' from '/meetup-join/([^/]+)/') = $1`,
    [segment],
  );
  return found.rows[0];
}

/** The Teams meetings that a person organises, as their calendar holds them. */
export async function meetingsOrganisedIn(db: Database, mailbox: string): Promise<CalendarEvent[]> {
  const found = await db.query<CalendarEvent>(
    `select ${copyColumns} from event where mailbox = $1 and deleted_at is null and is_organizer
       and content->>'joinUrl' is not null order by start_at, id`,
    [mailbox],
  );
  return found.rows;
}

/** A meeting's options by its link. */
export async function meetingOptions(db: Database, joinUrl: string): Promise<MeetingOptions> {
  const found = await db.query<{ options: Partial<MeetingOptions> }>(
    "select options from online_meeting where join_url = $1",
    [joinUrl],
  );
  return { ...usual, ...found.rows[0]?.options };
}

/** Sets what is given of a meeting's options, keeps the rest, and returns the whole. */
export async function setMeetingOptions(
  db: Database,
  joinUrl: string,
  change: { readonly [Key in keyof MeetingOptions]?: boolean | undefined },
): Promise<MeetingOptions> {
  const before = await meetingOptions(db, joinUrl);
  const options = {
    allowRecording: change.allowRecording ?? before.allowRecording,
    allowTranscription: change.allowTranscription ?? before.allowTranscription,
    recordAutomatically: change.recordAutomatically ?? before.recordAutomatically,
  };
  await db.query(
    "insert into online_meeting values ($1, $2) on conflict (join_url) do update set options = excluded.options",
    [joinUrl, JSON.stringify(options)],
  );
  return options;
}
