import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import react from "@vitejs/plugin-react";
import Fastify from "fastify";
import { build } from "vite";
import { freePort } from "../../../local/ports.ts";
import { compressTexts } from "../../../tools/pages/compress.ts";
import type { Lab } from "../lab.ts";

/** A page that is built and served. */
export interface BarePage {
  /** A page with nothing in it but a frame of this one. */
  readonly frameUrl: string;
  readonly url: string;
  /** Where its files lie. */
  readonly folder: string;
}

const root = dirname(fileURLToPath(new URL("./bare-page/main.tsx", import.meta.url)));

/** Builds a page of one Fluent button as the tab is built, and serves it compressed as the server does. */
export async function serveBarePage(lab: Lab): Promise<BarePage> {
  const folder = lab.folder();
  await build({
    root,
    base: "/bare/",
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
  });
  await compressTexts(folder);
  const port = await freePort();
  const app = Fastify({ forceCloseConnections: true });
  await app.register(fastifyStatic, { root: folder, prefix: "/bare/", preCompressed: true });
  app.get("/frame", (_, reply) =>
    reply.type("text/html").send('<iframe src="/bare/index.html" title="One button"></iframe>'),
  );
  await app.listen({ port, host: "127.0.0.1" });
  lab.atEnd(() => app.close());
  const origin = `http://localhost:${port}`;
  return { frameUrl: `${origin}/frame`, url: `${origin}/bare/index.html`, folder };
}
