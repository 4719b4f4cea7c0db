import type { ServerResponse } from "node:http";
import Fastify from "fastify";

/**
 * What the live session is laid beside: a relay that keeps everything in memory. A command counts the version on and writes the view to
 * whoever listens. Nobody is asked who it is, nothing is decided, nothing is kept.
 *
 * Environment: PORT.
 */
interface Room {
  view: { readonly version: number };
  readonly listeners: Set<ServerResponse>;
}
type OfRoom = { readonly Params: { readonly id: string } };

const rooms = new Map<string, Room>();
const roomOf = (id: string): Room => {
  const room = rooms.get(id);
  if (!room) throw new Error("There is no such room.");
  return room;
};
const eventFor = ({ view }: Room) => `id: ${view.version}\nevent: session\ndata: ${JSON.stringify(view)}\n\n`;

const server = Fastify({ forceCloseConnections: true });

server.put<OfRoom & { Body: Room["view"] }>("/api/sessions/:id", ({ params, body }) => {
  rooms.set(params.id, { view: body, listeners: new Set() });
  return body;
});

server.post<OfRoom>("/api/sessions/:id/commands", ({ params }) => {
  const room = roomOf(params.id);
  room.view = { ...room.view, version: room.view.version + 1 };
  const event = eventFor(room);
  for (const listener of room.listeners) listener.write(event);
  return room.view;
});

server.get<OfRoom>("/api/sessions/:id/events", ({ params }, reply) => {
  const room = roomOf(params.id);
  reply.hijack();
  reply.raw.writeHead(200, { "content-type": "text/event-stream" });
  reply.raw.write(eventFor(room));
  room.listeners.add(reply.raw);
  reply.raw.on("close", () => room.listeners.delete(reply.raw));
});

process.once("SIGTERM", () => void server.close());
await server.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
process.stdout.write("ready\n");
