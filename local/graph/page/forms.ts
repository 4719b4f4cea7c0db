import type { FastifyInstance } from "fastify";

/** What a form sent: its fields by name. */
export type Fields = Readonly<Record<string, string>>;

const formType = "application/x-www-form-urlencoded";

/** Lets routes of this scope take what HTML forms send. */
export function acceptForms(app: FastifyInstance): void {
  if (app.hasContentTypeParser(formType)) return;
  app.addContentTypeParser(formType, { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
}

/** The fields of a form, and nothing of what isn't one. */
export function fieldsOf(body: unknown): Fields {
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
