import { connectCalendar, disconnectCalendar, readConnection } from "./calendar-connection.ts";
import {
  answerCheckIn,
  askForCheckIn,
  bookCheckIn,
  cancelCheckIn,
  changeLength,
  exportCheckIns,
  readCheckIn,
} from "./check-ins.ts";
import {
  beginCohortBooking,
  listPairBookings,
  readCohortBooking,
  readLatestCohortBooking,
  steerCohortBooking,
} from "./cohort-bookings.ts";
import { listCohorts, listQuietPairs, readCohort } from "./cohorts.ts";
import { addGoal, editGoal, listGoals, settleGoal } from "./goals.ts";
import { readHome } from "./home.ts";
import { eraseEntry, listEntries, reviseEntry, writeEntry } from "./journal.ts";
import { readMe } from "./people.ts";
import { listLibrary, listPrompts, markFavourite, muteTopics, retirePrompt, savePrompt } from "./prompts.ts";
import { linkRoom, readRoom } from "./rooms.ts";
import {
  bringPrompt,
  keepDraft,
  readOwnWords,
  readPreparation,
  readReflection,
  saveOwnWords,
  saveReflection,
  sayReadiness,
} from "./session-words.ts";
import { actInSession, openSession, readClock, readSession } from "./sessions.ts";

/** Every endpoint of the API by its id. The server refuses to start unless each has a handler. */
export const endpoints = {
  readMe,
  readHome,
  listGoals,
  addGoal,
  editGoal,
  settleGoal,
  listEntries,
  writeEntry,
  reviseEntry,
  eraseEntry,
  askForCheckIn,
  bookCheckIn,
  readCheckIn,
  cancelCheckIn,
  changeLength,
  answerCheckIn,
  exportCheckIns,
  readConnection,
  connectCalendar,
  disconnectCalendar,
  openSession,
  readSession,
  actInSession,
  readClock,
  readRoom,
  linkRoom,
  readOwnWords,
  saveOwnWords,
  readPreparation,
  bringPrompt,
  sayReadiness,
  readReflection,
  saveReflection,
  keepDraft,
  listPrompts,
  markFavourite,
  muteTopics,
  listLibrary,
  savePrompt,
  retirePrompt,
  listCohorts,
  readCohort,
  listQuietPairs,
  beginCohortBooking,
  readLatestCohortBooking,
  readCohortBooking,
  listPairBookings,
  steerCohortBooking,
} as const;

export type Endpoints = typeof endpoints;
export type EndpointId = keyof Endpoints;
