import type { Method } from "../shared/contract/endpoint.ts";
import type { EndpointId } from "../shared/contract/endpoints.ts";

/**
 * Method and path of every endpoint, as plain data: the contract's own declarations would bring zod into the browser. An endpoint that is
 * missing or surplus here doesn't compile, and a test holds methods and paths against the contract.
 */
export const apiRoutes: Readonly<Record<EndpointId, readonly [Method, `/api/${string}`]>> = {
  readMe: ["GET", "/api/me"],
  readHome: ["GET", "/api/home"],
  listGoals: ["GET", "/api/pairs/:pairId/goals"],
  addGoal: ["POST", "/api/pairs/:pairId/goals"],
  editGoal: ["PATCH", "/api/goals/:goalId"],
  settleGoal: ["POST", "/api/goals/:goalId/state"],
  listEntries: ["GET", "/api/pairs/:pairId/journal"],
  writeEntry: ["POST", "/api/pairs/:pairId/journal"],
  reviseEntry: ["PATCH", "/api/journal/:entryId"],
  eraseEntry: ["DELETE", "/api/journal/:entryId"],
  askForCheckIn: ["POST", "/api/pairs/:pairId/check-ins"],
  bookCheckIn: ["POST", "/api/check-ins/:checkInId/booking"],
  readCheckIn: ["GET", "/api/check-ins/:checkInId"],
  cancelCheckIn: ["POST", "/api/check-ins/:checkInId/cancellation"],
  changeLength: ["POST", "/api/check-ins/:checkInId/length"],
  answerCheckIn: ["POST", "/api/check-ins/:checkInId/answer"],
  exportCheckIns: ["GET", "/api/pairs/:pairId/check-ins/export"],
  readConnection: ["GET", "/api/calendar-connection"],
  connectCalendar: ["POST", "/api/calendar-connection"],
  disconnectCalendar: ["DELETE", "/api/calendar-connection"],
  openSession: ["POST", "/api/sessions"],
  readSession: ["GET", "/api/sessions/:sessionId"],
  actInSession: ["POST", "/api/sessions/:sessionId/commands"],
  readClock: ["GET", "/api/clock"],
  readRoom: ["POST", "/api/rooms"],
  linkRoom: ["POST", "/api/rooms/link"],
  readOwnWords: ["GET", "/api/check-ins/:checkInId/words"],
  saveOwnWords: ["POST", "/api/check-ins/:checkInId/words/:kind"],
  readPreparation: ["GET", "/api/check-ins/:checkInId/preparation"],
  bringPrompt: ["POST", "/api/check-ins/:checkInId/brought-prompt"],
  sayReadiness: ["POST", "/api/pairs/:pairId/readiness"],
  readReflection: ["GET", "/api/check-ins/:checkInId/reflection"],
  saveReflection: ["POST", "/api/check-ins/:checkInId/reflection"],
  keepDraft: ["POST", "/api/check-ins/:checkInId/draft"],
  listPrompts: ["GET", "/api/prompts"],
  markFavourite: ["POST", "/api/prompts/:promptId/favourite"],
  muteTopics: ["POST", "/api/prompts/muted"],
  listLibrary: ["GET", "/api/library"],
  savePrompt: ["POST", "/api/library/:ownPromptId"],
  retirePrompt: ["POST", "/api/library/:promptId/retirement"],
  listCohorts: ["GET", "/api/cohorts"],
  readCohort: ["GET", "/api/cohorts/:cohortId"],
  listQuietPairs: ["GET", "/api/cohorts/:cohortId/quiet-pairs"],
  beginCohortBooking: ["POST", "/api/cohorts/:cohortId/bookings"],
  readLatestCohortBooking: ["GET", "/api/cohorts/:cohortId/bookings/latest"],
  readCohortBooking: ["GET", "/api/cohort-bookings/:cohortBookingId"],
  listPairBookings: ["POST", "/api/cohort-bookings/:cohortBookingId/pairs"],
  steerCohortBooking: ["POST", "/api/cohort-bookings/:cohortBookingId/steer"],
};

/** Path of a session's live stream. */
export const sessionStreamPath = "/api/sessions/:sessionId/events";

/** The path with `:name` replaced from `params`, escaped. */
export function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path ${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
}
