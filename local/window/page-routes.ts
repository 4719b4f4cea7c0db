import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { WindowSettings } from "./context.ts";

const builtPage = fileURLToPath(new URL("../../dist/window/", import.meta.url));

/** Serves the built page under every address that it draws itself. */
export function pageRoutes(app: FastifyInstance, settings: WindowSettings): void {
  const root = settings.pageDir ?? builtPage;
  app.addHook("onSend", async (_request, reply) => {
    reply.header("content-security-policy", policy(settings.appUrl)).header("x-content-type-options", "nosniff");
  });
  if (!existsSync(root)) {
    app.get("/*", (_request, reply) => reply.code(503).send("The window's page isn't built yet: run npm run build."));
    return;
  }
  app.register(fastifyStatic, { root, wildcard: true, index: false });
  for (const path of ["/", "/as/*", "/meeting", "/both"])
    app.get(path, (_request, reply) => reply.header("cache-control", "no-cache").sendFile("index.html"));
}

const policy = (appUrl: string) =>
  [
    "default-src 'self'",
    // Each window of a meeting frames the app over a line of its own.
    `frame-src 'self' ${appUrl} http://localhost:*`,
    "img-src 'self' https: data:",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
