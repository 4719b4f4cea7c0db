import { isPortTaken, type Ports } from "../ports.ts";
import { LocalProblem } from "../processes/problem.ts";

/** Fails with a sentence when a stranger listens where one of ours would. PostgreSQL's port is its runner's business. */
export async function refuseTakenPorts(ports: Ports, host: string): Promise<void> {
  const wanted = [
    { name: "the server", port: ports.server, host },
    { name: "the window", port: ports.window, host: "127.0.0.1" },
    { name: "the sign-in", port: ports.signIn, host: "127.0.0.1" },
    { name: "the calendars", port: ports.graph, host: "127.0.0.1" },
  ];
  for (const { name, port, host: where } of wanted) {
    if (await isPortTaken(port, where)) {
      throw new LocalProblem(
        `Port ${port}, where ${name} would listen, is taken by another program. Stop that one, or choose others (five in a row are used): PORT=4978 npm start`,
      );
    }
  }
}
