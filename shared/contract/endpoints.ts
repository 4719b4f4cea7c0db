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
import { actInSession, openSession, readSession } from "./sessions.ts";

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
