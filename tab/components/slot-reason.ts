import type { PartOfDay } from "../../shared/content/en/tab/check-in.ts";
import type { CheckInMessages } from "../../shared/content/tab-messages.ts";
import type { SlotView } from "../../shared/contract/check-ins.ts";
import type { MemberView } from "../../shared/contract/people.ts";
import { isForBearerAlone } from "../../shared/domain/slots/slot.ts";
import { memberOf } from "./people.ts";

/** Until when an hour is early, and from when it is evening, by the clock of whoever bears it. */
const clock = { earlyUntil: 10, eveningFrom: 16 } as const;

/** Why a time is fair: "Inside both your working days", or "Your evening this time, Ben’s last time". */
export function slotReason(
  { startsAt, stretch }: Pick<SlotView, "startsAt" | "stretch">,
  members: readonly MemberView[],
  me: string,
  say: Pick<CheckInMessages, "insideWorkingDays" | "stretchLast" | "stretchNext" | "stretchAlone" | "stretchAgain">,
): string {
  if (!stretch) return say.insideWorkingDays(members.length);
  const bearer = memberOf(members, stretch.person);
  const part = partOfDay(startsAt, bearer.timeZone);
  const others = members.filter((one) => one.id !== bearer.id);
  const boreLast = others.find((one) => one.id === stretch.lastBorneBy);
  const whose = ({ id, name }: MemberView) => (id === me ? null : name);
  if (isForBearerAlone({ stretch })) return say.stretchAgain(part, whose(bearer));
  if (boreLast) return say.stretchLast(part, whose(bearer), whose(boreLast));
  const [next] = others;
  return next && others.length === 1
    ? say.stretchNext(part, whose(bearer), whose(next))
    : say.stretchAlone(part, whose(bearer));
}

function partOfDay(startsAt: string, timeZone: string): PartOfDay {
  const told = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  const hour = Number(told.format(new Date(startsAt)));
  if (hour < clock.earlyUntil) return "early";
  return hour >= clock.eveningFrom ? "evening" : "other";
}
