/** What the bot says about people's own leave to their calendars. */
export const connection = {
  broken: "Your calendar isn't connected",
  brokenSentence:
    "The connection has ended or was never made, so check-ins can't be booked or followed there. One tap mends that.",
  missing: "Connect your calendar first",
  connect: "Connect my calendar",
} as const;
