import type { FastifyRequest } from "fastify";

const addresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const names = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * True when a request comes from this machine, under this machine's own name, and not from a page of another site.
 *
 * The name is checked as a page elsewhere could have its own name point here.
 */
export function isFromHere(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  return addresses.has(request.ip) && names.test(request.headers.host ?? "") && site !== "cross-site";
}
