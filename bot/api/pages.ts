import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const built = fileURLToPath(new URL("../../dist/tab/", import.meta.url));

/** The pages that Teams frames. */
const pages = ["index.html", "panel.html"] as const;

const teamsHosts =
  "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com";
const teamsDomainList = "https://res.cdn.office.net https://res-sdf.cdn.office.net";

/** Serves the tab. Only Teams may frame it; in local running the local window may too, and the page is told so. */
export async function mountPages(server: FastifyInstance, windowUrl: string | undefined): Promise<void> {
  const policy = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${teamsDomainList}`,
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${[teamsHosts, windowUrl].filter(Boolean).join(" ")}`,
  ].join("; ");
  const headers = {
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  for (const page of pages)
    server.get(`/tab/${page}`, async (_, reply) => {
      const html = await readFile(`${built}${page}`, "utf8");
      return reply
        .headers({ ...headers, "cache-control": "no-cache" })
        .type("text/html")
        .send(withHostOrigins(html, windowUrl));
    });
  await server.register(fastifyStatic, {
    root: built,
    prefix: "/tab/",
    preCompressed: true,
    index: false,
    globIgnore: ["**/*.html"],
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      reply.header("cache-control", "public, max-age=31536000, immutable");
    },
  });
  server.get("/", async (_, reply) => reply.redirect(windowUrl ?? "/tab/index.html"));
}

/** Names the local window as a host the page may trust; in production the page keeps to the Teams hosts that teams-js knows. */
const withHostOrigins = (html: string, windowUrl: string | undefined): string =>
  windowUrl ? html.replace("<head>", `<head><meta name="host-origins" content="${new URL(windowUrl).origin}">`) : html;
