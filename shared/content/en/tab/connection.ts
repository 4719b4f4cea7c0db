/** Words about people's own leave to their calendars. */
export const connection = {
  title: "Your calendar",
  what: [
    "Your organisation lets each person decide this. With your leave, Counterpoint sees when you are busy, puts your check-ins into your Outlook calendar, and notices when you move or decline one there. It reads no other words from your calendar.",
    "You can take the leave back here, and so can an administrator. What is in your calendar stays there.",
  ],
  states: {
    missing: "Not connected. No times can be found for your pair until it is.",
    broken: "No longer connected: Microsoft has ended it. Connect again, and everything goes on.",
    works: "Connected.",
    "not-needed": "Your organisation has connected the calendars of everyone who takes part. There is nothing to do.",
  },
  connect: "Connect my calendar",
  connectAgain: "Connect again",
  connecting: "Connecting…",
  disconnect: "Disconnect",
  disconnectTitle: "Disconnect your calendar?",
  disconnectSentence:
    "Check-ins that stand stay in Outlook. Counterpoint no longer notices what happens to them, and can find no new times for your pair.",
  keep: "Stay connected",
  connected: "Your calendar is connected.",
  disconnected: "Your calendar is disconnected.",
  outcomes: {
    declined: "Nothing was connected. You can connect whenever you like.",
    administrator:
      "Only an administrator of your organisation may allow this. Ask whoever looks after Counterpoint for you.",
    failed: "Microsoft’s window didn’t come back with a yes. Nothing was connected; please try again.",
  },
  line: {
    missing: "Your calendar isn’t connected yet, so no times can be found.",
    broken: "Your calendar is no longer connected, so no times can be found.",
  },
  lineLink: "Connect it",

  doneTitle: "You can close this window",
  doneSentence: "Go back to Counterpoint; it goes on there.",
};
