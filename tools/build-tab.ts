import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressTexts } from "./pages/compress.ts";
import { allPages, type Pages, root } from "./pages/pages.ts";
import { sourcesHash } from "./pages/sources-hash.ts";

/** `npm run build`: builds the pages. With --if-changed, only those whose sources differ from what they were built from. */
const onlyIfChanged = process.argv.includes("--if-changed");

for (const pages of allPages) {
  const hash = sourcesHash(root, pages.sources);
  if (onlyIfChanged && hash === builtFrom(pages)) continue;
  const started = performance.now();
  try {
    await buildPages(pages);
    writeFileSync(stampOf(pages), hash);
    console.log(`Built ${pages.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // Vite's message names the file and the line; its stack is about Vite.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function buildPages({ config, out }: Pages): Promise<void> {
  // Vite takes longer to load than to find that nothing has changed.
  const { build } = await import("vite");
  await build({
    configFile: config,
    logLevel: "warn",
    // The manifest is what the byte budget is counted from.
    build: { outDir: out, emptyOutDir: true, manifest: true },
  });
  await compressTexts(out);
}

function builtFrom(pages: Pages): string | undefined {
  return existsSync(stampOf(pages)) ? readFileSync(stampOf(pages), "utf8") : undefined;
}

function stampOf({ out }: Pages): string {
  return join(out, ".built-from");
}
