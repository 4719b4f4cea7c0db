import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { firstLoads } from "./first-load.ts";

const files = {
  "page.js": "page;".repeat(400),
  "shared.js": "shared;".repeat(300),
  "page.css": "a{}".repeat(200),
  "lazy.js": "lazy",
};
const manifest = {
  "index.html": { file: "page.js", css: ["page.css"], imports: ["_shared.js"], dynamicImports: ["lazy.tsx"] },
  "_shared.js": { file: "shared.js", imports: ["index.html"] },
  "lazy.tsx": { file: "lazy.js", imports: ["_shared.js"] },
};
const weigh = (...names: (keyof typeof files)[]) =>
  names.reduce((sum, name) => sum + gzipSync(files[name], { level: 9 }).length, 0);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "first-load-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("weighs a page with all that it imports at once, each file once, and nothing that it loads later", () => {
  expect(firstLoads(folder, manifest, { home: { chunks: ["index.html"], gzipBytes: 100 } })).toEqual([
    { name: "home", bytes: weigh("page.js", "page.css", "shared.js"), allowed: 100 },
  ]);
});

it("adds the lazy chunks that a first screen draws", () => {
  const [journal] = firstLoads(folder, manifest, { journal: { chunks: ["index.html", "lazy.tsx"], gzipBytes: 100 } });
  expect(journal?.bytes).toBe(weigh("page.js", "page.css", "shared.js", "lazy.js"));
});

it("says which chunks there are when the budget names another", () => {
  const budget = { home: { chunks: ["main.html"], gzipBytes: 100 } };
  expect(() => firstLoads(folder, manifest, budget)).toThrow(/no chunk "main.html".*index.html, _shared.js, lazy.tsx/);
});
