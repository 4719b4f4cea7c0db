import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import type { Home } from "../../shared/contract/home.ts";
import type { ReflectionView, WordsView } from "../../shared/contract/session-words.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { panelHost } from "./canned-host.ts";

/** All that a canned panel reads. */
export interface Canned {
  readonly session: SessionView;
  readonly words: readonly WordsView[];
  readonly home: Home;
  readonly reflection: ReflectionView;
}

/** A server that answers the panel what it is told to, and a page that plays Teams around it. */
export interface CannedServer {
  readonly url: string;
  /** What is answered from now on. An open panel is sent the session at once. */
  readonly tell: (change: Partial<Canned>) => void;
  readonly close: () => Promise<void>;
}

const tab = new URL("../../dist/tab/", import.meta.url);
const host = new URL("../../local/window/page/", import.meta.url);
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Serves the built panel with canned answers, on a free port of this machine. */
export async function startCannedServer(first: Canned): Promise<CannedServer> {
  let canned = first;
  const lines = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    void answer(request, response, canned, lines).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: (change) => {
      canned = { ...canned, ...change };
      for (const line of lines) line.write(sessionEvent(canned.session));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { url = "/", method, headers }: IncomingMessage,
  response: ServerResponse,
  canned: Canned,
  lines: Set<ServerResponse>,
): Promise<void> {
  const path = url.split("?")[0] ?? "/";
  const send = (type: string, body: string | Buffer) => response.setHeader("content-type", type).end(body);
  if (path === "/panel") return void send("text/html", panelHost(canned.session.members[0]));
  if (path.startsWith("/host/")) return void send("text/javascript", await playedTeams(path.slice(6)));
  if (path === "/tab/panel.html") return void send("text/html", await panelPage(`http://${headers.host}`));
  if (path.startsWith("/tab/"))
    return void send(types[extname(path)] ?? "", await readFile(new URL(path.slice(5), tab)));
  if (path.endsWith("/events")) return follow(response, canned.session, lines);
  send("application/json", JSON.stringify(apiAnswer(path, method ?? "GET", canned)));
}

/** The panel's page, told as the product's server tells it that the page around it may frame it. */
async function panelPage(origin: string): Promise<string> {
  const html = await readFile(new URL("panel.html", tab), "utf8");
  return html.replace("<head>", `<head><meta name="host-origins" content="${origin}">`);
}

const playedTeams = async (name: string): Promise<string> =>
  stripTypeScriptTypes(await readFile(new URL(name, host), "utf8"));

function follow(response: ServerResponse, session: SessionView, lines: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(sessionEvent(session));
  lines.add(response);
  response.on("close", () => lines.delete(response));
}

const sessionEvent = (session: SessionView): string =>
  `id: ${session.version}\nevent: session\ndata: ${JSON.stringify(session)}\n\n`;

function apiAnswer(path: string, method: string, { session, words, home, reflection }: Canned): unknown {
  const asking = `${method} ${path.replace(/(?<=check-ins\/)[^/]+/, ":id")}`;
  const answers: Readonly<Record<string, unknown>> = {
    "GET /api/me": { ...home.person, roles: [] },
    "GET /api/home": home,
    "GET /api/clock": { now: new Date().toISOString() },
    "GET /api/check-ins/:id/words": { words },
    "GET /api/check-ins/:id/reflection": reflection,
  };
  return answers[asking] ?? session;
}
