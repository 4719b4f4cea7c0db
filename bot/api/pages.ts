import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

const built = fileURLToPath(new URL("../../dist/tab/", import.meta.url));

/** The pages that Teams frames. */
const pages = ["index.html", "panel.html"] as const;

const teamsHosts =
  "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com";
const teamsDomainList = "https://res.cdn.office.net https://res-sdf.cdn.office.net";

/** What every page is sent with. Only Teams may frame it, and in local running the local window. */
function pageHeaders(windowUrl: string | undefined): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${teamsDomainList}`,
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${[teamsHosts, windowUrl].filter(Boolean).join(" ")}`,
  ].join("; ");
  return {
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}

/** Sends one of the built pages, told what it needs to know by name: each becomes a `<meta>`. Values hold no markup. */
export async function sendPage(
  reply: FastifyReply,
  page: string,
  windowUrl: string | undefined,
  metas: Readonly<Record<string, string>> = {},
): Promise<FastifyReply> {
  const html = await readFile(`${built}${page}`, "utf8");
  // In production the page keeps to the Teams hosts that teams-js knows.
  const all = { ...metas, ...(windowUrl ? { "host-origins": new URL(windowUrl).origin } : {}) };
  const tags = Object.entries(all).map(([name, content]) => `<meta name="${name}" content="${content}">`);
  return reply
    .headers({ ...pageHeaders(windowUrl), "cache-control": "no-cache" })
    .type("text/html")
    .send(html.replace("<head>", () => `<head>${tags.join("")}`));
}

/** Serves the tab's pages, and what they are made of. */
export async function mountPages(server: FastifyInstance, windowUrl: string | undefined): Promise<void> {
  for (const page of pages) server.get(`/tab/${page}`, (_, reply) => sendPage(reply, page, windowUrl));
  await server.register(fastifyStatic, {
    root: built,
    prefix: "/tab/",
    preCompressed: true,
    index: false,
    globIgnore: ["**/*.html"],
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(pageHeaders(windowUrl))) reply.header(name, value);
      reply.header("cache-control", "public, max-age=31536000, immutable");
    },
  });
  server.get("/", async (_, reply) => reply.redirect(windowUrl ?? "/tab/index.html"));
}
