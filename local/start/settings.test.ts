import { expect, it } from "vitest";
import { readStartSettings } from "./settings.ts";

it("listens on this machine's port 3978 unless told otherwise", () => {
  expect(readStartSettings([], {})).toEqual({ port: 3978, host: "127.0.0.1", fresh: false, logLevel: "info" });
  expect(readStartSettings(["--fresh"], { PORT: "4978", HOST: "0.0.0.0", LOG_LEVEL: "debug" })).toEqual({
    port: 4978,
    host: "0.0.0.0",
    fresh: true,
    logLevel: "debug",
  });
});

it.each(["0", "65532", "web", "80.5", "-1"])("refuses %s as a port, with a sentence", (port) => {
  expect(() => readStartSettings([], { PORT: port })).toThrow(/PORT is ".*", but must be a whole number/);
});

it("refuses an option that it does not know", () => {
  expect(() => readStartSettings(["--frsh"], {})).toThrow(/knows one option, --fresh/);
});
