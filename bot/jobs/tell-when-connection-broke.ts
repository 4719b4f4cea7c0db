import { job, personIds } from "./job.ts";

/** Tells a person that a calendar needs to be connected again. */
export const tellWhenConnectionBroke = job({
  name: "tell-connection",
  ids: personIds,
  subject: ({ tenantId, personId }) => `${tenantId} connection ${personId}`,
  perform: (ids, { tellConnection }) => tellConnection(ids),
});
