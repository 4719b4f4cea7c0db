import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Where each process of the local world listens, on loopback. */
export interface Ports {
  readonly server: number;
  readonly window: number;
  readonly signIn: number;
  readonly graph: number;
  readonly postgres: number;
}

/** The server's port unless PORT says otherwise. */
export const usualPort = 3978;

/** The ports of `npm start`: the server's own and the four that follow it. */
export function portsFrom(base: number): Ports {
  return { server: base, window: base + 1, signIn: base + 2, graph: base + 3, postgres: base + 4 };
}

/** Five different ports that nobody listens on at this moment. */
export async function freePorts(): Promise<Ports> {
  const found = new Set<number>();
  while (found.size < 5) found.add(await freePort());
  const [server = 0, window = 0, signIn = 0, graph = 0, postgres = 0] = found;
  return { server, window, signIn, graph, postgres };
}

/**
 * A port that nobody listens on at this moment, with `more` others behind it that are free too. It lies below those that systems lend to outgoing
 * connections, so that no such connection takes it before it is used, and in the stretch that PORTS_BETWEEN names ("12000-16999"), so that
 * suites that run side by side don't take each other's.
 */
export async function freePort(more = 0): Promise<number> {
  const { from, to } = stretchOf(process.env["PORTS_BETWEEN"]);
  const port = randomInt(from, to - more);
  const wanted = Array.from({ length: more + 1 }, (_, at) => port + at);
  const taken = await Promise.all(wanted.map((one) => isPortTaken(one)));
  return taken.includes(true) ? freePort(more) : port;
}

function stretchOf(named: string | undefined): { readonly from: number; readonly to: number } {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(named ?? "") ?? [];
  return from && to ? { from: Number(from), to: Number(to) + 1 } : { from: 12_000, to: 32_000 };
}

/** Says whether a program listens on this port of 127.0.0.1, or of the host given. */
export async function isPortTaken(port: number, host = "127.0.0.1"): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(true) : reject(error)));
  probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
  return promise;
}
