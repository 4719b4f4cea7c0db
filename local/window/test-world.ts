import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { localApp } from "../identities.ts";
import { freePorts } from "../ports.ts";
import { issuerUrl } from "../sign-in/context.ts";
import { buildSignIn } from "../sign-in/server.ts";
import type { Activity } from "./activities.ts";
import { buildWindow } from "./server.ts";

export interface Received {
  readonly activity: Activity;
  readonly authorization: string;
}

/** A sign-in, a window and a bot that only records and answers as told, all on loopback: what the window's own tests need. */
export interface TestWorld {
  readonly window: FastifyInstance;
  readonly windowUrl: string;
  readonly signInUrl: string;
  readonly issuer: string;
  /** Every activity that reached the bot, in order. */
  readonly received: Received[];
  /** How the bot answers from now on. */
  answerWith: (activity: Activity, reply: FastifyReply) => unknown;
  /** Calls the connector as the bot. */
  readonly asBot: (method: string, path: string, body?: unknown, token?: string) => Promise<Response>;
  readonly restartWindow: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface TestWorldOptions {
  readonly stateDir?: string;
  /** What the calendar stand-in would list. */
  readonly events?: () => unknown;
  /** Where the built page is, when a browser is to look at it. */
  readonly pageDir?: string;
  /** Adds what the window frames to the server that the bot is on. */
  readonly addTab?: (
    server: FastifyInstance,
    urls: { readonly windowUrl: string; readonly issuer: string; readonly appUrl: string },
  ) => void;
}

/** Starts the world. */
export async function startTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const ports = await freePorts();
  const signIn = await buildSignIn({ port: ports.signIn });
  await signIn.listen({ port: ports.signIn, host: "127.0.0.1" });
  const issuer = issuerUrl(`http://localhost:${ports.signIn}`);
  const bot = Fastify({ forceCloseConnections: true });
  const received: Received[] = [];
  const settings = {
    port: ports.window,
    issuer,
    graphUrl: `http://localhost:${ports.graph}/v1.0`,
    appUrl: `http://localhost:${ports.server}`,
    stateDir: options.stateDir,
    pageDir: options.pageDir,
  };
  const openWindow = async () => {
    const window = buildWindow(settings);
    await window.listen({ port: ports.window, host: "127.0.0.1" });
    return window;
  };
  const graph = Fastify({ forceCloseConnections: true });
  graph.get("/_local/events", () => options.events?.() ?? { value: [] });
  await graph.listen({ port: ports.graph, host: "127.0.0.1" });
  let window = await openWindow();
  const windowUrl = `http://localhost:${ports.window}`;
  let cachedToken: string | undefined;
  const world: TestWorld = {
    get window() {
      return window;
    },
    windowUrl,
    signInUrl: `http://localhost:${ports.signIn}`,
    issuer,
    received,
    answerWith: (_activity, reply) => reply.code(202).send(),
    asBot: async (method, path, body, token) => {
      cachedToken ??= await botToken(issuer);
      return callAsBot(`${windowUrl}/connector${path}`, method, body, token ?? cachedToken);
    },
    restartWindow: async () => {
      await window.close();
      window = await openWindow();
    },
    close: async () => {
      await Promise.all([window.close(), bot.close(), signIn.close(), graph.close()]);
    },
  };
  bot.post<{ Body: Activity }>("/api/messages", (request, reply) => {
    received.push({ activity: request.body, authorization: request.headers.authorization ?? "" });
    return world.answerWith(request.body, reply);
  });
  options.addTab?.(bot, { windowUrl, issuer, appUrl: settings.appUrl });
  await bot.listen({ port: ports.server, host: "127.0.0.1" });
  return world;
}

function callAsBot(url: string, method: string, body: unknown, bearer: string) {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return fetch(url, { method, headers: { ...type, authorization: `Bearer ${bearer}` }, ...json });
}

async function botToken(issuer: string) {
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: localApp.botAppId,
      client_secret: localApp.botAppPassword,
      scope: "https://api.botframework.com/.default",
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
