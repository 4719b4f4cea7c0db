import type { FastifyReply, FastifyRequest } from "fastify";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);
const loopbackAddresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Lets only this machine in, and of its browsers only pages served from this machine.
 *
 * The address alone would not do: a page of any site can send a browser here, and a name of its own can point at 127.0.0.1.
 */
export async function onlyLoopback(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const origin = request.headers.origin;
  const isHere = loopbackAddresses.has(request.ip) && loopbackNames.has(request.hostname);
  if (isHere && (origin === undefined || isLoopbackUrl(origin))) return;
  await reply.code(403).send({ error: { code: "not-loopback", message: "Only this machine may use this address." } });
}

/** Says whether a URL points at this machine. Text that is no URL does not. */
export function isLoopbackUrl(text: string): boolean {
  return URL.canParse(text) && loopbackNames.has(new URL(text).hostname);
}
