import { offerExercise, offerPrompts } from "../../../shared/domain/offer-prompts.ts";
import { type Offer, type Part, parts, rounds, type Session } from "../../../shared/domain/session/session.ts";
import type { Records } from "../../ports.ts";
import type { Deps } from "../deps.ts";
import { libraryOf } from "../library/library-of.ts";
import { wantedOf } from "./wanted-of.ts";

/** A command that may lead to something that is offered, and for `go-to` where it leads. */
export interface Leading {
  readonly type: "go-on" | "go-to" | "offer-others" | "swap" | "change-over" | "leave" | "move-on" | "swap-exercise";
  readonly part?: Part;
}

type Library = Pick<Deps, "prompts" | "exercises">;

/** What may be offered next, looked up only where the command can come to need it. `at`: ISO instant now. */
export async function offerFor(
  records: Records,
  session: Session,
  command: Leading,
  at: string,
  library: Library,
): Promise<Offer> {
  const leads = whereTo(session, command);
  if (leads.length === 0) return { offer: [], exercise: null, at };
  const [{ seen, ...around }, prompts] = await Promise.all([
    wantedOf(records, session),
    leads.includes("prompts") ? promptsAround(records, session, library) : null,
  ]);
  const wanted = { ...around, seen: new Set([...seen, ...session.used, ...session.offered]) };
  const exercise = leads.includes("exercise") ? (offerExercise(library.exercises, wanted)?.id ?? null) : null;
  if (!prompts) return { offer: [], exercise, at };
  const round = endsRound(command) ? session.round + 1 : session.round;
  const offered = offerPrompts(prompts.all, { ...wanted, ...prompts, round });
  return { offer: offered.map(({ id }) => id), exercise, at };
}

async function promptsAround(records: Records, { checkInId, pairId }: Session, library: Library) {
  const [all, purposes, brought] = await Promise.all([
    libraryOf(records, library),
    records.library.purposesOf(pairId),
    records.library.brought(checkInId),
  ]);
  return { all, purposes, brought: brought.map(({ promptId }) => promptId) };
}

const endsRound = ({ type }: Leading): boolean => type === "change-over" || type === "move-on";

/** The parts that the command may lead into and that begin with something offered. */
function whereTo(session: Session, { type, part }: Leading): readonly Part[] {
  if (type === "swap-exercise") return ["exercise"];
  if (type === "offer-others" || type === "swap" || type === "leave") return ["prompts"];
  if (type === "go-to") return part ? [part] : [];
  if (type === "change-over" && !isLastTurn(session)) return [];
  if (type === "go-on" || session.round >= rounds)
    return parts.filter((one) => !session.been.includes(one)).slice(0, 1);
  return ["prompts"];
}

const isLastTurn = ({ members, spoken, speaker }: Session): boolean =>
  members.every((member) => member === speaker || spoken.includes(member));
