import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OAuth2Issuer } from "oauth2-mock-server";

/** Three key rings: people and apps, the Bot Framework channel, and a stranger whose key nobody publishes. */
export interface KeyRings {
  readonly directory: OAuth2Issuer;
  readonly channel: OAuth2Issuer;
  readonly stranger: OAuth2Issuer;
}

type StoredKeys = Record<"directory" | "channel", Record<string, unknown>>;

/**
 * Opens the key rings, making keys on the first call.
 *
 * With a folder the private keys are kept there (mode 0600), so that tokens and cached key sets outlive a restart;
 * without one they live as long as the process. A damaged file is an error that names it.
 */
export async function openKeyRings(url: string, stateDir?: string): Promise<KeyRings> {
  const file = stateDir === undefined ? undefined : join(stateDir, "signing-keys.json");
  const stored = file === undefined ? undefined : await readStored(file);
  const rings = { directory: ringAt(url), channel: ringAt(url), stranger: ringAt(url) };
  if (stored) await Promise.all([rings.directory.keys.add(stored.directory), rings.channel.keys.add(stored.channel)]);
  else await makeKeys(rings, file);
  await rings.stranger.keys.generate("RS256", { kid: "stranger" });
  return rings;
}

function ringAt(url: string) {
  const ring = new OAuth2Issuer();
  ring.url = url;
  return ring;
}

async function makeKeys(rings: KeyRings, file: string | undefined) {
  const [directory, channel] = await Promise.all([
    rings.directory.keys.generate("RS256", { kid: `directory-${Date.now().toString(36)}` }),
    rings.channel.keys.generate("RS256", { kid: `channel-${Date.now().toString(36)}` }),
  ]);
  if (file !== undefined) await store(file, { directory, channel });
}

async function readStored(file: string): Promise<StoredKeys | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as StoredKeys;
  } catch {
    throw new Error(`${file} is damaged. Delete it and start again: people will have to sign in anew.`);
  }
}

async function store(file: string, keys: StoredKeys) {
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  // Renaming is atomic: a kill in the middle leaves the old file or the new one, never half of one.
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
