import { type AddressInfo, connect as connectTo, createServer, type Server, type Socket } from "node:net";

interface Line {
  readonly server: Server;
  readonly sockets: Set<Socket>;
  isCut: boolean;
}

/**
 * One line to the app for each window of a meeting, so that one person's network can be cut while the others' goes on. Behind each line is the
 * same app; in front of it is a port of its own, which also keeps apart what two people's browsers would remember.
 */
export class NetworkLines {
  readonly #app: URL;
  readonly #lines = new Map<string, Promise<Line>>();

  constructor(appUrl: string) {
    this.#app = new URL(appUrl);
  }

  /** Where this line begins, `http://localhost:<port>`; the same until the process ends. */
  async urlOf(name: string): Promise<string> {
    const { server } = await this.#line(name);
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** Cuts the line, and whatever runs over it; or mends it. */
  async cut(name: string, isCut: boolean): Promise<void> {
    const line = await this.#line(name);
    line.isCut = isCut;
    if (isCut) for (const socket of line.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const line of await Promise.all(this.#lines.values())) {
      for (const socket of line.sockets) socket.destroy();
      line.server.close();
    }
  }

  #line(name: string): Promise<Line> {
    const line = this.#lines.get(name) ?? this.#open();
    this.#lines.set(name, line);
    return line;
  }

  #open(): Promise<Line> {
    const line: Line = { server: createServer(), sockets: new Set(), isCut: false };
    line.server.on("connection", (socket) => this.#join(line, socket));
    return new Promise((resolve, reject) => {
      line.server.once("error", reject).listen(0, "127.0.0.1", () => resolve(line));
    });
  }

  #join(line: Line, near: Socket) {
    if (line.isCut) return near.destroy();
    const far = connectTo({ host: "127.0.0.1", port: Number(this.#app.port || 80) });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      line.sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        line.sockets.delete(one);
        other.destroy();
      });
    }
    return undefined;
  }
}
