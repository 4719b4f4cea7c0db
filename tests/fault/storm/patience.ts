/**
 * How long anything in a storm may take to come about before it counts as never, in milliseconds. Everything is waited for as long as it
 * takes, so this is only for what went wrong; a machine with ten times the work that it can do must not look like that.
 */
export const patienceMs = 15 * 60_000;
