import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { badRequest, errorBody, GraphError } from "./errors.ts";

const contentType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** Answers with JSON under Graph's content type. */
export function answer(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).header("content-type", contentType).send(JSON.stringify(body));
}

/** The root of this Graph as the caller reached it. */
export const rootOf = (request: FastifyRequest) => `http://${request.headers.host ?? "localhost"}/v1.0`;

/** Graph's annotation that says what an answer is. */
export const contextOf = (request: FastifyRequest, what: string) => `${rootOf(request)}/$metadata#${what}`;

const unreadable =
  "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.";

/** Makes every failure an answer in Graph's form, and reads JSON bodies the way Graph does: an empty one is no body. */
export function addAnswers(app: FastifyInstance, clock: () => Date): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, text === "" ? undefined : JSON.parse(String(text)));
    } catch {
      done(badRequest(unreadable));
    }
  });
  app.setErrorHandler((error: FastifyError | GraphError, request, reply) => {
    const failure = asGraphError(error);
    reply.headers(failure.headers);
    return answer(reply, failure.status, errorBody(request.ids, failure, clock()));
  });
}

function asGraphError(error: FastifyError | GraphError): GraphError {
  if (error instanceof GraphError) return error;
  const status = error.statusCode ?? 500;
  if (status < 500) return new GraphError(status, "BadRequest", status === 400 ? unreadable : error.message);
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return new GraphError(500, "generalException", "General exception while processing.");
}

/** What Graph says of a path it doesn't have. */
export function notFound(request: FastifyRequest): never {
  const path = request.url.split("?")[0] ?? "";
  const segments = path.split("/").filter(Boolean);
  if (segments[0]?.toLowerCase() !== "v1.0") throw badRequest(`Invalid version: ${segments[0] ?? ""}`);
  throw badRequest(`Resource not found for the segment '${decodeURIComponent(segments.at(-1) ?? "")}'.`);
}
