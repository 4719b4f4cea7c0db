import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  longestValidationToken,
  type OutlookNotice,
  outlookNotice,
  outlookNotices,
} from "../../shared/contract/outlook-notices.ts";
import { answerRefusal } from "./answer.ts";

/** Keeps what Outlook told. It only stores: whether a notice is genuine is found out later, and never told. */
export type TakeNotices = (notices: readonly OutlookNotice[]) => Promise<void>;

const paths = ["/api/outlook/notices", "/api/outlook/lifecycle"] as const;

/** The largest body of notices, in bytes. */
const noticesLimit = 1024 * 1024;

/** The doors at which Microsoft Graph says that something changed. Anybody can knock, and everybody gets the same answer. */
export function mountOutlookNotices(server: FastifyInstance, take: TakeNotices): void {
  for (const path of paths)
    server.post(path, { bodyLimit: noticesLimit, onRequest: shakeHands }, async (request, reply) => {
      const notices = noticesIn(request.body);
      if (!notices) return answerRefusal(request, reply, "bad-input");
      if (notices.length > 0) await take(notices);
      return reply.code(202).send();
    });
}

/** Graph makes sure that it reaches us by a token that it wants back within ten seconds, as plain text. */
async function shakeHands(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { validationToken: token } = request.query as Readonly<Record<string, unknown>>;
  if (token === undefined) return undefined;
  if (typeof token !== "string" || token.length > longestValidationToken)
    return answerRefusal(request, reply, "bad-input");
  return reply.header("x-content-type-options", "nosniff").type("text/plain; charset=utf-8").send(token);
}

/** The notices that can be read, or `null` where none of it is a notice. One that can't be read costs the others nothing. */
function noticesIn(body: unknown): readonly OutlookNotice[] | null {
  const sent = outlookNotices.safeParse(body);
  if (!sent.success) return null;
  const readable = sent.data.value.flatMap((one) => {
    const notice = outlookNotice.safeParse(one);
    return notice.success ? [notice.data] : [];
  });
  return readable.length === 0 && sent.data.value.length > 0 ? null : readable;
}
