import { type Belonging, open, type SealingKeys, seal } from "./seal.ts";

/** Which column of whose row holds the words. */
export interface OwnPlace {
  readonly tenantId: string;
  /** The pair, or the person, that the row belongs to. */
  readonly of: string;
  readonly row: string;
  readonly noun: "cancel-note" | "refresh-token";
}

/**
 * Seals text that jobs must be able to read, and that no dump of the database may show, with the master key itself. What belongs to a pair
 * alone is sealed with the pair's key instead, which jobs never get.
 */
export const sealOwn = ({ current }: SealingKeys, words: string, place: OwnPlace): Buffer =>
  seal(current, Buffer.from(words), ownBelonging(place));

/** @throws SealBroken when the text was changed, belongs elsewhere, or its master key is not among these. */
export const openOwn = ({ current, former }: SealingKeys, sealed: Buffer, place: OwnPlace): string =>
  open([current, ...former], sealed, ownBelonging(place)).toString();

/** What such text belongs to. */
export const ownBelonging = ({ tenantId, of, row, noun }: OwnPlace): Belonging => [tenantId, of, row, "own", noun];
