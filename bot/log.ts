import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, type Logger, pino } from "pino";

/**
 * Every field a log line may carry, besides time, level, message and correlation id. Anything else is left out and only counted:
 * a log outlives its reasons and is read by people the words were not meant for. Values are ids, codes, counts and measures, never
 * names, addresses, titles or anything a person typed.
 */
export const allowedFields = [
  // What ran, and how it ended.
  ...[
    "room",
    "operation",
    "job",
    "route",
    "intent",
    "action",
    "event",
    "step",
    "outcome",
    "reason",
    "refusal",
    "code",
    "status",
    "signal",
  ],
  // How much and how long, in milliseconds.
  ...["ms", "waitMs", "attempts", "count", "bytes", "port"],
  // Whom and what it touched, by id.
  ...[
    "tenantId",
    "personId",
    "pairId",
    "cohortId",
    "checkInId",
    "sessionId",
    "goalId",
    "entryId",
    "bookingId",
    "jobId",
    "errorId",
  ],
  // How to find the same thing elsewhere.
  ...["requestId", "clientRequestId", "reqId", "method", "responseTime", "host", "version"],
] as const;

/** What a line says beside its message. */
export type LogFields = { readonly err?: unknown } & Readonly<Record<string, unknown>>;

/** Where the rooms write what happened. The message is a fixed sentence; whatever varies is a field. */
export interface Log {
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const allowed: ReadonlySet<string> = new Set(allowedFields);
const correlation = new AsyncLocalStorage<string>();

/** Runs `work`; every line logged in it, and in whatever it starts, carries `id`. */
export const withCorrelation = <T>(id: string, work: () => T): T => correlation.run(id, work);

/**
 * A log of JSON lines, to standard output unless told otherwise.
 *
 * Fields that are not in `allowedFields` are dropped, also from child loggers; errors are printed by kind, code and place, without
 * their sentences, which may quote what a person wrote.
 */
export function openLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: keepAllowed },
    mixin: () => ({ correlationId: correlation.getStore() }),
    hooks: { logMethod: withoutFormatting },
  };
  return filterChildren(destination ? pino(options, destination) : pino(options));
}

/** Children inherit this `child`, so that their children are filtered as well. */
function filterChildren(logger: Logger): Logger {
  const plain: Logger = Object.getPrototypeOf(logger);
  const child = function (this: Logger, bindings: Record<string, unknown>) {
    return plain.child.call(this, keepAllowed(bindings));
  };
  return Object.assign(logger, { child });
}

/** A line has its fields and its fixed sentence: an error alone becomes a field, and nothing is woven into the sentence. */
function withoutFormatting(
  this: Logger,
  args: unknown[],
  method: (this: Logger, fields: object, message?: string) => void,
): void {
  const [first, second] = args;
  if (typeof first === "string") return method.call(this, {}, first);
  const fields = first instanceof Error ? { err: first } : typeof first === "object" && first !== null ? first : {};
  method.call(this, fields, typeof second === "string" ? second : "Something happened.");
}

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const { err, correlationId: id, ...others } = fields;
  const kept = Object.entries(others).filter(([name, value]) => allowed.has(name) && isPlain(value));
  const dropped = Object.keys(others).length - kept.length;
  return {
    ...Object.fromEntries(kept),
    ...(id === undefined ? {} : { correlationId: id }),
    ...(err === undefined ? {} : { err: describeError(err) }),
    ...(dropped === 0 ? {} : { dropped }),
  };
}

const isPlain = (value: unknown): boolean => value === null || ["string", "number", "boolean"].includes(typeof value);

interface PrintedError {
  readonly kind: string;
  readonly code?: string;
  readonly message?: string;
  readonly at: readonly string[];
  readonly cause?: PrintedError;
}

/** An error without its sentence, unless that was written by the engine or the operating system about code, names and ports. */
function describeError(error: unknown, depth = 0): PrintedError {
  if (typeof error !== "object" || error === null) return { kind: typeof error, at: [] };
  const { name, code, message, stack, cause } = error as Partial<
    Record<"name" | "code" | "message" | "stack" | "cause", unknown>
  >;
  const isAboutCode = error instanceof TypeError || error instanceof ReferenceError || "syscall" in error;
  return {
    kind: typeof name === "string" ? name : "object",
    ...(typeof code === "string" ? { code } : {}),
    ...(isAboutCode && typeof message === "string" ? { message } : {}),
    at: framesOf(typeof stack === "string" ? stack : ""),
    ...(cause === undefined || depth > 3 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

const framesOf = (stack: string): readonly string[] =>
  stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12);
