/** One request that arrived, batch items included. `mailbox` is an object id; `status` 0 while unanswered or when cut off. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly mailbox: string | null;
  readonly fault: string | null;
  readonly status: number;
}

/** The last thousand requests, for tests that count them. */
export interface RequestLog {
  /** Notes an arrival and returns what notes its answer. */
  arrived(request: Omit<LoggedRequest, "status">): (status: number) => void;
  all(): readonly LoggedRequest[];
  clear(): void;
}

const most = 1000;

/** An empty log. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    arrived(request) {
      const entry = { ...request, status: 0 };
      entries = [...entries.slice(1 - most), entry];
      return (status) => {
        entry.status = status;
      };
    },
    all: () => entries,
    clear() {
      entries = [];
    },
  };
}
