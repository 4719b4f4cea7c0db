import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type ConnectorAnswer, refusal } from "./answer.ts";
import { Limits } from "./limits.ts";

const shared = {
  /** How many calls are hit before the fault is over. */
  times: z.number().int().min(1).default(1),
  /** Only calls about this conversation. */
  conversation: z.string().optional(),
  operation: z.enum(["send", "update", "delete", "create"]).optional(),
};

/** A way to behave badly. "drop-answer" does what was asked and then cuts the line; "drop-request" cuts it before. */
export const faultInput = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.number().int().min(400).max(599),
    /** Sent as it stands in Retry-After: seconds or a date. */
    retryAfter: z.union([z.number(), z.string()]).optional(),
    ...shared,
  }),
  z.strictObject({ kind: z.literal("drop-answer"), ...shared }),
  z.strictObject({ kind: z.literal("drop-request"), ...shared }),
  z.strictObject({ kind: z.literal("delay"), ms: z.number().int().min(1).max(60_000), ...shared }),
]);

export type Fault = z.infer<typeof faultInput>;
export type Operation = NonNullable<Fault["operation"]>;

interface Call {
  readonly operation: Operation;
  readonly conversation: string | undefined;
}

/** What goes wrong next between the bot and the connector. Nothing does until it is asked for. */
export class Faults {
  #open: Fault[] = [];
  #limits: Limits | undefined;

  add(fault: Fault): void {
    this.#open.push(fault);
  }

  clear(): void {
    this.#open = [];
    this.#limits = undefined;
  }

  limit(isOn: boolean): void {
    this.#limits = isOn ? new Limits() : undefined;
  }

  state(): { readonly faults: readonly Fault[]; readonly limits: boolean } {
    return { faults: this.#open, limits: this.#limits !== undefined };
  }

  /** Answers a call of the bot by `handle`, unless a limit or an open fault has its way; undefined cuts the line unanswered. */
  async around(call: Call, handle: () => ConnectorAnswer): Promise<ConnectorAnswer | undefined> {
    const wait = call.conversation === undefined ? undefined : this.#limits?.take(call.conversation, Date.now());
    if (wait !== undefined) return failed(429, wait);
    const fault = this.#next(call);
    if (fault?.kind === "status") return failed(fault.status, fault.retryAfter);
    if (fault?.kind === "drop-request") return undefined;
    if (fault?.kind === "delay") await sleep(fault.ms);
    const answer = handle();
    return fault?.kind === "drop-answer" ? undefined : answer;
  }

  #next({ operation, conversation }: Call): Fault | undefined {
    const fault = this.#open.find(
      (one) =>
        (one.operation === undefined || one.operation === operation) &&
        (one.conversation === undefined || one.conversation === conversation),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#open = this.#open.filter((one) => one !== fault);
    return fault;
  }
}

function failed(status: number, retryAfter: number | string | undefined): ConnectorAnswer {
  const answer = refusal(
    status,
    status === 429 ? "TooManyRequests" : "ServiceError",
    `The connector answers ${status}.`,
  );
  return retryAfter === undefined ? answer : { ...answer, headers: { "retry-after": String(retryAfter) } };
}
