import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NetworkLines } from "./network-lines.ts";

const app = createServer((request, response) => {
  response.write(`${request.url}`);
  // A stream that stays open, as a panel's does.
  if (request.url !== "/stream") response.end();
});
let lines: NetworkLines;

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  lines = new NetworkLines(`http://localhost:${(app.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await lines.close();
  app.closeAllConnections();
  app.close();
});

const read = async (name: string) => (await fetch(`${await lines.urlOf(name)}/hello`)).text();

it("each window of a meeting reaches the app over a line of its own", async () => {
  expect(await read("ana")).toBe("/hello");
  expect(await read("ben")).toBe("/hello");
  expect(await lines.urlOf("ana")).toBe(await lines.urlOf("ana"));
  expect(await lines.urlOf("ana")).not.toBe(await lines.urlOf("ben"));
});

it("cutting one ends what runs over it and lets nothing through, while the others go on; mended, it carries again", async () => {
  const stream = await fetch(`${await lines.urlOf("ana")}/stream`);
  const ended = stream.text().then(
    () => "ended",
    () => "broken",
  );
  await lines.cut("ana", true);
  expect(await ended).toBe("broken");
  await expect(read("ana")).rejects.toThrow();
  expect(await read("ben")).toBe("/hello");
  await lines.cut("ana", false);
  expect(await read("ana")).toBe("/hello");
});
