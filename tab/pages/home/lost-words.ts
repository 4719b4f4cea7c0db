import type { HomeMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { memberOf, namesOf, partnersOf } from "../../components/people.ts";

/** Why the time that was chosen didn't reach the calendars, and what to do. */
export function lostWords(
  { lostBecause, booker }: Pick<CheckInView, "lostBecause" | "booker">,
  members: readonly MemberView[],
  { lost }: Pick<HomeMessages, "lost">,
): string {
  if (lostBecause !== "refused") return lostBecause === "taken" ? lost.taken : lost.unknown;
  return lost.refused(memberOf(members, booker).name, namesOf(partnersOf(members, booker)));
}
