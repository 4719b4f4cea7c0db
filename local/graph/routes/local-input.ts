import { z } from "zod";
import { badRequest, GraphError } from "../errors.ts";
import { personLoosely } from "../people.ts";

/** Reads what a local door was sent. @throws GraphError 400 in words for people. */
export function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const read = schema.safeParse(body);
  if (!read.success) throw badRequest(z.prettifyError(read.error));
  return read.data;
}

/** The object id of someone who is named by id, address or given name. @throws GraphError 404. */
export function mailboxIn(who: string): string {
  const person = personLoosely(who);
  if (!person) throw new GraphError(404, "itemNotFound", `Nobody here is called ${who}.`);
  return person.oid;
}

/** The object id of whoever a query names as its `mailbox`; undefined where it names nobody. @throws GraphError 404. */
export function mailboxMeant(query: unknown): string | undefined {
  const { mailbox } = query as { readonly mailbox?: string };
  return mailbox === undefined ? undefined : mailboxIn(mailbox);
}
