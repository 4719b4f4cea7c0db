/** What Graph answers when it refuses or fails: a status, a code from Microsoft's vocabulary, a sentence, and what else goes with it. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly headers?: Record<string, string>; readonly extra?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = "GraphError";
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.extra = more.extra ?? {};
  }
}

/** The ids that tie an answer to its request. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** Graph's error body. `date` is UTC without a zone, as Graph writes it. */
export function errorBody(
  ids: RequestIds,
  failure: { code: string; message: string; extra?: Readonly<Record<string, unknown>> },
  now: Date,
) {
  return {
    error: {
      code: failure.code,
      message: failure.message,
      ...failure.extra,
      innerError: {
        date: now.toISOString().slice(0, 19),
        "request-id": ids.requestId,
        "client-request-id": ids.clientRequestId,
      },
    },
  };
}

/** The item isn't there, or isn't there any more. */
export const itemNotFound = () =>
  new GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");

/** The caller may not do this in this mailbox. */
export const accessDenied = () =>
  new GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

/** The item changed since the caller read it, or Exchange says so. It is 412 for a stale ETag and 409 or 412 otherwise. */
export const irresolvableConflict = (status: 409 | 412) =>
  new GraphError(
    status,
    "ErrorIrresolvableConflict",
    "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  );

/** A request Graph can't read. */
export const badRequest = (message: string, code = "BadRequest") => new GraphError(400, code, message);
