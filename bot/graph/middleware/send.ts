import type { Middleware } from "@microsoft/microsoft-graph-client";
import { AnswerLost } from "./call.ts";
import { link, urlOf } from "./link.ts";

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The end of the chain: sends the request and reads the whole answer, so that one that breaks off half-way counts as lost.
 *
 * @throws AnswerLost when no whole answer came.
 */
export function send(): Middleware {
  return link(async (context) => {
    try {
      const answer = await fetch(urlOf(context), { ...(context.options as RequestInit), redirect: "error" });
      const body = await answer.arrayBuffer();
      const { status, statusText, headers } = answer;
      context.response = new Response(withoutBody.has(status) ? null : body, { status, statusText, headers });
    } catch (cause) {
      throw new AnswerLost("No whole answer came from Graph.", { cause });
    }
  });
}
