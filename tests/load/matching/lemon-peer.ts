import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Lab } from "../lab.ts";
import type { Instance } from "./instances.ts";
import type { Finding, Peer } from "./peers.ts";

const run = promisify(execFile);
const source = fileURLToPath(new URL("./beside/lemon.cc", import.meta.url));

/** LEMON, the C++ library, where a compiler and its headers are on the machine (CPATH may say where). @throws where they aren't. */
export async function lemonPeer(lab: Lab): Promise<Peer> {
  const folder = lab.folder();
  const program = join(folder, "lemon");
  await run("g++", ["-O2", "-w", source, "-o", program]);
  return {
    name: "LEMON (C++)",
    upTo: { n: 10_000, edges: 1_000_000 },
    solve: async (instance) => byLemon(program, join(folder, "graph.bin"), instance),
  };
}

async function byLemon(program: string, file: string, { n, edges }: Instance): Promise<Finding> {
  writeFileSync(file, Int32Array.from([n, edges.length, ...edges.flat()]));
  const { stdout } = await run(program, [file, "3"]);
  const [milliseconds = Number.NaN, processor = Number.NaN, weight = Number.NaN] = stdout.trim().split(" ").map(Number);
  return { milliseconds, processor, weight };
}
