import { readConfig } from "../config.ts";
import { type StartOptions, startServer } from "../wiring/start-server.ts";

/** Serves until it is told to stop. */
export async function serve(options: StartOptions): Promise<void> {
  const running = await startServer(readConfig(process.env), options);
  process.stdout.write(`${JSON.stringify({ level: 30, msg: "ready", url: running.url })}\n`);
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
