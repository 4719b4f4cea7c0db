import type { Turn } from "../turn.ts";
import { wishReaderFor } from "./language.ts";
import type { Surroundings, Wish } from "./wish.ts";

/** Reads what the person wrote, in the light of their own partners and cohorts. */
export async function understand(text: string, turn: Turn): Promise<Wish> {
  const { read, hasStrangeWords } = wishReaderFor(turn.reader.locale);
  // Names are looked up only where the text has a word that could be one.
  const partners = hasStrangeWords(text) ? await turn.useCases.listPartners({ by: turn.by }) : [];
  return read(text, turn.reader, { partners, cohorts: await cohortsOf(turn) });
}

async function cohortsOf({ useCases, by, roles }: Turn): Promise<Surroundings["cohorts"]> {
  if (!roles.includes("coordinator")) return [];
  const listed = await useCases.listCohorts({ by });
  return listed.ok ? listed.value : [];
}
