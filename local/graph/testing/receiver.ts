import { createServer } from "node:http";
import { valueAt } from "../odata.ts";

/** One post that a receiver took. `items` are the notices in it. */
export interface Taken {
  readonly path: string;
  readonly items: readonly unknown[];
}

/** What an application listens with: it answers handshakes and keeps what it is told. */
export interface Receiver {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Every notice, in the order of its coming. */
  items(): readonly unknown[];
  /** What is at a path of each notice. */
  told(path: string): readonly unknown[];
  /** Answers the next so many notices with this status. */
  refuse(times: number, status: number): void;
  /** How handshakes are answered from now on. */
  shake(how: "rightly" | "encoded" | "as-json" | "with-202" | "wrongly"): void;
  clear(): void;
  close(): Promise<void>;
}

/** Starts one on loopback. */
export async function startReceiver(): Promise<Receiver> {
  let taken: Taken[] = [];
  let refusing = { times: 0, status: 500 };
  let hand = "rightly";
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://here");
    const token = url.searchParams.get("validationToken");
    if (token !== null) {
      response.writeHead(hand === "with-202" ? 202 : 200, {
        "content-type": hand === "as-json" ? "application/json" : "text/plain",
      });
      response.end(hand === "encoded" ? encodeURIComponent(token) : hand === "wrongly" ? "hello" : token);
      return;
    }
    let text = "";
    request.on("data", (part: Buffer) => {
      text += String(part);
    });
    request.on("end", () => {
      if (refusing.times > 0) {
        refusing = { ...refusing, times: refusing.times - 1 };
        response.writeHead(refusing.status).end();
        return;
      }
      const items = valueAt(JSON.parse(text), "value");
      taken.push({ path: url.pathname, items: Array.isArray(items) ? (items as unknown[]) : [] });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The receiver has no port.");
  const items = () => taken.flatMap((one) => one.items);
  return {
    url: `http://localhost:${address.port}`,
    get taken() {
      return taken;
    },
    items,
    told: (path) => items().map((one) => valueAt(one, path)),
    refuse(times, status) {
      refusing = { times, status };
    },
    shake(how) {
      hand = how;
    },
    clear() {
      taken = [];
      refusing = { times: 0, status: 500 };
      hand = "rightly";
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
