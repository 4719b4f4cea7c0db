import { z } from "zod";

/**
 * Trouble on purpose with the next notices of changes, of one mailbox or of all.
 *
 * - `lose`: never sent. `duplicate`: sent twice. `reorder`: held until a later one of its subscription has gone, a minute at most.
 * - `delay`: sent after `ms`. `wrong-client-state`: sent with a client state that isn't the subscriber's.
 *
 * `times` is how many notices it meets (-1: all until cleared); `skip` lets so many pass first.
 */
export const disturbanceSchema = z.strictObject({
  mailbox: z.string().nullable().default(null),
  kind: z.enum(["lose", "duplicate", "reorder", "delay", "wrong-client-state"]),
  times: z.union([z.literal(-1), z.number().int().min(1)]).default(1),
  skip: z.number().int().min(0).default(0),
  ms: z.number().int().min(0).max(3_600_000).default(1000),
});

export type Disturbance = z.infer<typeof disturbanceSchema>;

/** The disturbances that wait, first come first served. They live as long as the process. */
export interface Disturbances {
  add(one: Disturbance): void;
  /** The disturbance that a notice of this mailbox meets, if any; it is used up by one. */
  take(mailbox: string): Disturbance | undefined;
  waiting(): readonly Disturbance[];
  /** Forgets all of them, or those of one mailbox. */
  clear(mailbox?: string): void;
}

/** No disturbances yet. */
export function createDisturbances(): Disturbances {
  let queue: Disturbance[] = [];
  const change = (one: Disturbance, to: Partial<Disturbance>) => {
    queue = queue.map((other) => (other === one ? { ...one, ...to } : other)).filter((other) => other.times !== 0);
  };
  return {
    add: (one) => void queue.push(one),
    waiting: () => queue,
    clear(mailbox) {
      queue = queue.filter((one) => mailbox !== undefined && one.mailbox !== mailbox);
    },
    take(mailbox) {
      const one = queue.find((other) => other.mailbox === null || other.mailbox === mailbox);
      if (!one) return undefined;
      if (one.skip > 0) {
        change(one, { skip: one.skip - 1 });
        return undefined;
      }
      if (one.times > 0) change(one, { times: one.times - 1 });
      return one;
    },
  };
}
