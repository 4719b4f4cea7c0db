import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { answer } from "../answers.ts";
import { badRequest } from "../errors.ts";
import type { World } from "../world.ts";

const item = z.object({
  id: z.string().min(1),
  method: z.enum(["GET", "POST", "PATCH", "DELETE", "PUT"]),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
});

type Item = z.infer<typeof item>;

const batch = z.object({ requests: z.array(item).min(1) });

interface ItemAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const most = 20;

/** Several requests in one, each with an answer of its own, in no particular order. Items run at once unless they depend on others. */
export function addBatchRoute(app: FastifyInstance, world: World): void {
  app.post("/$batch", async (request, reply) => {
    const items = readBatch(request.body);
    const running = new Map<string, Promise<ItemAnswer>>();
    const run = (one: Item): Promise<ItemAnswer> => {
      const started = running.get(one.id) ?? runAfter(one, items, run, () => runItem(app, request, one, world));
      running.set(one.id, started);
      return started;
    };
    const responses = await Promise.all(items.map(run));
    return answer(reply, 200, { responses: responses.toReversed() });
  });
}

function readBatch(body: unknown): Item[] {
  const read = batch.safeParse(body);
  if (!read.success) throw badRequest(`Invalid batch payload: ${read.error.issues[0]?.path.join("/") ?? "requests"}.`);
  const items = read.data.requests;
  if (items.length > most) throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  const seen = new Set<string>();
  for (const one of items) {
    if (seen.has(one.id)) throw badRequest(`Request Id is not unique: ${one.id}.`);
    const stranger = one.dependsOn.find((id) => !seen.has(id));
    if (stranger !== undefined)
      throw badRequest(`Request Id ${one.id} depends on ${stranger}, which doesn't come before it.`);
    const isTyped = Object.keys(one.headers).some((name) => name.toLowerCase() === "content-type");
    if (one.body !== undefined && !isTyped) {
      throw badRequest(`Write request id : ${one.id} does not contain Content-Type header or body.`);
    }
    seen.add(one.id);
  }
  return items;
}

/** `Retry-After` rather than `retry-after`: the names of a batch item's headers are plain keys, and Graph writes them so. */
const asGraphWrites = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const failed = (id: string, status: number, code: string, message: string): ItemAnswer => ({
  id,
  status,
  headers: { "Content-Type": "application/json" },
  body: { error: { code, message } },
});

async function runAfter(
  one: Item,
  items: readonly Item[],
  run: (item: Item) => Promise<ItemAnswer>,
  act: () => Promise<ItemAnswer>,
): Promise<ItemAnswer> {
  const before = await Promise.all(items.filter((other) => one.dependsOn.includes(other.id)).map(run));
  if (before.some((answered) => answered.status >= 400)) {
    return failed(one.id, 424, "FailedDependency", "A request that this one depends on has failed.");
  }
  return act();
}

async function runItem(app: FastifyInstance, outer: FastifyRequest, one: Item, world: World): Promise<ItemAnswer> {
  if (!one.url.startsWith("/"))
    return failed(one.id, 400, "BadRequest", "The url of a batch item is relative and starts with '/'.");
  if (/^\/\$batch/i.test(one.url)) return failed(one.id, 400, "BadRequest", "A batch can't hold a batch.");
  const { authorization, host } = outer.headers;
  const response = await app.inject({
    method: one.method,
    url: `/v1.0${one.url}`,
    headers: {
      ...(authorization ? { authorization } : {}),
      ...(host ? { host } : {}),
      ...one.headers,
      "x-batch-item": world.batchMark,
    },
    ...(one.body === undefined ? {} : { payload: JSON.stringify(one.body) }),
  });
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[asGraphWrites(name), String(value)]],
    ),
  );
  return {
    id: one.id,
    status: response.statusCode,
    headers,
    ...(response.body === "" ? {} : { body: JSON.parse(response.body) as unknown }),
  };
}
