import type { HomeMessages } from "../../shared/content/tab-messages.ts";
import { clocksDiffer, type Reader, shortDay, time } from "../../shared/content/when.ts";
import type { MemberView } from "../../shared/contract/people.ts";

/**
 * What the clock shows for each partner whose clock differs from the reader's then: "16:00 for Ben", with the day where that differs too.
 * Times are told in the reader's language.
 */
export function partnerTimes(
  startsAt: string,
  partners: readonly MemberView[],
  reader: Reader,
  say: Pick<HomeMessages, "timeFor" | "dayAndTimeFor">,
): readonly string[] {
  return partners
    .filter((partner) => clocksDiffer(startsAt, reader.timeZone, partner.timeZone))
    .map(({ name, timeZone }) => {
      const there = { locale: reader.locale, timeZone };
      const dayThere = shortDay(startsAt, there);
      const clock = time(startsAt, there);
      return dayThere === shortDay(startsAt, reader)
        ? say.timeFor(clock, name)
        : say.dayAndTimeFor(dayThere, clock, name);
    });
}
