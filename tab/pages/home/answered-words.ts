import type { CheckInMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import type { MemberView } from "../../../shared/contract/people.ts";
import { memberOf } from "../../components/people.ts";

/** Who said whether the pair met. `null` where the reader knows: an own "we met" needs no telling. */
export function answeredWords(
  { status, settledBy }: Pick<CheckInView, "status" | "settledBy">,
  members: readonly MemberView[],
  me: string,
  day: string,
  say: Pick<CheckInMessages, "saidMet" | "saidMissed">,
): string | null {
  if (settledBy === null || (status === "held" && settledBy === me)) return null;
  const who = settledBy === me ? null : memberOf(members, settledBy).name;
  return status === "held" ? say.saidMet(who, day) : say.saidMissed(who, day);
}
