import { startThrowawayPostgres } from "../../postgres/throwaway.ts";
import { textAt, valueAt } from "../odata.ts";
import { type RunningGraph, startGraph } from "../start-graph.ts";
import { startTestIssuer, type TestIssuer } from "./issuer.ts";

/** An answer of Graph, read. `body` is null where there is none. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** What the body holds at a path such as `value/0/subject`; undefined where it holds nothing. */
  at(path: string): unknown;
  /** The same as text; empty where there is nothing. */
  text(path: string): string;
  /** The items of `value`. */
  items(): readonly unknown[];
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null sends no token. */
  readonly token?: string | null;
}

/** A stand-in of its own for one test file: empty calendars, its own database, and a clock the test sets. */
export interface GraphUnderTest {
  readonly url: string;
  readonly issuer: TestIssuer;
  readonly databaseUrl: string;
  /** Calls a path such as `/v1.0/users` as the application. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  setClock(iso: string): void;
  /** Ends this stand-in and starts another on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Monday 23 November 2026, nine in the morning in London: when tests happen unless they say otherwise. */
export const testNow = "2026-11-23T09:00:00Z";

/** Starts one. It takes a second or two, most of it PostgreSQL. */
export async function startGraphUnderTest(calendars: "seeded" | "empty" = "empty"): Promise<GraphUnderTest> {
  const [postgres, issuer] = await Promise.all([startThrowawayPostgres(), startTestIssuer()]);
  await postgres.ensureDatabase("graph");
  const databaseUrl = postgres.ownerUrl("graph");
  let now = new Date(testNow);
  const start = () => startGraph({ port: 0, databaseUrl, issuer: issuer.url, calendars, clock: () => now });
  let graph: RunningGraph = await start();
  const usual = await issuer.token();
  return {
    get url() {
      return graph.url;
    },
    issuer,
    databaseUrl,
    call: (method, path, options) => call(`${graph.url}${path}`, method, { token: usual, ...options }),
    setClock(iso) {
      now = new Date(iso);
    },
    async restart() {
      await graph.close();
      graph = await start();
    },
    async stop() {
      await graph.close();
      await Promise.all([postgres.stop(), issuer.close()]);
    },
  };
}

async function call(url: string, method: string, { body, headers, token }: CallOptions): Promise<Answered> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return read(response.status, response.headers, text === "" ? null : (JSON.parse(text) as unknown));
}

function read(status: number, headers: Headers, body: unknown): Answered {
  const at = (path: string) => valueAt(body, path);
  const items = () => {
    const value = at("value");
    return Array.isArray(value) ? (value as unknown[]) : [];
  };
  return { status, headers, body, at, items, text: (path) => textAt(body, path) };
}
