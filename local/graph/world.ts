import type pg from "pg";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import type { Behaviours } from "./store/behaviours.ts";
import type { Disturbances } from "./subscriptions/disturbances.ts";
import type { Notifier } from "./subscriptions/notifier.ts";
import type { Throttle } from "./throttle.ts";
import type { Caller } from "./tokens.ts";

/** How long Graph takes besides its work, in milliseconds; for benches. Tests and people set it while it runs. */
export interface Latency {
  readMs: number;
  writeMs: number;
}

/** What every route works with. `batchMark` is a header value that only this process's own batch items carry. */
export interface World {
  readonly pool: pg.Pool;
  readonly behaviours: Behaviours;
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly disturbances: Disturbances;
  readonly notifier: Notifier;
  readonly latency: Latency;
  readonly requests: RequestLog;
  readonly checkToken: (authorization: string | undefined) => Promise<Caller>;
  readonly clock: () => Date;
  readonly batchMark: string;
}
