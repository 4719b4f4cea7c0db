import { z } from "zod";
import { badRequest } from "../errors.ts";

const anything = z.unknown().optional();

const creation = z.strictObject({
  "@odata.type": anything,
  changeType: z.string(),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string(),
  expirationDateTime: z.string(),
  clientState: z.string().nullish(),
  latestSupportedTlsVersion: z.enum(["v1_0", "v1_1", "v1_2", "v1_3"]).nullish(),
  includeResourceData: z.literal(false).nullish(),
});

const renewal = z.strictObject({ "@odata.type": anything, expirationDateTime: z.string() });

/** What a subscriber asks for. `owner` is the mailbox's user as written; null for `me`. */
export interface Wish {
  readonly owner: string | null;
  readonly resource: string;
  readonly changeTypes: readonly string[];
  readonly notificationUrl: string;
  readonly lifecycleUrl: string | null;
  readonly clientState: string | null;
  readonly expiresAt: Date;
}

const invalid = (message: string) => badRequest(message, "ValidationError");

/** In minutes, for events: at most a week; a shorter wish than three quarters of an hour becomes that. */
const lifetime = { most: 10_080, least: 45 };
const longestState = 128;
const kinds = ["created", "updated", "deleted"];

/** Reads the body of a new subscription. @throws GraphError 400 for anything Graph would refuse before it shakes hands. */
export function readWish(body: unknown, now: Date): Wish {
  const given = read(creation, body);
  const changeTypes = given.changeType.split(",").map((one) => one.trim().toLowerCase());
  const stranger = changeTypes.find((one) => !kinds.includes(one));
  if (stranger !== undefined) throw invalid(`The change type '${stranger}' is not supported for events.`);
  const clientState = given.clientState ?? null;
  if (clientState !== null && clientState.length > longestState)
    throw invalid(`clientState is longer than ${longestState} characters.`);
  return {
    owner: ownerOf(given.resource),
    resource: given.resource,
    changeTypes: kinds.filter((one) => changeTypes.includes(one)),
    notificationUrl: readUrl(given.notificationUrl, "notificationUrl"),
    lifecycleUrl:
      given.lifecycleNotificationUrl == null
        ? null
        : readUrl(given.lifecycleNotificationUrl, "lifecycleNotificationUrl"),
    clientState,
    expiresAt: readExpiry(given.expirationDateTime, now),
  };
}

/** Reads the body of a renewal: only its end can be changed. */
export const readRenewal = (body: unknown, now: Date): Date => readExpiry(read(renewal, body).expirationDateTime, now);

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path.join("/");
  throw invalid(`The property '${name ?? ""}' is missing, can't be set here or has the wrong form.`);
}

const forms = [
  /^\/?me\/(?:calendar\/)?events$/i,
  /^\/?users(?:\/([^/?]+)|\('([^/?]+)'\))\/(?:calendar\/)?events$/i,
] as const;

function ownerOf(resource: string): string | null {
  if (forms[0].test(resource)) return null;
  const found = forms[1].exec(resource);
  const owner = found?.[1] ?? found?.[2];
  if (owner === undefined) throw invalid(`The resource '${resource}' can't be subscribed to here.`);
  return decodeURIComponent(owner);
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Microsoft's Graph takes https alone; on this machine plain http to itself does as well. */
function readUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isFine = url?.protocol === "https:" || (url?.protocol === "http:" && loopback.has(url.hostname));
  if (!isFine) throw invalid(`The ${name} '${text}' must start with 'https'.`);
  return text;
}

function readExpiry(text: string, now: Date): Date {
  const minutes = (Date.parse(text) - now.getTime()) / 60_000;
  if (!/T.*(Z|[+-]\d\d:\d\d)$/i.test(text) || Number.isNaN(minutes))
    throw invalid("expirationDateTime is not a date and time.");
  if (minutes <= 0) throw invalid("Subscription expiration must be a future date.");
  if (minutes > lifetime.most)
    throw invalid(`Subscription expiration can only be ${lifetime.most} minutes in the future.`);
  return new Date(now.getTime() + Math.max(minutes, lifetime.least) * 60_000);
}
