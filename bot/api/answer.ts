import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { refusalSentence } from "../../shared/content/refusal-sentence.ts";
import type { RefusalBody } from "../../shared/contract/endpoint.ts";
import { type RefusalCode, refusals } from "../../shared/contract/refusals.ts";
import { StoreAway } from "../ports.ts";
import { SignInAway } from "./discovery.ts";
import { BadToken } from "./verify-token.ts";

/** Answers a refusal: its status, its code and a sentence in the reader's language. */
export function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: RefusalCode,
  more: Omit<RefusalBody, "refusal" | "sentence"> = {},
): FastifyReply {
  const locale = request.headers["accept-language"]?.split(",")[0] ?? "en";
  const body: RefusalBody = { refusal, sentence: refusalSentence(refusal, locale), ...more };
  return reply
    .code(refusals[refusal])
    .header("cache-control", "no-store")
    .type("application/json")
    .send(JSON.stringify(body));
}

/** Turns whatever was thrown into a refusal. A bug is logged once under an incident id that the person can quote. */
export function answerProblem(problem: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (problem instanceof BadToken) {
    reply.header("www-authenticate", `Bearer error="invalid_token", error_description="${problem.problem}"`);
    return answerRefusal(request, reply, "not-signed-in", { reason: problem.problem });
  }
  if (problem instanceof StoreAway || problem instanceof SignInAway) {
    request.log.warn({ code: problem.name }, "Something we need is away.");
    return answerRefusal(request, reply.header("retry-after", "2"), "unavailable");
  }
  if (hasZodFastifySchemaValidationErrors(problem))
    return answerRefusal(request, reply, "bad-input", { fields: fieldsOf(problem.validation) });
  const status = statusOf(problem);
  if (status === 413) return answerRefusal(request, reply, "too-long");
  if (status >= 400 && status < 500)
    return answerRefusal(request, reply, "bad-input", { fields: [{ field: "body", problem: messageOf(problem) }] });
  const incident = randomUUID();
  request.log.error({ err: problem, errorId: incident }, "Something went wrong on our side.");
  return answerRefusal(request, reply, "went-wrong", { incident });
}

interface Issue {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: unknown;
}

function fieldsOf(issues: readonly Issue[]): { field: string; problem: string }[] {
  return issues.flatMap((issue) => {
    const path = issue.instancePath.split("/").filter(Boolean).join(".");
    const unknown = unknownKeys(issue.params);
    if (unknown.length > 0)
      return unknown.map((key) => ({ field: path ? `${path}.${key}` : key, problem: "is not known here" }));
    return [{ field: path || "body", problem: issue.message ?? "is not right" }];
  });
}

function unknownKeys(params: unknown): readonly string[] {
  const issue = params as
    | { readonly keys?: readonly string[]; readonly issue?: { readonly keys?: readonly string[] } }
    | undefined;
  return issue?.keys ?? issue?.issue?.keys ?? [];
}

function statusOf(problem: unknown): number {
  const status = (problem as { readonly statusCode?: unknown } | null)?.statusCode;
  return typeof status === "number" ? status : 500;
}

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : "can't be read");
