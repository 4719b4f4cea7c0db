import { refusalSentence } from "../../../shared/content/refusal-sentence.ts";
import type { RefusalCode } from "../../../shared/contract/refusals.ts";
import { type Reply, say } from "../reply.ts";
import type { Turn } from "../turn.ts";

/** A refusal in a sentence that a person can act on. */
export const refused = (refusal: RefusalCode, { reader }: Pick<Turn, "reader">): Reply =>
  say(refusalSentence(refusal, reader.locale));
