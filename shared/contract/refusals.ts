/** Every refusal the server may answer with, and its HTTP status. A sentence for each stands in the content, by language. */
export const refusals = {
  "not-signed-in": 401,
  "not-in-programme": 403,
  "not-a-coordinator": 403,
  "not-found": 404,
  "not-in-a-pair": 404,
  "bad-input": 400,
  "too-long": 413,
  "goal-changed-meanwhile": 409,
  "goal-is-finished": 409,
  "too-many-goals": 409,
  "entry-changed-meanwhile": 409,
  "entry-is-empty": 400,
  "pair-is-resting": 409,
  "already-booked": 409,
  "time-not-offered": 409,
  "not-yours-to-choose": 409,
  "time-has-passed": 409,
  "impossible-length": 400,
  "not-booked": 409,
  "check-in-is-over": 409,
  "calendar-away": 503,
  "calendar-not-connected": 409,
  "consent-needed": 409,
  "cohort-is-being-booked": 409,
  "not-at-this-point-of-booking": 409,
  "too-few-to-show": 409,
  "session-moved-on": 409,
  "prompt-not-offered": 409,
  "not-at-this-point": 409,
  "no-session-here": 404,
  unavailable: 503,
  "went-wrong": 500,
} as const;

export type RefusalCode = keyof typeof refusals;

export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];
