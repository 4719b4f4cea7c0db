import { z } from "zod";

/**
 * Trouble on purpose, for the next requests that match.
 *
 * - `drop-before`: the connection ends, nothing was done. `drop-after-commit`: it was done, then the connection ends.
 * - `status`: this answer and nothing done. `status-after-commit`: done, then this answer.
 * - `delay`: done, but only after `ms`; the caller may be gone by then. `hang`: never answered until the faults are cleared.
 * - `conflict`: Exchange's irresolvable conflict, 409 unless `status` says 412.
 *
 * `times` is how many requests it meets (-1: all until cleared); `skip` lets so many matching ones pass first.
 */
export const faultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().toUpperCase().optional(),
      pathIncludes: z.string().optional(),
      mailbox: z.string().optional(),
    })
    .default({}),
  times: z.union([z.literal(-1), z.number().int().min(1)]).default(1),
  skip: z.number().int().min(0).default(0),
  kind: z.enum(["drop-before", "drop-after-commit", "status", "status-after-commit", "delay", "hang", "conflict"]),
  ms: z.number().int().min(0).max(600_000).default(1000),
  status: z.number().int().min(400).max(599).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  code: z.string().default("ServiceNotAvailable"),
  message: z.string().default("The service is temporarily unavailable."),
});

export type Fault = z.infer<typeof faultSchema>;

/** What a fault may be matched by. `mailbox` is the object id of the person in the path, if there is one. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly mailbox: string | undefined;
}

/** The faults that wait, first come first served. They live as long as the process. */
export interface Faults {
  add(fault: Fault): void;
  /** The fault that this request meets, if any; it is used up by one. */
  take(request: Incoming): Fault | undefined;
  waiting(): readonly Fault[];
  /** Forgets all faults, or those of one mailbox, and lets go of the requests that hang there. */
  clear(mailbox?: string): void;
  /** Keeps what ends a hanging request to a mailbox, for `clear`. */
  hold(mailbox: string | undefined, end: () => void): void;
}

const matches = ({ match }: Fault, request: Incoming) =>
  (match.method === undefined || match.method === request.method) &&
  (match.pathIncludes === undefined || request.path.toLowerCase().includes(match.pathIncludes.toLowerCase())) &&
  (match.mailbox === undefined || match.mailbox === request.mailbox);

/** No faults yet. */
export function createFaults(): Faults {
  let queue: Fault[] = [];
  let held: readonly { readonly mailbox: string | undefined; readonly end: () => void }[] = [];
  const change = (fault: Fault, to: Partial<Fault>) => {
    queue = queue.map((one) => (one === fault ? { ...one, ...to } : one)).filter((one) => one.times !== 0);
  };
  return {
    add: (fault) => void queue.push(fault),
    waiting: () => queue,
    hold(mailbox, end) {
      held = [...held, { mailbox, end }];
    },
    take(request) {
      const fault = queue.find((one) => matches(one, request));
      if (!fault) return undefined;
      if (fault.skip > 0) {
        change(fault, { skip: fault.skip - 1 });
        return undefined;
      }
      if (fault.times > 0) change(fault, { times: fault.times - 1 });
      return fault;
    },
    clear(mailbox) {
      const isMeant = (of: string | undefined) => mailbox === undefined || of === mailbox;
      queue = queue.filter(({ match }) => !isMeant(match.mailbox));
      for (const one of held) if (isMeant(one.mailbox)) one.end();
      held = held.filter((one) => !isMeant(one.mailbox));
    },
  };
}
