import { z } from "zod";
import type { PersonId } from "../../shared/domain/person.ts";
import { askTogether, type BatchAnswer } from "./batch.ts";
import type { Graph } from "./graph.ts";
import { rememberFor } from "./memory.ts";
import { userPath } from "./people.ts";

const calendar = z.object({ allowedOnlineMeetingProviders: z.array(z.string()).nullish() });

const allows = ({ allowedOnlineMeetingProviders }: z.infer<typeof calendar>): boolean =>
  allowedOnlineMeetingProviders?.includes("teamsForBusiness") ?? false;

/** Whether calendars allow Teams meetings: where they don't, Graph would make the event without a link and without a word. */
export interface TeamsLeave {
  readonly of: (organiser: PersonId) => Promise<boolean>;
  /** The same for many, in their order; or what became of the question. */
  readonly ofAll: (organisers: readonly PersonId[]) => Promise<readonly (boolean | Exclude<BatchAnswer, Answered>)[]>;
}

type Answered = Extract<BatchAnswer, { readonly kind: "answered" }>;

/** A policy changes seldom, and many bookings of one organiser follow each other. */
const keptMs = 300_000;

/** Asks, and keeps the answer for five minutes. */
export function keepTeamsLeave(graph: Graph): TeamsLeave {
  const kept = rememberFor<boolean>(keptMs, graph.now);
  const path = (organiser: PersonId) => `${userPath(organiser)}/calendar?$select=allowedOnlineMeetingProviders`;
  const keep = (organiser: PersonId, isAllowed: boolean) => {
    kept.set(organiser, isAllowed);
    return isAllowed;
  };
  return {
    async of(organiser) {
      const known = kept.get(organiser);
      if (known !== undefined) return known;
      const asked = { operation: "read-calendar", path: path(organiser), answer: calendar };
      return keep(organiser, allows(await graph.get(asked)));
    },
    async ofAll(organisers) {
      const unknown = [...new Set(organisers)].filter((one) => kept.get(one) === undefined);
      const items = unknown.map((one) => ({ method: "GET" as const, path: path(one), mailbox: one }));
      const answers = await askTogether(graph, "read-calendars", items);
      const failed = new Map<PersonId, Exclude<BatchAnswer, Answered>>();
      unknown.forEach((organiser, index) => {
        const answer = answers[index] ?? { kind: "lost" };
        const read = answer.kind === "answered" ? calendar.safeParse(answer.body) : null;
        if (read?.success) keep(organiser, allows(read.data));
        else failed.set(organiser, answer.kind === "answered" ? { kind: "lost" } : answer);
      });
      return organisers.map((one) => failed.get(one) ?? kept.get(one) ?? { kind: "lost" });
    },
  };
}
