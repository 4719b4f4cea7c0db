import { z } from "zod";
import type { BotActivity } from "./adapter.ts";

const account = z.looseObject({ id: z.string().min(1).max(500), aadObjectId: z.string().nullish() });

/** The parts of an activity that the bot reads; everything else travels untouched. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.literal("msteams", "must be msteams"),
  serviceUrl: z.url().max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(1000),
    tenantId: z.string().nullish(),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  id: z.string().nullish(),
  timestamp: z.string().nullish(),
  replyToId: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
});

/** An activity as JSON, checked as far as the bot reads it. */
export type TeamsActivity = z.infer<typeof activitySchema>;

export type ReadActivity =
  | { readonly ok: true; readonly activity: TeamsActivity; readonly raw: BotActivity }
  | { readonly ok: false; readonly fields: readonly { readonly field: string; readonly problem: string }[] };

/** Checks what was posted. `raw` is the same object for the SDK, which wants it whole. */
export function readActivity(posted: unknown): ReadActivity {
  const read = activitySchema.safeParse(posted);
  if (read.success) return { ok: true, activity: read.data, raw: posted as BotActivity };
  return {
    ok: false,
    fields: read.error.issues.map(({ path, message }) => ({ field: path.join("."), problem: message })),
  };
}
