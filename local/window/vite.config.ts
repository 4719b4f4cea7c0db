import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the window's page into `dist/window`, where the window process serves it from. */
export default defineConfig({
  root: here("./page/"),
  base: "/",
  build: {
    outDir: here("../../dist/window/"),
    emptyOutDir: true,
  },
});
