import { z } from "zod";
import { roles } from "../domain/access.ts";
import { voices } from "../domain/person.ts";
import { endpoint, id, noBody, noParams } from "./endpoint.ts";

/** Someone in a pair, as shown on pair screens: a name and a voice, never a title or grade. */
export const memberView = z.strictObject({ id, name: z.string(), voice: z.enum(voices), timeZone: z.string() });
export type MemberView = z.infer<typeof memberView>;

export const readMe = endpoint({
  id: "readMe",
  method: "GET",
  path: "/api/me",
  summary: "Who is signed in, and what this person may be here",
  role: "participant",
  params: noParams,
  body: noBody,
  output: z.strictObject({
    id,
    name: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    roles: z.array(z.enum(roles)),
  }),
  refusals: [],
});
