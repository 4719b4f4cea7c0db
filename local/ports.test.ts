import { createServer } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { freePort, freePorts } from "./ports.ts";

afterEach(() => vi.unstubAllEnvs());

it("finds ports in the stretch that a suite was given", async () => {
  vi.stubEnv("PORTS_BETWEEN", "31000-31040");
  for (const port of Object.values(await freePorts())) {
    expect(port).toBeGreaterThanOrEqual(31_000);
    expect(port).toBeLessThanOrEqual(31_040);
  }
});

it("finds one whose followers are free as well", async () => {
  vi.stubEnv("PORTS_BETWEEN", "31050-31055");
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(31_050, "127.0.0.1", resolve));
  try {
    expect(await freePort(4)).toBe(31_051);
  } finally {
    await new Promise((resolve) => taken.close(resolve));
  }
});
