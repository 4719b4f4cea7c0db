import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8")) as { version: string };

/** The pages that the server serves: the personal tab, the meeting's side panel, and the end of the pop-up for consent. */
export default defineConfig({
  root: here("."),
  base: "/tab/",
  publicDir: false,
  plugins: [react()],
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(version) },
  build: {
    outDir: here("../dist/tab"),
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: here("index.html"), panel: here("panel.html"), consent: here("consent.html") } },
  },
});
