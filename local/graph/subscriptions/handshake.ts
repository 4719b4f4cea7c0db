import { randomUUID } from "node:crypto";
import { badRequest } from "../errors.ts";

/** A receiver has ten seconds to answer. */
const answerMs = 10_000;

/**
 * Asks an address whether it wants notices: it gives back the token of the query, decoded, as plain text and with 200.
 *
 * @throws GraphError 400 for any other answer, or none.
 */
export async function shakeHands(url: string, which: "notificationUrl" | "lifecycleNotificationUrl"): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const target = new URL(url);
  target.searchParams.set("validationToken", token);
  const answer = await fetch(target, {
    method: "POST",
    headers: { "content-type": "text/plain; charset=utf-8" },
    redirect: "manual",
    signal: AbortSignal.timeout(answerMs),
  }).catch(() => undefined);
  if (!answer) throw refused(`${which} did not answer within ten seconds.`);
  const text = await answer.text().catch(() => "");
  if (answer.status !== 200) throw refused(`${which} answered ${answer.status} where 200 was expected.`);
  const type = answer.headers.get("content-type") ?? "";
  if (!/^text\/plain\b/i.test(type)) throw refused(`${which} answered '${type}' where text/plain was expected.`);
  if (text !== token) throw refused(`${which} did not give back the validation token, url-decoded.`);
}

const refused = (why: string) =>
  badRequest(
    `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. ${why}`,
    "ValidationError",
  );
