import { answerCheckIn } from "./check-ins/answer-check-in.ts";
import { askForCheckIn } from "./check-ins/ask-for-check-in.ts";
import { bookCheckIn } from "./check-ins/book-check-in.ts";
import { cancelCheckIn } from "./check-ins/cancel-check-in.ts";
import { changeLength } from "./check-ins/change-length.ts";
import { exportCheckIns } from "./check-ins/export-check-ins.ts";
import { followCheckIn } from "./check-ins/follow-check-in.ts";
import { furnishMeeting } from "./check-ins/furnish-meeting.ts";
import { giveUpWriting } from "./check-ins/give-up-writing.ts";
import { listPartners } from "./check-ins/list-partners.ts";
import { offerSlots } from "./check-ins/offer-slots.ts";
import { readCheckIn } from "./check-ins/read-check-in.ts";
import { readNextCheckIn } from "./check-ins/read-next-check-in.ts";
import { rememberCard } from "./check-ins/remember-card.ts";
import { tellNews } from "./check-ins/tell-news.ts";
import { writeToCalendar } from "./check-ins/write-to-calendar.ts";
import { beginCohortBooking } from "./cohort-bookings/begin-cohort-booking.ts";
import { bookCohort } from "./cohort-bookings/book-cohort.ts";
import { listPairBookings } from "./cohort-bookings/list-pair-bookings.ts";
import { previewCohortBooking } from "./cohort-bookings/preview-cohort-booking.ts";
import { readCohortBooking, readLatestCohortBooking } from "./cohort-bookings/read-cohort-booking.ts";
import { rememberCohortBookingCard } from "./cohort-bookings/remember-cohort-booking-card.ts";
import { steerCohortBooking } from "./cohort-bookings/steer-cohort-booking.ts";
import { tellCohortBooking } from "./cohort-bookings/tell-cohort-booking.ts";
import { listCohorts } from "./cohorts/list-cohorts.ts";
import { listQuietPairs } from "./cohorts/list-quiet-pairs.ts";
import { readCohort } from "./cohorts/read-cohort.ts";
import { connectCalendar } from "./connection/connect-calendar.ts";
import { disconnectCalendar } from "./connection/disconnect-calendar.ts";
import { readConnection } from "./connection/read-connection.ts";
import { tellConnection } from "./connection/tell-connection.ts";
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
import { listLibrary } from "./library/list-library.ts";
import { listPrompts } from "./library/list-prompts.ts";
import { markFavourite } from "./library/mark-favourite.ts";
import { muteTopics } from "./library/mute-topics.ts";
import { retirePrompt } from "./library/retire-prompt.ts";
import { savePrompt } from "./library/save-prompt.ts";
import { sweepMailbox } from "./mailboxes/sweep-mailbox.ts";
import { sweepMailboxes } from "./mailboxes/sweep-mailboxes.ts";
import { takeNotices } from "./mailboxes/take-notices.ts";
import { watchMailbox } from "./mailboxes/watch-mailbox.ts";
import { meet } from "./people/meet.ts";
import { importProgramme } from "./programme/import-programme.ts";
import { keepRhythm } from "./rhythm/keep-rhythm.ts";
import { tellRhythm } from "./rhythm/tell-rhythm.ts";
import { forgetMeetings } from "./rooms/forget-meetings.ts";
import { greetMeeting } from "./rooms/greet-meeting.ts";
import { linkRoom } from "./rooms/link-room.ts";
import { noteMeeting } from "./rooms/note-meeting.ts";
import { readRoom } from "./rooms/read-room.ts";
import { bringPrompt } from "./session-words/bring-prompt.ts";
import { keepDraft } from "./session-words/keep-draft.ts";
import { readOwnWords } from "./session-words/read-own-words.ts";
import { readPreparation } from "./session-words/read-preparation.ts";
import { readReflection } from "./session-words/read-reflection.ts";
import { saveOwnWords } from "./session-words/save-own-words.ts";
import { saveReflection } from "./session-words/save-reflection.ts";
import { sayReadiness } from "./session-words/say-readiness.ts";
import { actInSession } from "./sessions/act-in-session.ts";
import { openSession } from "./sessions/open-session.ts";
import { readClock } from "./sessions/read-clock.ts";
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
  listPartners: listPartners(deps),
  rememberCard: rememberCard(deps),
  offerSlots: offerSlots(deps),
  cancelCheckIn: cancelCheckIn(deps),
  changeLength: changeLength(deps),
  answerCheckIn: answerCheckIn(deps),
  exportCheckIns: exportCheckIns(deps),
  writeToCalendar: writeToCalendar(deps),
  giveUpWriting: giveUpWriting(deps),
  furnishMeeting: furnishMeeting(deps),
  followCheckIn: followCheckIn(deps),
  tellNews: tellNews(deps),
  takeNotices: takeNotices(deps),
  watchMailbox: watchMailbox(deps),
  sweepMailbox: sweepMailbox(deps),
  sweepMailboxes: sweepMailboxes(deps),
  readConnection: readConnection(deps),
  connectCalendar: connectCalendar(deps),
  disconnectCalendar: disconnectCalendar(deps),
  tellConnection: tellConnection(deps),
  keepRhythm: keepRhythm(deps),
  tellRhythm: tellRhythm(deps),
  beginCohortBooking: beginCohortBooking(deps),
  readCohortBooking: readCohortBooking(deps),
  readLatestCohortBooking: readLatestCohortBooking(deps),
  listPairBookings: listPairBookings(deps),
  steerCohortBooking: steerCohortBooking(deps),
  rememberCohortBookingCard: rememberCohortBookingCard(deps),
  previewCohortBooking: previewCohortBooking(deps),
  bookCohort: bookCohort(deps),
  tellCohortBooking: tellCohortBooking(deps),
  openSession: openSession(deps),
  readSession: readSession(deps),
  actInSession: actInSession(deps),
  readClock: readClock(deps),
  readOwnWords: readOwnWords(deps),
  saveOwnWords: saveOwnWords(deps),
  readPreparation: readPreparation(deps),
  bringPrompt: bringPrompt(deps),
  sayReadiness: sayReadiness(deps),
  readReflection: readReflection(deps),
  saveReflection: saveReflection(deps),
  keepDraft: keepDraft(deps),
  readRoom: readRoom(deps),
  linkRoom: linkRoom(deps),
  noteMeeting: noteMeeting(deps),
  greetMeeting: greetMeeting(deps),
  forgetMeetings: forgetMeetings(deps),
  listPrompts: listPrompts(deps),
  markFavourite: markFavourite(deps),
  muteTopics: muteTopics(deps),
  listLibrary: listLibrary(deps),
  savePrompt: savePrompt(deps),
  retirePrompt: retirePrompt(deps),
  listCohorts: listCohorts(deps),
  readCohort: readCohort(deps),
  listQuietPairs: listQuietPairs(deps),
  importProgramme: importProgramme(deps),
});

export type UseCases = ReturnType<typeof createUseCases>;
