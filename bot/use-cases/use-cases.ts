import { askForCheckIn } from "./check-ins/ask-for-check-in.ts";
import { bookCheckIn } from "./check-ins/book-check-in.ts";
import { finishBooking } from "./check-ins/finish-booking.ts";
import { offerSlots } from "./check-ins/offer-slots.ts";
import { readCheckIn } from "./check-ins/read-check-in.ts";
import { readNextCheckIn } from "./check-ins/read-next-check-in.ts";
import { rememberCard } from "./check-ins/remember-card.ts";
import { tellBooking } from "./check-ins/tell-booking.ts";
import { listCohorts } from "./cohorts/list-cohorts.ts";
import { listQuietPairs } from "./cohorts/list-quiet-pairs.ts";
import { readCohort } from "./cohorts/read-cohort.ts";
import type { Deps } from "./deps.ts";
import { addGoal } from "./goals/add-goal.ts";
import { editGoal } from "./goals/edit-goal.ts";
import { listGoals } from "./goals/list-goals.ts";
import { settleGoal } from "./goals/settle-goal.ts";
import { readHome } from "./home/read-home.ts";
import { eraseEntry } from "./journal/erase-entry.ts";
import { listEntries } from "./journal/list-entries.ts";
import { reviseEntry } from "./journal/revise-entry.ts";
import { writeEntry } from "./journal/write-entry.ts";
import { meet } from "./people/meet.ts";
import { importProgramme } from "./programme/import-programme.ts";
import { actInSession } from "./sessions/act-in-session.ts";
import { openSession } from "./sessions/open-session.ts";
import { readSession } from "./sessions/read-session.ts";

/** Every use case, wired to its world. */
export const createUseCases = (deps: Deps) => ({
  meet: meet(deps),
  readHome: readHome(deps),
  listGoals: listGoals(deps),
  addGoal: addGoal(deps),
  editGoal: editGoal(deps),
  settleGoal: settleGoal(deps),
  listEntries: listEntries(deps),
  writeEntry: writeEntry(deps),
  reviseEntry: reviseEntry(deps),
  eraseEntry: eraseEntry(deps),
  askForCheckIn: askForCheckIn(deps),
  bookCheckIn: bookCheckIn(deps),
  readCheckIn: readCheckIn(deps),
  readNextCheckIn: readNextCheckIn(deps),
  rememberCard: rememberCard(deps),
  offerSlots: offerSlots(deps),
  finishBooking: finishBooking(deps),
  tellBooking: tellBooking(deps),
  openSession: openSession(deps),
  readSession: readSession(deps),
  actInSession: actInSession(deps),
  listCohorts: listCohorts(deps),
  readCohort: readCohort(deps),
  listQuietPairs: listQuietPairs(deps),
  importProgramme: importProgramme(deps),
});

export type UseCases = ReturnType<typeof createUseCases>;
