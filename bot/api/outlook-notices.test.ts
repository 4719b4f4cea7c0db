import Fastify from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OutlookNotice } from "../../shared/contract/outlook-notices.ts";
import { StoreAway } from "../ports.ts";
import { answerProblem } from "./answer.ts";
import { mountOutlookNotices } from "./outlook-notices.ts";

const paths = ["/api/outlook/notices", "/api/outlook/lifecycle"];
const taken: OutlookNotice[][] = [];
let server: ReturnType<typeof Fastify>;
let isAway = false;

beforeEach(() => {
  taken.length = 0;
  isAway = false;
  server = Fastify();
  server.setErrorHandler(answerProblem);
  mountOutlookNotices(server, async (notices) => {
    if (isAway) throw new StoreAway("gone");
    taken.push([...notices]);
  });
});
afterEach(() => server.close());

const post = (path: string, payload: string | object, type = "application/json") =>
  server.inject({ method: "POST", url: path, payload, headers: { "content-type": type } });

const notice = {
  subscriptionId: "s-1",
  clientState: "secret",
  changeType: "updated",
  resource: "Users/ana/Events/AAMk",
  resourceData: { "@odata.type": "#Microsoft.Graph.Event", id: "AAMk" },
  tenantId: "t-1",
};

describe.each(paths)("what Outlook posts to %s", (path) => {
  it("[WATCH-20] is answered with the token it brought, decoded and as plain text", async () => {
    const url = `${path}?validationToken=${encodeURIComponent("Validation: a b+c <b>&é")}`;
    const answer = await server.inject({ method: "POST", url, headers: { "content-type": "text/plain" }, payload: "" });
    expect([answer.statusCode, answer.body]).toEqual([200, "Validation: a b+c <b>&é"]);
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(taken).toEqual([]);
  });

  it("[WATCH-20] gives back the token even where the body claims to be JSON and is empty", async () => {
    const answer = await post(`${path}?validationToken=t`, "");
    expect([answer.statusCode, answer.body]).toEqual([200, "t"]);
  });

  it("[WATCH-20] gives nothing back that is no token", async () => {
    for (const query of [`validationToken=${"x".repeat(2_049)}`, "validationToken=a&validationToken=b"])
      expect((await post(`${path}?${query}`, "{}")).statusCode).toBe(400);
  });

  it("[WATCH-21] is kept and answered 202 without a word", async () => {
    const answer = await post(path, { value: [notice, { ...notice, subscriptionId: "s-2" }], validationTokens: ["x"] });
    expect([answer.statusCode, answer.body]).toEqual([202, ""]);
    expect(taken[0]?.map((one) => [one.subscriptionId, one.clientState, one.resourceData?.id])).toEqual([
      ["s-1", "secret", "AAMk"],
      ["s-2", "secret", "AAMk"],
    ]);
  });

  it("[WATCH-21] is taken with whatever is missing, empty or new in it", async () => {
    const lifecycle = { subscriptionId: "s-1", lifecycleEvent: "missed", clientState: null, organizationId: "o" };
    await post(path, { value: [lifecycle, { id: "no subscription" }, null] });
    expect(taken).toEqual([[{ subscriptionId: "s-1", lifecycleEvent: "missed", clientState: null }]]);
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["no list inside", { value: "all" }],
    ["nothing that is a notice", { value: [{}, 7] }],
  ])("[WATCH-21] is refused when it is malformed: %s", async (_, body) => {
    expect((await post(path, body)).statusCode).toBe(400);
    expect(taken).toEqual([]);
  });

  it("[WATCH-21] may be as long as a megabyte and no longer", async () => {
    const padded = (bytes: number) => ({ value: [notice], padding: "x".repeat(bytes) });
    expect((await post(path, padded(900_000))).statusCode).toBe(202);
    expect((await post(path, padded(1_100_000))).statusCode).toBe(413);
  });

  it("[WATCH-21] is to be sent again while our records are away", async () => {
    isAway = true;
    expect((await post(path, { value: [notice] })).statusCode).toBe(503);
  });
});
