import type { CheckInId } from "../../../shared/domain/check-in.ts";
import type { CheckInAsItStands } from "../../use-cases/check-ins/read-check-in.ts";
import type { Turn } from "../turn.ts";

/** A check-in of the person's with its people, whatever has become of it; `null` where it isn't there for this person. */
export async function aboutCheckIn({ useCases, by }: Turn, checkInId: CheckInId): Promise<CheckInAsItStands | null> {
  const found = await useCases.readCheckIn({ by, checkInId });
  return found.ok ? found.value : null;
}
