import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key of 32 bytes, with the id that sealed words remember it by: 1 to 64 printable ASCII characters. */
export interface SealingKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** The master keys from the settings: one that wraps the pairs' keys now, and former ones that still open what they wrapped. */
export interface SealingKeys {
  readonly current: SealingKey;
  readonly former: readonly SealingKey[];
}

/** What sealed words belong to: tenant, pair, row, author and column. They open nowhere else. */
export type Belonging = readonly [tenant: string, pair: string, row: string, author: string, noun: string];

/** Sealed words that were changed, moved to another row or column, or whose key is not known. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

const cipher = "aes-256-gcm";
const format = 1;
const ivLength = 12;
const tagLength = 16;

/** A new random key. */
export const makeKey = (id: string): SealingKey => ({ id, key: randomBytes(32) });

/**
 * Seals with AES-256-GCM. A key of another length than 32 bytes throws.
 *
 * @returns format (1 byte, 1), length of the key's id (1 byte), the id, nonce (12 bytes), tag (16 bytes), then the sealed words.
 */
export function seal(key: SealingKey, words: Uint8Array, belonging: Belonging): Buffer {
  const iv = randomBytes(ivLength);
  const header = Buffer.concat([Buffer.from([format, key.id.length]), Buffer.from(key.id, "ascii")]);
  const sealing = createCipheriv(cipher, key.key, iv, { authTagLength: tagLength });
  sealing.setAAD(associated(header, belonging));
  const body = Buffer.concat([sealing.update(words), sealing.final()]);
  return Buffer.concat([header, iv, sealing.getAuthTag(), body]);
}

/** Opens what `seal` sealed for the same belonging. @throws SealBroken */
export function open(keys: readonly SealingKey[], sealed: Buffer, belonging: Belonging): Buffer {
  const ivAt = 2 + (sealed[1] ?? 0);
  const bodyAt = ivAt + ivLength + tagLength;
  if (sealed[0] !== format || sealed.length < bodyAt)
    throw new SealBroken("These sealed words have an unknown format.");
  const header = sealed.subarray(0, ivAt);
  const id = header.toString("ascii", 2);
  const key = keys.find((one) => one.id === id);
  if (!key) throw new SealBroken(`No key named "${id}" is known here.`);
  const opening = createDecipheriv(cipher, key.key, sealed.subarray(ivAt, ivAt + ivLength), {
    authTagLength: tagLength,
  });
  opening.setAAD(associated(header, belonging));
  opening.setAuthTag(sealed.subarray(ivAt + ivLength, bodyAt));
  try {
    return Buffer.concat([opening.update(sealed.subarray(bodyAt)), opening.final()]);
  } catch {
    throw new SealBroken("These sealed words were changed, or belong elsewhere.");
  }
}

/** JSON keeps neighbours apart: ["ab", "c"] is not ["a", "bc"]. */
const associated = (header: Buffer, belonging: Belonging): Buffer =>
  Buffer.concat([header, Buffer.from(JSON.stringify(belonging))]);
