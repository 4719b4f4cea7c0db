import { lengthRules } from "../../domain/slots/length.ts";

/** What a person reads when something is refused: what happened, what was kept, what to do. */
export const refusalSentences = {
  "not-signed-in": "Your sign-in has ended. Open the app again and Teams signs you in.",
  "not-in-programme": "Counterpoint doesn't know you yet. Ask whoever runs the programme to invite you.",
  "not-a-coordinator": "Only coordinators can see this.",
  "not-found": "There is nothing here, or it isn't yours to see.",
  "not-in-a-pair": "You aren't in a pair yet. Once you are matched, this is where it begins.",
  "bad-input": "Something in what was sent isn't right. Nothing was changed.",
  "too-long": "That is more than we can take at once. Please shorten it and try again.",
  "goal-changed-meanwhile":
    "This goal was changed a moment ago. Your words are still here; look at the new ones and save again.",
  "goal-is-finished": "This goal is done or let go. Open it again to change its words.",
  "too-many-goals": "A dozen goals are open already. Finish one or let one go, then add this.",
  "entry-changed-meanwhile":
    "This entry was changed in another window. Your words are still here; open the entry again before you save.",
  "entry-is-empty": "Write at least a word, or erase the entry.",
  "pair-is-resting": "This pair isn't meeting just now. Booking opens again when the pause ends.",
  "already-booked": "A time has been chosen already. It is the one that counts.",
  "time-not-offered": "That time isn't on offer any more. Ask for other times.",
  "not-yours-to-choose":
    "This time stretches the same person's day as last time, so only that person can choose it. Nothing was changed; take another, or ask for other times.",
  "time-has-passed": "That time has passed. Nothing was changed; ask for other times.",
  "impossible-length": `A check-in lasts from ${lengthRules.least} to ${lengthRules.most} minutes, in steps of ${lengthRules.step}. Nothing was changed; name a length like that.`,
  "not-booked": "This check-in isn't booked, or hasn't begun yet. Nothing was changed.",
  "check-in-is-over": "This check-in is over. Ask for the next one.",
  "calendar-not-connected":
    "A calendar in your pair isn't connected. Connect yours on the About page; your partner does the same there.",
  "consent-needed": "Microsoft asks for your consent first. Give it in the window that opens, then connect again.",
  "cohort-is-being-booked":
    "First check-ins for this cohort are being booked already. Finish, undo or set aside that booking first.",
  "not-at-this-point-of-booking": "The booking has moved on, so this can't be done now. Look at where it stands.",
  "calendar-away": "Outlook isn't answering. Your wish is kept, and we go on as soon as it does.",
  "too-few-to-show": "Too few to show safely: below eight people or five pairs this could point at someone.",
  "session-moved-on": "The session has moved on. Here is where it is now.",
  "prompt-not-offered": "That prompt isn't on offer any more. Here are the ones that are.",
  "not-at-this-point": "The session is at another point. Here is where it is now.",
  "no-session-here": "This meeting has no check-in of yours. Open your check-in's meeting and come back.",
  "room-is-taken":
    "Another check-in belongs to this meeting already. Nothing was changed; open that one's session instead.",
  "words-changed-meanwhile":
    "These words were changed on another of your devices. What you typed is still here; look at both and save again.",
  "words-are-revealed":
    "Everyone has read these words by now, so they stay as they are. Your notes are still yours to change.",
  "already-revealed": "Everyone's answers have been shown, so they stay as they are.",
  "check-in-not-begun": "This check-in hasn't begun yet. Come back to this afterwards.",
  "not-yet-that-deep": "It is early for prompts this deep. Hold another session or two first, then say so again.",
  "cannot-be-brought":
    "This prompt won't come up in that session: it goes deeper than you go there, or is on a topic that you leave out.",
  "prompt-changed-meanwhile":
    "This prompt was changed in another window. Your words are still here; look at the new ones and save again.",
  "prompt-too-deep":
    "That is deeper than this stage goes. Choose a smaller depth or a later stage; your words are still here.",
  "too-many-prompts":
    "There is no room for more prompts of your own. Rewrite one that you don't need; your words are still here.",
  "too-few-prompts":
    "Every stage needs a few lighter prompts to choose from, so this one stays. Add another first, then retire it.",
  "too-many-favourites": "You have as many favourites as we can keep. Let one go, then keep this one.",
  unavailable: "We can't reach our records just now. Nothing was lost; please try again in a moment.",
  "went-wrong": "Something went wrong on our side. Nothing you wrote here is lost; please try again.",
} as const;
