import { job, newsIds, toPerson } from "./job.ts";

/** Tells one of the pair what happened to a check-in. */
export const tellAfterNews = job({
  name: "tell-news",
  ids: newsIds,
  subject: toPerson,
  perform: (ids, { tellNews }) => tellNews(ids),
});
