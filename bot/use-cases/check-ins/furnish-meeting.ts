import {
  type CalendarEvent,
  type CheckIn,
  isInCalendars,
  type MeetingFavour,
} from "../../../shared/domain/check-in.ts";
import { CalendarAway, CalendarRefused, NotConnected } from "../../ports/calendar.ts";
import { type Deps, job } from "../deps.ts";
import type { CheckInOwed } from "./circumstances.ts";
import type { JobOutcome } from "./offer-slots.ts";

type FurnishDeps = Pick<Deps, "store" | "meetings">;
type Favour = "appInChat" | "recordingOff";

/**
 * Adds the app to a meeting's chat, and switches recording and transcription off. What policy refuses is remembered and not asked for again;
 * neither stands in the way of the check-in.
 */
export const furnishMeeting =
  (deps: FurnishDeps) =>
  async (owed: CheckInOwed): Promise<JobOutcome> => {
    const { store, meetings } = deps;
    const checkIn = await store.transact(job(owed.tenantId, "furnish-meeting"), (records) =>
      records.checkIns.find(owed.checkInId),
    );
    if (!checkIn?.event?.joinUrl || !isInCalendars(checkIn)) return "done";
    const outcomes = [
      await ask(deps, owed, checkIn, "appInChat", meetings.addApp),
      await ask(deps, owed, checkIn, "recordingOff", meetings.stopRecording),
    ];
    return outcomes.includes("try-again") ? "try-again" : "done";
  };

async function ask(
  { store }: FurnishDeps,
  owed: CheckInOwed,
  checkIn: CheckIn,
  favour: Favour,
  act: (event: CalendarEvent) => Promise<"done" | "refused">,
): Promise<JobOutcome> {
  const { event } = checkIn;
  if (!event || checkIn[favour] !== "unknown") return "done";
  const answer = await answerOf(() => act(event));
  if (answer === "unknown") return "try-again";
  await store.transact(job(owed.tenantId, "furnish-meeting"), async (records) => {
    const current = await records.checkIns.findForChange(owed.checkInId);
    // A meeting that took the place of this one is asked for itself.
    if (current?.event?.joinUrl !== event.joinUrl || current[favour] !== "unknown") return;
    await records.checkIns.save({ ...current, [favour]: answer, version: current.version + 1 });
  });
  return "done";
}

async function answerOf(act: () => Promise<"done" | "refused">): Promise<MeetingFavour> {
  try {
    return await act();
  } catch (problem) {
    if (problem instanceof CalendarRefused) return "refused";
    if (problem instanceof CalendarAway || problem instanceof NotConnected) return "unknown";
    throw problem;
  }
}
