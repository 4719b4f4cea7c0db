import type { FastifyInstance } from "fastify";
import { sessionStream } from "../../shared/contract/sessions.ts";
import { type SessionChannel, StoreAway } from "../ports.ts";
import type { PersonRef } from "../use-cases/deps.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import { answerRefusal } from "./answer.ts";
import type { Verify } from "./routes.ts";

const heartbeatMilliseconds = 20_000;

/** The open streams, so that a stop can end them. */
export interface Streams {
  readonly endAll: () => void;
}

/** Mounts the live stream of a session. Each change reads the session anew as the person, so that access that has ended ends the stream. */
export function mountSessionStream(
  server: FastifyInstance,
  useCases: UseCases,
  channel: SessionChannel,
  verify: Verify,
): Streams {
  const open = new Set<() => void>();
  server.get(sessionStream.path, async (request, reply) => {
    const caller = await verify(request.headers.authorization);
    const by: PersonRef = { tenantId: caller.tenantId, personId: caller.personId };
    const params = sessionStream.params.safeParse(request.params);
    const first = params.success ? await useCases.readSession({ by, ...params.data }) : null;
    if (!params.success || !first?.ok) return answerRefusal(request, reply, "not-found");
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const view = follow({
      read: () => useCases.readSession({ by, ...params.data }),
      write: (text) => reply.raw.write(text),
    });
    const stop = channel.listen(by.tenantId, params.data.sessionId, view.refresh);
    const heartbeat = setInterval(() => reply.raw.write(": still here\n\n"), heartbeatMilliseconds);
    // A token that ran out, or a server that stops, closes the line: the page comes back by itself.
    const leave = () => void reply.raw.end();
    const expiry = setTimeout(leave, Math.max(0, caller.expiresAt - Date.now()));
    open.add(leave);
    reply.raw.on("close", () => {
      stop();
      clearInterval(heartbeat);
      clearTimeout(expiry);
      open.delete(leave);
    });
    view.onGone(() => reply.raw.end("event: end\ndata: {}\n\n"));
    view.refresh();
    return reply;
  });
  return { endAll: () => [...open].forEach((leave) => leave()) };
}

interface Followed {
  readonly read: () => ReturnType<UseCases["readSession"]>;
  readonly write: (text: string) => unknown;
}

/** Sends the newest view once for each version. Changes that come while one is read are joined into one more reading. */
function follow({ read, write }: Followed) {
  let sent = 0;
  let reading = false;
  let again = false;
  let gone: () => void = () => {};
  const send = async () => {
    const result = await read();
    if (!result.ok) return gone();
    if (result.value.version <= sent) return;
    sent = result.value.version;
    write(`id: ${sent}\nevent: session\ndata: ${JSON.stringify(result.value)}\n\n`);
  };
  const refresh = () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    send()
      // The database is away: the channel calls again once it is back.
      .catch((problem: unknown) => {
        if (!(problem instanceof StoreAway)) gone();
      })
      .finally(() => {
        reading = false;
        if (!again) return;
        again = false;
        refresh();
      });
  };
  return { refresh, onGone: (then: () => void) => void (gone = then) };
}
