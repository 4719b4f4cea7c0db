import { z } from "zod";
import type { Role } from "../domain/access.ts";
import { type RefusalCode, refusalCodes } from "./refusals.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One endpoint, said once: the server mounts it, the tab calls it, OpenAPI publishes it. `:name` in the path stands in `params`. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** As whom the caller acts. */
  readonly role: Role;
  readonly params: Params;
  readonly body: Body;
  readonly output: Output;
  /** What it may answer besides the refusals that any endpoint may answer. */
  readonly refusals: readonly RefusalCode[];
}

/** Declares an endpoint, keeping the exact types of its parts. */
export const endpoint = <Params extends z.ZodType, Body extends z.ZodType, Output extends z.ZodType>(
  parts: Endpoint<Params, Body, Output>,
): Endpoint<Params, Body, Output> => parts;

/** Refusals that any endpoint may answer. */
export const commonRefusals = [
  "not-signed-in",
  "not-in-programme",
  "bad-input",
  "too-long",
  "unavailable",
  "went-wrong",
] as const;

/** What a refusal looks like on the wire: its code, a sentence, the fields it is about, and an id to quote when it was our fault. */
export const refusalBody = z.strictObject({
  refusal: z.enum(refusalCodes as [RefusalCode, ...RefusalCode[]]),
  sentence: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), problem: z.string() })).optional(),
  /** Why a sign-in was not accepted. */
  reason: z.string().optional(),
  incident: z.string().optional(),
});
export type RefusalBody = z.infer<typeof refusalBody>;

export const noParams = z.strictObject({});
export const noBody = z.undefined();
export const id = z.uuid();
export const instant = z.iso.datetime();
export const date = z.iso.date();
