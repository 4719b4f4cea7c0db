import { z } from "zod";
import { endpoint, noBody, noParams } from "./endpoint.ts";

/** "not-needed" where the organisation gave the application leave to all participants' calendars. */
export const connectionView = z.strictObject({ state: z.enum(["not-needed", "missing", "works", "broken"]) });
export type ConnectionView = z.infer<typeof connectionView>;

export const readConnection = endpoint({
  id: "readConnection",
  method: "GET",
  path: "/api/calendar-connection",
  summary: "Whether the signed-in person's calendar is connected",
  role: "participant",
  params: noParams,
  body: noBody,
  output: connectionView,
  refusals: [],
});

export const connectCalendar = endpoint({
  id: "connectCalendar",
  method: "POST",
  path: "/api/calendar-connection",
  summary: "Connects the signed-in person's calendar, in that person's name; whoever has not consented yet is told so",
  role: "participant",
  params: noParams,
  body: noBody,
  output: connectionView,
  refusals: ["consent-needed", "calendar-away"],
});

export const disconnectCalendar = endpoint({
  id: "disconnectCalendar",
  method: "DELETE",
  path: "/api/calendar-connection",
  summary: "Forgets the leave to the signed-in person's calendar",
  role: "participant",
  params: noParams,
  body: noBody,
  output: connectionView,
  refusals: [],
});
