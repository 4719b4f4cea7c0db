import type pg from "pg";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./request-log.ts";
import type { Behaviours } from "./store/behaviours.ts";
import type { Throttle } from "./throttle.ts";
import type { Caller } from "./tokens.ts";

/** What every route works with. `batchMark` is a header value that only this process's own batch items carry. */
export interface World {
  readonly pool: pg.Pool;
  readonly behaviours: Behaviours;
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly requests: RequestLog;
  readonly checkToken: (authorization: string | undefined) => Promise<Caller>;
  readonly clock: () => Date;
  readonly batchMark: string;
}
