import { describe, expect, it } from "vitest";
import { endpoints } from "../shared/contract/endpoints.ts";
import { sessionStream } from "../shared/contract/sessions.ts";
import { apiRoutes, fillPath, sessionStreamPath } from "./api-routes.ts";

describe("the tab's table of routes", () => {
  it("says of every endpoint what the contract says", () => {
    const declared = Object.entries(endpoints).map(([id, { method, path }]) => [id, [method, path]]);
    expect(apiRoutes).toEqual(Object.fromEntries(declared));
    expect(sessionStreamPath).toBe(sessionStream.path);
  });

  it("fills a path with escaped values", () => {
    expect(fillPath("/api/goals/:goalId/state", { goalId: "a/b" })).toBe("/api/goals/a%2Fb/state");
  });

  it("refuses a path with a value missing", () => {
    expect(() => fillPath("/api/goals/:goalId", {})).toThrow("goalId");
  });
});
