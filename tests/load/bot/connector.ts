import Fastify from "fastify";

/** What the bot sent. */
export interface Said {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly unknown[];
}

/** A connector that believes everything: it takes what bots send, and hands it to whoever waits in that conversation. */
export interface Connector {
  /** As bots are told in `serviceUrl`. */
  readonly url: string;
  /** The next message in this conversation. Ask before it can come. */
  readonly next: (conversationId: string) => Promise<Said>;
  readonly close: () => Promise<void>;
}

type Params = { readonly Params: { readonly id: string }; readonly Body: Said };

/** Opens a connector on this port of loopback. */
export async function openConnector(port: number): Promise<Connector> {
  const waiting = new Map<string, (said: Said) => void>();
  let sent = 0;
  const take = ({ params, body }: { readonly params: Params["Params"]; readonly body: Said }) => {
    if (body.type === "message") {
      waiting.get(params.id)?.(body);
      waiting.delete(params.id);
    }
    sent += 1;
    return { id: String(sent) };
  };
  const app = Fastify({ forceCloseConnections: true });
  app.post<Params>("/connector/v3/conversations/:id/activities", take);
  app.post<Params>("/connector/v3/conversations/:id/activities/:replyTo", take);
  app.put<Params>("/connector/v3/conversations/:id/activities/:replyTo", take);
  await app.listen({ port, host: "127.0.0.1" });
  return {
    url: `http://localhost:${port}/connector/`,
    next: (conversationId) => new Promise((resolve) => waiting.set(conversationId, resolve)),
    close: () => app.close(),
  };
}
