import type { CheckInId } from "../../../shared/domain/check-in.ts";
import type { CheckInWithPeople } from "../cards/people.ts";
import type { Turn } from "../turn.ts";

/** A check-in of the person's with its people, whatever has become of it; `null` where it isn't there for this person. */
export async function aboutCheckIn({ useCases, by }: Turn, checkInId: CheckInId): Promise<CheckInWithPeople | null> {
  const [found, next] = await Promise.all([useCases.readCheckIn({ by, checkInId }), useCases.readNextCheckIn({ by })]);
  if (!found.ok || !next.ok || next.value.pair.id !== found.value.pairId) return null;
  return { checkIn: found.value, me: next.value.me, partners: next.value.partners };
}
