import type { PreparationView } from "../../../shared/contract/session-words.ts";
import type { CheckIn } from "../../../shared/domain/check-in.ts";
import { askableDepth, openDepth } from "../../../shared/domain/depth.ts";
import { whyNotBrought } from "../../../shared/domain/library/bringing.ts";
import { offerPrompts } from "../../../shared/domain/offer-prompts.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Prompt, PromptId } from "../../../shared/domain/prompt.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { Records } from "../../ports.ts";
import { type Deps, type PersonRef, participant } from "../deps.ts";
import { checkInView, membersView } from "../home/read-home.ts";
import { libraryOf } from "../library/library-of.ts";
import { findPrompts } from "../sessions/find-prompts.ts";
import { promptView } from "../sessions/prompt-view.ts";
import { wantedOf } from "../sessions/wanted-of.ts";
import { broughtTo } from "./brought-to.ts";
import { type OfCheckIn, ownCheckIn } from "./own-check-in.ts";
import { ownWords, wordsView } from "./own-words.ts";

type Needs = Pick<Deps, "store" | "prompts" | "exercises">;

/** What the person may prepare for a check-in. */
export const readPreparation =
  (deps: Needs) =>
  (input: OfCheckIn): Promise<Result<PreparationView, "not-found">> =>
    deps.store.transact<Result<PreparationView, "not-found">>(participant(input.by), async (records) => {
      const found = await ownCheckIn(records, input);
      if (!found) return refuse("not-found");
      const { checkIn, pair } = found;
      const people = await records.people.findMany(pair.members);
      return done({
        checkIn: checkInView(checkIn),
        pairId: pair.id,
        members: membersView(pair.members.flatMap((id) => people.find((one) => one.id === id) ?? [])),
        agreementLines: [...pair.agreementLines],
        carryOver: wordsView(await ownWords(records, checkIn, input.by, "carry-over")),
        brought: await broughtBy(records, checkIn, input.by, deps),
        ...(await toBring(records, checkIn, deps)),
        depth: await depthOf(records, checkIn, pair),
      });
    });

async function broughtBy(records: Records, { id }: CheckIn, { personId }: PersonRef, deps: Needs) {
  const mine = (await records.library.brought(id)).find((one) => one.personId === personId);
  const [prompt] = mine ? await findPrompts(records, [mine.promptId], deps) : [];
  return prompt ? promptView(prompt) : null;
}

async function toBring(records: Records, checkIn: CheckIn, deps: Needs) {
  const prompts = await libraryOf(records, deps);
  const { favourites } = await records.library.choices();
  const to = await broughtTo(records, checkIn);
  const mine = prompts.filter((prompt) => favourites.includes(prompt.id) && whyNotBrought(prompt, to) === null);
  return {
    favourites: mine.map(promptView),
    suggestions: (await suggestionsOf(records, checkIn, prompts)).map(promptView),
  };
}

/** Two for each round, as they might be offered. */
async function suggestionsOf(
  records: Records,
  checkIn: CheckIn,
  prompts: readonly Prompt[],
): Promise<readonly Prompt[]> {
  const { seen, ...around } = await wantedOf(records, checkIn);
  const purposes = await records.library.purposesOf(checkIn.pairId);
  const offer = (round: number, more: readonly PromptId[]) =>
    offerPrompts(prompts, { ...around, purposes, round, brought: [], seen: new Set([...seen, ...more]) });
  const first = offer(1, []);
  const ids = first.map(({ id }) => id);
  return [...first, ...offer(2, ids).filter(({ id }) => !ids.includes(id))];
}

/** A session has the number after those that were held. */
async function depthOf(records: Records, { number }: CheckIn, { id }: Pair): Promise<PreparationView["depth"]> {
  const held = number - 1;
  const mine = await records.library.readiness(id);
  const open = openDepth({ held, ready: await records.library.readinessOfAll(id) });
  return { mine, askable: askableDepth({ held, mine }), open };
}
